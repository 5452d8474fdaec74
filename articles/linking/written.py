"""A story as it is written, stored or typed just now: what is read for persons, events and who signs it."""

from dataclasses import dataclass, field
from datetime import date

from articles.intake import bylines, datelines, signed
from articles.intake.events import ProposedEvent, propose
from articles.intake.people import ToldOf, told_of
from articles.linking.confirming import day_of
from articles.models import Coverage, Mention, PrintPage
from newsdesk import html
from people.directory import known_people

HEADLINES = ("kicker", "headline", "subheadline")


@dataclass(frozen=True)
class Written:
    """`day` is the one on which titles held; `signed_by` are the names of the bylines that there are."""

    headlines: list[str]
    paragraphs: list[str]
    captions: list[str]
    signed_by: list[str]
    day: date
    banner: str = ""
    dateline: str = ""
    page: PrintPage | None = None
    filled: set[str] = field(default_factory=set)  # the fields that say something

    @property
    def credits(self) -> list[bylines.Credit]:
        """Whom the text's first and last lines name as its writers."""
        first, last = self.paragraphs[:1], self.paragraphs[-1:]
        found = [credit for text in first for credit in signed.opening(text)[1]]
        for text in (*self.paragraphs[:2], *self.paragraphs[-2:]):
            found += bylines.parse(text) or []
        for text in last:
            found += (signed.signature(text) or [[]])[0]
        return list({credit.name: credit for credit in reversed(found)}.values())[::-1]

    @property
    def writers(self) -> set[str]:
        return {*self.signed_by, *(credit.name for credit in self.credits)}

    @property
    def opening(self) -> str:
        """The dateline, from its field or the text's beginning."""
        first = self.paragraphs[0] if self.paragraphs else ""
        found = datelines.match(first)
        return self.dateline or (first[found[0] : found[1]] if found else "")

    @property
    def text(self) -> str:
        return "\n".join([*self.headlines, *self.paragraphs, *self.captions])


@dataclass(frozen=True)
class Told:
    people: list[ToldOf]
    events: list[ProposedEvent]


def of_article(article) -> Written:
    captions = article.photo_uses.values_list("caption", flat=True)
    return of(article, list(captions), list(article.bylines.values_list("name", flat=True)))


def of(article, captions, signed_by) -> Written:
    """`article` may be one that is in no database: what a form says."""
    return Written(
        headlines=[getattr(article, name) for name in HEADLINES],
        paragraphs=_lines(html.plain(html.clean(article.body)).text),
        captions=captions,
        signed_by=signed_by,
        day=day_of(article),
        banner=article.banner,
        dateline=article.dateline,
        page=article.page,
        filled=_filled(article),
    )


def read(written: Written) -> Told:
    people = told_of(
        written.paragraphs,
        headlines=written.headlines,
        captions=written.captions,
        writers=written.writers,
        directory=known_people(written.day, within=written.text),
    )
    events = propose(
        written.headlines, written.paragraphs, page_date=written.day, captions=written.captions
    )
    return Told(
        [each for each in people if fits(each, Mention, "name", "title")],
        [each for each in events if fits(each, Coverage, "name")],
    )


def fits(found, model, *names) -> bool:
    """A row has room for it; what is longer is no name."""
    return all(
        len(getattr(found, name)) <= model._meta.get_field(name).max_length for name in names
    )


def _lines(text) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _filled(article) -> set[str]:
    fields = {
        "section": article.section_id,
        "source": article.source_id,
        "responsible_editor": article.responsible_editor,
    }
    return {name for name, value in fields.items() if value}
