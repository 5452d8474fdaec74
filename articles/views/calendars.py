"""Events for the reader's own calendar: one, a campaign with its parts, all of them."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.exchange.answers import for_programs, refuse_what_is_wrong
from articles.exchange.calendar import for_calendar, name_of, written
from articles.models import Event
from articles.views.events import EventFilter

MOST = 1000  # events in one calendar, the newest; the date parameter leads to older ones


@for_programs
def event_ics(request, *, pk):
    event = get_object_or_404(for_calendar(Event.objects.published()), pk=pk)
    return calendar(name_of(event), [event])


@for_programs
def campaign_calendar(request, *, pk):
    """An event and what is part of it."""
    event = get_object_or_404(Event.objects.published(), pk=pk)
    family = Event.objects.published().filter(Q(pk=pk) | Q(part_of=pk))
    return calendar(name_of(event), for_calendar(family)[:MOST])


@for_programs
def all_calendar(request):
    chosen = EventFilter(request.GET, request.path)
    refuse_what_is_wrong(chosen)
    return calendar(name_of(_("Events")), for_calendar(chosen.events())[:MOST])


def calendar(name: str, events) -> HttpResponse:
    return HttpResponse(written(name, events), content_type="text/calendar; charset=utf-8")
