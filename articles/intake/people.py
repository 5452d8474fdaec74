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


def told_of(
    paragraphs, *, headlines=(), captions=(), writers=frozenset(), directory=EMPTY, padded=None
):
    """People in order of first mention.

    A mention in `headlines` has a negative paragraph number, counted from their end; captions
    count on after the paragraphs. Headlines leave titles out, so a bare name there gives way
    to the first mention in the paragraphs. `padded` gives for a text the places of two-character
    names that were printed with padding.
    """
    first = {}
    texts = [*headlines, *paragraphs, *captions]
    for told in _mentions(texts, -len(headlines), directory, padded or {}):
        known = first.get(told.name)
        if told.name not in writers and (known is None or _only_headed(known, told)):
            first[told.name] = told
    return sorted(first.values(), key=lambda told: (told.paragraph, told.start))


def _only_headed(known, told):
    return known.paragraph < 0 and not known.title and (told.paragraph >= 0 or told.title)


def _mentions(texts, first_number, directory, padded):
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    apart = [
        (start + first, start + end)
        for start, text in zip(starts, texts, strict=False)
        for first, end in padded.get(text, ())
    ]
    for found in find("\n".join(texts), directory, apart):
        if found.rule == SET_PHRASE:
            continue
        number = bisect_right(starts, found.start) - 1
        start, end = found.start - starts[number], found.end - starts[number]
        yield ToldOf(found.name, found.title, first_number + number, start, end, found.key)
