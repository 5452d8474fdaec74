"""What the desk asks of a list of stories, one column each: for counting, paying and looking up."""

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from articles.models import Coverage, Mention, OrganizationMention
from newsdesk.exporting import Column, plain
from newsdesk.text import count, count_without_marks


def with_columns(stories):
    return stories.select_related("section", "source", "page__publication").prefetch_related(
        "bylines",
        "tags",
        "photo_uses__credits",
        Prefetch("mentions", Mention.objects.confirmed(), "named"),
        Prefetch("coverages", Coverage.objects.confirmed().select_related("event"), "told"),
        Prefetch(
            "organization_mentions",
            OrganizationMention.objects.confirmed().select_related("organization"),
            "bodies",
        ),
    )


def listed(values) -> str:
    return "、".join(dict.fromkeys(filter(None, map(str, values))))


def photographers(story) -> str:
    return listed(credit for use in story.photo_uses.all() for credit in use.credits.all())


def printed(name):
    return lambda story: getattr(story.page, name) if story.page else ""


def paper(story) -> str:
    return str(story.page.publication or "") if story.page else ""


def address(story) -> str:
    path = story.get_absolute_url() if story.is_public else ""
    return path and settings.SITE_URL.rstrip("/") + path


COLUMNS = [
    Column("number", _("number"), lambda story: story.pk),
    Column("state", _("state"), lambda story: story.status_words),
    Column("published", _("published on"), lambda story: plain(story.published_at)),
    Column("section", _("section"), lambda story: str(story.section or "")),
    Column("kicker", _("kicker"), lambda story: story.kicker),
    Column("headline", _("headline"), lambda story: story.headline),
    Column("subheadline", _("subheadline"), lambda story: story.subheadline),
    Column("list_title", _("title in lists"), lambda story: story.list_title),
    Column("writers", _("written by"), lambda story: listed(story.bylines.all())),
    Column("photographers", _("photo credits"), photographers),
    Column("persons", _("persons in the story"), lambda story: listed(story.named)),
    Column("events", _("events"), lambda story: listed(row.event for row in story.told)),
    Column(
        "organizations",
        _("organizations"),
        lambda story: listed(row.organization for row in story.bodies),
    ),
    Column("tags", _("tags"), lambda story: listed(story.tags.all())),
    Column("source", _("source"), lambda story: str(story.source or "")),
    Column("original_author", _("original author"), lambda story: story.original_author),
    Column("paper", _("paper"), paper),
    Column("print_date", _("printed on"), printed("date")),
    Column("print_page", _("page number"), printed("number")),
    Column("page_name", _("page name"), printed("name")),
    Column("length", _("length in characters"), lambda story: count(story.plain_text)),
    Column("words", _("without marks"), lambda story: count_without_marks(story.plain_text)),
    Column("photos", _("photos"), lambda story: len(story.photo_uses.all())),
    Column("editor", _("responsible editor"), lambda story: story.responsible_editor),
    Column("changed", _("last change"), lambda story: plain(story.updated)),
    Column("address", _("web address"), address),
]
