"""Stories in the plain form: one JSON object a line, as an archive is easily written out; see docs/import.md."""

from django.utils.translation import gettext as _

from articles.exchange.arriving import (
    Arrived,
    Happened,
    Named,
    Signed,
    Unreadable,
    list_of,
    moment_of,
    partial_date,
    text,
    wrong,
)
from newsdesk import html
from newsdesk.text import normalise_name

LINES = ("kicker", "headline", "subheadline")
KNOWN = {
    "id", *LINES, "paragraphs", "date", "section", "bylines", "people", "event", "tags", "source",
}  # fmt: skip


def read(found: dict) -> Arrived:
    if unknown := sorted(found.keys() - KNOWN):
        raise Unreadable(_("No field is called “%(field)s”.") % {"field": unknown[0][:50]})
    paragraphs = list(filter(None, map(str.strip, list_of(found, "paragraphs", str))))
    if not paragraphs:
        raise Unreadable(_("“paragraphs” is empty: there is no text."))
    return Arrived(
        key=key_of(found),
        published=moment_of(found.get("date")),
        lines={name: value for name in LINES if (value := text(found, name))},
        body=html.clean(html.text_to_html([("p", paragraph) for paragraph in paragraphs])),
        section=text(found, "section"),
        source=text(found, "source"),
        tags=list(filter(None, map(str.strip, list_of(found, "tags", str)))),
        bylines=[
            Signed(normalise_name(name)) for name in list_of(found, "bylines", str) if name.strip()
        ],
        people=[person(row) for row in list_of(found, "people")],
        events=[event(found["event"])] if found.get("event") else [],
    )


def key_of(found) -> str:
    key = found.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    return text(found, "id")


def person(row: dict) -> Named:
    name = normalise_name(text(row, "name"))
    if not name:
        raise wrong("people")
    return Named(name, text(row, "title"))


def event(value) -> Happened:
    """A name, or a name with its date: {"name": …, "date": "2024-01-26"}."""
    if isinstance(value, str):
        return Happened(value.strip())
    if not isinstance(value, dict) or not text(value, "name"):
        raise wrong("event")
    return Happened(text(value, "name"), partial_date(text(value, "date")))
