"""What stands on a story's page: from its rows as they are stored, or as somebody has typed them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Attachment,
    Byline,
    Coverage,
    Mention,
    OrganizationMention,
    PhotoUse,
    Tag,
    Video,
)
from articles.placing import by_role, photos_of, placed
from articles.public.related import beside
from articles.public.showing import not_hidden, set_links
from articles.public.story_people import by_rank, set_titles_now
from newsdesk.prepared import prepared

# what stands beside some stories only
SIDES = {
    "photo_uses": PhotoUse.objects.with_pictures(),
    "organization_mentions": OrganizationMention.objects.confirmed(),
    "coverages": Coverage.objects.confirmed(),
    "attachments": Attachment.objects.all(),
    "videos": Video.objects.all(),
}


@dataclass
class Rows:
    """Of `photo_uses` pairs of a use and its credits; of what ties the story to others only the confirmed."""

    bylines: list
    mentions: list
    organization_mentions: list
    coverages: list
    photo_uses: list
    tags: list
    attachments: list
    videos: list


@prepared
def published_story(*, key, now):
    sides = {
        f"has_{name}": Exists(rows.filter(article=OuterRef("pk"))) for name, rows in SIDES.items()
    }
    return Article.objects.published(now).filter(pk=key).with_source().annotate(**sides)


@prepared
def bylines_of(*, article):
    rows = Byline.objects.filter(article=article).select_related("person", "organization")
    return rows.order_by("order", "pk")


@prepared
def links_of(model, target, *, article):
    rows = model.objects.confirmed().filter(article=article).select_related(target)
    return rows.order_by("order", "pk")


@prepared
def tags_of(*, article):
    return Tag.objects.filter(tagged_articles__content_object=article).order_by(
        "tagged_articles__pk"
    )


def stored(article) -> Rows:
    """What readers seldom find beside a story is looked for only where published_story has seen it."""
    key, has = article.pk, lambda name: getattr(article, f"has_{name}", True)
    uses = photos_of(article) if has("photo_uses") else []
    attachments = article.attachments.select_related("file") if has("attachments") else []
    videos = article.videos.select_related("file", "subtitles", "poster") if has("videos") else []
    return Rows(
        bylines=bylines_of(article=key),
        mentions=links_of(Mention, "person", article=key),
        organization_mentions=links_of(OrganizationMention, "organization", article=key)
        if has("organization_mentions")
        else [],
        coverages=links_of(Coverage, "event", article=key) if has("coverages") else [],
        photo_uses=[(use, list(use.credits.all())) for use in uses],
        tags=tags_of(article=key),
        attachments=attachments,
        videos=videos,
    )


def parts(article, rows: Rows) -> dict:
    """A story with all that stands around it."""
    links = (rows.mentions, rows.organization_mentions, rows.coverages)
    mentions, organizations, coverages = map(not_hidden, links)
    credits = [credits for _use, credits in rows.photo_uses]
    set_links(rows.bylines, mentions, organizations, coverages, *credits)
    photos = [{"use": use, "credits": by_role(credits)} for use, credits in rows.photo_uses]
    text, left = placed(article, photos)
    set_titles_now(mentions)
    return {
        "article": article,
        "names": names_of(mentions, organizations, coverages),
        "source": source_of(article),
        "authors": by_role(rows.bylines),
        "mentions": by_rank(mentions, article),
        "organizations": organizations,
        "coverages": coverages,
        "text": text,
        "photos": left,
        "tags": rows.tags,
        "attachments": rows.attachments,
        "videos": rows.videos,
    } | around(article, mentions, coverages, rows.tags)


def source_of(article) -> dict:
    """Paper, day and page as far as they are known."""
    page, source = article.page, article.source
    paper = page.publication if page and is_named(page.publication) else None
    if source and source.publication and not is_named(source.publication):
        source = None
    name = source.name if source else str(paper or "")
    return {"name": name, "source": source, "paper": paper, "page": page}


def name_of_edition(page, paper) -> str:
    """茂名晚报2024年1月27日第8123期, as far as it is known."""
    day = date_format(page.date) if page.date else ""
    issue = _("issue %(number)s") % {"number": page.issue} if page.issue else ""
    return f"{paper or ''}{day}{issue}"


def is_named(paper) -> bool:
    return bool(paper) and not paper.hidden


def around(article, mentions, coverages, tags) -> dict:
    """Other stories; only what readers may see ties them to this one."""
    return beside(
        article,
        events=[row.event_id for row in coverages if row.url],
        persons=[row.person_id for row in mentions if row.url],
        tags=[tag.pk for tag in tags if tag.pk],
    )


def names_of(mentions, organizations, coverages) -> set[str]:
    """What a line of the headline must not end within."""
    names = {name for row in mentions for name in (row.name, row.person and row.person.name)}
    names |= {name for row in organizations for name in (row.name, row.organization.name)}
    names |= {name for row in coverages for name in (row.event.name, row.event.short_name)}
    return names - {"", None}
