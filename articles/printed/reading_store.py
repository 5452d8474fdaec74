"""Where a stored page meets the reading of its text."""

from articles.intake import Reading, read
from people.directory import known_people


def reading_of(page) -> Reading:
    """Computed from the raw text and the editor's overrides, never stored."""
    people = known_people(page.date)
    return read(page.raw, page.overrides, page_date=page.date, directory=people)
