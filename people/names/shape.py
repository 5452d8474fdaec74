"""Does a person's name stand at this place, and where does it end?"""

from dataclasses import dataclass

from people.names.follows import ON, acts, for_somebody, goes_on, leads_on, says_so, speaks, stops
from people.names.surnames import COMMON, COMPOUND, GIVEN, RARE, SELDOM
from people.names.words import (
    AFTER_TITLES,
    ALIKE,
    ALIKE_LONGER,
    CHOSEN,
    STYLED,
    UNLIKELY,
)

NEVER = frozenset("的了在是着与及这那不没也都还被把给让们说某")
_STYLES = tuple(word for word in STYLED if len(word) > 1)
_HARDLY_LAST = "同和从并需能得"
SPACES = " \u3000"


@dataclass(frozen=True)
class Evidence:
    """How much stands behind a name before it is looked at."""

    follow: int  # the least goes_on() must answer
    words: bool = False  # a word such as 高峰 may be a name
    unlikely: int = 0  # how many unlikely characters are allowed
    titled: int = 0  # 2 straight behind an office, 1 behind a standing, or in such a list


OFFICE = Evidence(follow=0, words=True, unlikely=1, titled=2)
GOOD = Evidence(follow=2)
STRICT = Evidence(follow=3)
WORDY = Evidence(follow=3, words=True)


@dataclass(frozen=True)
class Name:
    start: int
    end: int
    text: str


def is_han(char):
    return "一" <= char <= "鿿"


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
    if text.startswith(_STYLES, at + surname):
        return None
    padded = _padded(text, at, surname)
    if padded:
        return padded if acceptable(text, padded, surname, evidence) else None
    best, best_score = None, 0
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
    given = name.text[surname:]
    follow = goes_on(text, name.end)
    if follow < evidence.follow or given in STYLED or NEVER.intersection(given):
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


def like_a_word(name):
    return name[:2] in ALIKE or name[:2] in CHOSEN or name in ALIKE_LONGER


def _surely_named(given, follow):
    return follow + len(given) > 3 and all(char in GIVEN for char in given)


def _named_like_a_word(text, name, given, follow, evidence):
    """文静 may be a person wherever a name may end, 钟爱 only where somebody acts."""
    if name.text[:2] in CHOSEN:
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
    score = goes_on(text, name.end) + (len(given) == 2)
    for char in given:
        score += _fit(char)
    if name.text in known:
        score += 6
    if len(given) == 2:
        score += repeated(name.text) if repeated else 0
        if acts(text, name.end - 1) and not (acts(text, name.end) or stops(text, name.end)):
            score -= 2.5
        if given[1] in _HARDLY_LAST or says_so(text, name.end - 1):
            score -= 2.5
        if for_somebody(text, name.end - 1):
            score -= 2.5
    return score


def _fit(char):
    if char in ON:
        return 0 if char in GIVEN else -3
    return 1 if char in GIVEN else -2 if char in UNLIKELY else 0.5
