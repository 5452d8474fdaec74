"""The people of the records as a directory that names in a text are looked up in."""

from people.models import Person
from people.names import Directory, Entry


def directory(day=None):
    """Everybody known; with the titles of that day, so that it can tell namesakes apart."""
    persons = Person.objects.with_titles().prefetch_related("other_names")
    return Directory(_entry(person, day) for person in persons)


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
