"""What changed between two texts, in pieces that people can read.

Chinese has no spaces: the unit is the character; a number or a Latin word is one unit and never cut.
Edits that stand close together are one edit, so that nobody reads confetti.
"""

import re
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from diff_match_patch import diff_match_patch

from newsdesk.text import HAN

SAME, GONE, NEW = "same", "gone", "new"
_KINDS = {0: SAME, -1: GONE, 1: NEW}
_WORD = f"[^\\W_{HAN}]+"  # letters and figures of any other writing: AI, 5G, 1,200.5, 10:30
_UNIT = re.compile(f"{_WORD}(?:[.,:'-]{_WORD})*%?|.", re.DOTALL)
_CODES = 0xF0000  # the private planes stand for units of several characters, and for paragraphs
SECONDS = 0.2
CLOSE, NEAR = (
    1,
    2,
)  # units between two edits that are read as one; NEAR where both put one word for another
MOVED_FROM = 8  # characters: a shorter paragraph may well stand twice
AROUND = 1  # unchanged paragraphs that stay in sight before and after a change


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


@dataclass(frozen=True)
class Row:
    """One paragraph. `moved` says that it stood elsewhere (new) or stands elsewhere now (gone)."""

    pieces: tuple[Piece, ...]
    moved: bool = False

    @property
    def is_same(self) -> bool:
        return all(piece.kind == SAME for piece in self.pieces)

    @property
    def kind(self) -> str:
        kinds = {piece.kind for piece in self.pieces}
        return kinds.pop() if len(kinds) == 1 else "changed"


@dataclass
class Fold:
    """Rows that are read together; those of a closed fold are the same in both texts."""

    rows: list[Row] = field(default_factory=list)
    closed: bool = False


def pieces(before: str, after: str) -> list[Piece]:
    """Both texts in one: what stayed, what went, what came."""
    ops = _compared(_UNIT.findall(before), _UNIT.findall(after), semantic=True)
    return _pieces(_grouped(ops))


def rows(before: str, after: str) -> list[Row]:
    """Texts of one paragraph a line, paragraph by paragraph in the order of the newer one."""
    ops = _compared(*(text.split("\n") if text else [] for text in (before, after)))
    moved = _moved(ops)
    found = []
    for is_same, run in groupby(ops, key=lambda op: op[0] == SAME):
        if is_same:
            found += [Row((Piece(SAME, text),)) for _kind, units in run for text in units]
        else:
            found += _rows_of(list(run), moved)
    return found


def folded(found: list[Row], around: int = AROUND) -> list[Fold]:
    """The rows in stretches: long ones of what stayed the same are closed, but for their ends."""
    near = {
        place
        for index, row in enumerate(found)
        if not row.is_same
        for place in range(index - around, index + around + 1)
    }
    folds = []
    for closed, run in groupby(enumerate(found), key=lambda each: each[0] not in near):
        stretch = [row for _index, row in run]
        if closed and len(stretch) > 1:
            folds.append(Fold(stretch, closed=True))
        elif folds and not folds[-1].closed:
            folds[-1].rows += stretch
        else:
            folds.append(Fold(stretch))
    return folds


def counted(before: str, after: str) -> tuple[int, int]:
    """Characters that came, characters that went; without what only stands between two edits."""
    ops = _compared(_UNIT.findall(before), _UNIT.findall(after))
    found = {
        side: sum(len("".join(units)) for kind, units in ops if kind == side)
        for side in (NEW, GONE)
    }
    return found[NEW], found[GONE]


def _compared(before: list[str], after: list[str], *, semantic=False) -> list[tuple[str, list]]:
    """(kind, units) one after the other. Each different unit is one character for the library."""
    units = list(dict.fromkeys([*before, *after]))
    codes = {
        unit: unit if len(unit) == 1 and ord(unit) < _CODES else chr(_CODES + number)
        for number, unit in enumerate(units)
    }
    read = {code: unit for unit, code in codes.items()}
    library = diff_match_patch()
    library.Diff_Timeout = SECONDS
    found = library.diff_main(
        "".join(map(codes.get, before)), "".join(map(codes.get, after)), False
    )
    if semantic:
        library.diff_cleanupSemantic(found)
    return [(_KINDS[kind], [read[code] for code in text]) for kind, text in found]


def _grouped(ops) -> list[tuple[str, list]]:
    """Edits with next to nothing between them become one: all that went, then all that came."""
    found, edit = [], []
    for op, following in zip_longest(ops, ops[1:]):
        if op[0] != SAME or (edit and following and _is_near(op[1], edit, following[0])):
            edit.append(op)
        else:
            found += [*_edit(edit), op]
            edit = []
    return found + _edit(edit)


def _is_near(between, edit, following: str) -> bool:
    if "\n" in between:
        return False
    replaces = {kind for kind, _units in edit} >= {GONE, NEW} and following == GONE
    return len(between) <= (NEAR if replaces else CLOSE)


def _edit(ops) -> list[tuple[str, list]]:
    sides = [
        (side, [unit for kind, units in ops if kind in (SAME, side) for unit in units])
        for side in (GONE, NEW)
    ]
    return [side for side in sides if side[1]]


def _pieces(ops) -> list[Piece]:
    return [Piece(kind, "".join(units)) for kind, units in ops]


def _moved(ops) -> set[str]:
    """Paragraphs that only changed their place."""
    here = {
        side: {text for kind, units in ops if kind == side for text in units}
        for side in (GONE, NEW)
    }
    return {text for text in here[GONE] & here[NEW] if len(text) >= MOVED_FROM}


def _rows_of(run, moved) -> list[Row]:
    """The paragraphs of one stretch that changed, those that were moved apart from the others."""
    gone, new = ([t for kind, units in run if kind == side for t in units] for side in (GONE, NEW))
    left = [Row((Piece(GONE, text),), moved=True) for text in gone if text in moved]
    gone = [text for text in gone if text not in moved]
    found = []
    for is_moved, texts in groupby(new, key=moved.__contains__):
        if is_moved:
            found += [Row((Piece(NEW, text),), moved=True) for text in texts]
        else:
            found += _cut(gone, list(texts))
            gone = []
    return left + (_cut(gone, []) if gone else []) + found


def _cut(gone, new) -> list[Row]:
    """One paragraph cut in two, or two made one, show their mark (¶) as what came or went."""
    if not gone or not new:
        kind = GONE if gone else NEW
        return [Row((Piece(kind, text),)) for text in gone or new]
    found, line = [], []
    for piece in pieces("\n".join(gone), "\n".join(new)):
        first, *others = piece.text.split("\n")
        line += [Piece(piece.kind, first)] if first else []
        for text in others:
            is_whole = piece.kind == SAME or all(each.kind == piece.kind for each in line)
            if not is_whole:
                line.append(Piece(piece.kind, "¶"))
            if is_whole or piece.kind != GONE:
                found.append(Row(tuple(line)))
                line = []
            line += [Piece(piece.kind, text)] if text else []
    return [*found, Row(tuple(line))] if line else found
