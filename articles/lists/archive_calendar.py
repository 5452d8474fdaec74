"""The archive as a calendar: years and their months, the weeks of a month, each with its stories counted."""

import calendar
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.lists.counting import counted, number_within
from articles.lists.selection import midnight
from articles.models import Article
from newsdesk.dates import bounds
from newsdesk.prepared import prepared

NAMES = ("archive", "archive_year", "archive_month", "archive_day")


@prepared
def stories_within(*, now, **span):
    return number_within(Article.objects.published(now), **span)


def address(*numbers: int) -> str:
    parts = dict(zip(("year", "month", "day"), numbers, strict=False))
    return reverse(NAMES[len(numbers)], kwargs=parts)


def days_of(*numbers: int):
    return bounds("-".join(f"{number:02d}" for number in numbers))


def cell(count: int, *numbers: int) -> dict:
    """One year, month or day of the calendar; without an address where nothing came out."""
    return {"number": numbers[-1], "count": count, "url": address(*numbers) if count else ""}


def years() -> list[dict]:
    """Every year with stories, newest first, with its twelve months."""
    stories = Article.objects.published()
    oldest = stories.order_by("public_from").values_list("public_from", flat=True).first()
    if not oldest:
        return []
    return with_months(range(timezone.localdate().year, timezone.localtime(oldest).year - 1, -1))


def with_months(years) -> list[dict]:
    """Those of the years in which something came out, with their twelve months."""
    months = {(year, month): days_of(year, month) for year in years for month in range(1, 13)}
    found = counted(stories_within, months, now=timezone.now())
    rows = [
        [cell(found.get((year, month), 0), year, month) for month in range(1, 13)] for year in years
    ]
    sums = [sum(month["count"] for month in row) for row in rows]
    filled = zip(years, rows, sums, strict=True)
    return [cell(total, year) | {"months": row} for year, row, total in filled if total]


def weeks(year: int, month: int) -> list[list[dict | None]]:
    """The weeks of a month from Monday on; None where the week lies in another month."""
    calendar_weeks = calendar.monthcalendar(year, month)
    days = {day: days_of(year, month, day) for week in calendar_weeks for day in week if day}
    found = counted(stories_within, days, now=timezone.now())
    return [
        [cell(found.get(day, 0), year, month, day) if day else None for day in week]
        for week in calendar_weeks
    ]


def beside(*numbers: int) -> dict:
    """The nearest year, month or day before and after that has stories: its address and its numbers."""
    days, stories = days_of(*numbers), Article.objects.published().order_by("public_from")
    moments = stories.values_list("public_from", flat=True)
    before = moments.filter(public_from__lt=midnight(days.first)).last()
    after = moments.filter(public_from__gte=midnight(days.last + timedelta(days=1))).first()
    return {"older": way(before, len(numbers)), "newer": way(after, len(numbers))}


def way(moment, depth: int) -> dict | None:
    if moment is None:
        return None
    local = timezone.localtime(moment)
    numbers = (local.year, local.month, local.day)[:depth]
    words = "".join(f"{part}{unit}" for part, unit in zip(numbers, "年月日", strict=False))
    return {"name": words, "url": address(*numbers)}
