"""Does a person's name stand at this place, and where does it end?"""

import re
from dataclasses import dataclass
from pathlib import Path

from people.names.evidence import MANY, OFFICE
from people.names.follows import (
    ON,
    SPEAKS,
    acts,
    for_somebody,
    goes_on,
    is_act,
    leads_on,
    moves,
    says_so,
    speaks,
    stops,
)
from people.names.heads import HEADS
from people.names.phrases import LEADERS
from people.names.surnames import COMMON, COMPOUND, GIVEN, RARE, SELDOM
from people.names.words import (
    AFTER_TITLES,
    ALIKE,
    ALIKE_LONGER,
    CHOSEN,
    NOUNS,
    STYLED,
    UNLIKELY,
)

NEVER = frozenset("的了在是着与及这那不没也都还被把给让们说某")
_STYLES = tuple(word for word in STYLED if len(word) > 1)
# Pairs of characters that are words: bench/learn_bonds.py.
_TABLE = Path(__file__).with_name("bonds.txt").read_text(encoding="utf-8").split()
BONDS = frozenset(line[at : at + 2] for line in _TABLE for at in range(0, len(line), 2))
FUNCTION = frozenset("和国都由但居来从后向者同经却")
SAYING = frozenset("等说问答讲谈称看听想来到用会能")
_HARDLY_LAST = "同和从并需能得"
# 蓝阿妹（女，畲族）: who is called so is given no particulars.
_PARTICULARS = re.compile("（(?:[男女]|[一-鿿]{1,5}族)[，）]")
SPACES = " \u3000"


@dataclass(frozen=True)
class Name:
    start: int
    end: int
    text: str


def is_han(char):
    return "㐀" <= char <= "鿿" or "\U00020000" <= char <= "\U0003134f"


def surname_length(text, at, *, seldom=False):
    if text[at : at + 2] in COMPOUND:
        return 2
    char = text[at : at + 1]
    return 1 if char in COMMON or seldom and char in SELDOM else 0


def name_at(text, at, evidence, known=(), repeated=None):
    """The best name beginning here, or None; `known` names win over guesses."""
    surname = surname_length(text, at, seldom=evidence.titled > 0)
    if not surname:
        return None
    if text.startswith(_STYLES, at + surname) and not _PARTICULARS.match(text, at + surname + 2):
        return None
    padded = _padded(text, at, surname)
    if padded:
        return padded if acceptable(text, padded, surname, evidence) else None
    best, best_score = None, -4 if evidence.prior else 0
    for given in (2, 1):
        name = Name(at, at + surname + given, text[at : at + surname + given])
        if len(name.text) < surname + given or not all(map(is_han, name.text)):
            continue
        if not acceptable(text, name, surname, evidence) and name.text not in known:
            continue
        score = _score(text, name, surname, known, repeated)
        if score > best_score:
            best, best_score = name, score
    return best


def _padded(text, at, surname):
    """张 三: a name of two characters set to the width of three."""
    if surname != 1 or text[at + 1 : at + 2] not in (*SPACES,):
        return None
    after = at + 2
    while after < len(text) and text[after] in SPACES:
        after += 1
    if after - at > 3 or not is_han(text[after : after + 1] or " "):
        return None
    if after + 1 < len(text) and is_han(text[after + 1]) and goes_on(text, after + 1) < 3:
        return None
    return Name(at, after + 1, text[at] + text[after])


def acceptable(text, name, surname, evidence):
    if evidence.prior:
        return likelihood(text, name, surname, evidence) >= ENOUGH
    given = name.text[surname:]
    follow = goes_on(text, name.end)
    if follow < evidence.follow or _styled(text, given, name.end) or NEVER.intersection(given):
        return False
    seldom = surname == 1 and name.text[0] in SELDOM and name.text[0] not in COMMON
    if seldom and not _seldom_named(text, name, given, evidence):
        return False
    if surname == 1 and like_a_word(name.text):
        return evidence.words and _named_like_a_word(text, name, given, follow, evidence)
    if surname == 1 and name.text[0] in RARE and not _surely_named(given, follow):
        return False
    unlikely = sum(char in UNLIKELY for char in given)
    if unlikely:
        return unlikely <= evidence.unlikely and follow == 3 and len(given) == 2
    return follow > 0 or all(char in GIVEN for char in given)


def _styled(text, given, end):
    return given in STYLED and not _PARTICULARS.match(text, end)


ENOUGH = 4
# 修一间“淋浴房”: a verb and how many.
_MEASURE = re.compile("[一两几半][间台份位座件项根把张条个块副套辆部口顶双篇封面幅场趟次]")


def likelihood(text, name, surname, evidence):
    """How much speaks for a name behind a title; a name is taken from ENOUGH on."""
    given = name.text[surname:]
    if (
        _MEASURE.match(given)
        or given != "方"
        and _styled(text, given, name.end)
        or "某" in given
        or text.startswith(LEADERS, name.start + surname)
    ):
        return 0
    seldom = surname == 1 and name.text[0] not in COMMON
    if seldom and (given in BONDS or given in HEADS or not _all_fit(given)):
        return 0
    first = 3 if surname > 1 else _surname_weight(name.text[0])
    fits = sum(map(_given_weight, given)) * (1 if len(given) == 1 else 0.75)
    if (
        surname == 1
        and len(given) == 1
        and given not in NEVER
        and (like_a_word(name.text) or is_act(name.text))
    ):
        fits = max(fits, 0.5)
    return (
        evidence.prior
        + first
        + fits
        + _follow_weight(text, name.end, evidence)
        + _word_weight(text, name, surname)
    )


def _all_fit(given):
    return GIVEN.issuperset(given) and UNLIKELY.isdisjoint(given)


def _surname_weight(char):
    if char in FUNCTION:
        return -2
    return -0.5 if char not in COMMON else 0.5 if char in RARE else 1


def _given_weight(char):
    if char in NEVER or char == "等":
        return -3
    if char in GIVEN:
        return 0.25 if char in UNLIKELY else 1
    return -1.5 if char in UNLIKELY else 1.5 if is_rare(char) else 0


def _follow_weight(text, end, evidence):
    if stops(text, end):
        return 3 if text[end : end + 1] not in _OPENING else 2
    follow = goes_on(text, end)
    if follow < 3 and torn(text, end):
        return -1.5
    unknown = 1 if text[end] == "的" else 0 if evidence.titled > 1 else -1.5
    return {3: 2, 2: 1}.get(follow, unknown)


_OPENING = tuple("“”《》‘’0123456789")


def torn(text, at):
    """Is it the middle of a word here?"""
    return text[at - 1 : at + 1] in BONDS


def _word_weight(text, name, surname):
    """What speaks against a name that is, or begins with, a word."""
    word = name.text[:2]
    if surname > 1:
        return 0
    if name.text[1:] in BONDS and name.text[0] in RARE:
        return -2
    if word in NOUNS:
        return -6
    if is_act(word) or word in AFTER_TITLES:
        ends = _ends_clause(text, name.end) or leads_on(text, name.end)
        ends = ends or not is_act(word) and speaks(text, name.end)
        alone = ends and name.text == word and word not in SPEAKS
        longer = len(name.text) > 2 and goes_on(text, name.end) == 3 and _all_fit(name.text[1:])
        return -1.5 if alone else -3 if longer else -4
    if word in CHOSEN:
        return 0
    return -2 if word in ALIKE else 0


def is_rare(char):
    """Outside the 3,755 characters that texts are mostly made of: 犇, 淼, 婷."""
    code = char.encode("gb2312", "ignore")
    return not code or code[0] >= 0xD8


def like_a_word(name):
    return name[:2] in ALIKE or name[:2] in CHOSEN or name in ALIKE_LONGER


def _surely_named(given, follow):
    return follow + len(given) > 3 and all(char in GIVEN for char in given)


def _named_like_a_word(text, name, given, follow, evidence):
    """文静 may be a person wherever a name may end, 钟爱 only where somebody acts."""
    if name.text[:2] in CHOSEN:
        if evidence is MANY:
            return name.text in CHOSEN and (text[name.end] == "是" or speaks(text, name.end))
        return follow >= (2 if name.text in CHOSEN else 3)
    if not evidence.titled or follow < 3 or name.text[:2] in AFTER_TITLES:
        return False
    if len(given) == 2 and not all(char in GIVEN for char in given):
        return False
    if evidence.titled > 1:
        return _ends_for_sure(text, name.end)
    return speaks(text, name.end) or name.text[0] not in RARE and acts(text, name.end)


def _ends_for_sure(text, end):
    return stops(text, end) or speaks(text, end) or leads_on(text, end) or for_somebody(text, end)


def _seldom_named(text, name, given, evidence):
    """市政协副主席海燕，: short, of characters for names, and where a name surely ends."""
    plain = given in GIVEN and name.text not in AFTER_TITLES
    acting = evidence is OFFICE and acts(text, name.end)
    return len(given) == 1 and plain and (acting or _ends_for_sure(text, name.end))


def _score(text, name, surname, known, repeated):
    given = name.text[surname:]
    follow = goes_on(text, name.end)
    score = follow + (len(given) == 2) - 2 * (follow < 3 and torn(text, name.end))
    for char in given:
        score += _fit(char)
    if name.text in known:
        score += 6
    if len(given) == 2 and text[name.end : name.end + 1] in tuple("了着过到得") + ("的",) * (
        given[1] not in GIVEN
    ):
        score -= 3
    if len(given) == 2 and _joins_nothing(text, name.end):
        score += 4
    if len(given) == 2:
        score += repeated(name.text) if repeated else 0
        if acts(text, name.end - 1) and not (acts(text, name.end) or stops(text, name.end)):
            score -= 2.5
        score -= 3.5 * moves(text, name.end - 1)
        if follow == 0 and given[1] not in GIVEN | ON and not is_rare(given[1]):
            score -= 1.5
        hardly = given[1] in _HARDLY_LAST or says_so(text, name.end - 1)
        score -= 2.5 * (hardly + for_somebody(text, name.end - 1))
    return score


def _joins_nothing(text, end):
    """石敢当，: a small word has something behind it, so this is none."""
    small = text[end - 1] in ON and text[end - 1] not in SAYING
    return small and _ends_clause(text, end)


def _ends_clause(text, end):
    return stops(text, end) and text[end : end + 1] not in _OPENING


def _fit(char):
    if char in ON:
        return 0 if char in GIVEN else -3
    return 1 if char in GIVEN else -2 if char in UNLIKELY else 0.5
