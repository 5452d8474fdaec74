"""What an editor says of a reading, as overrides by span of the raw text (see articles/intake)."""

import hashlib
import json
from difflib import SequenceMatcher
from os.path import commonprefix

SPLIT = "¶"
_LONG = 20_000  # characters
PLACES = ("story", "at")  # two ways to say which story


def digest(overrides) -> str:
    """Tells whether somebody else has changed them meanwhile."""
    text = json.dumps(overrides, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def put(overrides, new) -> list[dict]:
    """Add one; it takes the place of an earlier one that says the same thing of the same span."""
    return [each for each in overrides if not _says_the_same(each, new)] + [new]


def _says_the_same(old, new) -> bool:
    return (old["start"], old["end"], _subject(old)) == (new["start"], new["end"], _subject(new))


def _subject(override) -> str:
    if "rejected" in override:
        return f"rejected {override['rejected']}"
    if any(name in override for name in PLACES):
        return "story"
    return "text" if "text" in override else "kind"


def set_kind(overrides, start, end, kind):
    return put(overrides, {"start": start, "end": end, "kind": kind})


def begin_story(overrides, start, end):
    return put(overrides, {"start": start, "end": end, "story": "new"})


def move(overrides, start, end, place):
    """To the story that begins at this place of the page."""
    return put(overrides, {"start": start, "end": end, "at": place})


def reject(overrides, start, end, rule):
    """Undo a change that the reading made."""
    return put(overrides, {"start": start, "end": end, "rejected": rule})


def reset(overrides, start, end) -> list[dict]:
    """Forget everything said of any part of this span, and of the kinds of what it was cut from."""
    first, last = _uncut(overrides, start, end)
    kept = [
        each
        for each in overrides
        if each["end"] <= start or each["start"] >= end or _begins_above(each, start)
    ]
    return [
        each
        for each in kept
        if _subject(each) != "kind" or each["end"] <= first or each["start"] >= last
    ]


def _begins_above(override, start) -> bool:
    """A story that an editor began further up goes on through this span."""
    return override.get("story") == "new" and override["start"] < start


def _uncut(overrides, start, end) -> tuple[int, int]:
    """The span with all pieces that touch: only a cut leaves two without a line break between."""
    spans = [(each["start"], each["end"]) for each in overrides if _subject(each) == "kind"]
    while touching := [(a, b) for a, b in spans if b == start or a == end]:
        start = min(start, *(a for a, _b in touching))
        end = max(end, *(b for _a, b in touching))
    return start, end


def split(overrides, start, end, places, kind):
    """Cut a line at these places; each part keeps the kind until told otherwise."""
    cuts = [start, *sorted(place for place in set(places) if start < place < end), end]
    for left, right in zip(cuts, cuts[1:], strict=False):
        overrides = set_kind(overrides, left, right, kind)
    return overrides


def retype(overrides, raw, start, text, fault):
    """An edited copy of raw text from `start` on: the characters mended, and where ¶ cuts it.

    Returns (overrides, places of the cuts). `raw` is the printed text of that span.
    """
    cuts, plain = _without_marks(text)
    overrides = [each for each in overrides if not _mends_in(each, start, start + len(raw))]
    opcodes = _compared(raw, plain)
    for what, a, b, c, d in opcodes:
        if what != "equal":
            mend = {"start": start + a, "end": start + b, "text": plain[c:d], "fault": fault}
            overrides = put(overrides, mend)
    return overrides, [start + _origin(opcodes, cut) for cut in cuts]


def _compared(raw, plain) -> list[tuple]:
    """Opcodes as of SequenceMatcher, which alone would take minutes for a line as long as a page."""
    head = len(commonprefix([raw, plain]))
    tail = len(commonprefix([raw[head:][::-1], plain[head:][::-1]]))
    a, b = raw[head : len(raw) - tail], plain[head : len(plain) - tail]
    middle = SequenceMatcher(None, a, b, autojunk=len(a) > _LONG).get_opcodes()
    moved = [(what, *(place + head for place in places)) for what, *places in middle]
    last = ("equal", len(raw) - tail, len(raw), len(plain) - tail, len(plain))
    return [("equal", 0, head, 0, head), *moved, last]


def _mends_in(override, start, end) -> bool:
    return "text" in override and start <= override["start"] and override["end"] <= end


def _without_marks(text) -> tuple[list[int], str]:
    cuts, plain = [], ""
    for part in text.split(SPLIT)[:-1]:
        plain += part
        cuts.append(len(plain))
    return cuts, text.replace(SPLIT, "")


def _origin(opcodes, place) -> int:
    """Where in the printed text a place of the edited one comes from."""
    for what, a, _b, c, d in opcodes:
        if c <= place < d:
            return a + (place - c if what == "equal" else 0)
    return opcodes[-1][2] if opcodes else 0


def mended(overrides, raw, start, end) -> str:
    """The span with the characters that editors mended."""
    text, place = "", start
    inside = [each for each in overrides if _mends_in(each, start, end)]
    for each in sorted(inside, key=lambda mend: (mend["start"], mend["end"])):
        text += raw[place : each["start"]] + each["text"]
        place = each["end"]
    return text + raw[place:end]
