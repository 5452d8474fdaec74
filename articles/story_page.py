"""What stands on a story's page: from its rows as they are stored, or as somebody has typed them."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.timezone import localdate

from articles.models import Article
from articles.placing import by_role, photos_of, placed
from articles.showing import not_hidden, set_links
from people.models import Person


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


def stored(article) -> Rows:
    return Rows(
        bylines=list(article.bylines.select_related("person", "organization")),
        mentions=article.mentions.confirmed().select_related("person"),
        organization_mentions=article.organization_mentions.confirmed().select_related(
            "organization"
        ),
        coverages=article.coverages.confirmed().select_related("event"),
        photo_uses=[(use, list(use.credits.all())) for use in photos_of(article)],
        tags=article.tags.all(),
        attachments=article.attachments.select_related("file"),
        videos=article.videos.select_related("file", "subtitles", "poster"),
    )


def parts(article, rows: Rows) -> dict:
    """A story with all that stands around it."""
    around = (rows.mentions, rows.organization_mentions, rows.coverages)
    mentions, organizations, coverages = map(not_hidden, around)
    credits = [credits for _use, credits in rows.photo_uses]
    set_links(rows.bylines, mentions, organizations, coverages, *credits)
    photos = [{"use": use, "credits": by_role(credits)} for use, credits in rows.photo_uses]
    text, beside = placed(article, photos)
    return {
        "article": article,
        "source": source_of(article),
        "authors": by_role(rows.bylines),
        "mentions": by_rank(mentions, article),
        "organizations": organizations,
        "coverages": coverages,
        "text": text,
        "photos": beside,
        "tags": rows.tags,
        "attachments": rows.attachments,
        "videos": rows.videos,
    } | neighbours(article)


def by_rank(mentions, article) -> list:
    """Officials in the house's order on the story's day; the others follow as printed."""
    printed = article.page.date if article.page else None
    day = printed or localdate(article.published_at or article.created)
    persons = Person.objects.filter(pk__in=[mention.person_id for mention in mentions])
    held = persons.by_rank(day).filter(rank__isnull=False).values_list("pk", flat=True)
    places = {key: place for place, key in enumerate(held)}
    return sorted(mentions, key=lambda mention: places.get(mention.person_id, len(places)))


def source_of(article) -> dict:
    """Paper, day and page as far as they are known."""
    page, source = article.page, article.source
    paper = page.publication if page and is_named(page.publication) else None
    if source and source.publication and not is_named(source.publication):
        source = None
    name = source.name if source else str(paper or "")
    return {"name": name, "source": source, "paper": paper, "page": page}


def is_named(paper) -> bool:
    return bool(paper) and not paper.hidden


def neighbours(article) -> dict:
    """The stories before and after it in its section."""
    if not article.public_from:
        return {"older": None, "newer": None}
    place = {"public_from": article.public_from}
    older = Q(public_from__lt=article.public_from) | Q(**place, pk__lt=article.pk)
    newer = Q(public_from__gt=article.public_from) | Q(**place, pk__gt=article.pk)
    others = Article.objects.published().filter(section=article.section_id)
    return {
        "older": others.filter(older).newest_first().first(),
        "newer": others.filter(newer).order_by("public_from", "pk").first(),
    }
