"""How likely a clause of a headline ends between two texts.

The table is learned from real news by bench/learn_edges.py and holds no text.
"""

from functools import cache
from pathlib import Path

from newsdesk.marks import is_han


@cache
def _table():
    table = {}
    for line in (Path(__file__).parent / "edges.txt").read_text(encoding="utf-8").splitlines():
        kind, size, score, keys = line.split(" ")
        step = int(size)
        table.setdefault(kind, {}).update(
            (keys[i : i + step], float(score)) for i in range(0, len(keys), step)
        )
    return table


_BOND_WEIGHT = 0.8


def clause_edge(left, right):
    """Log odds that a clause ended between the two; above 2 it mostly did."""
    score = _score("clause-end", left[-2:], left[-1:])
    score += _score("clause-start", right[:2], right[:1])
    return score - _BOND_WEIGHT * bond(left, right)


def bond(left, right):
    """How much the two characters at the break belong together; 0 for most."""
    return _table()["bond"].get(left[-1:] + right[:1], 0)


def _score(kind, pair, single):
    scores = _table()[kind]
    if pair in scores:
        return scores[pair]
    return 0.8 * scores.get(single, 0) if is_han(single or " ") else 0
