"""What the press broke, put right: each repair is a recorded edit, and none changes a word."""

import re
from dataclasses import dataclass
from itertools import accumulate

from newsdesk.marks import is_han, paired, widened
from people.names.follows import goes_on
from people.names.heads import HEADS, WRITERS
from people.names.surnames import COMMON, COMPOUND, RARE, SELDOM

from .marks import HAN, SPACE, has_ended
from .running import blank_end

_EMPHASIS = re.compile(r"\*\*|__")


@dataclass(frozen=True)
class Edit:
    """text[start:end] becomes `after`; start == end puts something in."""

    start: int
    end: int
    after: str
    rule: str


class Repair:
    """Works on one running text; `allowed(start, end, rule)` says which edits an editor left."""

    def __init__(self, running, page, allowed):
        self.text, self.at, self.page = running.text, running.at, page
        self.breaks, self.allowed = running.breaks, allowed
        self.out = list(running.text)
        self.edits = []
        self.joins = {}  # by the place of the character before: what closes the break

    def value(self):
        return self._until(len(self.out))

    def _until(self, stop):
        """The value of the first characters, with what closes the breaks between them."""
        return "".join(each + self.joins.get(i, "") for i, each in enumerate(self.out[:stop]))

    def change(self, i, j, after, rule):
        """Replace characters i to j of the running text, unless an editor refused that."""
        start, end = self.at[i], self.at[j - 1] + 1
        if "".join(self.out[i:j]) == after or not self.allowed(start, end, rule):
            return
        self.edits.append(Edit(start, end, after, rule))
        self.out[i:j] = [after] + [""] * (j - i - 1)

    def insert(self, after, rule):
        place = self.at[-1] + 1
        if self.allowed(place, place, rule):
            self.edits.append(Edit(place, place, after, rule))
            self.out[-1] += after

    def join(self, separator_at):
        """Close the breaks between parts; `separator_at(i)` is what stands there instead."""
        for i in sorted(self.breaks):
            start = self.at[i - 1] + 1
            end = blank_end(self.page, start)
            separator = separator_at(i)
            if not self.allowed(start, end, "join"):
                separator = "" if separator else " "
            self.edits.append(Edit(start, end, separator, "join"))
            self.joins[i - 1] = separator

    def drop_markup(self):
        for match in _EMPHASIS.finditer(self.text):
            self.change(match.start(), match.end(), "", "markup")

    def spaces(self, keeps, rule=""):
        """Stray spaces go; `keeps(i, j)` says whether the gap text[i:j] is one that was meant."""
        padded = _padded_gaps(self.text)
        for match in re.finditer(rf"[{SPACE}]+", self.text):
            i, j = match.span()
            cut = next((k for k in range(i + 1, j) if k in self.breaks), None)
            parts = [(i, cut), (cut, j)] if cut else [(i, j)]
            kept = " " if keeps(i, j) else ""
            for k, (start, end) in enumerate(parts):
                why = rule or (
                    "padding" if i in padded or is_padded_name(self.text, i, j) else "space"
                )
                self.change(start, end, kept if k == 0 else "", why)

    def padded(self):
        """Where in the value names of two characters stand that the print sets to three: 江 岚."""
        sizes = (len(each) + len(self.joins.get(i, "")) for i, each in enumerate(self.out))
        ends = list(accumulate(sizes))
        for match in re.finditer(rf"(?<=[{HAN}])[{SPACE}]+(?=[{HAN}])", self.text):
            i, j = match.span()
            if any(self.out[i:j]) or any(i <= each <= j for each in self.breaks):
                continue
            surname = surname_length(self.text[max(0, i - 2) : i])
            longer = self.text[i - surname : i] + self.text[j : j + 2]  # 禤 国强, elsewhere 禤国强
            again = len(longer) == surname + 2 and longer in self.page[:20_000]
            if surname and not (again or _has_two_given(self.text, j)):
                end = ends[j]
                yield end - surname - 1, end

    def marks(self):
        """Half-width marks between Han characters, and straight quotes."""
        for i, j, after in widened(self.out):
            self.change(i, j, after, "fullwidth")
        for i, after in paired(self.out):
            self.change(i, i + 1, after, "quotes")

    def stop(self):
        value = self.value()
        if value and not has_ended(value) and value[-1] not in "：；，、:;,—":
            self.insert("。", "stop")


def latin_gap(text):
    """Between two Latin words or numbers a space is wanted, and behind a mark of a Latin sentence."""
    return lambda i, j: bool(
        _WANTED_BEFORE.search(text[max(0, i - 2) : i]) and _WANTED_AFTER.match(text, j)
    )


_WANTED_BEFORE = re.compile(r"[!-~](?<![\"'“])$(?<![^0-9A-Za-z][,;:!?.])")
_WANTED_AFTER = re.compile(r"[0-9A-Za-z(&+/-]")


def latin_join(text):
    def separator(i):
        left, right = text[i - 1], text[i] if i < len(text) else ""
        return " " if (left + right).isascii() and left.isalpha() and right.isalpha() else ""

    return separator


def list_gap(text):
    """In a list of names every gap sets things apart but the one inside a name."""

    padded = _padded_gaps(text)

    def keeps(i, j):
        return bool(i) and j < len(text) and i not in padded

    return keeps


def surname_length(text):
    """The characters of the surname that a text ends with; 0 where it ends with none."""
    if text[-2:] in COMPOUND:
        return 2
    return int(text[-1:] in _SURNAMES)


def is_padded_name(text, i, j):
    """货车司机寇 平: a surname behind what somebody is, and the gap text[i:j] that short names have."""
    surname = surname_length(text[max(0, i - 2) : i])
    return bool(surname) and bool(_WHO.search(text[max(0, i - surname - 12) : i - surname]))


_WHO = re.compile(f"(?:{'|'.join(sorted(HEADS | WRITERS, key=len, reverse=True))})$")


def _has_two_given(text, j):
    """Is the given name that begins at j of two characters, and nothing follows that a name has?"""
    return bool(_TWO_GIVEN.match(text, j)) and goes_on(text, j + 1) < 3


_TWO_GIVEN = re.compile(rf"[{HAN}]{{2}}(?![{HAN}])|([{HAN}])\1")
_SURNAMES = COMMON | RARE | SELDOM


_GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])")


def _padded_gaps(text):
    """Where the gaps inside names begin, read from the left: a given name is no surname."""
    found, used = set(), 0
    for match in re.finditer(rf"[{SPACE}]+", text):
        i, j = match.span()
        if i > used and _is_padding(text, i, j):
            found.add(i)
            used = j + len(_GIVEN.match(text, j).group() if _GIVEN.match(text, j) else " ")
    return found


def _is_padding(text, i, j):
    """张 三, 贾 思明: a single character, a gap, one or two more, and something else around."""
    if i < 1 or j >= len(text) or not is_han(text[i - 1]):
        return False
    surname = 2 if text[i - 2 : i] in COMPOUND else 1
    alone = i <= surname or not is_han(text[i - surname - 1])
    given = _GIVEN.match(text, j)
    if alone and given:
        return True
    return bool(
        given and len(given.group()) == 1 and re.match(r"[、，。；（(]", text[j + 1 : j + 2])
    )
