"""Search in Chinese text: how text is folded, which pairs of characters index it, what typed words ask for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from newsdesk.text import HAN, INTERPUNCTS

VERSION = 1  # of folding and of the pairs: raise it with a change in either, and `manage.py reindex` does the rest
_SIMPLIFIED = Path(__file__).with_name("simplified.txt")  # made by bench/learn_folding.py
_QUOTES = dict.fromkeys("“”„‟「」『』﹁﹂﹃﹄", '"') | dict.fromkeys("‘’", "'")
_MARKS = _QUOTES | dict.fromkeys(INTERPUNCTS, "·")
_DROPPED = {"Cc", "Cf", "Cs"}  # what cannot be seen

# an interpunct between Han (买买提·艾力); any space but those between Latin words: 梁 奈, AI 劳模
_BETWEEN = re.compile(f"(?<=[{HAN}])[ ·]+(?=[{HAN}])|(?<![a-z0-9]) +| +(?![a-z0-9])")
_AT_ITS_END = re.compile(f"^[ ·]+(?=[{HAN}])|(?<=[{HAN}])[ ·]+$")  # 阿依古丽·, half of a name
_WORD = re.compile(
    r"""(?P<minus>[-－]?)(?:["“„「『](?P<phrase>[^"“”„「」『』]+)["”」』](?!\S)|(?P<word>\S+))"""
)
_LONE_HAN = re.compile(f"[{HAN}]")


class _Folding(dict):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code):
        character = chr(code)
        self[code] = character if character == "\n" else self.folded(character)
        return self[code]

    @staticmethod
    def folded(character):
        if character.isspace():
            return " "
        if unicodedata.category(character) in _DROPPED:
            return ""
        plain = unicodedata.normalize("NFKC", character).lower()
        return "".join(_MARKS.get(each) or simplified().get(each, each) for each in plain)


_FOLDING = _Folding()


@cache
def simplified() -> dict[str, str]:
    """The simplified form of each traditional or variant character."""
    table = _SIMPLIFIED.read_text(encoding="utf-8").replace("\n", "")
    return dict(zip(table[::2], table[1::2], strict=True))


def fold(text: str) -> str:
    """What is compared: half width, lower case, simplified, without padding and interpuncts between Han."""
    return _BETWEEN.sub("", text.translate(_FOLDING))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` that it stands for."""
    folded, places = text.translate(_FOLDING), list(range(len(text)))
    if len(folded) != len(text) or "" in map(_FOLDING.__getitem__, map(ord, text)):
        places = [i for i, each in enumerate(text) for _ in _FOLDING[ord(each)]]
    for match in reversed(list(_BETWEEN.finditer(folded))):
        del places[match.start() : match.end()]
    return _BETWEEN.sub("", folded), places


def pairs(folded: str) -> set[str]:
    """All pairs of neighbours; lines are apart."""
    return {one + two for one, two in pairwise(folded) if one != "\n" != two}


def characters(folded: str) -> set[str]:
    return set(folded) - {"\n", " "}


@dataclass(frozen=True)
class Query:
    """Folded terms: all of `wanted` must stand in a story, none of `unwanted` may."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def __bool__(self):
        return bool(self.wanted)

    @property
    def long(self) -> list[str]:
        """Terms that are looked for everywhere."""
        return [term for term in self.wanted if len(term) > 1]

    @property
    def lone(self) -> list[str]:
        """Single characters, which are looked for in headlines and names."""
        return [term for term in self.wanted if len(term) == 1]


def parse(words: str) -> Query:
    """Words parted by spaces; “a phrase” as one; -word must not stand there; a padded 梁 奈 is one name."""
    found = [(bool(match["minus"]), *_term(match)) for match in _WORD.finditer(words)]
    wanted = _joined([each[1:] for each in found if not each[0]])
    unwanted = [term for minus, term, _lone in found if minus]
    return Query(
        *(tuple(dict.fromkeys(filter(_says_something, terms))) for terms in (wanted, unwanted))
    )


def _term(match) -> tuple[str, bool]:
    """The folded term, and whether it is a character alone that may be a part of a padded name."""
    if match["phrase"]:
        return _sought(match["phrase"]), False
    term = _sought(match["word"])
    return term, bool(_LONE_HAN.fullmatch(term))


def _sought(words: str) -> str:
    """A text has no interpunct between Han once it is folded, so none is asked for at the end of half a name."""
    return _AT_ITS_END.sub("", fold(words).strip())


def _joined(terms) -> list[str]:
    """梁 奈 and 王 小 明 are one name each; four characters are two names."""
    found = []
    for lone, group in groupby(terms, key=lambda each: each[1]):
        run = [term for term, _lone in group]
        size = 1 if not lone else len(run) if len(run) < 4 else 2
        found += ["".join(run[start : start + size]) for start in range(0, len(run), size)]
    return found


def _says_something(term: str) -> bool:
    return any(each.isalnum() for each in term)


def spans(text: str, terms) -> list[tuple[int, int]]:
    """Where the folded terms stand in the original text, in order; what overlaps or touches is one."""
    folded, places = fold_with_places(text)
    hits = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for term in terms
        for match in re.finditer(re.escape(term), folded)
    )
    found = []
    for start, end in hits:
        if found and start <= found[-1][1]:
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return found


SNIPPET, BEFORE = 90, 30
_BEGINS = "。！？；\n"


def snippet(text: str, terms) -> tuple[str, list[tuple[int, int]]] | None:
    """The text around the first hits on one line, with where in it they stand; None where there are none."""
    found = spans(text, terms)
    if not found:
        return None
    first = found[0][0]
    sentence = max(text.rfind(mark, 0, first) for mark in _BEGINS) + 1
    start = sentence if first - sentence <= BEFORE else first - BEFORE
    end = max(start + SNIPPET, found[0][1])
    head, tail = "" if start == sentence else "……", "……" if end < len(text) else ""
    shift = len(head) - start
    inside = [(begin + shift, min(stop, end) + shift) for begin, stop in found if begin < end]
    return head + text[start:end].replace("\n", "　") + tail, inside
