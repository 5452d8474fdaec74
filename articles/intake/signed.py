"""Names that a text begins or ends with: 本报讯（记者 X）…, …（通讯员 Y）, …(岚工宣)."""

import re

from . import datelines, genre
from .bylines import Credit, bare_names, entries, parse
from .marks import HAN, has_ended, squeezed

_BRACKETED = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,80})[）)\]】]\s*")
_AT_END = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,60})[）)\]】]?\s*$")
_UNBRACKETED = re.compile(
    rf"(?<=[。！？”])\s*((?:[{HAN}]{{1,12}})?{genre.WRITER}[\s:：/].{{2,40}})$"
)
_SOURCE = re.compile(
    rf"(?<=[。！？”])\s*[（(]\s*((?:据|综合|来源|转自|原载|摘自|选自)[^（()）]{{2,30}}|本报综合(?:消息|报道|整理)?|{genre.AGENCY}(?:电|发|供稿)?)\s*[）)]\s*$"
)
_OPENS = re.compile(rf"\s*[■□◎●▲◆]?\s*(?:[{HAN}—-]{{0,14}}?){genre.WRITER}")
_ASKS = re.compile(r"记者[：:].*[？?]|记者问")  # 记者：您每天检查多少颗螺丝？
_REPORTS = re.compile(r"[\s，,]*(?:报道|摄影报道)?[\s:：，,|]*")


_COLLECTIVE = re.compile(
    rf"[{HAN}]{{1,14}}(?:宣|轩|萱|工讯|报道组|编辑部|调研组|工会|组宣|办|宣传部|宣教部|组织部|办公室|委员会|集团|公司)"
)


def is_collective(text):
    """岚工宣: a body that signs, as a whole text without its brackets."""
    return bool(_COLLECTIVE.fullmatch(text))


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
        credits = parse(text, *bracket.span(1)) or (after_dateline and _anybody(text, bracket))
        return (credits, bracket.end()) if credits else ([], place)
    if not _OPENS.match(text, start) or _ASKS.match(text, start):
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
            parse(text, *bracket.span(1))
            or _contributed(text, bracket)
            or _collective(text, bracket)
            or _body(text, bracket)
        )
        credits = credits or (_bare_names(text, *bracket.span(1)) if last else [])
        return (credits, bracket.start()) if credits else None
    plain = _UNBRACKETED.search(text) if last else None
    credits = plain and parse(text, *plain.span(1))
    return (credits, plain.start(1)) if credits else None


def signs_off(text):
    """Does the text end with a bracket that surely signs, whether its full stop was lost or not?"""
    bracket = text[-1:] in "）)】]" and _AT_END.search(text)
    if not bracket or bracket.start() < 8 or _opens(text, bracket):
        return False
    body = re.fullmatch(rf"[{HAN}]{{1,12}}(?:宣|报道组)", squeezed(bracket[1]))
    return bool(body or parse(text, *bracket.span(1)) or _padded_names(text, *bracket.span(1)))


def _opens(text, bracket):
    """本报讯（记者 X）: a bracket behind a dateline."""
    dateline = datelines.match(text)
    return dateline and dateline[2] >= bracket.start()


def _padded_names(text, start, end):
    """（水 墨 郝 帅）: nothing but names, set apart as only names are."""
    return _PADDED.search(text, start, end) and bare_names(text, start, end, signed=True)


_PADDED = re.compile(rf"(?<![{HAN}])[{HAN}][ \u3000]+[{HAN}](?![{HAN}])")


def _anybody(text, bracket):
    """Right behind a dateline a bracket names who wrote: people, or a body such as 岚工."""
    named = bare_names(text, *bracket.span(1), signed=True)
    name = squeezed(bracket[1])
    body = re.fullmatch(rf"[{HAN}]{{2,14}}", name)
    return named or ([Credit(name, "", "", *bracket.span(1))] if body else [])


def _collective(text, bracket):
    name = "".join(bracket.group(1).split())
    return [Credit(name, "", "", *bracket.span(1))] if is_collective(name) else []


def _contributed(text, bracket):
    """（市总工会供稿）"""
    found = _CONTRIBUTED.fullmatch(text, *bracket.span(1))
    return [Credit(squeezed(found["by"]), "供稿", "", *found.span("by"))] if found else []


_CONTRIBUTED = re.compile(rf"(?:本[文稿]由|由)?\s*(?P<by>[{HAN}]{{2,20}}?)\s*(?:供稿|提供稿件)")


def _body(text, bracket):
    """（市总经济部）: a part of a body signs, where a sentence has ended."""
    name = "".join(bracket.group(1).split())
    ended = has_ended(text[: bracket.start()])
    signs = ended and re.fullmatch(
        rf"[{HAN}]{{1,12}}(?:部|处|科|室|中心|局|支部|[支大总]队|[小中大]学|学[校院]|医院|[妇科文作残侨]联|[团党工纪]委|街道|社区|[乡镇厂站所])",
        name,
    )
    return [Credit(name, "", "", *bracket.span(1))] if signs else []


def _bare_names(text, start, end):
    """（王 芳 谢雨桐）: names alone, after the end of a sentence."""
    before = text[: start - 1].rstrip()
    ended = bool(before) and before[-1] in '。！？”!?.…"'
    if ended:
        return bare_names(text, start, end, signed=True)
    return _padded_names(text, start, end) or []


def source(text):
    """Where a text that ends in （据新华社） or （综合新华社报道） begins to say so; else None."""
    found = _SOURCE.search(text)
    return found and found.span(1)
