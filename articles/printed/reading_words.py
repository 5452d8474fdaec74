"""What the workbench says of a reading beside the page: stories, changes, what was set aside."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.printed.workbench import HUES, KIND_NAMES, LINES, RULE_NAMES

AROUND = 8  # characters
SIGNS = str.maketrans({"\n": "⏎", " ": "␣", "\u3000": "□", "\t": "⇥"})


@dataclass
class StoryWords:
    number: int
    hue: int
    headline: str
    lines: list[tuple[str, str]]
    bylines: list[str]
    text: list[tuple[str, str]]  # (kind, text) of paragraphs and crossheads
    photos: list[tuple[str, str]]
    people: list
    events: list
    notes: list[str] = field(default_factory=list)


def stories(reading) -> list[StoryWords]:
    return [
        StoryWords(
            number=story.number,
            hue=(story.number - 1) % HUES + 1,
            headline=story.headline,
            lines=[
                (str(KIND_NAMES[name]), getattr(story, name))
                for name in LINES
                if getattr(story, name)
            ],
            bylines=[signature(each) for each in story.bylines],
            text=running_text(story),
            photos=[(p.caption, "，".join(map(signature, p.credits))) for p in story.photos],
            people=story.people,
            events=story.events,
            notes=notes(story),
        )
        for story in reading.stories
    ]


def signature(each) -> str:
    return f"{each.unit}{each.role} {each.name}".strip()


def running_text(story) -> list[tuple[str, str]]:
    text = []
    for number, paragraph in enumerate(story.paragraphs, 1):
        text += [("crosshead", words) for before, words in story.crossheads if before == number]
        text.append(("paragraph", paragraph))
    last = len(story.paragraphs)
    return text + [("crosshead", words) for before, words in story.crossheads if before > last]


def notes(story) -> list[str]:
    said = []
    if story.continued_on:
        said.append(_("continued on page %(page)s") % {"page": story.continued_on})
    if story.continued_from:
        said.append(_("continued from page %(page)s") % {"page": story.continued_from})
    return said


def changes(reading, overrides, rows) -> list[dict]:
    """Every change that the reading made, then those that an editor undid."""
    made = [
        {
            **place_of(reading.raw, rows, each.start, each.end),
            "after": seen(each.after),
            "rule": str(RULE_NAMES.get(each.rule, each.rule)),
            "fault": {"reading": _("misread"), "paper": _("printed so")}.get(each.fault, ""),
            "act": "" if each.fault else f"reject:{each.start}-{each.end}:{each.rule}",
        }
        for each in sorted(reading.changes, key=lambda change: list(RULE_NAMES).index(change.rule))
    ]
    undone = [
        {
            **place_of(reading.raw, rows, each["start"], each["end"]),
            "undone": True,
            "rule": str(RULE_NAMES.get(each["rejected"], each["rejected"])),
            "act": f"accept_again:{each['start']}-{each['end']}:{each['rejected']}",
        }
        for each in overrides
        if "rejected" in each
    ]
    return made + undone


def place_of(raw, rows, start, end) -> dict:
    """raw[start:end] with the words around it, and the row it stands in or goes on from."""
    row = next((row for row in reversed(rows) if row.start <= start), None)
    return {
        "left": seen(raw[max(0, start - AROUND) : start]),
        "before": seen(raw[start:end]),
        "right": seen(raw[end : end + AROUND]),
        "line": row and row.line,
        "at": row and row.start,
    }


def seen(text) -> str:
    """With signs for what is not seen: line breaks and spaces."""
    return text.replace("\r", "").translate(SIGNS)


def discarded(rows, reading) -> dict:
    """What belongs to no story: the lines with words, and figures for the rest."""
    counts = Counter()
    for piece in reading.pieces:
        if piece.block is None:
            counts[piece.kind] += piece.end - piece.start
    return {
        "rows": [row for row in rows if row.block is None],
        "counts": [
            (str(KIND_NAMES.get(kind, kind)), f"{count:,}") for kind, count in counts.items()
        ],
    }


def hints(reading) -> list[str]:
    """What an editor should look at first."""
    said = []
    if not reading.stories:
        said.append(
            _("No headline was found on this page. Mark a line as headline to begin a story.")
        )
    said += [
        _("Story %(number)d has no headline. Mark a line as its headline.") % {"number": s.number}
        for s in reading.stories
        if not s.headline
    ]
    if reading.ignored:
        count = {"count": len(reading.ignored)}
        said.append(_("%(count)d earlier corrections fit the text no more.") % count)
    return said
