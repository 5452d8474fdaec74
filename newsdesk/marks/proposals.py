"""What a text's marks should be, as changes that an editor looks at; Latin sentences and addresses stay."""

import re
from dataclasses import dataclass

from .characters import is_han
from .quotes import paired
from .widths import widened

_HAN = r"\u3400-\u9fff"
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://[!-~]+(?:(?<=[/=])[{_HAN}]+[!-~]+)*|www\.[!-~]+|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.ASCII,
)
_SENTENCE = re.compile(rf"(?:[^。！？；!?.]|\.(?![\s\"'”’]|$|[{_HAN}]))*.?[\"'”’)）]*", re.DOTALL)
_WORD = re.compile(r"[A-Za-z]{2,}")
_PAIRS = {"“": "”", "‘": "’", "（": "）"}
_TAKES_SPACE = "，。：；！？）"
_OURS = "x"  # stands for a character that no rule may touch


@dataclass(frozen=True)
class Edit:
    """text[start:end] becomes `after`."""

    start: int
    end: int
    after: str


@dataclass(frozen=True)
class Change:
    """One mark, or the two of a pair: put right together or not at all."""

    edits: tuple[Edit, ...]


def changes(text: str) -> list[Change]:
    """In the order of the text; a line is a paragraph."""
    found, place = [], 0
    for line in text.split("\n"):
        found += [Edit(place + each.start, place + each.end, each.after) for each in _edits(line)]
        place += len(line) + 1
    return _in_pairs(found)


def applied(text: str, chosen: list[Change]) -> str:
    edits = [edit for change in chosen for edit in change.edits]
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def _edits(line):
    chars = list(_without_latin(line))
    edits = []
    for start, end, after in widened(chars):
        chars[start:end] = [after] + [""] * (end - start - 1)
        edits.append(Edit(start, _behind_spaces(line, end, after), after))
    edits += [Edit(start, start + 1, after) for start, after in paired(chars)]
    return sorted(edits, key=lambda each: each.start)


def _behind_spaces(line, end, after):
    """A full-width mark is as wide as mark and space were."""
    rest = line[end:].lstrip(" \xa0") if after in _TAKES_SPACE else line[end:]
    return len(line) - len(rest)


def _without_latin(line):
    """The line, as long as it was, with addresses and Latin sentences made unreadable for the rules."""
    line = _ADDRESS.sub(_hidden, line)
    return _SENTENCE.sub(lambda match: _hidden(match) if _is_latin(match[0]) else match[0], line)


def _hidden(match):
    kept = match[0].rstrip(".,:;!?)\"'") if _ADDRESS.fullmatch(match[0]) else match[0]
    return _OURS * len(kept) + match[0][len(kept) :]


def _is_latin(sentence):
    return len(_WORD.findall(sentence)) > sum(map(is_han, sentence))


def _in_pairs(edits):
    groups, opened = [], []
    for edit in edits:
        if opened and edit.after == _PAIRS[opened[-1][0].after]:
            opened.pop().append(edit)
            continue
        groups.append([edit])
        if edit.after in _PAIRS:
            opened.append(groups[-1])
    return [Change(tuple(group)) for group in groups]
