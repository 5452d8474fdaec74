"""What the rules share while they look through one text."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from people.names import foreign
from people.names.directory import EMPTY, automaton
from people.names.follows import goes_on
from people.names.heads import AFTER, COURTESY, MANY, OFFICE, STANDING, WRITERS
from people.names.shape import Name, name_at
from people.names.surnames import COMMON, COMPOUND


@dataclass(frozen=True)
class Candidate:
    """A name that some rule found.

    `title_end`: the title before it ends there. `heir`: it has the title of the candidate
    before it. `title`: the title, where it stands behind the name.
    """

    name: Name
    rule: str
    weight: int
    title_end: int | None = None
    heir: bool = False
    title: str = ""


class Search:
    def __init__(self, text, directory=EMPTY, padded=()):
        self.text = text
        self.directory = directory
        self.padded = {start: Name(start, end, text[start:end]) for start, end in padded}

    def name_at(self, at, evidence):
        name = self.padded.get(at) or name_at(
            self.text, at, evidence, self.directory, self.repeated
        )
        return name and self._whole(name, at)

    def _whole(self, name, at):
        """古丽娜|尔出席: where a transliterated name goes on behind what looks like a Chinese one."""
        longer = None if goes_on(self.text, name.end) > 2 else foreign.named_at(self.text, at)
        return longer if longer and longer.end > name.end else name

    @cached_property
    def heads(self):
        """{end: (start, kind)} of the longest title word that ends there."""
        found = {}
        for last, (length, kind) in _HEADS.iter(self.text):
            if length > last + 1 - found.get(last + 1, (last + 1, ""))[0]:
                found[last + 1] = (last + 1 - length, kind)
        return found

    @cached_property
    def behind(self):
        """(start, end) of each word that may stand behind a name, the longest at a place."""
        longest = {}
        for last, length in _BEHIND.iter(self.text):
            start = last + 1 - length
            longest[start] = max(longest.get(start, 0), last + 1)
        return sorted(longest.items())

    @cached_property
    def _ends(self):
        """What follows each beginning of a name: {陈志: Counter(远=2)}, and {陈志远: {在, 说}}."""
        text, ends, after = self.text, defaultdict(Counter), defaultdict(set)
        for at, char in enumerate(text):
            long = 3 if text[at : at + 2] in COMPOUND else 2 if char in COMMON else 0
            if long:
                shorter = text[at : at + long]
                ends[shorter][text[at + long : at + long + 1]] += 1
                after[text[at : at + long + 1]].add(text[at + long + 1 : at + long + 2])
        return ends, after

    def repeated(self, name):
        """How much the other places of the text speak for a name of a surname and two more.

        It stands again and its beginning never without its end: more so where different words
        follow. The beginning stands elsewhere with another end: that is the name.
        """
        ends, after = self._ends
        last = ends.get(name[:-1], {})
        if sum(last.values()) < 2:
            return 0
        if len(last) > 1:
            return -2 if len(name) > 3 else 0
        return 4 if len(after[name]) > 1 and name[-1] not in _JOINS else 1.5


_JOINS = frozenset("和同对向就从到将又以等与及则并由跟便因")


def _heads():
    made = automaton(())
    kinds = {"standing": STANDING, "office": OFFICE, "many": MANY, "writer": WRITERS}
    for kind, words in kinds.items():
        for word in words:
            made.add_word(word, (len(word), kind))
    made.make_automaton()
    return made


_HEADS = _heads()
_BEHIND = automaton(AFTER | COURTESY)
