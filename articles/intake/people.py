"""Who a story tells of: one row a person, at the first mention."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from people.names import EMPTY, find
from people.names.found import SET_PHRASE


@dataclass(frozen=True)
class ToldOf:
    """`paragraph` counts from 0; start and end are places in that paragraph."""

    name: str
    title: str
    paragraph: int
    start: int
    end: int
    key: object = None


def told_of(paragraphs, *, writers=frozenset(), directory=EMPTY):
    starts = [0, *accumulate(len(paragraph) + 1 for paragraph in paragraphs)]
    seen = set(writers)
    people = []
    for found in find("\n".join(paragraphs), directory):
        if found.rule == SET_PHRASE or found.name in seen:
            continue
        seen.add(found.name)
        number = bisect_right(starts, found.start) - 1
        begin = starts[number]
        people.append(
            ToldOf(
                found.name, found.title, number, found.start - begin, found.end - begin, found.key
            )
        )
    return people
