"""The archive: years, months, days; each day's stories as they stood in the paper."""

from datetime import date

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.lists import archive_calendar
from articles.lists.filters import PartialDate
from articles.lists.selection import in_date
from articles.models import Article
from articles.public.print_pages import issues_on, name_of, place
from articles.views.lists import story_list
from newsdesk import dates

OF_A_DAY = 300  # stories on a day's page; the list has them all


@require_safe
def archive(request, *, year=None, month=None, day=None):
    numbers = [part for part in (year, month, day) if part is not None]
    text = checked("-".join(f"{part:02d}" for part in numbers))
    title = dates.in_words(text) or _("Archive")
    context = {"title": title, "above": above(numbers)}
    if numbers:
        context |= archive_calendar.beside(*numbers)
    if day and not request.GET:
        return render(request, "articles/archive_day.html", context | of_a_day(text))
    fixed = {"date": text} if text else {}
    return story_list(request, fixed=fixed, **calendar_of(numbers), **context)


def checked(text: str) -> str:
    try:
        return PartialDate(required=False).clean(text)
    except ValidationError:
        raise Http404 from None


def calendar_of(numbers) -> dict:
    """All years, one year with its months, or the weeks of a month."""
    if not numbers:
        return {"years": archive_calendar.years()}
    if len(numbers) == 1:
        return {"years": archive_calendar.with_months(numbers)}
    return {"weeks": archive_calendar.weeks(*numbers) if len(numbers) == 2 else []}


def above(numbers) -> list[dict]:
    """The way up: the archive, its year, its month."""
    ways = [numbers[:depth] for depth in range(len(numbers))]
    return [
        {
            "name": f"{way[-1]}{'年月日'[len(way) - 1]}" if way else _("Archive"),
            "url": archive_calendar.address(*way),
        }
        for way in ways
    ]


def of_a_day(text: str) -> dict:
    """Its stories by printed page, where that is known; the papers of that day."""
    found = Article.objects.published().filter(in_date(text)).with_source()
    stories = list(found.defer("body", "plain_text").newest_first()[: OF_A_DAY + 1])
    day = date.fromisoformat(text)
    return {
        "date": text,
        "day": day,
        "issues": issues_on(day),
        "groups": by_page(stories[:OF_A_DAY]),
        "stories": stories[:OF_A_DAY],
        "more": len(stories) > OF_A_DAY,
    }


def by_page(stories) -> list[dict]:
    """Page by page in the order of the paper; what was not printed, or not known to be, last."""
    printed: dict = {}
    for story in sorted(stories, key=lambda story: (story.page_order, story.pk)):
        if story.page:
            printed.setdefault(story.page, []).append(story)
    pages = sorted(printed, key=lambda page: (page.publication_id or 0, *place(page)))
    groups = [{"page": page, "name": name_of(page), "stories": printed[page]} for page in pages]
    rest = [story for story in stories if not story.page]
    return groups + ([{"page": None, "name": "", "stories": rest}] if rest else [])
