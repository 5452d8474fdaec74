"""How many stories came out in each of several spans of days, without looking at one of them.

Each span is a range of an index on public_from. Grouping by a year computed from every row costs far more on
SQLite, where that computation is a Python function.
"""

from datetime import timedelta

from django.db import connection
from django.db.models import Count, Value

from articles.lists.selection import midnight

TOGETHER = 400  # SQLite unites at most 500 queries


def number_within(rows, *, place, first, after):
    """The number of rows from `first` on and before `after`, with the place that the span has among others."""
    inside = rows.order_by().filter(public_from__gte=first, public_from__lt=after)
    number = inside.annotate(place=Value(place)).values("place").annotate(number=Count("*"))
    return number.values_list("place", "number")


def counted(number, spans: dict, **values) -> dict:
    """How many rows fall into each span (key -> Bounds); empty spans are left out.

    `number` is a prepared query, number_within of some rows; `values` are what it takes beside the span.
    """
    asked = [
        number.written(**values, place=place, first=first, after=after)
        for place, (first, after) in enumerate(map(moments_of, spans.values()))
    ]
    found = {}
    for start in range(0, len(asked), TOGETHER):
        queries, parameters = zip(*asked[start : start + TOGETHER], strict=True)
        with connection.cursor() as cursor:
            cursor.execute(
                " UNION ALL ".join(queries), [each for row in parameters for each in row]
            )
            found |= dict(cursor.fetchall())
    return {key: found[place] for place, key in enumerate(spans) if found[place]}


def moments_of(days) -> tuple:
    return midnight(days.first), midnight(days.last + timedelta(days=1))
