"""Where a stored page meets the reading of its text, and what editors said of that."""

from django.db.utils import DatabaseError

from articles.intake import Reading, read
from people.directory import directory
from people.names import EMPTY, Directory


def known_people(day=None, within=None) -> Directory:
    """The people the database knows; nobody where there is no migrated database."""
    try:
        return directory(day, within)
    except DatabaseError:
        return EMPTY


def reading_of(page) -> Reading:
    """Computed from the raw text and the editor's overrides, never stored."""
    people = known_people(page.date)
    return read(page.raw, page.overrides, page_date=page.date, directory=people)
