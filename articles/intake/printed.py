"""What is true of a page of lines as a whole, and of the place between two lines."""

import re
from collections import Counter
from itertools import accumulate
from math import log

from people.names.heads import HEADS
from people.names.surnames import COMMON

from . import genre
from .breaks import ends, misfit, paragraph_break, sentence_break
from .datelines import opens_story
from .lines import HANGING, about
from .marks import NEVER_FIRST, OPENERS, PAUSE, has_ended, is_soft, width
from .signed import signs_off

_UNITS = (
    "0123456789.,%％℃年月日时分秒点届次名个人位元万亿千百家支场件项条号期版岁座台只张份页册公米吨度"
)


_OPEN_BRACKET = re.compile(r"[（(][^（()）。]*$")
_CLOSES = re.compile(r"[^（()）。]{0,40}[）)]")
_AROUND = 5
_AHEAD, _BEHIND = 60, 260
_SUREST = (
    4  # log odds that words alone may give: papers write otherwise than what they learned from
)
_UNIT = re.compile(
    rf"[{re.escape(OPENERS)}]*(?:\d[\d.,:％%]*|[A-Za-z]+|.)[{re.escape(NEVER_FIRST)}]*", re.DOTALL
)


def _fills(printed, column):
    return column - 1 <= printed <= column + 3


# 市劳动就业服务中心主任揭晓晴介绍，: who says what follows
_SOMEBODY = re.compile(
    rf"(?=[^，,。“\"]{{0,24}}(?:{'|'.join(sorted(HEADS, key=len, reverse=True))}))[^，,。“\"]{{4,30}}"
    rf"(?:{'|'.join(sorted(genre.SPEECH, key=len, reverse=True))})[，,：:。“\"]"
)


class Page:
    """What is true of the page as a whole, and the parts between two lines."""

    def __init__(self, segments, between, width):
        self.segments, self.between, self.width = segments, between, width
        self._triples, self._openings = None, None
        indented = sum(1 for each in segments if each.line.indent in (2, 4))
        self.indents = indented >= 2
        self.text = "\n".join(each.text for each in segments)
        self._measure, self._widths = self._measured()
        self._running = "".join(each.text for each in segments)
        self._starts = list(accumulate((len(each.text) for each in segments), initial=0))
        self._cropped = self._is_cropped()
        self._strays = self._strayed()
        self.parted = self._is_parted()

    def _measured(self):
        """Digits are half as wide as Han, or count like them: as more lines fill their columns."""
        columns = {measure: list(self._columns(measure)) for measure in (width, len)}

        def filled(measure):
            sizes = (measure(each.line.text) for each in self.segments)
            return sum(map(int.__eq__, map(round, sizes), columns[measure]))

        best = max(columns, key=filled)
        return best, columns[best]

    def _columns(self, measure):
        """The width of the column that each line stands in, by the lines around it; 0 for none."""
        sizes = [round(measure(each.line.text.rstrip(HANGING))) for each in self.segments]
        for i in range(len(sizes)):
            near = sizes[max(0, i - _AROUND) : i + _AROUND + 1]
            around = Counter(each for each in near if 8 <= each <= 36)
            best = max(around, key=lambda each: (about(around, each), each), default=0)
            yield best if about(around, best) >= _AROUND else self.width

    def room(self, i):
        """How much more a line could hold than the first unit of the next; below 0 it is full."""
        line = self.segments[i].line
        text = line.text if self.segments[i].end == line.end else self.segments[i].text
        size = self._measure(text) + (2 if line.indent else 0)
        unit = _UNIT.match(self.segments[i + 1].text).group()
        return self._widths[i] - size - self._measure(unit)

    def _is_parted(self):
        """Do empty lines part the paragraphs? Then few stand where a sentence goes on."""
        if self.indents or not self.width:
            return False
        places = [i for i in range(1, len(self.segments)) if self.wraps(i - 1) and self.wraps(i)]
        gaps = [self.has_ended(i - 1) for i in places if self.gap(i) and self._is_text(i)]
        return sum(gaps) > 2 and sum(gaps) > 0.75 * len(gaps)

    def _is_text(self, i):
        """Do lines i - 1 and i look like text, each with a neighbour of its own paragraph?"""
        above, last = self.segments[i - 1], i + 1 == len(self.segments)
        within = above.ended or (i > 1 and not self.gap(i - 1))
        return within and not last and not self.gap(i + 1)

    def _is_cropped(self):
        """Did the page lose its indents? Then what surely begins a paragraph is two short."""
        if self.indents:
            return False
        firsts = [
            self.room(i)
            for i in range(1, len(self.segments) - 1)
            if self.wraps(i - 1) and self.room(i - 1) > 2 and self.has_ended(i - 1)
            if self.wraps(i) and not self.segments[i].ended and not self.gap(i + 1)
            if not opens_story(self.segments[i + 1].text)
        ]
        return len(firsts) > 1 and sum(0 <= each <= 2 for each in firsts) > 0.6 * len(firsts)

    def _strayed(self):
        """How often a line is shorter than it need be though its sentence goes on."""
        going = [
            self.room(i)
            for i, each in enumerate(self.segments[:-1])
            if self.wraps(i) and not each.ended and not self.gap(i + 1)
            if not (self._cropped and i and self.has_ended(i - 1))
        ]
        return (sum(each >= 0 for each in going) + 1) / (len(going) + 4)

    def form(self, i, start):
        """Log odds that a paragraph ends with line i - 1, by how far the line fills its column."""
        if not self.wraps(i - 1):
            return 6 * self.has_ended(i - 1)
        room = self.room(i - 1) - 2 * (self._cropped and start == i - 1)
        if room < 0:
            return log((1 - room) / self._widths[i - 1])
        return min(6, 0.7 * room - log(self._strays))

    def crop(self, i):
        """Log odds that line i lost the indent of a first line."""
        last = i + 1 == len(self.segments)
        if not self._cropped or last or not self.wraps(i) or self.segments[i].ended:
            return 0
        return 3 if 0 <= self.room(i) <= 2 else -3

    def words(self, i, start):
        """Log odds that a paragraph ends before line i, by the words from line `start` on."""
        before, after = self.around(i, start)
        if self.has_ended(i - 1):
            return 1.3 * paragraph_break(before, after) + 0.4
        return max(-_SUREST, min(_SUREST, 0.8 * sentence_break(before, after)))

    def misfit(self, i, start):
        """Do the lines around a break belong together neither as one sentence nor as two?"""
        return misfit(*self.around(i, start))

    def ends_well(self, i):
        """Can a sentence end with line i - 1, whatever follows: 0 for hardly, 1 for likely."""
        return max(0, min(1, 1 + ends(self.around(i, i - 1)[0]) / 4))

    def introduces(self, i):
        """Does line i begin with who says what follows: 市总工会主席黄奕奕介绍，?"""
        return bool(_SOMEBODY.match(self.segments[i].text))

    def around(self, i, start):
        """The text of the paragraph before line i, and what follows."""
        before = self._running[self._starts[start] : self._starts[i]]
        stop = self._starts[i] + _AHEAD
        if not self.wraps(i) and self.gap(i + 1):
            stop = min(stop, self._starts[i + 1])  # what stands apart need not go on
        return before[-_BEHIND:], self._running[self._starts[i] : stop]

    def is_open(self, i, start):
        """Is a quotation or a bracket still open where line i begins?"""
        before = self._running[self._starts[start] : self._starts[i]]
        return (
            before.count("“") > before.count("”")
            or before.count("（") + before.count("(") > before.count("）") + before.count(")")
            or before.count('"') % 2 == 1
        )

    def closes(self, i):
        """Does line i end the bracket in which the line before breaks off: （记者 X / 通讯员 Y）?"""
        opened, text = _OPEN_BRACKET.search(self.segments[i - 1].text), self.segments[i].text
        return bool(opened and _CLOSES.match(text))

    def is_indented(self, i):
        return self.indents and self.segments[i].line.indent in (2, 4)

    def is_full(self, i):
        segment = self.segments[i]
        line = segment.line
        text = line.text if segment.end == line.end else segment.text
        indent = 2 if line.indent else 0
        return self._widths[i] > 0 and _fills(self._measure(text) + indent, self._widths[i])

    def wraps(self, i):
        """Is this a printed line of a column, rather than a whole paragraph?"""
        return 0 < self.segments[i].line.width <= self._widths[i] + 3 and self._widths[i] > 0

    def gap(self, i):
        """Is there anything between this line and the one before?"""
        return i == len(self.segments) or self.segments[i].gap or bool(self.between[i])

    def has_byline_before(self, i):
        return i < len(self.segments) and "byline" in self.between[i]

    def known(self, i):
        """How much what begins here stands, or even begins a line or sentence, elsewhere too."""
        begins = self.segments[i].text[:3]
        if self.crosses(i):
            return 0
        named = begins[:1] in COMMON and self._count()[begins[:2]] > 1
        if self._opened()[begins] > 1:
            return 2
        return 1 if named else 0.5 * (self._count()[begins] > 1)

    def has_ended(self, i):
        """Does a sentence, or the signature behind it, end with this line?"""
        text = self.segments[i].text
        if text[-1] in "）)" and text.count("（") + text.count("(") == 0 and i:
            text = self.segments[i - 1].text + text
        return has_ended(text) or signs_off(text)

    def is_awaited(self, i):
        """Does a sentence that broke off above go on here, with something else between?"""
        text = self.segments[i].text
        for j in range(max(0, i - 12), i - 1):
            broken = self.segments[j].text
            goes_on = broken[-1] in PAUSE or sentence_break(broken, text) < 0
            if is_soft(broken) and self.gap(j + 1) and goes_on:
                return "，" in text or "," in text
        return False

    def is_quoted_above(self, i):
        """Does a quotation end in line i that began before it?"""
        text = self.segments[i].text
        return 0 <= text.find("”") < (text.find("“") + 1 or len(text))

    def is_counting(self, i):
        """Is the break between a number and its unit?"""
        left, right = self.segments[i - 1].text, self.segments[i].text
        return bool(re.search(r"\d[.,:]?$", left)) and right[0] in _UNITS

    def crosses(self, i):
        """Does the page print elsewhere what stands over this break?"""
        left, right = self.segments[i - 1].text[-2:], self.segments[i].text[:2]
        triples = self._count()
        return len(left + right) == 4 and bool(
            triples[left + right[:1]] or triples[left[-1:] + right]
        )

    def _count(self):
        if self._triples is None:
            self._triples = Counter(
                self.text[k : k + size] for size in (2, 3) for k in range(len(self.text) - size + 1)
            )
        return self._triples

    def _opened(self):
        if self._openings is None:
            self._openings = Counter(re.findall(r"(?:^|[。\n])(\w{3})", self.text))
        return self._openings
