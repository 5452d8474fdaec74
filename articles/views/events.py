"""Events: a list, and each with its page."""

from django import forms
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.lists.filters import PartialDate, RecordField
from articles.models import Event
from articles.public.event_page import parts
from newsdesk import dates
from newsdesk.listing import RecordFilter
from people.models import Organization, Person


class EventFilter(RecordFilter):
    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=[("", _("all")), *Event.Kind.choices]
    )
    date = PartialDate(
        label=_("date"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "2024-01", "autocomplete": "off"}),
    )

    person = RecordField(Person.objects.published, "person_detail", label=_("person"))
    organization = RecordField(
        Organization.objects.published, "organization_detail", label=_("organizer")
    )

    def events(self):
        events = Event.objects.published().search(self.values.get("q", ""))
        if person := self.values.get("person"):
            events = events.with_participant(person)
        if organization := self.values.get("organization"):
            events = events.filter(organizers=organization)
        if kind := self.values.get("kind"):
            events = events.filter(kind=kind)
        if text := self.values.get("date"):
            days = dates.bounds(text)
            events = events.between(days.first, days.last)
        return events

    def chosen(self) -> list[tuple[str, str, str]]:
        """The person or organization whose events these are: label, name, the list without."""
        return [
            (self.fields[name].label, str(self.values[name]), self.address(**{name: ""}))
            for name in ("person", "organization")
            if name in self.values
        ]


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
    return render(request, "articles/event_detail.html", parts(event))
