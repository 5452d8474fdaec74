"""Pairs of characters that are words, learned from real news: bench/learn_bonds.py."""

from pathlib import Path

_TABLE = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split()
BONDS = frozenset(line[at : at + 2] for line in _TABLE for at in range(0, len(line), 2))


def torn(text, at):
    """Is it the middle of a word here?"""
    return text[at - 1 : at + 1] in BONDS
