"""Lines cut into segments: the smallest parts of a page that have a kind of their own."""

import re
from dataclasses import dataclass, field

from .furniture import continued
from .lines import Line
from .marks import has_ended, width
from .signed import signs_off

HEADING_ROLES = ("banner", "kicker", "headline", "subheadline")
_EMPHASIS = re.compile(r"\*\*|__")
_HASHES = re.compile(r"#{1,6}\s+")
_DATELINE = re.compile(r"\s*[^\s，。]{2,12}讯")


@dataclass
class Segment:
    """text[start:end]; `marker`: the print itself set it off: 1 for **, □ and #, 2 for ##."""

    start: int
    end: int
    text: str
    line: Line
    kind: str = ""
    forced: int | None = None
    role: str = ""
    marker: int = 0
    gap: bool = False
    ends_gap: bool = False
    opens: bool = False
    listed: bool = False  # an entry of a list, or the heading over entries
    captioned: bool = False
    bullet: bool = False
    cut: bool = False
    moved: bool = False
    dated: bool = False
    story: int | None = None
    extra: list = field(default_factory=list)

    @property
    def width(self):
        return width(self.text)

    @property
    def goes_onward(self):
        """Is it a note that the story goes on elsewhere: 下转3版?"""
        return self._is_note("转")

    @property
    def comes_from(self):
        """Is it a note that the story began elsewhere: 上接1版?"""
        return self._is_note("接")

    def _is_note(self, way):
        return self.kind == "furniture" and any(
            each[0] == "page" and way in each[1] for each in self.extra
        )

    @property
    def ended(self):
        return has_ended(self.text) or signs_off(self.text)


def cut(text, lines):
    """Segments and the spans of markup between them."""
    segments, markup = [], []
    for line in lines:
        _cut_line(segments, markup, text, line)
    for segment, after in zip(segments, segments[1:], strict=False):
        segment.ends_gap = after.gap
    if segments:
        segments[-1].ends_gap = True
    return segments, markup


def forced_segment(text, line, start, end, kind, owner):
    """What an editor says text[start:end] of a line is; None where nothing is printed."""
    made = []
    _add(made, text, line, start, end, kind, owner)
    for each in made:
        each.gap = line.gap and each.start == line.start
    return made[0] if made else None


def _add(segments, text, line, start, end, kind="", owner=None, marker=0):
    content = text[start:end].strip()
    if not content:
        return
    start = text.index(content, start)
    first = not segments or segments[-1].line.number != line.number
    role = kind if kind in HEADING_ROLES else ""
    kind = "heading" if role else "caption" if kind == "credit" else kind
    segments.append(
        Segment(
            start,
            start + len(content),
            content,
            line,
            kind,
            owner,
            role,
            marker,
            line.gap and first,
        )
    )


def _cut_line(segments, markup, text, line):
    start, end = line.start, line.end
    hashes = _HASHES.match(text, start, end)
    if hashes:
        markup.append((start, hashes.end()))
        start = hashes.end()
    parts = [(start, end, len(hashes.group().strip()) if hashes else 0)]
    emphasis = _emphasised(text, start, end)
    if emphasis:
        opened, closed = emphasis
        markup += [(opened, opened + 2), (closed, closed + 2)]
        parts = [(start, opened, 0), (opened + 2, closed, 1), (closed + 2, end, 0)]
    for begin, stop, marker in parts:
        _cut_note(segments, text, line, begin, stop, marker)


def _emphasised(text, start, end):
    """Where ** opens and closes a heading; bold words inside a sentence are left to the repair."""
    marks = [match.start() for match in _EMPHASIS.finditer(text, start, end)]
    if len(marks) != 2:
        return None
    opened, closed = marks
    inside, before, after = text[opened + 2 : closed], text[start:opened], text[closed + 2 : end]
    heads = len(inside.strip()) >= 4 and not has_ended(inside) and not has_ended(before)
    if heads and (not after.strip() or (not before.strip() and _DATELINE.match(after))):
        return opened, closed
    return None


def _cut_note(segments, text, line, start, end, marker):
    """下转3版 stands at the end of a paragraph as often as on a line of its own."""
    printed = text[start:end].strip()
    note = continued(printed)
    if not note:
        _add(segments, text, line, start, end, marker=marker)
        return
    start = text.index(printed, start)
    _add(segments, text, line, start, start + note.start(), marker=marker)
    _add(segments, text, line, start + note.start(), start + note.end(), "furniture")
    segments[-1].extra = [("page", note["way"], note["page"])]
    _add(segments, text, line, start + note.end(), end, marker=marker)
