"""Datelines: the paper or agency, place and date that open a story (讯头, 电头)."""

import re

from . import genre
from .marks import HAN

_PAPER = rf"[{HAN}]{{1,8}}?(?:{genre.PAPER[3:-1]}|网|融媒|融媒体|全媒体|发布|客户端)"
_DAY = r"(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日"
_PLACE = rf"[{HAN}]{{2,10}}?"
_OWN = rf"(?:{_PAPER}[、/／和]{_PAPER}|本报|本刊|本台|本网|本端|本社|{_PAPER})(?:[—－·\-]{{1,2}}{_PAPER})?"
_NEWS = (
    rf"{_OWN}\s*(?:{_PLACE}\s*)?{_DAY}\s*讯|{_OWN}\s*讯|本[报台网](?:综合)?(?:消息|报道)(?=[\s（(])"
    rf"|(?:本报|{_PAPER}){_PLACE}讯(?=\s*[（(])"
)
_PLACE_NEWS = rf"(?:[{HAN}]{{2,5}}|{_DAY}|[{HAN}]{{2,5}}{_DAY})\s*讯(?=\s*[（(]?\s*(?:[{HAN}]{{0,4}}记者|通讯员))"
_TITLE = rf"《[{HAN}]{{2,10}}》"
_SENT = r"(?:专?电|消息(?=[\s:：（(])|快讯(?=[\s:：（(]))"
_WIRE = (
    rf"(?:据|综合)?\s*(?:{genre.AGENCY}(?:客户端)?\s*(?:{_PLACE})?\s*(?:{_DAY})?"
    rf"|(?:本报|本刊|{_PAPER})\s*(?:{_PLACE})\s*{_DAY})\s*{_SENT}"
    rf"|据\s*(?:{genre.AGENCY}|{_TITLE}|央视(?:新闻|财经)|{_PAPER})\s*(?:报道|消息)?(?=[ \u3000])"
)
_DATELINE = re.compile(
    rf"[\s【\[（(［]*(?P<dateline>{_WIRE}|{_NEWS}|{_PLACE_NEWS})[】\]）)］]?[:：]?(?!动|力|站|网|息|缆|商|工)"
)


def match(text):
    """(start, end) of the dateline that opens the text, and where the text goes on; else None."""
    found = _DATELINE.match(text)
    return found and (found.start("dateline"), found.end("dateline"), found.end())


def opens_story(text):
    return match(text[:60]) is not None
