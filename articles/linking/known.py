"""Whom and what the records know: exact matches for what a page prints, one query a kind."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from newsdesk.dates import Certainty
from newsdesk.text import normalise_name
from people.models import Membership, Organization, Person, Post, Reporter

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
    for part in _parts(title):
        row = next((row for row in held if _is_called(row, part, meant)), None)
        if row is None:
            return None
        meant.append(row)
    return meant or None


def _parts(title) -> list[str]:
    return list(filter(None, _BETWEEN_TITLES.split(title.replace(" ", ""))))


def _is_called(row, part, before) -> bool:
    house, label = row.post.organization, row.label
    same_house = before and before[-1].post.organization_id == row.post.organization_id
    forms = {name + label for name in (house.all_names if house else {""})}
    return part in forms | ({label} if same_house else set())


def posts_named(title) -> list[Membership]:
    """The posts on record that a printed title says, as memberships that nobody holds yet; sure ones only."""
    parts = _parts(title)
    endings = {part[at:] for part in parts for at in range(len(part))}
    posts = Post.objects.filter(label__in=endings).select_related("organization")
    named = []
    for part in parts:
        rows = [row for row in map(_open, posts) if _is_called(row, part, named)]
        named += rows if len(rows) == 1 else []
    return named


def _open(post) -> Membership:
    return Membership(post=post)


def collective(name) -> Organization | None:
    """The one organization that signs with this name."""
    query = Q(name=name) | Q(title_form=name) | Q(short_names__contains=name)
    rows = [row for row in Organization.objects.filter(query) if name in row.all_names]
    return rows[0] if len(rows) == 1 else None
