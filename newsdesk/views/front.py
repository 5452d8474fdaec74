"""The front page: what editors put first, then the rest by section; by date where nobody chose."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.lists.rows import by_key
from articles.models import Article, Event, Section, Topic
from articles.public.newest import by_section
from articles.public.showing import set_names
from newsdesk.prepared import prepared
from newsdesk.views.people import with_printed_title
from people.models import Person

SECONDS, IN_SECTION, EVENTS, PERSONS, TOPICS = 3, 5, 4, 5, 3


@require_safe
def front(request):
    now, today = timezone.now(), timezone.localdate()
    lead, seconds = first_stories(now)
    groups = river(now, [key for key in (lead, *seconds) if key])
    stories = by_key({lead, *seconds, *(key for _section, keys in groups for key in keys)} - {None})
    set_names(stories.values())
    context = {
        "lead": stories.get(lead),
        "seconds": [stories[key] for key in seconds if key in stories],
        "river": [
            {"section": section, "stories": [stories[key] for key in keys if key in stories]}
            for section, keys in groups
        ],
        "persons": featured(today=today, now=now),
        "topics": newest_topics(now=now),
    }
    return render(request, "newsdesk/front.html", context | events(today, now))


@prepared
def chosen(*, now):
    stories = Article.objects.published(now).filter(front__gt="")
    stories = stories.order_by("front", "front_order", "-public_from", "-pk")
    return stories.values_list("pk", "front")[: 2 * (SECONDS + 1)]


@prepared
def newest(*, now):
    stories = Article.objects.published(now).newest_first()
    return stories.values_list("pk", flat=True)[: 2 * (SECONDS + 1)]


def first_stories(now) -> tuple[int | None, list[int]]:
    """The keys of 头条 and 推荐 as chosen; of the newest stories where nobody chose."""
    picks = dict(chosen(now=now))
    leads = [key for key, place in picks.items() if place == Article.Front.LEAD]
    rest = [key for key in newest(now=now) if key not in picks]
    lead = next(iter([*leads, *rest, *picks]), None)
    seconds = [key for key in dict.fromkeys([*leads, *picks]) if key != lead]
    return lead, (seconds or [key for key in rest if key != lead])[:SECONDS]


@prepared
def sections(*, now):
    return Section.objects.published(now)


def river(now, taken: list[int]) -> list[tuple]:
    """The newest stories of each section, pinned ones first; those without a section last."""
    return by_section([*sections(now=now), None], IN_SECTION, taken)


@prepared
def events_between(*, first, last, now):
    within = Event.objects.published(now).between(first, last)
    return within.order_by("first_day", "pk")[:EVENTS]


@prepared
def events_before(*, day, now):
    past = Event.objects.published(now).filter(first_day__lt=day)
    return past.order_by("-first_day", "-pk")[:EVENTS]


def events(today, now) -> dict:
    """This week's events; the newest ones where there is none this week."""
    monday = today - timedelta(days=today.weekday())
    week = events_between(first=monday, last=monday + timedelta(days=6), now=now)
    if week:
        return {"events": week, "events_heading": _("Events this week")}
    return {"events": events_before(day=monday, now=now), "events_heading": _("Recent events")}


@prepared
def newest_topics(*, now):
    return Topic.objects.published(now).with_pictures().newest_first()[:TOPICS]


@prepared
def featured(*, today, now):
    """Those whom an editor wants here, by rank, then by the place given."""
    rows = Person.objects.published(now).filter(featured__isnull=False)
    ranked = with_printed_title(rows, now).by_rank(today)
    first, second, *rest = ranked.query.order_by
    return ranked.order_by(first, second, "featured", *rest)[:PERSONS]
