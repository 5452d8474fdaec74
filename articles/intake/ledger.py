"""The account of a page: every character is in exactly one place."""

from dataclasses import dataclass

from .marks import SPACE

DISCARDED = ("furniture", "staff", "line break", "stray space", "markup", "repeat")
_REMOVED = {"space": "stray space", "padding": "stray space", "markup": "markup"}


@dataclass(frozen=True)
class Piece:
    """raw[start:end] is part of block number `block`, or discarded as `kind`, or unassigned."""

    start: int
    end: int
    kind: str
    story: int | None = None
    block: int | None = None


@dataclass(frozen=True)
class Ledger:
    characters: int
    in_stories: int
    discarded: int
    unassigned: int


def pieces(text, blocks, edits, discarded):
    """The text cut into pieces, as (start, end, owner); an owner is a block's number or a kind.

    `discarded` is a list of (start, end, kind).
    """
    owner = [None] * len(text)
    for start, end, kind in discarded:
        owner[start:end] = [kind] * (end - start)
    for number, block in enumerate(blocks):
        for start, end in block.spans:
            owner[start:end] = [number] * (end - start)
    for _, edit in edits:
        kind = _REMOVED.get(edit.rule)
        if kind and not edit.after:
            owner[edit.start : edit.end] = [kind] * (edit.end - edit.start)
    for place, char in enumerate(text):
        if owner[place] is None:
            owner[place] = _blank(char)
    return _runs(owner)


def _blank(char):
    if char in "\r\n":
        return "line break"
    return "stray space" if char.isspace() or char in SPACE else "unassigned"


def _runs(owner):
    start, found = 0, []
    for place in range(1, len(owner) + 1):
        if place == len(owner) or owner[place] != owner[start]:
            found.append((start, place, owner[start]))
            start = place
    return found


def account(pieces):
    counts = {"in_stories": 0, "discarded": 0, "unassigned": 0}
    for piece in pieces:
        if piece.block is not None:
            counts["in_stories"] += piece.end - piece.start
        elif piece.kind in DISCARDED:
            counts["discarded"] += piece.end - piece.start
        else:
            counts["unassigned"] += piece.end - piece.start
    return Ledger(characters=sum(counts.values()), **counts)
