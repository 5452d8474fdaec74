"""The archive: years, months, days."""

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.db.models.functions import TruncDay, TruncMonth, TruncYear
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.filters import PartialDate
from articles.models import Article
from articles.selection import by_date
from articles.views.lists import story_list
from newsdesk import dates


@require_safe
def archive(request, *, year=None, month=None, day=None):
    text = "-".join(f"{part:02d}" for part in (year, month, day) if part is not None)
    try:
        text = PartialDate(required=False).clean(text)
    except ValidationError:
        raise Http404 from None
    title = dates.in_words(text) or _("Archive")
    fixed = {"date": text} if text else {}
    return story_list(request, title=title, fixed=fixed, parts=parts(text), above=above(text))


def parts(text: str) -> list[dict]:
    """The years of the archive, the months of a year or the days of a month, with their stories counted."""
    depth = len(text.split("-")) if text else 0
    if depth == 3:
        return []
    cut = (TruncYear, TruncMonth, TruncDay)[depth]("public_from")
    stories = Article.objects.published()
    stories = stories.filter(by_date(text)) if text else stories
    rows = stories.order_by().values(part=cut).annotate(count=Count("pk")).order_by("-part")
    return [part_of(row["part"], depth + 1, row["count"]) for row in rows]


def part_of(moment, depth: int, count: int) -> dict:
    numbers = (moment.year, moment.month, moment.day)[:depth]
    return {"name": f"{numbers[-1]}{'年月日'[depth - 1]}", "url": address(*numbers), "count": count}


def above(text: str) -> list[dict]:
    """The way up: the archive, its year, its month."""
    numbers = [int(part) for part in text.split("-")] if text else []
    ways = [numbers[:depth] for depth in range(len(numbers))]
    return [
        {
            "name": f"{way[-1]}{'年月日'[len(way) - 1]}" if way else _("Archive"),
            "url": address(*way),
        }
        for way in ways
    ]


def address(*numbers: int) -> str:
    names = ("archive", "archive_year", "archive_month", "archive_day")
    return reverse(
        names[len(numbers)], kwargs=dict(zip(("year", "month", "day"), numbers, strict=False))
    )
