"""Datelines: the paper or agency, place and date that open a story (讯头, 电头)."""

import re

from . import genre
from .marks import HAN

_NEWS = (
    rf"(?:本报|本刊|本台|本网|本端|(?:[{HAN}]{{2,8}}?(?:{genre.PAPER[3:-1]}|网|融媒|发布)))\s*讯"
)
_DAY = r"(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日"
_WIRE = rf"(?:据\s*)?(?:{genre.AGENCY}|本报|本刊)\s*(?:[{HAN}]{{2,10}}?)?\s*(?:{_DAY})?\s*(?:专)?电"
_DATELINE = re.compile(
    rf"[\s【\[（(]*(?P<dateline>{_WIRE}|{_NEWS})[】\]）)]?(?!动|力|站|网|息|缆|商|工)"
)
_ABOUT = re.compile(
    rf"[\s]*(?:综合)?(?:据)(?:{genre.AGENCY}|《[{HAN}]{{2,10}}》|[{HAN}]{{2,8}}(?:{genre.PAPER[3:-1]}))\s*(?:报道|消息)?\s*(?=[\s，：])"
)


def match(text):
    """(start, end) of the dateline that opens the text, and where the text goes on; else None."""
    found = _DATELINE.match(text)
    return found and (found.start("dateline"), found.end("dateline"), found.end())


def opens_story(text):
    return match(text[:60]) is not None
