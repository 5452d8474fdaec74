"""Which of the day words of a paragraph an event belongs to."""

import re
from bisect import bisect_left

from articles.intake.dates import DAY_WORDS, resolved


class Days:
    """The day words of a paragraph and which of them an event belongs to."""

    def __init__(self, text, page_date, told=""):
        self._text, self._told = text, told
        self._places, self._days = [], []
        for match in DAY_WORDS.finditer(text):
            if text[match.start() - 1 : match.start()] not in (*"至到—-－~～、",):
                self._places.append(match.start())
                self._days.append(resolved(match, page_date))

    def near(self, start):
        """Are there day words before this place in its sentence?"""
        sentence = back_to(self._text, "。；！？\n", start)
        return bool(self._between(sentence, start) or self._that_day(sentence, start))

    def of(self, start, end):
        sentence = back_to(self._text, "。；！？\n", start)
        inside = self._between(end, _CLAUSE_END.search(self._text, end).start())
        before = self._between(sentence, start)[::-1]
        earlier = self._between(0, sentence, at_most=5)[::-1]
        that_day = self._that_day(sentence, start)
        return next(filter(None, [*inside, *before, *earlier, that_day]), "")

    def _that_day(self, start, end):
        """The day told of before, where the sentence says 当天."""
        return _THAT_DAY.search(self._text, start, end) and self._told

    def last(self):
        """The last day told of; a month is none."""
        return next((day for day in reversed(self._days[-50:]) if len(day) == 10), "")

    def _between(self, start, end, *, at_most=50):
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return self._days[max(first, last - at_most) : last]


_THAT_DAY = re.compile("当天|当日|当晚|同日")
_CLAUSE_END = re.compile("[，。；]|$")
_REACH = 400  # characters back to the start of a sentence; longer ones are not news


def back_to(text, marks, end):
    reach = max(0, end - _REACH)
    return max((text.rfind(mark, reach, end) + 1 for mark in marks), default=0) or reach
