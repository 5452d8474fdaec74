"""Captions: the sentence under a picture and who took it."""

import re

from . import genre
from .bylines import Credit, parse
from .marks import HAN, squeezed

_WRITTEN = ("供稿", "整理", "撰文", "采写", "报道", "执笔")
_TAIL = re.compile(
    rf"(?:{'|'.join(each for each in genre.CLOSING_ROLES if each not in _WRITTEN)}|提供|资料图片?|资料照片|{genre.AGENCY}发|图|\s[影画作])[）)】\]。\s]*$"
)
_SLASH = re.compile(
    r"(?:图片?来源|图源|供图|图片?|照片|摄影?|制图|绘图|手绘|漫画|文)\s*[/／:：|丨]|摄影\s+\S"
)
_BY = rf"(?P<by>[{HAN}A-Za-z·\s]{{2,24}}?)"
_END = r"\s*[）)】\]]?。?\s*$"
_PROVIDED = re.compile(
    rf"[（(【\[]?\s*(?:本[文版组]?(?:图文|图片|照片)?|图文|图片?|照片|均为|图)?(?:除署名外)?(?:均|皆|都)?由\s*{_BY}\s*(?:提供|供图){_END}"
)
_SOURCE = re.compile(rf"[（(【\[]?\s*(?:图片?来源|图源|供图|图片提供)\s*[:：/／]\s*{_BY}{_END}")
_GIVEN = re.compile(rf"[（(【\[]?\s*(?P<by>[{HAN}A-Za-z·]{{2,20}}?)\s*供图{_END}")
_HANDED = re.compile(rf"(?:[（(【\[]\s*|[ \u3000]|(?<=。)|^)(?P<by>[{HAN}·]{{2,16}}?)\s*提供{_END}")
_ARCHIVE = re.compile(rf"[（(【\[]?\s*(?:本报)?(?P<role>资料图片|资料图|资料照片|资料片){_END}")
_AGENCY = re.compile(
    rf"[（(]?(?P<agency>{genre.AGENCY})(?:记者)?发\s*[（(]?\s*(?P<by>[{HAN}·\s]{{2,8}}?)\s*[摄作]\s*[）)]*\s*$"
)
_AGENCY_ALONE = re.compile(rf"[（(]\s*(?P<by>{genre.AGENCY})发(?:图片?)?\s*[）)]\s*$")
_START = re.compile(r"^|(?<=[。！？；，,;!?”）)\s】])[\s（(【\[]*|[（(【\[]")
_OPENING = re.compile(genre.CAPTION_OPENINGS)
_REACH = 60
_FORMS = (
    (_PROVIDED, "供图"),
    (_SOURCE, "供图"),
    (_ARCHIVE, "资料图片"),
    (_AGENCY_ALONE, "供图"),
)


def credit(text):
    """(credits, where the credit begins) of a text that ends as captions do, else None."""
    if not _TAIL.search(text[-12:]) and not _SLASH.search(text[-_REACH:]):
        return None
    base = max(0, len(text) - _REACH)
    found = _given(text, base, _FORMS)
    if found:
        return found
    agency = _AGENCY.search(text)
    if agency:
        name = squeezed(agency["by"])
        return [Credit(name, "摄", agency["agency"], *agency.span("by"))], agency.start()
    if not _UNNAMED.search(text):
        for start in _START.finditer(text, base):
            if start.start() == base > 0 and start.group() == "":
                continue
            credits = parse(text, start.start())
            if credits and _takes_pictures(text[start.start() :], credits):
                return credits, start.start()
    return _given(text, base, ((_GIVEN, "供图"), (_HANDED, "供图")))


_UNNAMED = re.compile(r"(?:通讯员|记者|作者|读者|网友|受访者)\s*(?:供图|提供)[）)。\s]*$")


def _given(text, base, forms):
    """Credits that name who gave the picture, or nobody."""
    for pattern, role in forms:
        match = pattern.search(text, base)
        if match:
            start = match.end() - len(match.group().lstrip())
            if _fresh(text, start):
                return _by(match, role), start
    return None


def _fresh(text, start):
    return start == 0 or text[start] in "（([【" or text[start - 1] in "。！？；，,;!? \u3000）)"


def _by(match, role):
    if role == "资料图片":
        return [Credit("", match["role"], "", match.start("role"), match.end("role"))]
    return [Credit(squeezed(match["by"]), role, "", *match.span("by"))]


def _takes_pictures(text, credits):
    return bool(_TAIL.search(text) or _SLASH.search(text)) or any(
        each.role.startswith("摄影") for each in credits
    )


def is_only_credit(text, credits):
    """X 摄, 图/X: who took a picture, and wrote nothing."""
    plain = text.rstrip(" ）)。")
    pictures = all(each.role in _PICTURE_ROLES for each in credits)
    took = pictures or plain.endswith("摄") or any(each.role.endswith("摄") for each in credits)
    return took and not _WROTE.search(plain)


def tells_of_text(text):
    """（张三 文/图）"""
    return bool(_WROTE.search(text.strip(" \u3000（()）。")))


_PICTURE_ROLES = ("摄", "摄影", "供图", "图", "影", "图片", "制图", "漫画", "绘", "图源", "照片")
_WROTE = re.compile(r"(?:^|[/／\s])文(?:[/／、并图摄|丨]|\s+\S)|文$")


def opens(text):
    return bool(_OPENING.match(text))
