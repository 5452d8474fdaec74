"""Compare a reading with what a careful editor reads: field by field."""

FIELDS = (
    "banner",
    "kicker",
    "headline",
    "subheadline",
    "standfirst",
    "dateline",
    "bylines",
    "paragraphs",
    "crossheads",
    "photos",
    "people",
    "events",
)


def compare(read, expected):
    """{field: (right, of)} over all stories, the staff and the discarded lines; and the misses."""
    tally, misses = {name: [0, 0] for name in [*FIELDS, "staff", "discarded"]}, []
    for number, (got, want) in enumerate(_pairs(read["stories"], expected["stories"]), 1):
        for name in FIELDS:
            _count(tally, misses, name, number, (got or {}).get(name), (want or {}).get(name))
    _count(tally, misses, "staff", 0, read["staff"], expected["staff"])
    wanted = sorted(map(tuple, expected.get("discarded_lines", [])))
    _count(tally, misses, "discarded", 0, _discarded(read, wanted), wanted)
    return tally, misses


def _pairs(got, want):
    """Stories side by side by the headline; what has no partner is wrong in every field."""
    rest = list(got)
    for each in want:
        partner = next((one for one in rest if _same(one, each)), None)
        if partner:
            rest.remove(partner)
        yield partner, each
    for each in rest:
        yield each, None


def _same(one, other):
    """The same headline, or the same beginning of the text."""
    if one["headline"] and _plain(one["headline"]) == _plain(other["headline"]):
        return True
    heads = [_plain("".join(each["paragraphs"]))[:12] for each in (one, other)]
    captions = [_plain("".join(p["caption"] for p in each["photos"]))[:12] for each in (one, other)]
    return (bool(heads[0]) and heads[0] == heads[1]) or (
        not any(heads) and bool(captions[0]) and captions[0] == captions[1]
    )


def _plain(text):
    return "".join(text.split())


def _count(tally, misses, name, number, got, want):
    tally[name][1] += 1
    if got == want:
        tally[name][0] += 1
    else:
        misses.append((number, name, got, want))


def _discarded(read, wanted):
    """The lines of furniture, staff and repeats; one entry for each line and kind."""
    found = set()
    for each in read["discarded"]:
        if each["kind"] in ("furniture", "staff", "repeat"):
            found.add((each["line"], each["kind"]))
    return sorted(found)
