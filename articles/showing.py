"""What readers may see of the rows around a story or an event: hidden ones go, public ones get a link."""

from articles.models import Event
from people.models import Organization, Person

LINKED = {"person": Person, "organization": Organization, "event": Event}


def set_links(*groups):
    """Give each row `url`, its record's page, "" where it has none: one query a kind of record."""
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


def not_hidden(rows) -> list:
    """Rows whose records may stand on a page; a name that we know nobody for stays."""
    return [row for row in rows if not any(record.hidden for _kind, record in _records(row))]


def _records(row):
    records = ((kind, getattr(row, kind, None)) for kind in LINKED)
    return [(kind, record) for kind, record in records if record]


def _public_keys(kind: str, rows) -> set[int]:
    keys = {getattr(row, f"{kind}_id", None) for row in rows} - {None}
    if not keys:
        return set()
    return set(LINKED[kind].objects.published().filter(pk__in=keys).values_list("pk", flat=True))
