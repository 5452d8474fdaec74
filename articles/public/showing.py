"""What readers may see of the rows around a story or an event: hidden ones go, public ones get a link."""

from django.utils import timezone

from articles.models import Event, Mention
from newsdesk.prepared import prepared
from people.models import Organization, Person

NO_HITS = {"kicker": "", "list_title": (), "subheadline": "", "text": ""}  # articles/lists/hits.py
LINKED = {"person": Person, "organization": Organization, "event": Event}


def set_links(*groups):
    """Give each row `url`, its record's page, "" where it has none: at most one query a kind of record."""
    rows = [row for group in groups for row in group]
    public = {kind: _public_keys(kind, rows) for kind in LINKED}
    for row in rows:
        row.url = next(
            (
                record.get_absolute_url()
                for kind, record in _records(row)
                if record.pk in public[kind]
            ),
            "",
        )


@prepared
def _names(*, stories):
    rows = Mention.objects.confirmed().filter(article__in=stories).order_by()
    return rows.values_list("article_id", "name")


def set_names(stories) -> list:
    """The stories, each with `names`, those of its persons: no line of its headline ends within one; and no `hits`."""
    stories = list(stories)
    names = {story.pk: set() for story in stories}
    for article, name in _names(stories=names):
        names[article].add(name)
    for story in stories:
        story.names, story.hits = names[story.pk], NO_HITS
    return stories


def not_hidden(rows) -> list:
    """Rows whose records may stand on a page; a name that we know nobody for stays."""
    return [row for row in rows if not any(record.hidden for _kind, record in _records(row))]


def _records(row):
    records = ((kind, getattr(row, kind, None)) for kind in LINKED)
    return [(kind, record) for kind, record in records if record]


def _public_keys(kind: str, rows) -> set[int]:
    keys = {getattr(row, f"{kind}_id", None) for row in rows} - {None}
    named = {getattr(row, kind).pk for row in rows if _tells(kind, row)}
    unsure = keys - named
    if not unsure:
        return named
    return named | set(_public(kind, keys=unsure, now=timezone.now()))


@prepared
def _public(kind, *, keys, now):
    rows = LINKED[kind].objects.published(now).filter(pk__in=keys).order_by()
    return rows.values_list("pk", flat=True)


def _tells(kind: str, row) -> bool:
    """Is this row itself a published story's, and its record one that may be shown? Then it is public by this row."""
    public_from, record = getattr(row, "public_from", None), getattr(row, kind, None)
    return bool(record and record.is_showable and public_from and public_from <= timezone.now())
