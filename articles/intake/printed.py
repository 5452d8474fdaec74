"""What is true of a page of lines as a whole, and of the place between two lines."""

import re
from collections import Counter

from .edges import sentence_edge
from .lines import HANGING
from .marks import has_ended, is_soft, width

_UNITS = (
    "0123456789.,%％℃年月日时分秒点届次名个人位元万亿千百家支场件项条号期版岁座台只张份页册公米吨度"
)


_AROUND = 5


def _near(counts, each):
    return counts[each] + counts[each - 1] + counts[each + 1]


def _fills(printed, column):
    return column - 1 <= printed <= column + 3


class Page:
    """What is true of the page as a whole, and the parts between two lines."""

    def __init__(self, segments, between, width):
        self.segments, self.between, self.width = segments, between, width
        self._triples, self._openings = None, None
        indented = sum(1 for each in segments if each.line.indent in (2, 4))
        self.indents = indented >= 2
        self.text = "\n".join(each.text for each in segments)
        self._measure = self._measured()
        self._widths = list(self._columns()) if width else [0] * len(segments)

    def _columns(self):
        """The width of the column that each line stands in, by the lines around it."""
        sizes = [round(self._measure(each.line.text.rstrip(HANGING))) for each in self.segments]
        for i in range(len(sizes)):
            around = Counter(
                each for each in sizes[max(0, i - _AROUND) : i + _AROUND + 1] if 8 <= each <= 36
            )
            best = max(around, key=lambda each: (_near(around, each), each), default=0)
            yield best if _near(around, best) >= _AROUND else self.width

    def is_indented(self, i):
        return self.indents and self.segments[i].line.indent in (2, 4)

    def is_full(self, i):
        segment = self.segments[i]
        line = segment.line
        text = line.text if segment.end == line.end else segment.text
        indent = 2 if line.indent else 0
        return bool(self.width) and _fills(self._measure(text) + indent, self._widths[i])

    def _measured(self):
        """Digits are half as wide as Han, or count like them: as more lines fill the column."""
        texts = [each.line.text for each in self.segments]
        by_width, by_count = (
            sum(_fills(size(each), self.width) for each in texts) for size in (width, len)
        )
        return len if by_count > by_width else width

    def wraps(self, i):
        """Is this a printed line of a column, rather than a whole paragraph?"""
        return bool(self.width) and self.segments[i].line.width <= self.width + 3

    def gap(self, i):
        """Is there anything between this line and the one before?"""
        return self.segments[i].gap or bool(self.between[i])

    def has_byline_before(self, i):
        return i < len(self.segments) and "byline" in self.between[i]

    def is_known(self, i):
        """Does what begins here stand, or even begin a line or sentence, elsewhere on the page?"""
        begins = self.segments[i].text[:3]
        if self.crosses(i):
            return 0
        return 2 * (self._opened()[begins] > 1) or int(self._count()[begins] > 1)

    def has_open_quote(self, i):
        text = self.segments[i].text
        return text.count("“") > text.count("”") or bool(text.count('"') % 2)

    def has_ended(self, i):
        """Does a sentence, or the signature behind it, end with this line?"""
        text = self.segments[i].text
        if text[-1] in "）)" and text.count("（") + text.count("(") == 0 and i:
            text = self.segments[i - 1].text + text
        return has_ended(text)

    def is_awaited(self, i):
        """Does a sentence that broke off above go on here, with something else between?"""
        text = self.segments[i].text
        for j in range(max(0, i - 12), i - 1):
            broken = self.segments[j].text
            if is_soft(broken) and self.gap(j + 1) and sentence_edge(broken, text) < 0:
                return "，" in text or "," in text
        return False

    def is_inside(self, i):
        """Is the break inside a bracket, or between a number and its unit?"""
        left, right = self.segments[i - 1].text, self.segments[i].text
        if left.rfind("（") > left.rfind("）") or left.rfind("(") > left.rfind(")"):
            return True
        return left[-1].isdigit() and right[0] in _UNITS

    def crosses(self, i):
        """Does the page print elsewhere what stands over this break?"""
        left, right = self.segments[i - 1].text[-2:], self.segments[i].text[:2]
        triples = self._count()
        return len(left + right) == 4 and bool(
            triples[left + right[:1]] or triples[left[-1:] + right]
        )

    def _count(self):
        if self._triples is None:
            self._triples = Counter(self.text[k : k + 3] for k in range(len(self.text) - 2))
        return self._triples

    def _opened(self):
        if self._openings is None:
            self._openings = Counter(re.findall(r"(?:^|[。\n])(\w{3})", self.text))
        return self._openings
