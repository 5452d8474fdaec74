"""Running text: the characters of several printed parts as one string that knows its places."""

from dataclasses import dataclass

from .marks import SPACE


@dataclass(frozen=True)
class Running:
    """`text[i]` is the character at place `at[i]` of the page; `breaks` are where parts met."""

    text: str
    at: tuple
    breaks: frozenset = frozenset()

    @classmethod
    def of(cls, page, spans):
        at, breaks = [], set()
        for start, end in spans:
            if at:
                breaks.add(len(at))
            at.extend(range(start, end))
        return cls("".join(page[i] for i in at), tuple(at), frozenset(breaks))

    def part(self, start, end):
        breaks = frozenset(each - start for each in self.breaks if start < each < end)
        return Running(self.text[start:end], self.at[start:end], breaks)

    def stripped(self):
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def spans(self):
        """The places on the page as [start, end) pairs."""
        spans = []
        for place in self.at:
            if spans and spans[-1][1] == place:
                spans[-1][1] = place + 1
            else:
                spans.append([place, place + 1])
        return [tuple(each) for each in spans]


def blank_end(page, place):
    """Where the white space that begins at a place ends."""
    while place < len(page) and (page[place].isspace() or page[place] in SPACE):
        place += 1
    return place
