"""Which lines are captions: by their credit, by their opening word, by what they show."""

import re

from . import captions, genre
from .datelines import opens_story
from .lines import column_width
from .marks import squeezed

_SCENE = re.compile(r"现场|场景|合影|一角|掠影|瞬间|正在|在.{2,14}[中时][。.]?$")
_AT_WORK = re.compile(r"[^，,。]{2,16}在(?!会)[^，,。]{2,}")
_TELLS = re.compile(rf"[“\"：:]|\d[月日年]|[昨今]|近日|日前|{'|'.join(genre.SPEECH)}")


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
    if not place or above.kind or segment.gap or segment.width > 16:
        return None
    found = captions.credit(above.text + segment.text)
    if not found or found[1] >= len(above.text):
        return None
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


def _looks_like_heading(first, second):
    """A headline right above the caption of a picture story, without an empty line between."""
    return second.line.indent > first.line.indent


def scene(text):
    """How much a sentence reads like one under a picture: who is doing what, and no day."""
    if _SCENE.search(text):
        return 2
    return 1.5 * bool(_AT_WORK.match(text) and not _TELLS.search(text))


def may_be_caption(segment):
    """A short whole sentence that stands alone."""
    alone = segment.gap and segment.ends_gap and not segment.line.indent
    return (
        alone
        and segment.width <= 32
        and not segment.kind
        and (segment.ended or bool(_SCENE.search(segment.text)))
    )
