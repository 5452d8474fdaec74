"""A line of an archive's file as a story: what came, checked and in our words, before anything is looked up."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Byline,
    Event,
    Mention,
    OrganizationMention,
    PhotoUse,
    Section,
    Source,
    Tag,
)
from articles.models.article import MAX_BODY
from newsdesk import dates, html

FIRST_YEAR = 1900
MAX_KEY = 200


class Unreadable(ValueError):
    """Why a line is no story, in words."""


@dataclass(frozen=True)
class Named:
    """Somebody in a story: name and title as printed."""

    name: str
    title: str = ""


@dataclass(frozen=True)
class Signed:
    name: str
    role: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Happened:
    name: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Captioned:
    """A printed photo whose picture does not come along."""

    caption: str
    credits: tuple[Signed, ...] = ()


@dataclass(frozen=True)
class PlaceInPaper:
    publication: str
    day: date | None
    number: str
    name: str
    order: int = 0


@dataclass
class Arrived:
    """`lines` are fields of Article by name; `body` is sanitised HTML; `organizations` are (name, as printed)."""

    key: str
    published: datetime
    lines: dict[str, str]
    body: str
    section: str = ""
    source: str = ""
    source_kind: str = Source.Kind.OWN
    tags: list[str] = field(default_factory=list)
    bylines: list[Signed] = field(default_factory=list)
    people: list[Named] = field(default_factory=list)
    organizations: list[tuple[str, str]] = field(default_factory=list)
    events: list[Happened] = field(default_factory=list)
    photos: list[Captioned] = field(default_factory=list)
    place: PlaceInPaper | None = None

    def __post_init__(self):
        self.plain_text = html.plain(self.body).text
        self.people = once(self.people, lambda row: row.name)
        self.tags = once(self.tags, str.casefold)
        self.check()

    def check(self):
        if not self.key or len(self.key) > MAX_KEY:
            raise Unreadable(_("“id” is missing or too long."))
        if not self.lines.get("headline"):
            raise Unreadable(_("The headline is missing."))
        if len(self.body) > MAX_BODY:
            raise Unreadable(_("The text is too long for one story."))
        if self.published > timezone.now():
            raise Unreadable(_("The date lies in the future: an archive is of what was printed."))
        self.check_address()
        for model, name, value in self.texts():
            most = model._meta.get_field(name).max_length
            if most and len(value) > most:
                label = model._meta.get_field(name).verbose_name
                raise Unreadable(
                    _("%(field)s “%(value)s…” is too long: at most %(most)d characters.")
                    % {"field": label, "value": value[:20], "most": most}
                )

    def check_address(self):
        """Readers are led there: javascript:… is none."""
        value = self.lines.get("original_url", "")
        try:
            Article._meta.get_field("original_url").clean(value, None)
        except ValidationError:
            raise Unreadable(
                _("“%(value)s” is no address of a page.") % {"value": value[:30]}
            ) from None

    def texts(self):
        """Every text with the model and the field that it will stand in."""
        yield from ((Article, name, value) for name, value in self.lines.items())
        yield Section, "name", self.section
        yield Source, "name", self.source
        yield from ((Tag, "name", tag) for tag in self.tags)
        for row in self.people:
            yield from ((Mention, "name", row.name), (Mention, "title", row.title))
        for row in (*self.bylines, *(row for photo in self.photos for row in photo.credits)):
            yield from ((Byline, name, getattr(row, name)) for name in ("name", "role", "unit"))
        yield from (
            (OrganizationMention, "name", name) for row in self.organizations for name in row
        )
        yield from ((Event, "name", row.name) for row in self.events)
        yield from ((PhotoUse, "caption", row.caption) for row in self.photos)


def once(rows, key) -> list:
    """The first of those that are the same."""
    return list({key(row): row for row in reversed(rows)}.values())[::-1]


def parsed(line: str) -> dict:
    try:
        found = json.loads(line)
        again = json.dumps(found, ensure_ascii=False) if "\\u" in line else ""
        again.encode()  # half of a pair of code units is no character
    except (ValueError, RecursionError):
        raise Unreadable(_("This is no JSON.")) from None
    if not isinstance(found, dict):
        raise Unreadable(_("This is no JSON object."))
    if "\\u0000" in again:
        raise Unreadable(_("There is a character in it that no text has (number 0)."))
    return found


def moment_of(value) -> datetime:
    """2024-01-27, midnight by the clock of the house; or with a time, and with its zone or by that clock."""
    try:
        if not isinstance(value, str):
            raise ValueError(value)
        found = parse_datetime(value) if len(value) > len("2024-01-27") else None
        found = found or datetime.combine(date.fromisoformat(value), time.min)
    except ValueError:
        raise Unreadable(
            _("“%(value)s” is no date. Write 2024-01-27.") % {"value": str(value)[:30]}
        ) from None
    if found.year < FIRST_YEAR:
        raise Unreadable(_("The date lies before %(year)d.") % {"year": FIRST_YEAR})
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def text(found: dict, name: str) -> str:
    value = found.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise wrong(name)
    return value.strip()


def list_of(found: dict, name: str, kind=dict) -> list:
    rows = found.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, kind) for row in rows):
        raise wrong(name)
    return rows


def wrong(name: str) -> Unreadable:
    return Unreadable(
        _("“%(field)s” is not what it should be: see docs/import.md.") % {"field": name}
    )


def partial_date(value: str) -> str:
    """As the records keep it: 2024, 2024-01 or 2024-01-26, "" where nothing is known."""
    try:
        dates.bounds(value)
        return dates.normalise(value)
    except ValueError:
        raise Unreadable(
            _("“%(value)s” is no date. Write 2024, 2024-01 or 2024-01-27.") % {"value": value[:20]}
        ) from None
