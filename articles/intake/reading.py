"""The reading of a printed page: read(raw, overrides) -> Reading."""

from bisect import bisect_right
from dataclasses import asdict, dataclass, field, replace

from people.names import EMPTY

from . import structure
from .banners import banners
from .changes import changes, discarded, removals, staff
from .corrections import correct
from .events import propose
from .fields import Maker
from .ledger import Ledger, Piece, account, pieces
from .lines import line_starts, split
from .mended import Mended
from .overrides import sort
from .people import told_of
from .segments import cut
from .stories import assign, continuations, grouped, known_writers
from .text import MAX_CHARACTERS

INTAKE_VERSION = 1


@dataclass
class Reading:
    """What a page says. `pieces` cut the raw text up, `blocks` are the fields with their spans."""

    raw: str
    date: object = None
    stories: list = field(default_factory=list)
    staff: list = field(default_factory=list)
    blocks: list = field(default_factory=list)
    pieces: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    ledger: Ledger = Ledger(0, 0, 0, 0)
    ignored: list = field(default_factory=list)
    refused: str = ""

    def as_json(self):
        starts = line_starts(self.raw)
        return {
            "stories": [_story_json(each) for each in self.stories],
            "staff": [{"name": each.name, "role": each.role} for each in self.staff],
            "discarded": [
                {
                    "line": bisect_right(starts, piece.start),
                    "text": self.raw[piece.start : piece.end],
                    "kind": piece.kind,
                }
                for piece in self.pieces
                if piece.block is None and piece.kind != "unassigned"
            ],
            "changes": [
                {
                    name: getattr(each, name)
                    for name in ("line", "column", "before", "after", "rule")
                }
                for each in self.changes
            ],
            "suspects": [],
            "ledger": asdict(self.ledger),
        }


def read(raw, overrides=(), *, page_date=None, directory=EMPTY):
    """Read a page; never raises. A text above MAX_CHARACTERS comes back unread, `refused` says so."""
    if len(raw) > MAX_CHARACTERS:
        whole = [Piece(0, len(raw), "unassigned")]
        return Reading(raw, pieces=whole, ledger=account(whole), refused="too_long")
    orders = sort(overrides, len(raw))
    mended = Mended(raw, orders.mends)
    return _read(mended, orders, page_date, directory)


def _read(mended, orders, page_date, directory):
    text = mended.text
    allowed = orders.allows(mended)
    lines = split(text)
    page = structure.sort(text, *cut(text, lines))
    assign(page)
    stale = correct(page, lines, orders, mended)
    groups = grouped(page.segments)
    maker = Maker(text, allowed, known_writers(page.segments))
    stories = [maker.story(number, parts) for number, parts in groups]
    banners(groups, stories, page.segments)
    continuations(page.segments, stories)
    people, paddings = staff(page.segments, allowed)
    edits = maker.edits + paddings + removals(page.segments, page.markup)
    day = page_date or page.date
    for story in stories:
        _tell(story, day, directory, maker.padded)
    runs = pieces(text, maker.blocks, maker.edits, discarded(page.segments, page.markup))
    cuts = _pieces(runs, maker.blocks, mended)
    return Reading(
        mended.raw,
        date=day,
        stories=stories,
        staff=people,
        blocks=[_on_raw(each, mended) for each in maker.blocks],
        pieces=cuts,
        changes=changes(edits, orders.mends, mended),
        ledger=account(cuts),
        ignored=orders.ignored + stale,
    )


def _tell(story, day, directory, padded):
    """Who the story tells of, and which events."""
    writers = {each.name for each in story.bylines}
    heads = [story.kicker, story.headline, story.subheadline]
    captions = [photo.caption for photo in story.photos]
    story.people = told_of(
        story.paragraphs,
        headlines=[*heads, story.standfirst],
        captions=captions,
        writers=writers,
        directory=directory,
        padded=padded,
    )
    story.events = propose(heads, story.paragraphs, page_date=day, captions=captions)


def _on_raw(block, mended):
    spans = tuple(mended.span(*each) for each in block.spans)
    return replace(block, spans=tuple((start, end) for start, end in spans if start < end))


def _pieces(runs, blocks, mended):
    found = []
    for start, end, owner in runs:
        start, end = mended.span(start, end)
        if start == end:
            continue
        if isinstance(owner, int):
            found.append(Piece(start, end, blocks[owner].kind, blocks[owner].story, owner))
        else:
            found.append(Piece(start, end, owner))
    return found or ([Piece(0, len(mended.raw), "unassigned")] if mended.raw else [])


def _story_json(story):
    plain = ("banner", "kicker", "headline", "subheadline", "standfirst", "dateline")
    return {
        **{name: getattr(story, name) for name in plain},
        "bylines": [_credit_json(each) for each in story.bylines],
        "paragraphs": story.paragraphs,
        "crossheads": [
            {"before_paragraph": before, "text": text} for before, text in story.crossheads
        ],
        "photos": [
            {"caption": each.caption, "credits": [_credit_json(one) for one in each.credits]}
            for each in story.photos
        ],
        "people": [{"name": each.name, "title": each.title} for each in story.people],
        "events": [{"name": each.name, "date": each.date} for each in story.events],
    }


def _credit_json(credit):
    return {"name": credit.name, "role": credit.role, "unit": credit.unit}
