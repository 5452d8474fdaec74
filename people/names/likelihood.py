"""How much speaks for a name behind a title."""

import re

from people.names.bonds import BONDS, torn
from people.names.characters import FUNCTION, NEVER, all_fit, is_rare, like_a_word, styled
from people.names.follows import SPEAKS, goes_on, is_act, leads_on, speaks, stops
from people.names.heads import HEADS
from people.names.phrases import LEADERS
from people.names.surnames import COMMON, GIVEN, RARE
from people.names.words import AFTER_TITLES, ALIKE, CHOSEN, NOUNS, UNLIKELY

ENOUGH = 4
# 修一间“淋浴房”: a verb and how many.
_MEASURE = re.compile("[一两几半][间台份位座件项根把张条个块副套辆部口顶双篇封面幅场趟次]")
_OPENING = tuple("“”《》‘’0123456789")


def likelihood(text, name, surname, evidence):
    """How much speaks for a name behind a title; a name is taken from ENOUGH on."""
    given = name.text[surname:]
    if (
        _MEASURE.match(given)
        or given != "方"
        and styled(text, given, name.end)
        or "某" in given
        or text.startswith(LEADERS, name.start + surname)
    ):
        return 0
    doubled = len(given) == 2 and given[0] == given[1] and given[0] not in NEVER  # 钱多多
    seldom = surname == 1 and name.text[0] not in COMMON
    if seldom and (given in BONDS or given in HEADS or not all_fit(given)):
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
    fits = max(fits, 1.5) if doubled else fits
    return (
        evidence.prior
        + first
        + fits
        + _follow_weight(text, name.end, evidence)
        + _word_weight(text, name, surname)
    )


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
        ends = ends_clause(text, name.end) or leads_on(text, name.end)
        ends = ends or not is_act(word) and speaks(text, name.end)
        alone = ends and name.text == word and word not in SPEAKS
        longer = len(name.text) > 2 and goes_on(text, name.end) == 3 and all_fit(name.text[1:])
        return -1.5 if alone else -3 if longer else -4
    if word in CHOSEN:
        return 0
    return -2 if word in ALIKE else 0


def ends_clause(text, end):
    return stops(text, end) and text[end : end + 1] not in _OPENING
