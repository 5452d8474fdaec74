"""Half-width marks in Han text, and what they should be: not in numbers, times, Latin."""

import re
from itertools import accumulate

from .characters import is_han

_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", ".": "。"}
_NEAR = 24  # characters that tell what a last mark belongs to: numbers may stand before it
_ENOUGH_HAN = 3
_HAN_SIDE = "，。、；：！？“”‘’（）《》【】—…「」"


def widened(chars):
    """(start, end, replacement) for each mark of a text given as a list of characters."""
    live = [i for i, char in enumerate(chars) if char]
    text = "".join(chars[i][0] for i in live)
    brackets = _brackets(text)
    k = 0
    while k < len(text):
        if text.startswith("...", k) and k and _beside_han(text, k - 1):
            stop = k
            while stop < len(text) and text[stop] == ".":
                stop += 1
            yield live[k], live[stop - 1] + 1, "……"
            k = stop
            continue
        if text.startswith("--", k) and (_han_at(text, k - 1) or _han_at(text, k + 2)):
            yield live[k], live[k + 1] + 1, "——"
            k += 2
            continue
        after = brackets.get(k) or _mark(text, k)
        if after:
            yield live[k], live[k] + 1, after
        k += 1


def _mark(text, k):
    char = text[k]
    if char not in _FULL:
        return ""
    gap = text[k + 1 : k + 5]
    following = k + 1 + len(gap) - len(gap.lstrip(" \xa0"))
    before_han = _han_at(text, following) or _QUOTES_HAN.match(text, following)
    if char == ".":
        ends = before_han or text[following : following + 1] in ("", '"', "'")
        return "。" if ends and (_han_at(text, k - 1) or _ends_han(text, k)) else ""
    if char in "!?":
        return (
            _FULL[char] if _beside_quote(text, _before_run(text, k)) or _ends_han(text, k) else ""
        )
    return _FULL[char] if _beside_quote(text, k - 1) or before_han else ""


_QUOTES_HAN = re.compile(r"[\"'(][\u3400-\u9fff]")


def _before_run(text, k):
    """The place before !! or ?!, which is one mark."""
    start = max(0, k - _NEAR)
    return start + len(text[start:k].rstrip("!?")) - 1


def _ends_han(text, k):
    """增长3.5%. or 欢迎使用WPS! at the end of all."""
    ends = not text[k + 1 : k + 5].strip("\"' ”’")
    return ends and (text[k - 1 : k].isalnum() or text[k - 1 : k] == "%") and _says_han(text[:k])


def _says_han(text):
    return sum(map(is_han, text[-_NEAR:])) >= _ENOUGH_HAN


def _brackets(text):
    """Pairs of half-width brackets with Han inside or beside them."""
    found, opened = {}, []
    han = [0, *accumulate(map(is_han, text))]
    for k, char in enumerate(text):
        if char in "(（":
            opened.append(k)
        elif char in ")）" and opened:
            start = opened.pop()
            inside = han[k] > han[start + 1]
            if inside or _han_at(text, start - 1) or _han_at(text, k + 1):
                found.update({start: "（", k: "）"})
    found.update({k: "（" for k in opened if text[k] == "(" and _beside_han(text, k)})
    return {k: mark for k, mark in found.items() if text[k] in "()"}


def _beside_han(text, k):
    return _han_at(text, k) or _han_at(text, k + 1) or _han_at(text, k - 1)


def _beside_quote(text, k):
    return _han_at(text, k) or (k >= 0 and text[k] in "\"')%")


def _han_at(text, k):
    return 0 <= k < len(text) and (is_han(text[k]) or text[k] in _HAN_SIDE)
