"""Two people changed one text: what each did alone is taken over, what both did is a clash to decide.

Pure: lists of units (paragraphs) or single values in, the same out. `base` is what both began with.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Clash:
    """Both changed this, and differently."""

    base: object
    mine: object
    theirs: object


def settled(base, mine, theirs):
    """One value, or a Clash."""
    if theirs in (base, mine):
        return mine
    return theirs if mine == base else Clash(base, mine, theirs)


def united(base, mine, theirs) -> list:
    """For what has no order: whatever either added is there, whatever either took out is not."""
    gone = set(base) - set(mine) | set(base) - set(theirs)
    return [each for each in dict.fromkeys([*mine, *theirs]) if each not in gone]


def merged(base: list, mine: list, theirs: list) -> list:
    """Stretches in order: lists that are settled, and clashes of three lists."""
    found = []
    for stretch in _stretches(base, mine, theirs):
        for each in _decided(*stretch):
            if isinstance(each, list) and found and isinstance(found[-1], list):
                found[-1] += each
            elif each != []:
                found.append(each)
    return found


def _stretches(base, mine, theirs):
    """(base, mine, theirs) one after the other; where all three have a unit, it stands alone."""
    in_mine, in_theirs = _places(base, mine), _places(base, theirs)
    common = [at for at in range(len(base)) if at in in_mine and at in in_theirs]
    begun = (0, 0, 0)
    for at in common:
        here = (at, in_mine[at], in_theirs[at])
        yield _between(base, mine, theirs, begun, here)
        yield [base[at]], [base[at]], [base[at]]
        begun = tuple(place + 1 for place in here)
    yield _between(base, mine, theirs, begun, (len(base), len(mine), len(theirs)))


def _between(base, mine, theirs, begun, end):
    return tuple(
        units[start:stop]
        for units, start, stop in zip((base, mine, theirs), begun, end, strict=True)
    )


def _places(base, other) -> dict[int, int]:
    """Where each unit of the base that is still there stands in the other."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _decided(base, mine, theirs) -> list:
    """Neighbours that were changed one by each are told apart where their number stayed."""
    whole = settled(base, mine, theirs)
    if not isinstance(whole, Clash) or not len(base) == len(mine) == len(theirs):
        return [whole]
    each = [settled(*units) for units in zip(base, mine, theirs, strict=True)]
    return [
        Clash([unit.base], [unit.mine], [unit.theirs]) if isinstance(unit, Clash) else [unit]
        for unit in each
    ]
