"""Which lines are captions: by their credit, by their opening word, by what they show."""

import re

from . import captions, genre
from .breaks import sentence_break
from .datelines import opens_story
from .edges import bond
from .lines import column_width
from .marks import full_width, is_soft, squeezed

_SCENE = re.compile(
    r"[（(](?:前排|后排)?[左右中][一二三四五]?[）)]|现场(?![\u4e00-\u9fff])|场景|合影|一角|掠影|瞬间|正在|在.{2,14}[中时][。.]?$"
)
_AT_WORK = re.compile(
    r"(?:[^，,。]{2,10}[，,])?[^，,。]{2,16}(?<![置放落写定设停住发存留摆处])在(?!会)[^，,。]{2,}。?$"
)
_TELLS = re.compile(rf"[“\"：:]|\d[月日年]|[昨今]|近日|日前|{'|'.join(genre.SPEECH)}")


_WENT = re.compile("[了已就也]|如今|终于")


def mark_captions(segments):
    """A line that ends in a credit, and the lines above it that belong to it."""
    column = column_width(segments)
    for place, segment in enumerate(segments):
        if segment.kind:
            continue
        found = captions.credit(segment.text) or _broken_credit(segments, place)
        if found and segment.width < 260 and not _signs_text(segment.text, found):
            segment.kind, segment.extra = "caption", [found]
            reports = "摄影报道" in squeezed(segment.text)
            alone = found[1] < 2
            if column or alone:
                _upwards(segments, place, column, alone=alone, whole=reports)
        elif captions.opens(segment.text) or segment.captioned:
            segment.kind = "caption"


def _broken_credit(segments, place):
    """The second line of 特约记者 顾 / 盼 摄."""
    above, segment = segments[place - 1], segments[place]
    free = not above.kind or (above.kind == "caption" and above.extra)
    if not place or not free or segment.gap or segment.width > 16:
        return None
    found = captions.credit(above.text + segment.text)
    if not found or found[1] >= len(above.text):
        return None
    above.extra = []
    return found[0], 0


def _signs_text(text, found):
    """（张三 文/图） at the end of a paragraph names who wrote it."""
    credits, start = found
    bracketed = text[start : start + 1] in "（(" and start > 0
    return bracketed and (captions.tells_of_text(text[start:]) or start > 80)


def _upwards(segments, place, column, alone, whole):
    """The caption begins at its opening word, at an empty line, or after a sentence's end."""
    first = segments[place]
    if (first.gap and not whole) or captions.opens(first.text):
        return
    if not alone and _goes_on_below(segments, place):
        return
    start = place
    while start and place - start < 12 and not segments[start - 1].kind:
        above = segments[start - 1]
        short = above.width <= 20 if segments[start].gap else above.width + 5 < column
        if short and not above.ended:
            break
        if opens_story(above.text) and not whole:
            return
        if above.ended and not (alone and start == place) and not whole:
            break
        start -= 1
        if above.gap or captions.opens(above.text):
            break
    if segments[start].width > 120 and not whole:
        return
    if segments[start].gap and not segments[start].ended and start < place - 1:
        start += _looks_like_heading(segments[start], segments[start + 1])
    for each in segments[start:place]:
        each.kind = "caption"


def _goes_on_below(segments, place):
    """On an indented page a line below that is not indented goes on with what broke off above."""
    below = segments[place + 1] if place + 1 < len(segments) else None
    if not below or below.kind or below.gap or below.line.indent:
        return False
    return _are_indented(segments) and not segments[place - 1].ended


def _looks_like_heading(first, second):
    """A headline right above the caption of a picture story, without an empty line between."""
    return second.line.indent > first.line.indent


def scene(text):
    """How much a sentence reads like one under a picture: who is doing what, and no day."""
    text = full_width(text)
    if _SCENE.search(text):
        return 2
    return 1.5 * bool(_AT_WORK.match(text) and not _TELLS.search(text))


_STARTS_WITHIN = re.compile("[为并将把被让向对从与和及而但且也都就还又的了，。、；：]")


def may_be_captions(segments, page):
    """Short whole sentences that stand alone, or in the middle of a broken one; the likeliest first."""
    indents = _are_indented(segments)
    found = []
    for above, each, below in zip([None, *segments], segments, [*segments[1:], None], strict=False):
        if each.kind or _STARTS_WITHIN.match(each.text):
            continue
        wedged = indents and _is_wedged(above, each, below) and _shows(each, page)
        goes_on = above and is_soft(above.text) and _WENT.search(each.text)
        if wedged or (_is_alone(each, above, page) and not goes_on):
            starts = sentence_break(above.text, each.text) if above else 0
            found.append((-scene(each.text), -starts * wedged, each.start, each))
    return [each for *_, each in sorted(found, key=lambda entry: entry[:3])]


def _are_indented(segments):
    return sum(each.line.indent in (2, 4) for each in segments) >= 2


def _is_alone(segment, above, page):
    """A short line apart; behind a sentence that has ended only what shows a picture."""
    alone = segment.gap and segment.ends_gap and not segment.line.indent
    if above and above.ended and not (scene(segment.text) or is_promised(segment, page)):
        return False
    says = segment.ended or bool(_SCENE.search(segment.text))
    return alone and segment.width <= 32 and says


def _is_wedged(above, segment, below):
    """On an indented page: a short line that is not indented, in a sentence or behind its end."""
    if not above or not below or above.gap or segment.gap or segment.line.indent:
        return False
    whole = segment.text[-1] in "。！" and not above.kind and not below.kind
    if above.ended:
        return whole and bool(below.line.indent) and not above.line.indent
    goes_on = not below.gap and not below.line.indent and not bond(above.text, segment.text)
    return whole and goes_on and segment.width + 2 < above.width


def _shows(segment, page):
    plain = not _TELLS.search(segment.text) and not _WENT.search(segment.text)
    return plain and (scene(segment.text) or is_promised(segment, page))


def is_promised(segment, segments):
    """Does the byline above it, 文/图, speak of pictures?"""
    bylines = [e for e in segments if e.kind == "byline" and e.start < segment.start]
    return bool(bylines) and "图" in bylines[-1].text
