"""Names that a text begins or ends with: 本报讯（记者 X）…, …（通讯员 Y）, …(岚工宣)."""

import re

from . import datelines, genre
from .bylines import Credit, bare_names, entries, is_collective, parse
from .marks import HAN, has_ended

_BRACKETED = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,80})[）)\]】]\s*")
_AT_END = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,60})[）)\]】]?\s*$")
_UNBRACKETED = re.compile(
    rf"(?<=[。！？”])\s*((?:[{HAN}]{{1,12}})?(?:{'|'.join(genre.WRITER_ROLES)})[\s:：/].{{2,40}})$"
)
_SOURCE = re.compile(
    rf"(?<=[。！？”])\s*[（(]\s*((?:据|综合|来源|转自|原载)[^（()）]{{2,30}}|{genre.AGENCY}(?:电|供稿)?)\s*[）)]\s*$"
)
_OPENS = re.compile(rf"\s*[■□◎●▲◆]?\s*(?:[{HAN}—-]{{0,14}}?)(?:{'|'.join(genre.WRITER_ROLES)})")
_REPORTS = re.compile(r"[\s，,]*(?:报道|摄影报道)?[\s:：，,|]*")


def opening(text, known=frozenset()):
    """(dateline span or None, credits, where the text goes on) of a story's first paragraph."""
    dateline = datelines.match(text)
    place = dateline[2] if dateline else 0
    span = dateline and dateline[:2]
    credits, place = _run_in(text, place, known, bool(dateline))
    return span, credits, place


def _run_in(text, place, known, after_dateline):
    start = place + len(text[place:]) - len(text[place:].lstrip())
    bracket = _BRACKETED.match(text, start)
    if bracket:
        credits = parse(text, *bracket.span(1)) or (after_dateline and _collective(text, bracket))
        return (credits, bracket.end()) if credits else ([], place)
    if not _OPENS.match(text, start):
        return [], place
    credits, stop = entries(
        text, _OPENS.match(text, start).start(), min(len(text), start + 120), known
    )
    if not credits:
        return [], place
    return credits, _REPORTS.match(text, stop).end()


def signature(text, last=True):
    """(credits, where the signature begins) of a paragraph, else None.

    Names without any role, and names without brackets, sign the last paragraph only.
    """
    bracket = _AT_END.search(text)
    if bracket:
        credits = (
            parse(text, *bracket.span(1)) or _collective(text, bracket) or _body(text, bracket)
        )
        credits = credits or (_bare_names(text, *bracket.span(1)) if last else [])
        return (credits, bracket.start()) if credits else None
    plain = _UNBRACKETED.search(text) if last else None
    credits = plain and parse(text, *plain.span(1))
    return (credits, plain.start(1)) if credits else None


def _collective(text, bracket):
    name = "".join(bracket.group(1).split())
    return [Credit(name, "", "", *bracket.span(1))] if is_collective(name) else []


def _body(text, bracket):
    """（市总经济部）: a part of a body signs, where a sentence has ended."""
    name = "".join(bracket.group(1).split())
    ended = has_ended(text[: bracket.start()])
    signs = ended and re.fullmatch(
        rf"[{HAN}]{{3,12}}(?:部|处|科|室|中心|局|支部|支队|学校|医院)", name
    )
    return [Credit(name, "", "", *bracket.span(1))] if signs else []


def _bare_names(text, start, end):
    """（王 芳 谢雨桐）: names alone, after the end of a sentence."""
    before = text[: start - 1].rstrip()
    ended = bool(before) and before[-1] in '。！？”!?.…"'
    return bare_names(text, start, end, signed=True) if ended else []


def source(text):
    """Where a text that ends in （据新华社） or （综合新华社报道） begins to say so; else None."""
    found = _SOURCE.search(text)
    return found and found.span(1)
