"""Lists of names and units: each printed entry is a paragraph of its own, its gaps are meant."""

import re

from .datelines import opens_story
from .furniture import is_bare_date

_NAME = (
    r"(?:[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff]{1,4}(?:[·•][\u4e00-\u9fff]{1,8})*)(?:[（(][^）)]{1,12}[）)])?"
)
_BETWEEN = r"(?:[ \u3000、，]+|$)"
_ENTRY = re.compile(rf"{_NAME}[ \u3000]+[^\s，。]*[\u4e00-\u9fff]{{2}}[^\s，。]*$")
_NAMES = re.compile(rf"(?:{_NAME}{_BETWEEN}){{3,}}$")
_PRIZE = re.compile(
    rf"[^，。：:；]{{2,12}}[：:]\s*(?:(?:{_NAME}{_BETWEEN})+|[^，。：:；]{{4,30}})$"
)
_COUNTED = re.compile(r"[（(](?:共|各)?\d+(?:名|个|人|家|项|件)[）)]$|^[一二三四五六七八九十]+、")


def mark_lists(segments):
    """Set `listed` on the entries of lists."""
    for i, each in enumerate(segments):
        if _may_be_listed(each):
            each.listed = bool(_NAMES.match(each.text)) or _under_counted(segments, i)
    for form in (_ENTRY, _PRIZE):
        fitting = [_may_be_listed(each) and bool(form.match(each.text)) for each in segments]
        for i, each in enumerate(segments):
            beside = fitting[max(0, i - 1) : i] + fitting[i + 1 : i + 2]
            each.listed = each.listed or (fitting[i] and any(beside))
    for above, each in zip(segments, segments[1:], strict=False):
        if is_sign_off(above, each):
            above.listed = each.listed = True


def _may_be_listed(segment):
    plain = not segment.kind and not segment.marker and not segment.ended
    return plain and not opens_story(segment.text)


def _under_counted(segments, i):
    """A short line in the block under a heading such as 二、工人先锋号（2个）."""
    above = segments[i - 1] if i else None
    if not above or above.kind or segments[i].gap or segments[i].width > 30:
        return False
    return above.listed or bool(_COUNTED.search(above.text))


def is_sign_off(above, segment):
    """Who issued a notice, and under it the date."""
    short = not above.kind and not above.ended and above.width <= 20
    return short and not segment.gap and is_bare_date(segment.text)
