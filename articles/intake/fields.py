"""From the segments of a story to its fields, each with the places it was printed at."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from . import captions, clauses, parts, signed
from .bylines import Credit, bare_names, parse, signs_column
from .marks import squeezed
from .repair import Repair, is_padded_name, latin_gap, latin_join, list_gap
from .running import Running


@dataclass(frozen=True)
class Block:
    """One field as it was printed: [start, end) spans, and its value."""

    kind: str
    story: int | None
    spans: tuple
    text: str


@dataclass
class Photo:
    caption: str = ""
    credits: list = field(default_factory=list)


@dataclass
class Story:
    """`place`: where on the page its first character stands; that is its name for an editor."""

    number: int
    place: int = 0
    banner: str = ""
    kicker: str = ""
    headline: str = ""
    subheadline: str = ""
    standfirst: str = ""
    dateline: str = ""
    bylines: list = field(default_factory=list)
    paragraphs: list = field(default_factory=list)
    crossheads: list = field(default_factory=list)
    photos: list = field(default_factory=list)
    people: list = field(default_factory=list)
    events: list = field(default_factory=list)
    shared: list = field(default_factory=list)  # who signs for all stories under the banner
    continued_on: str = ""
    continued_from: str = ""


class Maker:
    """Makes stories; collects the blocks and the edits of all of them."""

    def __init__(self, page, allowed, known=frozenset()):
        self.page, self.allowed, self.known = page, allowed, known
        self.blocks, self.edits = [], []  # an edit stands with the number of its block
        self.padded = {}  # by value: the names in it that were printed with padding

    def story(self, number, segments):
        story = Story(number, min(each.start for each in segments))
        self.writers = []
        self._headings(story, segments)
        self._standfirst(story, [each for each in segments if each.kind == "standfirst"])
        self._dateline(story, [each for each in segments if each.kind == "dateline"])
        for each in segments:
            if each.kind == "byline":
                self._byline(story, Running.of(self.page, [(each.start, each.end)]))
        for group in parts.captions(segments):
            self._photo(story, group)
        self._body(story, segments)
        story.bylines = _in_order(self.writers)
        return story

    def _headings(self, story, segments):
        fields = {}
        for each in segments:
            if each.kind == "heading":
                fields.setdefault(each.role, []).append((each.start, each.end))
        for role, spans in fields.items():
            setattr(story, role, self._heading(story, role, spans))

    def _heading(self, story, kind, spans):
        running = Running.of(self.page, spans)
        around = _clauses(running)

        def meant(i, j):
            left, right = around(i, j)
            if not (left and right) or is_padded_name(running.text, i, j):
                return False
            return clauses.gap_is_meant(left, right)

        def separator(i):
            left, right = around(i, i)
            if not (left and right):
                return ""
            dashed = running.text.startswith(("—", "-"))
            if dashed and not right.startswith(("—", "-")):
                return ""
            apart = kind == "subheadline" and not dashed
            goes_on = clauses.is_cut if apart else clauses.is_unfinished
            return "" if goes_on(left, right) else " "

        return self._put(kind, story, running, meant, separator)

    def _standfirst(self, story, segments):
        if not segments:
            return
        spans = [(each.start, each.end) for each in segments]
        label = next((each.extra[0] for each in segments if each.extra), 0)
        whole = Running.of(self.page, spans)
        if label:
            said = whole.part(0, label).stripped()
            self._place("standfirst", story, said, said.text)
        text = whole.part(label, len(whole.text)).stripped()
        story.standfirst = self._text("standfirst", story, text) if text.text else ""

    def _dateline(self, story, segments):
        for each in segments:
            running = Running.of(self.page, [(each.start, each.end)])
            story.dateline = self._text("dateline", story, running)

    def _byline(self, story, running):
        bracketed = running.text[:1] in "（("
        credits = parse(running.text) or bare_names(running.text, signed=bracketed)
        if signs_column(running.text):
            story.shared += credits
        if not credits:
            name = squeezed(running.text).strip("□■◎●（()）")
            credits = [Credit(name, "", "", 0, len(running.text))] if name else []
        self._credits("byline", story, running, credits)

    def _credits(self, kind, story, running, credits, signs=True):
        """Names are unpadded; the words around them stay with the block.

        `signs`: those named wrote the story, or part of it.
        """
        if signs:
            self.writers += [(running.at[each.start], each) for each in credits]
        repair = Repair(running, self.page, self.allowed)
        repair.spaces(lambda i, j: not any(e.start < i < e.end for e in credits), "padding")
        self._place(kind, story, running, repair.value(), repair.edits)

    def _photo(self, story, segments):
        running = Running.of(self.page, [(each.start, each.end) for each in segments])
        found = captions.credit(running.text)
        credits, start = found or ([], len(running.text))
        text = running.part(0, start)
        text = text.part(0, len(text.text.rstrip(" \u3000（("))) if found else text
        photo = Photo(credits=credits)
        if text.text.strip():
            photo.caption = self._text("caption", story, text.stripped())
        if found:
            rest = running.part(len(text.text), len(running.text)).stripped()
            shift = len(running.text) - len(rest.text)
            reports = "摄影报道" in rest.text
            moved = [_moved(each, -shift) for each in credits]
            self._credits("credit", story, rest, moved, signs=reports)
        story.photos.append(photo)

    def _body(self, story, segments):
        found = parts.paragraphs(segments)
        last = max((i for i, (kind, _) in enumerate(found) if kind == "paragraph"), default=None)
        for i, (kind, group) in enumerate(found):
            spans = [(each.start, each.end) for each in group]
            if kind == "crosshead":
                text = self._heading(story, "crosshead", spans)
                story.crossheads.append((len(story.paragraphs) + 1, text))
                continue
            running = Running.of(self.page, spans)
            if not story.paragraphs:
                running = self._opening(story, running)
            running = self._signature(story, running, last=i == last)
            if running.text:
                listed = any(each.listed for each in group)
                stop = not listed and not group[-1].cut
                self._paragraph(story, running, listed, stop)

    def _opening(self, story, running):
        dateline, credits, place = signed.opening(running.text, self.known)
        if dateline:
            before = running.part(0, dateline[0]).stripped()
            self._place("dateline", story, before, before.text)
            story.dateline = self._text("dateline", story, running.part(*dateline))
        begin = dateline[1] if dateline else 0
        if credits:
            part = running.part(begin, place).stripped()
            lead = place - begin - len(running.text[begin:place].lstrip())
            moved = [_moved(each, -begin - lead) for each in credits]
            self._credits("byline", story, part, moved)
        elif place > begin:
            part = running.part(begin, place).stripped()
            if part.text:
                self._place("dateline", story, part, part.text)
        return running.part(place, len(running.text)).stripped()

    def _signature(self, story, running, last):
        source = last and signed.source(running.text)
        if source:
            running = self._source(story, running, source)
        found = signed.signature(running.text, last)
        if not found:
            return running
        credits, start = found
        part = running.part(start, len(running.text)).stripped()
        shift = start + len(running.text[start:]) - len(running.text[start:].lstrip())
        self._credits("byline", story, part, [_moved(each, -shift) for each in credits])
        return running.part(0, start).stripped()

    def _source(self, story, running, source):
        """（据新华社） at the end says what a dateline says at the beginning."""
        before = running.text[: source[0]].rstrip(" \u3000（(")
        named = self._text("dateline", story, running.part(*source))
        story.dateline = story.dateline or named
        for start, end in ((len(before), source[0]), (source[1], len(running.text))):
            part = running.part(start, end).stripped()
            self._place("dateline", story, part, part.text)
        return running.part(0, len(before))

    def _paragraph(self, story, running, listed, stop):
        keeps = list_gap(running.text) if listed else latin_gap(running.text)
        separator = latin_join(running.text)
        text = self._put("paragraph", story, running, keeps, separator, stop=stop)
        story.paragraphs.append(text)

    def _text(self, kind, story, running):
        return self._put(kind, story, running, latin_gap(running.text), latin_join(running.text))

    def _put(self, kind, story, running, keeps, separator, *, stop=False):
        repair = Repair(running, self.page, self.allowed)
        repair.join(separator)
        repair.drop_markup()
        repair.spaces(keeps)
        repair.marks()
        if stop:
            repair.stop()
        value = repair.value()
        self._place(kind, story, running, value, repair.edits)
        self.padded.setdefault(value, tuple(repair.padded()))
        return value

    def _place(self, kind, story, running, text, edits=()):
        if running.text:
            self.edits += [(len(self.blocks), each) for each in edits]
            self.blocks.append(Block(kind, story.number, tuple(running.spans()), text))


def _in_order(writers):
    """Each once, as they stand on the page."""
    found = {}
    for _, each in sorted(writers, key=lambda pair: pair[0]):
        found.setdefault((each.name, each.role, each.unit), each)
    return list(found.values())


def _moved(credit, by):
    return Credit(credit.name, credit.role, credit.unit, credit.start + by, credit.end + by)


def _clauses(running):
    """The clause before and the clause after a gap or a break."""
    cuts = sorted({*running.breaks, 0, len(running.text)})
    text = running.text

    def around(i, j):
        begin = cuts[max(0, bisect_left(cuts, i) - 1)]
        end = cuts[min(len(cuts) - 1, bisect_right(cuts, j))]
        left = text[begin:i].split()
        right = text[j:end].split()
        return (left[-1] if left else "", right[0] if right else "")

    return around
