"""What the rules share while they look through one text."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from people.names.directory import EMPTY, automaton
from people.names.heads import AFTER, COURTESY, MANY, OFFICE, STANDING, WRITERS
from people.names.shape import Name, name_at
from people.names.surnames import COMMON


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
        return self.padded.get(at) or name_at(
            self.text, at, evidence, self.directory, self.repeated
        )

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
    def _triples(self):
        text = self.text
        return Counter(text[at : at + 3] for at, char in enumerate(text) if char in COMMON)

    @cached_property
    def _pairs(self):
        pairs = Counter()
        for triple, count in self._triples.items():
            pairs[triple[:2]] += count
        return pairs

    def count(self, name):
        return self._triples[name] if len(name) == 3 else self._pairs[name]

    def repeated(self, name):
        """More than 0 where this name of three stands again and its first two never without."""
        count = self._triples[name]
        return 1.5 if count > 1 and count == self._pairs[name[:2]] else 0


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
