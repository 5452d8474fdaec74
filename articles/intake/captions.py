"""Captions: the sentence under a picture and who took it."""

import re

from . import genre
from .bylines import Credit, parse
from .marks import HAN

_TAIL = re.compile(
    r"(?:摄|摄影|摄影报道|供图|文/图|图/文|文图|提供|资料图片?|资料照片|制图|绘|图|影)[）)】\]。\s]*$"
)
_SLASH = re.compile(r"(?:图片?|摄影?|摄影|制图)\s*[/／:：|丨]")
_PROVIDED = re.compile(
    rf"[（(]?\s*(?:本?文?图片?|照片|本版图片|均为|图)?(?:均)?由\s*(?P<by>[{HAN}·\s]{{2,24}}?)\s*提供\s*[）)]?。?\s*$"
)
_GIVEN = re.compile(rf"[（(]?\s*(?P<by>[{HAN}·]{{2,20}}?)\s*供图\s*[）)]?。?\s*$")
_ARCHIVE = re.compile(r"[（(]?\s*(?:本报)?(?P<role>资料图片|资料图|资料照片)\s*[）)]?。?\s*$")
_AGENCY = re.compile(
    rf"(?P<agency>{genre.AGENCY})(?:记者)?发\s*[（(]\s*(?P<by>[{HAN}·\s]{{2,8}}?)\s*摄\s*[）)]\s*$"
)
_START = re.compile(r"^|(?<=[。！？；，,;!?”）)\s】])[\s（(【\[]*|[（(【\[]")
_OPENING = re.compile(genre.CAPTION_OPENINGS)
_REACH = 60


def credit(text):
    """(credits, where the credit begins) of a text that ends as captions do, else None."""
    if not _TAIL.search(text[-12:]) and not _SLASH.search(text[-_REACH:]):
        return None
    base = max(0, len(text) - _REACH)
    for pattern, role in ((_PROVIDED, "供图"), (_ARCHIVE, "资料图片")):
        match = pattern.search(text, base)
        if match and _fresh(text, match.start()):
            return _by(match, role), match.start()
    agency = _AGENCY.search(text)
    if agency:
        name = "".join(agency["by"].split())
        place = agency.span("by")
        return [Credit(name, "摄", agency["agency"], *place)], agency.start()
    for start in _START.finditer(text, base):
        if start.start() == base > 0 and start.group() == "":
            continue
        credits = parse(text, start.start())
        if credits and _takes_pictures(text[start.start() :], credits):
            return credits, start.start()
    match = _GIVEN.search(text, base)
    return (_by(match, "供图"), match.start()) if match and _fresh(text, match.start()) else None


def _fresh(text, start):
    return start == 0 or text[start] in "（(" or text[start - 1] in "。！？；，,;!? \u3000）)"


def _by(match, role):
    if role == "资料图片":
        return [Credit("", match["role"], "", match.start("role"), match.end("role"))]
    name = "".join(match["by"].split())
    return [Credit(name, role, "", match.start("by"), match.end("by"))]


def _takes_pictures(text, credits):
    return bool(_TAIL.search(text) or _SLASH.search(text)) or any(
        each.role.startswith("摄影") for each in credits
    )


def opens(text):
    return bool(_OPENING.match(text))
