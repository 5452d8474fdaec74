"""The front page: what editors put first, then the rest by section; by date where nobody chose."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Event, Section, Topic
from articles.public.newest import by_section
from articles.public.showing import set_names
from newsdesk.views.people import with_printed_title
from people.models import Person

SECONDS, IN_SECTION, EVENTS, PERSONS, TOPICS = 3, 5, 4, 5, 3


@require_safe
def front(request):
    lead, seconds = first_stories()
    taken = [story.pk for story in (lead, *seconds) if story]
    today = timezone.localdate()
    groups = river(taken)
    set_names([*filter(None, [lead, *seconds]), *(s for group in groups for s in group["stories"])])
    context = {
        "is_front": True,
        "lead": lead,
        "seconds": seconds,
        "river": groups,
        "persons": persons(today),
        "topics": Topic.objects.published().with_pictures().newest_first()[:TOPICS],
    }
    return render(request, "newsdesk/front.html", context | events(today))


def first_stories() -> tuple[Article | None, list[Article]]:
    """头条 and 推荐 as chosen; the newest stories where nobody chose."""
    stories = Article.objects.published().with_beginnings()
    chosen = stories.filter(front__gt="").order_by("front", "front_order", "-public_from", "-pk")
    picks = list(chosen[: 2 * (SECONDS + 1)])
    leads = [story for story in picks if story.front == Article.Front.LEAD]
    newest = stories.newest_first()[: 2 * (SECONDS + 1)]
    rest = [story for story in newest if story not in picks]
    lead = next(iter([*leads, *rest, *picks]), None)
    seconds = [story for story in [*leads, *picks] if story != lead]
    seconds = list(dict.fromkeys(seconds)) or [story for story in rest if story != lead]
    return lead, seconds[:SECONDS]


def river(taken: list[int]) -> list[dict]:
    """The newest stories of each section, pinned ones first; those without a section last."""
    groups = by_section([*Section.objects.published(), None], IN_SECTION, taken)
    return [{"section": section, "stories": stories} for section, stories in groups]


def events(today) -> dict:
    """This week's events; the newest ones where there is none this week."""
    monday = today - timedelta(days=today.weekday())
    public = Event.objects.published()
    week = list(
        public.between(monday, monday + timedelta(days=6)).order_by("first_day", "pk")[:EVENTS]
    )
    if week:
        return {"events": week, "events_heading": _("Events this week")}
    past = public.filter(first_day__lt=monday).order_by("-first_day", "-pk")[:EVENTS]
    return {"events": past, "events_heading": _("Recent events")}


def persons(today):
    """Those whom an editor wants here, by rank, then by the place given."""
    rows = Person.objects.published().filter(featured__isnull=False)
    ranked = with_printed_title(rows).by_rank(today)
    first, second, *rest = ranked.query.order_by
    return ranked.order_by(first, second, "featured", *rest)[:PERSONS]
