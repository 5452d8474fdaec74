"""How likely a sentence, or a paragraph, ends between two texts: log odds from the words on both sides.

Two logistic models over the characters at the break and the form of the clauses around it. Their
weights are learned from real news by bench/learn_breaks.py and hold no text.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from . import genre

_LEFT, _RIGHT, _BEFORE = 70, 60, 260
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,:：][0-9]+)*[%％]?")
_MARK = re.compile(r"[，。；：！？,;:!?]")
_STOP = re.compile(r"[。！？!?]")
_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”』’]?")
_SPEECH = re.compile(rf"[\u4e00-\u9fff](?:{'|'.join(genre.SPEECH)}|提出|道|称)$")
_SIZES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30)
_SENTENCE_SIZES = (3, 6, 10, 15, 20, 30, 45, 60)
_LAST_SIZES = (8, 14, 20, 30, 45, 60, 90, 130)
_PARAGRAPH_SIZES = (15, 25, 40, 60, 80, 110, 150, 200, _BEFORE - 1)
_LINE_ENDS = 2.4  # a line ends with a sentence far more often than any place in a text does
_OF_LEFT = ("left", "left-second", "last-size", "last-begins", "size")
_OF_RIGHT = ("right", "right-second", "first-size", "first-ends", "quoted", "says")


@lru_cache(maxsize=4096)
def sentence_break(left, right):
    """Log odds that a sentence ended between the two texts, which lost its full stop."""
    return _score("sentence", sentence_signs(left, right)) + _LINE_ENDS


def misfit(left, right):
    """How much a beginning follows what cannot end: neither one sentence nor two."""
    return max(0, min(-_part(_OF_LEFT, left, right), begins(right)))


def begins(text):
    """How much a text begins as sentences do, whatever stands before it."""
    return _part(_OF_RIGHT, "", text)


def ends(text):
    """How much a text ends as sentences do, whatever follows; below 0 for most places in one."""
    return _part(_OF_LEFT, text, "")


@lru_cache(maxsize=4096)
def _part(names, left, right):
    weights = _weights()
    signs = [each for each in sentence_signs(left, right) if each[0] in names]
    return sum(weights.get(("sentence", *each), 0) for each in signs)


@lru_cache(maxsize=4096)
def paragraph_break(before, right):
    """Log odds that a paragraph ends behind the whole sentences `before`, all of that paragraph."""
    return _score("paragraph", paragraph_signs(before, right))


def sentence_signs(left, right):
    left, right = _plain(left[-_LEFT:]), _plain(right[:_RIGHT])
    last, (first, mark) = _MARK.split(left)[-1], _first_clause(right)
    return (
        ("bias", "-"),
        *(("left", left[-n:]) for n in (1, 2, 3)),
        *(("right", right[:n]) for n in (1, 2, 3)),
        ("across", left[-1:] + right[:1]),
        ("last-size", _size(last, _SIZES)),
        ("first-size", _size(first, _SIZES) + mark),
        ("last-begins", last[:2] if len(last) > 2 else "-"),
        ("first-ends", first[-2:] + mark),
        ("first-ends", first[-1:] + mark),
        ("left-second", left[-2:-1]),
        ("right-second", right[1:2]),
        ("quoted", _quoted(right)),
        ("says", _says(first, mark)),
        ("size", _size(_STOP.split(left)[-1], _SENTENCE_SIZES)),
        ("quote", "01"[left.count("“") > left.count("”")]),
        ("bracket", "01"[left.count("（") > left.count("）")]),
    )


def paragraph_signs(before, right):
    before, right = _plain(before[-_BEFORE:]), _plain(right[:_RIGHT])
    first, mark = _first_clause(right)
    sentences = _SENTENCE.findall(before)
    last = sentences[-1] if sentences else ""
    known = right[:2] in before and right[:2].isalpha()
    return (
        ("bias", "-"),
        *(("right", right[:n]) for n in (1, 2, 3)),
        ("first-ends", first[-2:] + mark),
        ("first-ends", first[-1:] + mark),
        ("first-size", _size(first, _SIZES) + mark),
        ("left", before[-1:]),
        ("left", before[-2:]),
        ("left", before.rstrip("。！？”）")[-2:]),
        ("last-begins", last[:1]),
        ("last-begins", last[:2]),
        ("right-second", right[1:2]),
        ("quoted", _quoted(right)),
        ("says", _says(first, mark)),
        ("same", "01"[last[:2] == right[:2]]),
        ("known", "01"[known] + mark),
        ("sentences", str(min(len(sentences), 6))),
        ("last-size", _size(last, _LAST_SIZES)),
        ("size", _size(before, _PARAGRAPH_SIZES)),
    )


def _says(clause, mark):
    """Does somebody speak in the first clause: 主任李某提醒，?"""
    return (mark or "-") if _SPEECH.search(clause) else "-"


def _quoted(text):
    """What a text that opens with a quotation quotes: a saying, a word, or something longer."""
    if text[:1] != "“":
        return "-"
    end = text.find("”")
    return "l" if end < 0 else "s" if text[end - 1] in "。！？，!?," else "w"


def _plain(text):
    """Without space, with full-width marks; every number is 0: the form counts, not the figure."""
    text = _NUMBER.sub("0", "".join(text.split())).translate(_FULL)
    return _OPENS.sub(r"\1“", text).replace('"', "”")


_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_OPENS = re.compile(r'(^|[，。；：？！、说道称“（])"(?=[\u4e00-\u9fff0])')


def _first_clause(text):
    mark = _MARK.search(text)
    return (text[: mark.start()], mark.group()) if mark else (text, "")


def _size(text, steps):
    return "0123456789abcdef"[bisect_left(steps, len(text))]


def _score(model, signs):
    weights = _weights()
    return sum(weights.get((model, *sign), 0) for sign in signs)


@lru_cache(maxsize=1)
def _weights():
    table = {}
    path = Path(__file__).with_suffix(".txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        model, sign, size, weight, values = line.split(" ")
        step = int(size)
        table.update(
            ((model, sign, values[i : i + step]), float(weight))
            for i in range(0, len(values), step)
        )
    return table
