"""Lists of honours: names that vouch for each other."""

import re

from people.names.foreign import DOTTED
from people.names.rules import bracket_title, skip_bracket
from people.names.search import Candidate
from people.names.shape import STRICT, WORDY, Name
from people.names.words import ALIKE

_NUMBERED = re.compile(r"[ \u3000]*(?:\d{1,3}[.．、 ]|[①-⑳]|[（(]\d{1,3}[）)])?[ \u3000]*")
_GAP = re.compile(r"[ \u3000：，]+")
_UNIT_FIRST = re.compile(r"(?P<unit>[^，。；！？\n]{2,40}?)[ \u3000：]+(?=[一-鿿])")
_LINE = re.compile(r"[^\n]+")


def by_lines(search):
    """A name and what he is on each line: 韦秀兰（女，壮族） 纺织集团挡车工, or the other way round."""
    text = search.text
    rows = []
    for line in _LINE.finditer(text):
        found = _row(search, line)
        if found:
            rows.append(found)
            continue
        yield from _vouched(rows)
        rows = []
    yield from _vouched(rows)


def _vouched(rows):
    return (
        rows if len(rows) > 1 else [row for row in rows if row.name.text not in ALIKE and row.title]
    )


def _row(search, line):
    """The candidate of a line that is nothing but a name and its title."""
    text = search.text
    if line.end() - line.start() > 60 or "。" in line[0]:
        return None
    at = _NUMBERED.match(text, line.start()).end()
    name = search.name_at(at, WORDY) or _dotted_at(text, at)
    if not name:
        return None
    gap = _GAP.match(text, skip_bracket(text, name.end))
    if gap:
        title = text[gap.end() : line.end()].strip()
        if re.search(r"[；！？]", title) or search.name_at(gap.end(), STRICT):
            return None
        return Candidate(name, "line", 10, title=title)
    if skip_bracket(text, name.end) == line.end():
        return Candidate(name, "line", 10, title=bracket_title(text, name.end))
    return None


def _dotted_at(text, at):
    match = DOTTED.match(text, at)
    return Name(at, match.end(), match[0]) if match else None


_SERIES = re.compile(
    r"(?<![一-鿿])[一-鿿]{2,4}(?:（[^（）\n]{1,30}）)?(?:(?:、|[ \u3000]+)[一-鿿]{2,12}(?:（[^（）\n]{1,30}）)?)+"
)


def by_series(search):
    """张伟、李娜、王芳…: a run in which every piece is a name, whatever stands before it."""
    text = search.text
    for series in _SERIES.finditer(text):
        at, found = series.start(), []
        while True:
            name = search.name_at(at, WORDY)
            if not name:
                break
            found.append(name)
            after = skip_bracket(text, name.end)
            gap = re.compile(r"、|[ \u3000]+").match(text, after)
            if not gap:
                break
            at = gap.end()
        yield from _run(text, series.start(), found)


def _run(text, start, found):
    announced = text[max(0, start - 1) : start] == "："
    bracketed = sum(bool(bracket_title(text, name.end)) for name in found)
    if len(found) < (2 if announced or bracketed > 1 else 3):
        return
    if sum(name.text in ALIKE for name in found) * 2 > len(found):
        return
    if not announced and all(len(name.text) == 2 for name in found):
        return
    for name in found:
        yield Candidate(name, "series", 4, title=bracket_title(text, name.end))
