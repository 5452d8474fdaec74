"""A reading as the workbench shows it: lines of one kind and story each, and what editors may do with them."""

from bisect import bisect_right
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake import FAULTS, KINDS, read
from articles.intake.lines import line_starts
from articles.printed import overriding

UNASSIGNED = "unassigned"
UNSEEN = ("line break", "stray space", "markup")
HUES = 6  # colours of stories; they come round again
LINES = ("banner", "kicker", "headline", "subheadline", "standfirst", "dateline")  # of a story
KIND_NAMES = {
    "banner": gettext_lazy("banner"),
    "kicker": gettext_lazy("kicker"),
    "headline": gettext_lazy("headline"),
    "subheadline": gettext_lazy("subheadline"),
    "standfirst": gettext_lazy("standfirst"),
    "dateline": gettext_lazy("dateline"),
    "byline": gettext_lazy("byline"),
    "paragraph": gettext_lazy("body text"),
    "crosshead": gettext_lazy("crosshead"),
    "caption": gettext_lazy("caption"),
    "credit": gettext_lazy("photo credit"),
    "furniture": gettext_lazy("page furniture"),
    "staff": gettext_lazy("staff of the page"),
    "repeat": gettext_lazy("printed twice"),
    "markup": gettext_lazy("markup"),
    "line break": gettext_lazy("line break"),
    "stray space": gettext_lazy("stray space"),
    UNASSIGNED: gettext_lazy("without a place"),
}
RULE_NAMES = {
    "join": gettext_lazy("lines joined"),
    "space": gettext_lazy("stray space removed"),
    "padding": gettext_lazy("padded name closed up"),
    "fullwidth": gettext_lazy("mark made full-width"),
    "quotes": gettext_lazy("quotes paired"),
    "stop": gettext_lazy("full stop restored"),
    "repeat": gettext_lazy("printed twice"),
    "markup": gettext_lazy("markup removed"),
    "mend": gettext_lazy("mended by an editor"),
}
KEYS = {
    "1": "kicker",
    "2": "headline",
    "3": "subheadline",
    "4": "standfirst",
    "5": "byline",
    "6": "paragraph",
    "7": "crosshead",
    "8": "caption",
    "9": "banner",
    "0": "furniture",
}


@dataclass
class Row:
    """raw[start:end]: what stands on one printed line and is of one block."""

    start: int
    end: int
    kind: str
    story: int | None
    block: int | None
    line: int
    text: str = ""
    mended: str = ""
    overridden: bool = False
    heads_block: bool = True
    chosen_kind: str = ""
    typed: str = ""
    chosen_place: str = ""

    @property
    def key(self) -> str:
        return f"{self.start}-{self.end}"

    @property
    def hue(self) -> int:
        return (self.story - 1) % HUES + 1 if self.story else 0

    @property
    def kind_name(self) -> str:
        return str(KIND_NAMES.get(self.kind, self.kind))


def rows_of(reading, overrides) -> list[Row]:
    starts, edges = line_starts(reading.raw), _edges(overrides)
    rows = []
    for piece in reading.pieces:
        if piece.kind in UNSEEN and piece.block is None:
            continue
        for start, end in _cut(piece, edges):
            line = bisect_right(starts, start)
            last = rows[-1] if rows else None
            if last and _is_same(last, piece, line) and not _is_cut(last.end, start, edges):
                last.end = end
            else:
                rows.append(Row(start, end, piece.kind, piece.story, piece.block, line))
    return [
        _finished(row, before, reading.raw, overrides)
        for before, row in zip([None, *rows], rows, strict=False)
    ]


def _edges(overrides) -> set[int]:
    """Where an editor has cut: parts of one kind stay apart on the workbench."""
    spans = [each for each in overrides if not {"text", "rejected"} & each.keys()]
    return {each["start"] for each in spans} | {each["end"] for each in spans}


def _cut(piece, edges):
    cuts = sorted(edge for edge in edges if piece.start < edge < piece.end)
    return zip([piece.start, *cuts], [*cuts, piece.end], strict=True)


def _is_cut(end, start, edges) -> bool:
    """Did an editor cut between two parts, or in the space between them?"""
    return any(end <= edge <= start for edge in edges)


def _is_same(row, piece, line) -> bool:
    return (row.line, row.kind, row.block) == (line, piece.kind, piece.block)


def _finished(row, before, raw, overrides) -> Row:
    row.text = raw[row.start : row.end]
    row.mended = overriding.mended(overrides, raw, row.start, row.end)
    row.overridden = any(each["start"] < row.end and row.start < each["end"] for each in overrides)
    row.heads_block = row.block is None or not before or before.block != row.block
    return row


def anchors(reading, overrides) -> dict[int, int]:
    """For each story a place of the page that says which one is meant, whatever else is moved.

    That is a place which no override has moved from another story; or the one it was moved to.
    """
    moves = [each for each in overrides if "at" in each]
    found, moved = {}, {}
    for piece in reading.pieces:
        if not piece.story or piece.kind == "banner":
            continue
        move = next((m for m in reversed(moves) if m["start"] <= piece.start < m["end"]), None)
        if move:
            moved.setdefault(piece.story, move["at"])
        else:
            found.setdefault(piece.story, piece.start)
    return moved | found


def kind_choices() -> list[tuple[str, str]]:
    return [(kind, str(KIND_NAMES[kind])) for kind in KINDS]


def story_choices(reading, places) -> list[tuple[str, str]]:
    """(place, words) of each story, and of a new one."""
    stories = [
        (str(places[story.number]), f"{story.number} {story.headline or _('(without headline)')}")
        for story in reading.stories
        if story.number in places
    ]
    return [("", _("no story")), *stories, ("new", _("a new story begins here"))]


def apply_choices(overrides, rows, places, posted) -> list[dict]:
    """What the selects of the form say otherwise than the reading."""
    for row in rows:
        kind = posted.get(f"kind-{row.key}", row.kind)
        if kind != row.kind and kind in KINDS:
            overrides = overriding.set_kind(overrides, row.start, row.end, kind)
        place = posted.get(f"story-{row.key}")
        if place is None or place == str(places.get(row.story, "")):
            continue
        if place == "new":
            overrides = overriding.begin_story(overrides, row.start, _end_of_run(rows, row))
        elif place in map(str, places.values()):
            overrides = overriding.move(overrides, row.start, row.end, int(place))
    return overrides


def _end_of_run(rows, first) -> int:
    """Where the lines end that follow and are of the same story: they come along into a new one."""
    end = first.end
    for row in rows[rows.index(first) + 1 :]:
        if row.story not in (None, first.story):
            break
        end = row.end if row.story else end
    return end


def merge_with_previous(overrides, reading, rows, places, number) -> list[dict]:
    """All of a story but its banner goes to the story that stands above it on the page."""
    own = [row for row in rows if row.story == number and row.kind != "banner"]
    above = _story_above(rows, own[0], number) if own else None
    if above not in places:
        return overrides
    kept = [each for each in overrides if not _begins_in(each, own[0])]
    if kept != overrides and _are_one(read(reading.raw, kept), own[0].start, places[above]):
        return kept
    for row in own:
        overrides = overriding.move(overrides, row.start, row.end, places[above])
    return overrides


def _story_above(rows, first, number) -> int | None:
    above = rows[: rows.index(first)]
    return next((row.story for row in reversed(above) if row.story not in (None, number)), None)


def _begins_in(override, row) -> bool:
    return override.get("story") == "new" and row.start <= override["start"] < row.end


def _are_one(reading, *places) -> bool:
    stories = [p.story for place in places for p in reading.pieces if p.start <= place < p.end]
    return len(set(stories)) == 1


def row_typed(rows, posted) -> Row | None:
    """The line whose box was open when the form was sent."""
    key = posted.get("mending")
    return next((row for row in rows if row.key == key), None)


def row_at(rows, place) -> Row | None:
    return next((row for row in rows if row.start <= place < row.end), None)


def split_row(overrides, rows, place) -> list[dict]:
    row = row_at(rows, place)
    return (
        overriding.split(overrides, row.start, row.end, [place], _kept(row)) if row else overrides
    )


def retype_row(overrides, rows, place, text, fault) -> list[dict]:
    """Mended characters and ¶ where the line is to be cut, from the box of one line."""
    row = row_at(rows, place)
    if not row:
        return overrides
    fault = fault if fault in FAULTS else FAULTS[0]
    overrides, cuts = overriding.retype(overrides, row.text, row.start, text, fault)
    return overriding.split(overrides, row.start, row.end, cuts, _kept(row)) if cuts else overrides


def _kept(row) -> str:
    return row.kind if row.kind in KINDS else "paragraph"


def with_choices(rows, places, posted) -> list[Row]:
    """What each row's selects stand at: as read, or as an editor chose before somebody else saved."""
    for row in rows:
        row.chosen_kind = posted.get(f"kind-{row.key}", row.kind)
        row.typed = posted.get("text", "") if posted.get("mending") == row.key else row.mended
        row.chosen_place = posted.get(f"story-{row.key}", str(places.get(row.story, "")))
    return rows


def key_words() -> list[tuple[str, str, str]]:
    return [(key, kind, str(KIND_NAMES[kind])) for key, kind in KEYS.items()]
