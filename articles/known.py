"""Whom and what the records know: exact matches for what a page prints, one query a kind."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Event
from newsdesk.dates import Certainty
from newsdesk.text import normalise_name
from people.models import Membership, Organization, Person, Reporter

_BETWEEN_TITLES = re.compile("[、，,；;]")


@dataclass(frozen=True)
class Match:
    """`exact`: name and printed title are both on record, and not known to be of another time."""

    person: Person | None
    reason: str
    memberships: list[Membership] = field(default_factory=list)
    exact: bool = False


class KnownPeople:
    """The known persons of these names, by name and other name."""

    def __init__(self, names):
        self.names = {normalise_name(name) for name in names} - {""}

    @cached_property
    def _persons(self) -> dict[str, list[Person]]:
        query = Q(name__in=self.names) | Q(other_names__name__in=self.names)
        persons = Person.objects.filter(query).distinct().with_titles()
        found = {name: [] for name in self.names}
        for person in persons.prefetch_related("other_names"):
            for name in {person.name, *(other.name for other in person.other_names.all())}:
                if name in found:
                    found[name].append(person)
        return found

    @cached_property
    def _reporters(self) -> set[int]:
        persons = [person.pk for rows in self._persons.values() for person in rows]
        return set(Reporter.objects.filter(pk__in=persons).values_list("pk", flat=True))

    def named(self, name) -> list[Person]:
        return self._persons.get(normalise_name(name), [])

    def reporter(self, name) -> Person | None:
        """The one known reporter of this name."""
        rows = [person for person in self.named(name) if person.pk in self._reporters]
        return rows[0] if len(rows) == 1 else None

    def match(self, name, title, day: date | None) -> Match:
        """Who is meant by a name and title printed on a day."""
        persons = self.named(name)
        if not persons:
            return Match(None, _("nobody of this name is known"))
        matches = [_by_title(person, title, day) for person in persons]
        exact = [match for match in matches if match.exact]
        if len(exact) == 1:
            return exact[0]
        if len(persons) == 1:
            return matches[0]
        return Match(None, _("%(count)d persons have this name") % {"count": len(persons)})


def _by_title(person, title, day) -> Match:
    if not title:
        return Match(person, _("the only person of this name; no title printed"))
    if day is None:
        return Match(person, _("the only person of this name; the page has no date"))
    held = memberships_meant(person, title, day)
    if held is None:
        return Match(person, _("the only person of this name; the title is not on record"))
    certain = all(row.on(day) == Certainty.CERTAINLY for row in held)
    reason = (
        _("name and title as on record for that day")
        if certain
        else _("name and title as on record; uncertain whether held on that day")
    )
    return Match(person, reason, held, exact=True)


def memberships_meant(person, title, day) -> list[Membership] | None:
    """What the person held that day, one for each part of the printed title; None if any is missing.

    A part may leave out the organization of the part before it: 市总工会副主席、党组成员.
    """
    held, meant = person.held_on(day), []
    for part in filter(None, _BETWEEN_TITLES.split(title.replace(" ", ""))):
        row = next((row for row in held if _is_called(row, part, meant)), None)
        if row is None:
            return None
        meant.append(row)
    return meant or None


def _is_called(membership, part, before) -> bool:
    house, label = membership.post.organization, membership.label
    same_house = before and before[-1].post.organization_id == membership.post.organization_id
    forms = {name + label for name in (house.all_names if house else {""})}
    return part in forms | ({label} if same_house else set())


def collective(name) -> Organization | None:
    """The one organization that signs with this name."""
    query = Q(name=name) | Q(title_form=name) | Q(short_names__contains=name)
    rows = [row for row in Organization.objects.filter(query) if name in row.all_names]
    return rows[0] if len(rows) == 1 else None


def event_of(name, day: str) -> tuple[Event | None, str]:
    """The one known event of this name on this day, and why it is proposed or not."""
    same = list(Event.objects.filter(Q(name=name) | Q(short_name=name))[:50])
    on_day = [event for event in same if _is_on(event, day)]
    if len(on_day) == 1:
        return on_day[0], _("name and date as on record")
    if not same:
        return None, _("no event of this name is known")
    return None, _("an event of this name is known, but the date differs or is unknown")


def _is_on(event, day: str) -> bool:
    try:
        return event.first_day <= date.fromisoformat(day) <= event.last_day
    except ValueError:  # a partial date is no day
        return event.start == day
