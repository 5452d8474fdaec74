"""The kind of each segment: first by its own form, then by its place among the others."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from . import captions, furniture, genre
from .adverts import mark_adverts
from .bylines import bare_names, parse
from .flow import HEADING, OPENING, label
from .headings import is_briefs
from .imprint import PAPER
from .lines import column_width
from .lists import counting, is_sign_off, mark_lists
from .marks import HAN, is_torn, squeezed
from .photos import is_promised, mark_captions, may_be_captions, scene
from .signed import is_collective

_LABEL = re.compile(
    rf"[【\[（(■●◆▲□]?\s*(?P<label>{'|'.join(sorted(genre.STANDFIRST_LABELS, key=len, reverse=True))})"
    r"\s*(?:[】\]）)]\s*[:：]?|[:：]|[ \u3000]+|$)\s*"
)
_NOTES = ("编者按", "编者的话", "编前语", "开栏的话", "开栏语")
_BULLET = re.compile(r"[□■▇◼●◆◎○★☆▲△▼◇►▶•·]\s*")


@dataclass
class Sorted:
    """Segments with kinds; `markup` and `repeats` are spans that belong to no field."""

    text: str
    segments: list
    markup: list
    date: object = None
    notes: object = field(default_factory=list)


def sort(text, segments, markup):
    page = Sorted(text, segments, markup)
    for step in (_furniture, _repeats):
        step(page)
    mark_adverts(page.segments)
    for step in (_standfirsts, _bylines, _bullets):
        step(page)
    mark_captions(page.segments)
    mark_lists(page.segments)
    _flow(page)
    _bare_lines(page.segments)
    page.notes = _whole_notes(page)
    return page


def _free(page):
    return [each for each in page.segments if not each.kind]


def _furniture(page):
    _split_staff(page)
    counted = counting(page.segments)
    for above, segment in zip([None, *page.segments], page.segments, strict=False):
        if segment.kind or id(segment) in counted or (above and is_sign_off(above, segment)):
            continue
        if furniture.is_furniture(segment.text) and not _is_column(page, segment):
            segment.kind = "furniture"
            segment.dated = bool(furniture.page_date(segment.text))
            page.date = page.date or furniture.page_date(segment.text)
        elif people := furniture.staff(segment.text):
            segment.kind, segment.extra = "staff", people
    _masthead(page.segments)
    _page_name(page.segments)


def _is_column(page, segment):
    """街 巷 快 报 further down a page is no paper's name but a column's."""
    above = (each for each in page.segments if each.start < segment.start)
    return squeezed(segment.text).endswith("快报") and any(each.ended for each in above)


def _masthead(segments):
    """Short lines above the date line at the top of a page: the paper's name."""
    top = segments[:6]
    dated = next((i for i, each in enumerate(top) if each.kind == "furniture" and each.dated), 0)
    if any(each.ended or each.width > 20 for each in top[:dated]):
        return
    for each in top[:dated]:
        if not each.kind and each.width <= 8:
            each.kind = "furniture"


def _page_name(segments):
    """基 层 beside the page's number at the top."""
    top = segments[:4]
    for before, each in zip(top, top[1:], strict=False):
        name = not each.kind and _SPACED.fullmatch(each.text) and not is_briefs(each.text)
        if before.kind == "furniture" and name:
            each.kind = "furniture"


_SPACED = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]")


def _split_staff(page):
    """2024年1月27日 星期六 责任编辑:高远 A05: a date line and the staff on one line."""
    found = []
    for segment in page.segments:
        plain = segment.kind or furniture.staff(segment.text)
        span = None if plain else furniture.staff_span(segment.text)
        cuts = [0, *span, len(segment.text)] if span else [0, len(segment.text)]
        found += [
            _part(segment, start, end)
            for start, end in zip(cuts, cuts[1:], strict=False)
            if segment.text[start:end].strip()
        ]
    page.segments = found


def _part(segment, start, end):
    """text[start:end] of a segment as a segment of its own."""
    if (start, end) == (0, len(segment.text)):
        return segment
    text = segment.text[start:end]
    begin = segment.start + start + len(text) - len(text.lstrip())
    text = text.strip()
    gap = segment.gap and not start
    return replace(segment, start=begin, end=begin + len(text), text=text, gap=gap)


def _repeats(page):
    """A line printed twice; short ones may well stand twice on a page."""
    seen = {}
    for place, segment in enumerate(page.segments):
        plain = squeezed(segment.text)
        if not segment.kind and len(plain) >= 6:
            near = place - seen.get(plain, -99)
            again = near <= 3 or (near < 99 and len(plain) >= 14)
            if again:
                segment.kind = "repeat"
            seen[plain] = place


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
    """□ before a short line without a final mark makes it a heading; elsewhere it goes."""
    marks = Counter(each.text[0] for each in _free(page))
    column = column_width(page.segments)
    for segment in _free(page):
        bullet = _BULLET.match(segment.text)
        rest = segment.text[bullet.end() :] if bullet else ""
        if not rest or (len(rest) < 4 and not is_briefs(rest)):
            continue
        segment.captioned = captions.opens(segment.text) and marks[segment.text[0]] < 2
        page.markup.append((segment.start, segment.start + bullet.end()))
        segment.start += bullet.end()
        full = column and segment.line.width >= column - 1
        segment.marker = int(not (segment.ended or segment.width > 30 or segment.captioned or full))
        segment.text, segment.bullet = rest, not segment.captioned


def _bylines(page):
    for above, segment in zip([None, *page.segments], page.segments, strict=False):
        if segment.kind or segment.width > 60 or "摄影报道" in squeezed(segment.text):
            continue
        credits = None if _is_bracket_open(segment, above) else parse(segment.text)
        if credits and not captions.is_only_credit(segment.text, credits):
            segment.kind, segment.extra = "byline", credits
        elif _is_collective_line(segment.text) or _is_bare_line(segment, above):
            segment.kind, segment.extra = "byline", []


def _is_bracket_open(segment, above):
    """The second line of （记者 X / 通讯员 Y）."""
    closes = re.search(r"^[^（(]*[）)]", segment.text)
    return bool(closes and above and re.search(r"[（(][^（()）]*$", above.text[-60:]))


def _is_bare_line(segment, above):
    """○ 张晓明, or the name alone between a headline and its text."""
    if segment.text[0] in "（(":
        padded = re.search(rf"[{HAN}][ \u3000]+[{HAN}]", segment.text)
        signs = bare_names(segment.text, signed=bool(padded))
        return bool(above and (above.ended or segment.line.indent > 5) and signs)
    short = len(squeezed(segment.text)) <= 4 and not is_briefs(segment.text)
    return segment.text[0] in "□■◎●○◆◇" and bool(bare_names(segment.text, signed=short))


def _bare_lines(segments):
    """A name alone between a headline and its text."""
    for above, each, below in zip(segments, segments[1:], segments[2:], strict=False):
        heads = above.kind == each.kind == "heading" and not each.marker
        if heads and below.kind == "paragraph" and bare_names(each.text):
            each.kind = "byline"
    for above, each, below in zip(segments, segments[1:], [*segments[2:], None], strict=False):
        signs = above.kind == "paragraph" and above.ended and _is_apart(each)
        if signs and (not below or below.kind != "paragraph") and bare_names(each.text):
            each.kind = "byline"


def _is_apart(segment):
    """开发区纺织二厂　杜 鹃: below a text, after a gap or far to the right."""
    apart = segment.gap or segment.line.indent > 5
    return segment.kind == "heading" and apart and not is_briefs(segment.text)


def _is_collective_line(text):
    inner = squeezed(text).strip("□■◎●（()）")
    return bool(_OUR_COMMENT.fullmatch(inner)) or (text[0] in "□■◎●○◇◆（(" and is_collective(inner))


_OUR_COMMENT = re.compile(rf"(?:本[报刊]|{PAPER})(?:编辑部|(?:特约)?评论[员部]|评论员文章)")


def _flow(page):
    """Headings and paragraphs among what is left, and the captions that stand between them."""
    labels, price = _labels(page)
    for segment in may_be_captions(_live(page), page.segments)[:_MOST_CAPTIONS]:
        promised = 2 * is_promised(segment, page.segments)
        segment.kind = "caption"
        others, cheaper = _labels(page)
        if cheaper + _caption_price(segment) - promised < price:
            labels, price = others, cheaper
        else:
            segment.kind = ""
    for segment, found in zip(_live(page), labels, strict=True):
        segment.kind = "heading" if found == HEADING else "paragraph"
        segment.opens = found == OPENING


_MOST_CAPTIONS = 12
_NO_SUBJECT = re.compile(r"[为让把将并以向对由从给被就这那他她它]")


def _caption_price(segment):
    """A caption says who is doing what in one clause; the rest of a sentence begins otherwise."""
    text = segment.text
    shown = scene(text)
    doubts = (not segment.ended) + (not shown and bool(_PAUSES.search(text)))
    said = _SAID.search(text) or is_torn(text)
    wedged = 1.5 * (not segment.gap)
    return 1.5 + wedged + 1.5 * doubts + 2 * bool(_NO_SUBJECT.match(text)) + 5 * bool(said) - shown


_PAUSES, _SAID = re.compile(r"[，,、；;]"), re.compile(r"^.{1,6}[：:]|[？?][”\"]?$")


def _live(page):
    return [each for each in page.segments if each.kind in ("", "paragraph", "heading")]


def _whole_notes(page):
    """The ids of all segments of the editor's notes (编者按)."""
    found, inside = set(), False
    for segment in page.segments:
        inside = segment.kind == "paragraph" and (
            segment in page.notes or (inside and not segment.opens)
        )
        if inside:
            found.add(id(segment))
    return found


def _between(segment):
    """What stands between two lines of text; a caption that is only guessed proves nothing."""
    if segment.goes_onward:
        return "onward"
    if segment.comes_from:
        return "from"
    guessed = segment.kind == "caption" and not segment.extra and not captions.opens(segment.text)
    return "guessed" if guessed else segment.kind


def _labels(page):
    live, between, passed = [], [], []
    for segment in page.segments:
        if segment.kind in ("", "paragraph", "heading"):
            live.append(segment)
            between.append(passed)
            passed = []
        else:
            passed.append(_between(segment))
    between.append(passed)
    return label(live, between, column_width(live))
