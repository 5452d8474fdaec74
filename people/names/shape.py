"""Does a person's name stand at this place, and where does it end?"""

import re
from dataclasses import dataclass

from people.names.bonds import BONDS, torn
from people.names.characters import (
    NEVER,
    PARTICULARS,
    all_fit,
    is_han,
    is_rare,
    like_a_word,
    styled,
)
from people.names.evidence import MANY, OFFICE
from people.names.follows import (
    ON,
    acts,
    for_somebody,
    goes_on,
    leads_on,
    moves,
    says_so,
    speaks,
    stops,
)
from people.names.likelihood import ENOUGH, ends_clause, likelihood
from people.names.surnames import COMMON, COMPOUND, GIVEN, RARE, SELDOM
from people.names.words import (
    AFTER_TITLES,
    CHOSEN,
    STYLED,
    UNLIKELY,
)

_STYLES = tuple(word for word in STYLED if len(word) > 1)
SAYING = frozenset("等说问答讲谈称看听想来到用会能")
_HARDLY_LAST = "同和从并需能得"
SPACES = " \u3000"


@dataclass(frozen=True)
class Name:
    start: int
    end: int
    text: str


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
    if text.startswith(_STYLES, at + surname) and not PARTICULARS.match(text, at + surname + 2):
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
    if name.text[0] in "向为" and for_somebody(text, name.start):
        return False  # 全行员工向先进学习
    follow = goes_on(text, name.end)
    if follow < evidence.follow and not (evidence.plain and _plain(text, name, surname)):
        return False
    if styled(text, given, name.end) or NEVER.intersection(given):
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


def _plain(text, name, surname):
    """青年职工鲁一帆跃跃欲试: three characters that are a name and tear no word."""
    given = name.text[surname:]
    plain = surname == 1 and len(given) == 2 and all_fit(given) and name.text[0] not in RARE
    torn_off = torn(text, name.end) or torn(text, name.start) or name.text[1:] in BONDS
    return plain and not torn_off and not like_a_word(name.text)


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
    begins = text[name.end : name.end + 2] in BONDS
    begins = begins or says_so(text, name.end) or moves(text, name.end)
    score = follow + (len(given) == 2) - 2 * (follow < 3 and torn(text, name.end))
    for char in given:
        score += _fit(char)
    if name.text in known:
        score += 6
    if len(given) == 2 and _does(text, name.end):
        score -= 3
    if len(given) == 2 and _joins_nothing(text, name.end):
        score += 4
    if len(given) == 1 and _DONE_BY_ONE.match(text, name.end) and not begins:
        score -= 1.5
    if len(given) == 2:
        score += repeated(name.text) if repeated else 0
        if acts(text, name.end - 1) and not (acts(text, name.end) or stops(text, name.end)):
            score -= 2.5
        score -= 3.5 * moves(text, name.end - 1)
        if name.text[:2] in CHOSEN and given[1] not in GIVEN:
            score -= 1
        if follow == 0 and given[1] not in GIVEN | ON and not is_rare(given[1]):
            score -= 1.5
        hardly = given[1] in _HARDLY_LAST or says_so(text, name.end - 1)
        score -= 2.5 * (hardly + for_somebody(text, name.end - 1))
    return score


def _does(text, end):
    """李明|看到: is the last character done, rather than a name's? Not so in 李国强到企业调研."""
    last, mark = text[end - 1], text[end : end + 1]
    if mark == "到":
        return last not in GIVEN or acts(text, end - 1)
    return mark in tuple("了着过得") or mark == "的" and last not in GIVEN


# 周大|年学了: a character of the name, and what somebody did
_DONE_BY_ONE = re.compile("[一-鿿]{2}[了着过到得完]")


def _joins_nothing(text, end):
    """石敢当，: a small word has something behind it, so this is none."""
    small = text[end - 1] in ON and text[end - 1] not in SAYING
    return small and ends_clause(text, end)


def _fit(char):
    if char in ON:
        return 0 if char in GIVEN else -3
    return 1 if char in GIVEN else -2 if char in UNLIKELY else 0.5
