"""An editor's corrections of a reading, each by span in the raw text; what is stale is named."""

from dataclasses import dataclass, field

KINDS = (
    "banner",
    "kicker",
    "headline",
    "subheadline",
    "standfirst",
    "dateline",
    "byline",
    "paragraph",
    "crosshead",
    "caption",
    "credit",
    "furniture",
    "staff",
    "repeat",
    "markup",
)
RULES = ("join", "space", "padding", "fullwidth", "quotes", "stop", "repeat", "markup")
FAULTS = ("reading", "paper")


@dataclass(frozen=True)
class Mend:
    start: int
    end: int
    text: str
    fault: str


@dataclass
class Overrides:
    """Sorted by what they do; `ignored` holds those that say nothing about this page."""

    kinds: list = field(default_factory=list)
    stories: list = field(default_factory=list)
    rejected: list = field(default_factory=list)
    mends: list = field(default_factory=list)
    ignored: list = field(default_factory=list)

    def cuts(self, mended):
        """The editor's own segments, and the places where a segment must end besides."""
        kinds = [(*map(mended.place, each[:2]), each[2]) for each in self.kinds]
        edges = {mended.place(place) for each in self.stories for place in each[:2]}
        return painted(kinds, len(mended.text)), sorted(edges)

    def moves(self, mended):
        """(start, end, story): a number, "new", or ("at", place in that story)."""
        return [
            (mended.place(start), mended.place(end), _on_text(story, mended))
            for start, end, story in self.stories
        ]

    def allows(self, mended):
        """A function that says whether an edit of text[start:end] by a rule is wanted."""
        refused = {}
        for start, end, rule in self.rejected:
            refused.setdefault(rule, []).append((start, end))

        def allowed(start, end, rule):
            if rule not in refused:
                return True
            start, end = mended.span(start, end)
            return not any(first <= start and end <= last for first, last in refused[rule])

        return allowed


def sort(overrides, length):
    sorted_out = Overrides()
    for each in overrides:
        target, value = _meaning(each, length)
        if target:
            getattr(sorted_out, target).append(value)
        else:
            sorted_out.ignored.append(each)
    sorted_out.mends = _apart(sorted_out.mends, sorted_out.ignored)
    return sorted_out


def _meaning(each, length):
    nothing = "", None
    if not isinstance(each, dict):
        return nothing
    start, end = each.get("start"), each.get("end")
    if not (_is_place(start, length) and _is_place(end, length) and start <= end):
        return nothing
    if isinstance(each.get("text"), str) and (start < end or each["text"]):
        fault = each.get("fault", "reading")
        return ("mends", Mend(start, end, each["text"], fault)) if fault in FAULTS else nothing
    if each.get("rejected") in RULES:
        return "rejected", (start, end, each["rejected"])
    if start == end:
        return nothing
    if each.get("kind") in KINDS:
        return "kinds", (start, end, each["kind"])
    story, place = each.get("story"), each.get("at")
    if _is_place(place, length):
        return "stories", (start, end, ("at", place))
    if story == "new" or (_is_place(story, 10**6) and story > 0):
        return "stories", (start, end, story)
    return nothing


def _on_text(story, mended):
    return ("at", mended.place(story[1])) if isinstance(story, tuple) else story


def _is_place(value, length):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= length


def _apart(mends, ignored):
    """Of mends that overlap the later one counts."""
    kept = []
    for mend in mends:
        for other in [each for each in kept if each.start < mend.end and mend.start < each.end]:
            kept.remove(other)
            ignored.append({"start": other.start, "end": other.end, "text": other.text})
        kept.append(mend)
    return sorted(kept, key=lambda each: (each.start, each.end))


def painted(kinds, length):
    """Overlapping (start, end, kind) made disjoint, the later one on top: (start, end, kind, owner)."""
    owner = [None] * length
    for number, (start, end, _) in enumerate(kinds):
        owner[start:end] = [number] * (end - start)
    spans, start = [], 0
    for place in range(1, length + 1):
        if place == length or owner[place] != owner[start]:
            if owner[start] is not None:
                spans.append((start, place, kinds[owner[start]][2], owner[start]))
            start = place
    return spans
