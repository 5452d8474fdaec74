"""Events: what happened when, who was there as what, and the stories about it."""

from dataclasses import dataclass, field

from django import forms
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.exchange.calendar import has_day
from articles.filters import PartialDate
from articles.models import Article, Event
from articles.selection import by_event
from articles.showing import not_hidden, set_links
from newsdesk import dates
from newsdesk.listing import RecordFilter
from people.models import Membership, Organization, Person

SHOWN = 30  # stories on a record's page; the list has them all


class EventFilter(RecordFilter):
    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=[("", _("all")), *Event.Kind.choices]
    )
    date = PartialDate(
        label=_("date"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "2024-01", "autocomplete": "off"}),
    )

    def events(self):
        events = Event.objects.published().search(self.values.get("q", ""))
        if kind := self.values.get("kind"):
            events = events.filter(kind=kind)
        if text := self.values.get("date"):
            days = dates.bounds(text)
            events = events.between(days.first, days.last)
        return events


@require_safe
def event_list(request):
    chosen = EventFilter(request.GET, request.path)
    page = chosen.page_of(chosen.events()) if chosen.status == 200 else None
    status = 404 if page and page.is_beyond else chosen.status
    context = {"filter": chosen, "page": page}
    return render(request, "articles/event_list.html", context, status=status)


@require_safe
def event_detail(request, *, pk):
    event = get_object_or_404(Event.objects.published(), pk=pk)
    family = Event.objects.published()
    stories = Article.objects.published().filter(by_event(event)).with_beginnings()
    organizers, participants = organizers_of(event), participants_of(event)
    set_links(organizers, participants)
    context = {
        "event": event,
        "has_day": has_day(event),
        "whole": family.filter(pk=event.part_of_id).first(),
        "parts": family.filter(part_of=event).order_by("first_day", "pk"),
        "organizers": organizers,
        "participants": participants,
        "stories": stories.newest_first()[:SHOWN],
    }
    return render(request, "articles/event_detail.html", context)


@dataclass
class Row:
    """Somebody at an event, with all the roles in which they were there."""

    person: Person | None = None
    organization: Organization | None = None
    title: str = ""
    roles: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def person_id(self):
        return self.person and self.person.pk

    @property
    def organization_id(self):
        return self.organization and self.organization.pk

    @property
    def name(self) -> str:
        return self.person.name if self.person else str(self.organization)


def organizers_of(event) -> list[Row]:
    return [Row(organization=organization) for organization in event.organizers.nameable()]


def participants_of(event) -> list[Row]:
    """In protocol order: as the desk numbered them, then by rank on the day; each once."""
    day = event.first_day or timezone.localdate()
    held = Membership.objects.with_posts()
    rows = not_hidden(
        event.participations.exclude(person__in=Person.objects.known_only_from_drafts())
        .exclude(organization__in=Organization.objects.known_only_from_drafts())
        .with_people()
        .prefetch_related(Prefetch("person__memberships", held))
    )
    seats: dict = {}
    for row in sorted(rows, key=lambda row: (row.order, *rank_of(row.person, day), row.pk)):
        seat = seats.setdefault(
            (row.person_id, row.organization_id), Row(row.person, row.organization)
        )
        seat.roles.append(row.get_role_display())
        seat.title = seat.title or row.title
    return list(seats.values())


def rank_of(person, day) -> tuple[int, int]:
    """The rank of what they hold on the day; those without stand last."""
    first = person.held_on(day)[:1] if person else []
    return first[0].rank_key()[:2] if first else (10**9, 0)
