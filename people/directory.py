"""The people of the records as a directory that names in a text are looked up in."""

from itertools import chain

from django.db.utils import DatabaseError

from people.models import OtherName, Person
from people.names import EMPTY, Directory, Entry


def known_people(day=None, within=None) -> Directory:
    """The people the database knows; nobody where there is no migrated database."""
    try:
        return directory(day, within)
    except DatabaseError:
        return EMPTY


def directory(day=None, within=None):
    """Everybody known; with the titles of that day, so that it can tell namesakes apart.

    `within` a text: only those whose name stands in it, which spares loading all the others.
    """
    persons = Person.objects.with_titles().prefetch_related("other_names")
    if within is not None:
        persons = persons.filter(pk__in=_named_in(within))
    return Directory(_entry(person, day) for person in persons)


def _named_in(text) -> set[int]:
    names = chain(
        Person.objects.values_list("pk", "name"),
        OtherName.objects.values_list("person_id", "name"),
    )
    return {key for key, name in names if name in text}


def _entry(person, day):
    return Entry(
        key=person.pk,
        name=person.name,
        titles=_titles(person, day),
        other_names=tuple(other.name for other in person.other_names.all()),
    )


def _titles(person, day):
    if day is None:
        held = [row for row in person.memberships.all() if row.counts_as_title]
        return tuple(row.title for row in held)
    singly = [row.title for row in person.held_on(day)]
    return tuple(dict.fromkeys([person.title_on(day), *singly])) if singly else ()
