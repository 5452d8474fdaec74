"""Stories with all that stands around them, read for many at once."""

from django.db.models import Prefetch

from articles.models import (
    Attachment,
    Byline,
    Coverage,
    Credit,
    Mention,
    OrganizationMention,
    PhotoUse,
    Video,
)
from articles.public.showing import not_hidden, set_links
from articles.public.story_page import Rows


def with_everything(stories):
    """The same number of queries however many stories there are."""
    credits = Credit.objects.select_related("person", "organization")
    pictures = PhotoUse.objects.with_pictures().prefetch_related(Prefetch("credits", credits))
    return stories.with_source().prefetch_related(
        "tags",
        Prefetch("bylines", Byline.objects.select_related("person", "organization")),
        Prefetch("mentions", Mention.objects.confirmed().select_related("person")),
        Prefetch(
            "organization_mentions",
            OrganizationMention.objects.confirmed().select_related("organization"),
        ),
        Prefetch("coverages", Coverage.objects.confirmed().select_related("event")),
        Prefetch("photo_uses", pictures),
        Prefetch("attachments", Attachment.objects.select_related("file")),
        Prefetch("videos", Video.objects.select_related("file", "poster")),
    )


def whole(stories) -> list[tuple]:
    """Pairs of a story with_everything and its rows: without the hidden, `url` set where there is a page."""
    pairs = [(story, rows_of(story)) for story in stories]
    set_links(*(group for _story, rows in pairs for group in linked(rows)))
    return pairs


def rows_of(story) -> Rows:
    return Rows(
        bylines=list(story.bylines.all()),
        mentions=not_hidden(story.mentions.all()),
        organization_mentions=not_hidden(story.organization_mentions.all()),
        coverages=not_hidden(story.coverages.all()),
        photo_uses=[(use, list(use.credits.all())) for use in story.photo_uses.all()],
        tags=list(story.tags.all()),
        attachments=list(story.attachments.all()),
        videos=list(story.videos.all()),
    )


def linked(rows: Rows):
    yield from (rows.bylines, rows.mentions, rows.organization_mentions, rows.coverages)
    yield from (credits for _use, credits in rows.photo_uses)
