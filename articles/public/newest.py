"""The newest stories of each section, however many stories there are: short looks into an index."""

from django.db import connection
from django.utils import timezone

from articles.models import Article

_TABLE = Article._meta.db_table
_LOOK = (
    "SELECT section_id, id, pinned, public_from FROM (SELECT section_id, id, pinned, public_from FROM {table}"
    " WHERE {section} AND public_from <= %s {pinned} ORDER BY public_from DESC, id DESC LIMIT %s) AS found"
)


def by_section(sections, many: int, taken: list[int]) -> list[tuple]:
    """(section, the keys of its stories), pinned ones first, without those taken; None: of those that have no section."""
    found = [row for row in _looked_up(sections, many + len(taken)) if row[1] not in taken]
    keys: dict = {}
    for section, key, _pinned, _time in sorted(found, key=_first, reverse=True):
        keys.setdefault(section, {})[key] = None
    found = [(section, list(keys.get(section and section.pk, {}))[:many]) for section in sections]
    return [(section, stories) for section, stories in found if stories]


def _first(row) -> tuple:
    _section, key, pinned, time = row
    return bool(pinned), time, key


def _looked_up(sections, many) -> list[tuple]:
    """One query; the ORM has no union of limited queries on SQLite."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    looks, values = [], []
    for section in sections:
        where = "section_id = %s" if section else "section_id IS NULL"
        for pinned in ("", "AND pinned"):
            looks.append(_LOOK.format(table=_TABLE, section=where, pinned=pinned))
            values += [*([section.pk] if section else []), now, many]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(looks), values)
        return cursor.fetchall()
