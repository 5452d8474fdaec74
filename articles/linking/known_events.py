"""Which events the records know: exact matches for what a text names, and those that are like it."""

from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Event
from newsdesk.dates import bounds

NEAR = timedelta(days=7)
ALIKE = 0.5  # share of the characters two names have in common
OFFERED = 8


class KnownEvents:
    """The events of these names, on these days or near them; `named` are (name, date) as a text gives them.

    Two queries, however many: the names of all events pass by once.
    """

    def __init__(self, named):
        self.named = list(named)

    @cached_property
    def _events(self) -> list[Event]:
        wanted, days = Q(pk__in=self._names_within()), filter(None, map(_days, self.days))
        for first, last in days:
            wanted |= Q(first_day__lte=last + NEAR, last_day__gte=first - NEAR)
        return list(Event.objects.filter(wanted))

    @property
    def days(self) -> set[str]:
        return {day for _name, day in self.named}

    def _names_within(self) -> set[int]:
        names = [name for name, _day in self.named if name]
        every = Event.objects.values_list("pk", "name", "short_name")
        return {
            key
            for key, *known in every
            if any(_contains(each, name) for each in filter(None, known) for name in names)
        }

    def of(self, name, day: str) -> tuple[Event | None, str]:
        """The one known event of this name on this day, and why it is proposed or not."""
        same = [event for event in self._events if name in (event.name, event.short_name)]
        on_day = [event for event in same if _is_on(event, day)]
        if len(on_day) == 1:
            return on_day[0], _("name and date as on record")
        if not same:
            return None, _("no event of this name is known")
        return None, _("an event of this name is known, but the date differs or is unknown")

    def like(self, name, day: str) -> list[Event]:
        """Those that are alike, nearest first: the name in theirs, of that day, or like it and near that day."""
        near = [(self._nearness(event, name, day), event) for event in self._events]
        found = sorted((each for each in near if each[0] >= ALIKE), key=lambda each: -each[0])
        return [event for _near, event in found[:OFFERED]]

    def _nearness(self, event, name, day) -> float:
        names = filter(None, (event.name, event.short_name))
        alike = max(
            1.5 if _contains(each, name) else SequenceMatcher(None, each, name).ratio()
            for each in names
        )
        if _is_on(event, day):
            return alike + 1
        return alike if alike > 1 or _is_near(event, day) else 0


def _contains(one, other) -> bool:
    return one in other or other in one


def _is_on(event, day: str) -> bool:
    try:
        return bool(event.first_day) and (
            event.first_day <= date.fromisoformat(day) <= event.last_day
        )
    except ValueError:  # a partial date is no day
        return event.start == day


def _days(day: str) -> tuple[date, date] | None:
    """The first and last day that a date may mean; None where it says nothing."""
    try:
        meant = bounds(day) if day else None
    except ValueError:
        return None
    return (meant.first, meant.last) if meant else None


def _is_near(event, day: str) -> bool:
    days = _days(day)
    if not (days and event.first_day):
        return False
    return event.first_day <= days[1] + NEAR and event.last_day >= days[0] - NEAR
