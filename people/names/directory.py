"""Known people, indexed for one pass over a text."""

from collections import defaultdict
from dataclasses import dataclass

import ahocorasick


@dataclass(frozen=True)
class Entry:
    key: object
    name: str
    titles: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


class Directory:
    def __init__(self, entries=()):
        self._entries = defaultdict(list)
        for entry in entries:
            for name in dict.fromkeys((entry.name, *entry.other_names)):
                if len(name) > 1:
                    self._entries[name].append(entry)
        self._automaton = automaton(self._entries)

    def __contains__(self, name):
        return name in self._entries

    def key(self, name, title=""):
        """The key of the one person meant; of several namesakes only the title can tell."""
        entries = self._entries.get(name, ())
        if len(entries) > 1:
            entries = [entry for entry in entries if _holds(entry, title)]
        return entries[0].key if len(entries) == 1 else None

    def places(self, text):
        """(start, end) of each known name in the text, also overlapping ones."""
        return places(self._automaton, text)


def automaton(words):
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, len(word))
    if len(made):
        made.make_automaton()
    return made


def places(made, text):
    if not len(made):
        return
    for last, length in made.iter(text):
        yield last + 1 - length, last + 1


def _holds(entry, title):
    return bool(title) and any(
        known and (known in title or title in known) for known in entry.titles
    )


EMPTY = Directory()
