"""The printed lines of a page, and how wide its columns are."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from .marks import HAN, has_ended, width

HANGING = "，。、；：！？,.”"  # marks may stand outside the column
_PADDING = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Line:
    """text[start:end] without the space around it; `gap`: an empty line stands before it."""

    number: int
    start: int
    end: int
    text: str
    indent: int
    gap: bool

    @property
    def width(self):
        """Padding inside a name (张 三) is as wide as a character."""
        return width(self.text) + 0.5 * len(_PADDING.findall(self.text))


def split(text):
    lines, gap = [], True
    for number, match in enumerate(_LINE.finditer(text), 1):
        printed = match.group()
        content = printed.strip()
        if content:
            indent = len(printed) - len(printed.lstrip())
            start = match.start() + indent
            lines.append(Line(number, start, start + len(content), content, indent, gap))
        gap = not content
    return _closed_up(lines)


def _closed_up(lines):
    """Where an empty line follows each line of a column, none that stands behind a full one parts."""
    found = list(lines)
    for first, last in _spread(lines):
        run = lines[first:last]
        column = column_width(run)
        if not column or not _breaks_off(run, column):
            continue
        usual = min(_apart(*pair) for pair in pairwise(run))
        for i, (above, each) in enumerate(pairwise(run), first + 1):
            if _fills(above, column) and _apart(above, each) == usual:
                found[i] = replace(each, gap=False)
    return found


def _apart(above, below):
    return below.number - above.number


def _spread(lines):
    """[first, last) of lines of columns each of which has an empty line before it."""
    first = 0
    for i in range(1, len(lines) + 1):
        wide = i < len(lines) and lines[i].width > _WIDEST
        if i == len(lines) or wide or not lines[i].gap:
            if i - first > _FEW:
                yield first, i
            first = i + wide


_FEW, _WIDEST = 6, 36


def _breaks_off(lines, column):
    """Do most of the full lines end in mid-sentence, as no whole paragraph does?"""
    full = [each for each in lines[:-1] if _fills(each, column)]
    return len(full) > 2 and sum(has_ended(each.text) for each in full) < 0.4 * len(full)


def _fills(line, column):
    return column - 2 <= width(line.text) + line.indent <= column + 3


def column_width(lines):
    """The width of a column where each printed line is a line of its own, else 0.

    Columns are narrow and most lines fill them; whole paragraphs are long and of any length.
    """
    widths = [round(line.width) for line in lines]
    if len(widths) < 6:
        return 0
    narrow = [each for each in widths if 8 <= each <= 36]
    if len(narrow) < 0.6 * len(widths):
        return 0
    counts = Counter(round(width(line.text.rstrip(HANGING))) for line in lines)
    counts = Counter({each: number for each, number in counts.items() if 8 <= each <= 36})
    best = max(counts, key=lambda each: (about(counts, each), each), default=0)
    printed = sum(each for each in widths if each <= best + 2)
    fills = about(counts, best) >= 0.25 * len(widths) and printed >= 0.7 * sum(widths)
    return best if fills else 0


def about(counts, each):
    """How many are of this width, or of one beside it."""
    return counts[each] + counts[each - 1] + counts[each + 1]


def line_starts(text):
    """Where each line of the text begins: to turn a place into line and column."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]
