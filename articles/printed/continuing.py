"""Stories that go on on another page (下转 3 版, 上接 1 版): which belong together, and what they make as one."""

import re
from dataclasses import dataclass, replace

from articles.models import PrintPage
from articles.printed.imprint import in_figures
from articles.printed.reading_store import reading_of

FINAL = "。！？…”’」』）"


@dataclass(frozen=True)
class Join:
    """The story `number` of the first page goes on as story `second_number` of the second."""

    first: PrintPage
    number: int
    story: object
    second: PrintPage
    second_number: int
    second_story: object

    def combined(self):
        return combined(self.story, self.second_story)


def joins(page, reading=None) -> list[Join]:
    """All that lead from this page to others of the same paper and day, or from them to it."""
    if not (page.date and page.number):
        return []
    reading = reading or reading_of(page)
    if not any(story.continued_on or story.continued_from for story in reading.stories):
        return []
    found = []
    others = PrintPage.objects.filter(publication=page.publication, date=page.date)
    for other in others.exclude(pk=page.pk).exclude(number=""):
        other_reading = reading_of(other)
        found += between(page, reading, other, other_reading)
        found += between(other, other_reading, page, reading)
    return found


def between(first, reading, second, second_reading) -> list[Join]:
    """In the order of the pages; where the notes do not pair up, nobody guesses."""
    going = [each for each in reading.stories if is_page(each.continued_on, second)]
    coming = [each for each in second_reading.stories if is_page(each.continued_from, first)]
    if len(going) != len(coming):
        return []
    return [
        Join(first, one.number, one, second, other.number, other)
        for one, other in zip(going, coming, strict=True)
    ]


def is_page(printed, page) -> bool:
    return bool(printed) and plain_number(printed) == plain_number(page.number)


def plain_number(printed: str) -> str:
    """第03版, A03 and 十二 as 3, a3 and 12."""
    number = in_figures(re.sub(r"[第版\s]", "", printed)).lower()
    return re.sub(r"(?<!\d)0+(?=\d)", "", number)


def combined(story, rest):
    """One story: the rest's headline only says again what it belongs to; no other line of it is lost."""
    opening = [line for line in (rest.standfirst, rest.dateline) if line]
    paragraphs, shift = list(story.paragraphs), len(story.paragraphs) + len(opening)
    following = [*opening, *rest.paragraphs]
    if not opening and paragraphs and following and paragraphs[-1][-1] not in FINAL:
        paragraphs[-1] += following.pop(0)
        shift -= 1
    return replace(
        story,
        paragraphs=paragraphs + following,
        crossheads=story.crossheads + [(max(1, at + shift), text) for at, text in rest.crossheads],
        photos=story.photos + rest.photos,
        bylines=story.bylines + new_names(rest.bylines, story.bylines),
        people=story.people + new_names(rest.people, story.people),
        events=story.events + new_names(rest.events, story.events),
    )


def new_names(rows, there) -> list:
    names = {row.name for row in there}
    return [row for row in rows if row.name not in names]
