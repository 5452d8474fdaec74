"""The kind of each segment: first by its own form, then by its place among the others."""

import re
from dataclasses import dataclass, field

from . import captions, furniture, genre
from .bylines import is_collective, parse
from .flow import HEADING, OPENING, label
from .lines import column_width
from .marks import squeezed
from .running import blank_end

_PICTURE_ROLES = ("摄", "摄影", "供图", "图")
_LABEL = re.compile(
    rf"[【\[（(■●◆▲□]?\s*(?P<label>{'|'.join(sorted(genre.STANDFIRST_LABELS, key=len, reverse=True))})"
    r"\s*(?:[】\]）)]\s*[:：]?|[:：]|[ \u3000]+|$)\s*"
)
_NOTES = ("编者按", "编者的话", "编前语", "开栏的话", "开栏语")
_BULLET = re.compile(r"[□■●◆◎○★☆▲△◇►▶•·]\s*")
_LIST_LINE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}(?:[·•][\u4e00-\u9fff]{1,8})*|[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff])"
    r"(?:[（(][^）)]{1,12}[）)])?[ \u3000]+\S*[\u4e00-\u9fff]{2}\S*$"
)


@dataclass
class Sorted:
    """Segments with kinds; `markup` and `repeats` are spans that belong to no field."""

    text: str
    segments: list
    markup: list
    allowed: object
    date: object = None
    notes: list = field(default_factory=list)


def sort(text, segments, markup, allowed):
    """`allowed(start, end, rule)` says whether an editor wants a change."""
    page = Sorted(text, segments, markup, allowed)
    for step in (_furniture, _repeats, _adverts, _standfirsts, _bullets, _bylines, _captions):
        step(page)
    _flow(page)
    _lists(page.segments)
    return page


def _free(page):
    return [each for each in page.segments if not each.kind]


def _furniture(page):
    for segment in _free(page):
        if furniture.is_furniture(segment.text):
            segment.kind = "furniture"
            page.date = page.date or furniture.page_date(segment.text)
        elif people := furniture.staff(segment.text):
            segment.kind, segment.extra = "staff", people


def _repeats(page):
    """A line printed twice; short ones may well stand twice on a page."""
    seen = {}
    for place, segment in enumerate(page.segments):
        plain = squeezed(segment.text)
        if not segment.kind and len(plain) >= 6:
            near = place - seen.get(plain, -99)
            again = near <= 3 or (near < 99 and len(plain) >= 14)
            if again and page.allowed(segment.start, segment.end, "repeat"):
                segment.kind = "repeat"
            seen[plain] = place


def _adverts(page):
    """An advert's heading and the lines under it that read like one."""
    segments, place = page.segments, 0
    while place < len(segments):
        segment = segments[place]
        place += 1
        if segment.kind:
            continue
        if furniture.is_advert_head(segment.text):
            stop = _advert_end(segments, place)
            for each in segments[place - 1 : stop]:
                each.kind = each.kind or "furniture"
            place = max(place, stop)
        elif furniture.is_advert(segment.text) and len(segment.text) < 120:
            segment.kind = "furniture"


def _advert_end(segments, place):
    """Up to the last line that reads like an advert, and what hangs together with it."""
    stop = place
    for i in range(place, min(place + 40, len(segments))):
        if segments[i].kind and segments[i].kind != "furniture":
            break
        if furniture.is_advert(segments[i].text):
            stop = i + 1
        elif i - stop >= 4 or (segments[i].gap and i > stop and segments[i - 1].ended):
            break
    if stop == place and place < len(segments) and not segments[place].gap:
        stop = place + 1
    while stop < len(segments) and stop > place and _hangs(segments[stop - 1], segments[stop]):
        stop += 1
    return stop


def _hangs(before, after):
    return not after.kind and not after.gap and not before.ended


def _standfirsts(page):
    segments = page.segments
    for place, segment in enumerate(segments):
        found = not segment.kind and _LABEL.match(segment.text)
        if found and found["label"] in _NOTES:
            page.notes.append(segment)
        elif found:
            segment.kind, segment.extra = "standfirst", [found.end()]
            _standfirst_lines(segments, place, found.end() == len(segment.text))


def _standfirst_lines(segments, place, alone):
    """The lines after a label: to the end of the sentence that a line ends with."""
    for before, each in zip(segments[place:], segments[place + 1 : place + 12], strict=False):
        bare = alone and before is segments[place]
        if each.kind or (not bare and (each.gap or before.ended)):
            return
        each.kind = "standfirst"


def _bullets(page):
    """□ before a short line without a final mark makes it a heading."""
    for segment in _free(page):
        bullet = _BULLET.match(segment.text)
        if not bullet or segment.ended or segment.width > 30:
            continue
        rest = segment.text[bullet.end() :]
        if len(rest) < 4 or captions.opens(segment.text) or parse(rest):
            continue
        page.markup.append((segment.start, segment.start + bullet.end()))
        segment.start += bullet.end()
        segment.text, segment.marker = rest, True


def _bylines(page):
    for segment in _free(page):
        if segment.width > 60:
            continue
        credits = parse(segment.text)
        if credits and not all(each.role in _PICTURE_ROLES for each in credits):
            if not any(each.role.endswith("摄") for each in credits) and not segment.text.rstrip(
                " ）)。"
            ).endswith("摄"):
                segment.kind, segment.extra = "byline", credits
        elif _is_collective_line(segment.text):
            segment.kind, segment.extra = "byline", []


def _is_collective_line(text):
    inner = squeezed(text).strip("□■◎●（()）")
    return inner in ("本报评论员", "本报编辑部", "本报特约评论员") or (
        text[0] in "（(" and is_collective(inner)
    )


def _captions(page):
    """A line that ends in a credit, and the lines above it that belong to it."""
    segments = page.segments
    for place, segment in enumerate(segments):
        if segment.kind:
            continue
        found = captions.credit(segment.text)
        if found and segment.width < 260:
            segment.kind, segment.extra = "caption", [found]
            _upwards(segments, place, alone=found[1] < 2)
        elif captions.opens(segment.text):
            segment.kind = "caption"


def _upwards(segments, place, alone):
    """The caption begins at its opening word, at an empty line, or after a sentence's end."""
    first = segments[place]
    if first.gap or captions.opens(first.text):
        return
    start = place
    while start and place - start < 8 and not segments[start - 1].kind:
        above = segments[start - 1]
        if above.ended and not (alone and start == place):
            break
        start -= 1
        if above.gap or captions.opens(above.text):
            break
    if segments[start].width > 120:
        return
    for each in segments[start:place]:
        each.kind = "caption"


def _flow(page):
    """Headings and paragraphs among what is left."""
    live, between, passed = [], [], []
    for segment in page.segments:
        if segment.kind in ("", "paragraph", "heading"):
            live.append(segment)
            between.append(passed)
            passed = []
        else:
            passed.append(segment.kind)
    apart = {
        i
        for i, before in enumerate(live, 1)
        if not page.allowed(before.end, blank_end(page.text, before.end), "join")
    }
    labels = label(live, between, column_width(live), apart)
    for segment, found in zip(live, labels, strict=True):
        segment.kind = "heading" if found == HEADING else "paragraph"
        segment.opens = found == OPENING


def _lists(segments):
    """Entries of a list: lines of a name, a gap and a unit, or short lines under a heading."""
    for segment in segments:
        bare = segment.kind in ("heading", "paragraph") and not segment.marker
        segment.listed = bare and bool(_LIST_LINE.match(segment.text)) and not segment.ended
    listed = [each.listed for each in segments]
    for i, segment in enumerate(segments):
        segment.listed = listed[i] and any(listed[max(0, i - 1) : i] + listed[i + 1 : i + 2])
        if segment.listed:
            segment.kind, segment.opens = "paragraph", True
