"""The search itself: every rule's candidates, settled against each other and carried on."""

from dataclasses import replace

from people.names import foreign, lists, rules, sounds, told
from people.names.directory import EMPTY, automaton, places
from people.names.edge import title_start
from people.names.follows import goes_on
from people.names.found import CARRIED, SET_PHRASE, Found
from people.names.phrases import named_after, teachings
from people.names.search import Candidate, Search
from people.names.shape import Name, like_a_word

RULES = (
    rules.by_office,
    rules.by_anyone,
    rules.by_title_behind,
    rules.by_speech,
    sounds.by_sounds,
    told.by_deed_before,
    rules.by_context,
    told.by_predicate,
    told.by_entry,
    sounds.by_dot,
    sounds.by_country,
    rules.by_directory,
    lists.by_lines,
    lists.by_series,
    lists.by_appointment,
)


def find(text, directory=EMPTY, padded=()):
    """Every mention of a person in the text, in order of place.

    `padded` are (start, end) of two characters that the print sets apart as it does short names.
    """
    search = Search(text, directory, padded)
    taken = bytearray(len(text))
    phrases = [_phrase(text, *span) for span in teachings(text)]
    _take(phrases, taken)
    candidates = [candidate for rule in RULES for candidate in rule(search)]
    candidates.sort(key=lambda candidate: (-candidate.weight, candidate.name.start))
    candidates = _shortened([c for c in candidates if not named_after(text, c.name.end)])
    settled = _take(candidates, taken)
    carried = _take(list(_carried(search, settled)), taken)
    return _titled(text, phrases + settled + carried, directory)


def _shortened(candidates):
    """工长厍峰 elsewhere: in 他和厍峰跪在 the third character, which no title vouches for, goes."""
    sure = {c.name.text for c in candidates if c.weight >= _TITLED}
    short = {each for each in sure if len(each) == 2}
    for each in candidates:
        name = each.name
        torn = each.weight < _TITLED and name.text[:2] in short and name.text not in sure
        if torn and len(name.text) == 3:
            each = replace(each, name=Name(name.start, name.end - 1, name.text[:2]))
        yield each


_TITLED = 5


def _phrase(text, start, end):
    return Candidate(Name(start, end, text[start:end]), SET_PHRASE, 10)


def _take(candidates, taken):
    """Those that stand on nobody else's characters; the places become taken."""
    kept = []
    for candidate in candidates:
        start, end = candidate.name.start, candidate.name.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    return kept


def _carried(search, settled):
    """The same names elsewhere in the text; shorter ones only where a name may stand."""
    text = search.text
    names = {candidate.name.text for candidate in settled}
    spans = sorted(places(automaton(names), text), key=lambda span: (span[0] - span[1], span))
    for start, end in spans:
        name = Name(start, end, text[start:end])
        if named_after(text, end):
            yield _phrase(text, start, end)
        elif len(name.text) > 2 or _stands_alone(search, name):
            title_end = start if search.heads.get(start, (0, "writer"))[1] != "writer" else None
            yield Candidate(name, CARRIED, 1, title_end=title_end)


def _stands_alone(search, name):
    need = 3 if like_a_word(name.text) else 2
    return rules.opens(search, name.start) and goes_on(search.text, name.end) >= need


def _titled(text, candidates, directory):
    found, floor, title, whole = [], 0, "", {}
    for candidate in sorted(candidates, key=lambda candidate: candidate.name.start):
        name = candidate.name
        if not candidate.heir:
            title = candidate.title
        if candidate.title_end is not None:
            title = text[title_start(text, candidate.title_end, floor) : candidate.title_end]
        floor = rules.skip_bracket(text, name.end)
        for part in foreign.parts(name.text):
            if text.find(part, 0, name.start) < 0:  # not 拜登, whose son is 亨特·拜登
                whole.setdefault(part, name.text)
        full = name.text if title else whole.get(name.text, name.text)
        key = directory.key(full, title)
        found.append(Found(full, title, name.start, name.end, candidate.rule, key))
    return found
