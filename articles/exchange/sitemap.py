"""The sitemap: an index of parts, each of at most ten thousand addresses; and the news of the last two days.

A part holds the records whose numbers begin alike (article 20000 to 29999), so that it is found by the
key: nothing is counted and nothing is skipped, however large the archive is. See docs/exchange.md.
"""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exchange.outside import absolute, readable
from articles.models import Article, Event, PrintPage, Section, Tag, Topic
from people.models import Organization, Person

PART = 10_000
MOST_NEWS, NEWS_DAYS = 1000, 2  # as Google asks
PAGES = (
    "front", "article_list", "person_list", "organization_list", "event_list", "archive",
    "honour_list", "topic_list",
)  # fmt: skip
KINDS = {
    model._meta.model_name: model
    for model in (Article, Person, Organization, Event, Section, Tag, PrintPage, Topic)
}
NEEDED = ("slug", "updated", "public_from")  # of those that a model has
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS_SPACE = f'{SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@require_safe
def sitemap(request):
    parts = [
        reverse("sitemap_part", kwargs={"kind": kind, "part": part})
        for kind, model in KINDS.items()
        for part in parts_of(model)
    ]
    rows = [element("sitemap", loc(path)) for path in [reverse("sitemap_pages"), *parts]]
    return xml("sitemapindex", SPACE, rows)


@require_safe
def sitemap_pages(request):
    return xml("urlset", SPACE, [element("url", loc(reverse(name))) for name in PAGES])


@require_safe
def sitemap_part(request, *, kind, part):
    if kind not in KINDS:
        raise Http404
    rows = [
        element("url", loc(row.get_absolute_url()), changed(row)) for row in rows_of(kind, part)
    ]
    if not rows:
        raise Http404
    return xml("urlset", SPACE, rows)


@require_safe
def sitemap_news(request):
    """Stories of the last two days; it is empty when there are none."""
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    stories = Article.objects.published().filter(public_from__gt=since).newest_first()
    return xml("urlset", NEWS_SPACE, [news(story) for story in stories[:MOST_NEWS]])


def parts_of(model) -> list[int]:
    """Those in which something is published."""
    parts = model.objects.published().order_by().annotate(part=F("pk") / PART)
    return sorted(parts.values_list("part", flat=True).distinct())


def rows_of(kind: str, part: int):
    model = KINDS[kind]
    rows = model.objects.published().filter(pk__gte=part * PART, pk__lt=(part + 1) * PART)
    return rows.order_by("pk").only("pk", *filter(lambda name: has(model, name), NEEDED))


def has(model, name: str) -> bool:
    try:
        return bool(model._meta.get_field(name))
    except FieldDoesNotExist:
        return False


def changed(row) -> str:
    """When a story's page changed; of other records we do not know it, and say nothing."""
    if not isinstance(row, Article):
        return ""
    return element("lastmod", moment(max(row.updated, row.public_from)))


def news(story) -> str:
    publication = element(
        "news:publication",
        element("news:name", escape(settings.SITE_NAME)),
        element("news:language", "zh-cn"),
    )
    about = element(
        "news:news",
        publication,
        element("news:publication_date", moment(story.public_from)),
        element("news:title", escape(readable(story.title))),
    )
    return element("url", loc(story.get_absolute_url()), about)


def loc(path: str) -> str:
    return element("loc", escape(absolute(path)))


def moment(time) -> str:
    return timezone.localtime(time).isoformat(timespec="seconds")


def element(name: str, *inside: str) -> str:
    return f"<{name}>{''.join(inside)}</{name}>"


def xml(name: str, spaces: str, rows: list[str]) -> HttpResponse:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{name} {spaces}>", *rows, f"</{name}>"]
    return HttpResponse("\n".join([*lines, ""]), content_type="application/xml; charset=utf-8")
