"""Where a stored page meets the reading of its text, and what editors said of that."""

from django.db.utils import DatabaseError

from articles.intake import Reading, read
from people.models import Person
from people.names import EMPTY, Directory, Entry


def known_people() -> Directory:
    """The people the database knows; nobody where there is no migrated database."""
    try:
        persons = list(Person.objects.with_titles().prefetch_related("other_names"))
    except DatabaseError:
        return EMPTY
    return Directory(entry(person) for person in persons)


def entry(person) -> Entry:
    return Entry(
        key=person.pk,
        name=person.name,
        titles=tuple(row.title for row in person.memberships.all() if row.counts_as_title),
        other_names=tuple(other.name for other in person.other_names.all()),
    )


def reading_of(page) -> Reading:
    """Computed from the raw text and the editor's overrides, never stored."""
    return read(page.raw, page.overrides, page_date=page.date, directory=known_people())
