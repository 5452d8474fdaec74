"""What was changed on the way from the page to the stories, as an editor reads it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from .lines import line_starts
from .repair import Edit

_DISCARDED = ("furniture", "staff", "repeat", "markup")


@dataclass(frozen=True)
class Change:
    """raw[start:end], at line and column, became `after` in block number `block`.

    `fault` is set for an editor's own mend, which has the rule "mend".
    """

    line: int
    column: int
    before: str
    after: str
    rule: str
    start: int = 0
    end: int = 0
    block: int | None = None
    fault: str = ""


def discarded(segments, markup):
    """(start, end, kind) of what belongs to no story by its kind."""
    found = [(each.start, each.end, each.kind) for each in segments if each.kind in _DISCARDED]
    return found + [(start, end, "markup") for start, end in markup]


def removals(segments, markup):
    """The edits that take away markup and lines printed twice; they belong to no block."""
    repeats = [(each.start, each.end, "repeat") for each in segments if each.kind == "repeat"]
    marks = [(start, end, "markup") for start, end in markup]
    return [(None, Edit(start, end, "", rule)) for start, end, rule in repeats + marks]


def staff(segments, allowed):
    """Who made the page, and the edits that close up their padded names; the ledger keeps the gaps."""
    people, edits = [], []
    for segment in segments:
        for each in segment.extra if segment.kind == "staff" else ():
            gaps = list(_gaps(segment, each))
            if all(allowed(start, end, "padding") for start, end in gaps):
                edits += [(None, Edit(start, end, "", "padding")) for start, end in gaps]
            else:
                each = replace(each, name=segment.text[each.start : each.end])
            people.append(each)
    return people, edits


def _gaps(segment, credit):
    for gap in re.finditer(r"\s+", segment.text[credit.start : credit.end]):
        start = segment.start + credit.start
        yield start + gap.start(), start + gap.end()


def changes(edits, mends, mended):
    starts = line_starts(mended.raw)
    found = [
        _change(starts, mended, mended.span(each.start, each.end), each.after, each.rule, block)
        for block, each in edits
    ]
    found += [
        _change(starts, mended, (each.start, each.end), each.text, "mend", None, each.fault)
        for each in mends
    ]
    return sorted(found, key=lambda each: (each.start, each.end))


def _change(starts, mended, span, after, rule, block, fault=""):
    start, end = span
    line = max(1, bisect_right(starts, start))
    return Change(
        line=line,
        column=start - starts[line - 1] + 1,
        before=mended.raw[start:end],
        after=after,
        rule=rule,
        start=start,
        end=end,
        block=block,
        fault=fault,
    )
