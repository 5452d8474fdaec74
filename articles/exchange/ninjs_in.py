"""Stories in ninjs 3, as articles/exchange/ninjs.py writes them: every line, name, title and role comes back."""

from articles.exchange.arriving import (
    Arrived,
    Captioned,
    Happened,
    Named,
    PlaceInPaper,
    Signed,
    list_of,
    moment_of,
    partial_date,
    text,
    wrong,
)
from articles.models import Article, Source
from newsdesk import dates, html
from newsdesk.text import normalise_name, number

HEADLINES = {name: name for name in Article.LINES} | {"original": "original_headline"}
SOURCES = {"originalAuthor": "original_author", "responsibleEditor": "responsible_editor"}


def is_ninjs(found: dict) -> bool:
    standard = found.get("standard")
    return isinstance(standard, dict) and standard.get("name") == "ninjs"


def read(found: dict) -> Arrived:
    sources = list_of(found, "infoSources")
    source = next((row for row in sources if text(row, "role") == "source"), {})
    kind = text(source, "literal")
    return Arrived(
        key=text(found, "uri"),
        published=moment_of(found.get("firstCreated")),
        lines=lines(found, sources),
        body=body(found),
        section=next((text(row, "name") for row in subjects(found, "section")), ""),
        source=text(source, "name"),
        source_kind=kind if kind in Source.Kind else Source.Kind.OWN,
        tags=[text(row, "name") for row in subjects(found, "tag")],
        bylines=signatures(sources, "byline"),
        people=[person(row) for row in list_of(found, "people")],
        organizations=[organization(row) for row in list_of(found, "organisations")],
        events=[event(row) for row in list_of(found, "events")],
        photos=[photo(row) for row in list_of(found, "associations") if row.get("rel") == "photo"],
        place=place(found, sources),
    )


def lines(found, sources) -> dict[str, str]:
    rows = by_role(list_of(found, "headlines")) | by_role(list_of(found, "descriptions"))
    kept = {field: rows.get(role, "") for role, field in HEADLINES.items()}
    kept |= {
        "dateline": rows.get("dateline", ""),
        "original_url": alt_ids(found, "originalAddress"),
    }
    for row in sources:
        if field := SOURCES.get(text(row, "role")):
            kept[field] = text(row, "name")
    return {field: value for field, value in kept.items() if value}


def by_role(rows) -> dict[str, str]:
    return {text(row, "role"): text(row, "value") for row in rows}


def body(found) -> str:
    """Pictures stay behind: neither an address nor a number elsewhere is one of our photos."""
    rows = [row for row in list_of(found, "bodies") if text(row, "contentType") == "text/html"]
    return html.with_photos(html.clean(text(rows[0], "value")), []) if rows else ""


def subjects(found, rel) -> list[dict]:
    return [
        row for row in list_of(found, "subjects") if row.get("rel") == rel and text(row, "name")
    ]


def alt_ids(found, role) -> str:
    rows = [row for row in list_of(found, "altIds") if row.get("role") == role]
    return text(rows[0], "value") if rows else ""


def signatures(rows, kind) -> list[Signed]:
    """Those of a kind: byline, or byline:记者 with the printed word of the role."""
    return [signed(row) for row in rows if text(row, "role").partition(":")[0] == kind]


def signed(row) -> Signed:
    """`literal` is unit, role and name as printed: 茂名晚报记者 张三."""
    name, role = normalise_name(text(row, "name")), text(row, "role").partition(":")[2]
    before = text(row, "literal").removesuffix(name).strip()
    return Signed(name, role, before.removesuffix(role))


def person(row) -> Named:
    name = normalise_name(text(row, "name"))
    if not name:
        raise wrong("people")
    return Named(name, text(row, "literal").removesuffix(name))


def organization(row) -> tuple[str, str]:
    name = normalise_name(text(row, "name"))
    if not name:
        raise wrong("organisations")
    return name, text(row, "literal")


def event(row) -> Happened:
    if not text(row, "name"):
        raise wrong("events")
    start, _slash, end = text(row, "literal").partition("/")
    return Happened(text(row, "name"), partial_date(start), partial_date(end))


def photo(row) -> Captioned:
    caption = by_role(list_of(row, "descriptions")).get("caption", "")
    return Captioned(caption, tuple(signatures(list_of(row, "infoSources"), "credit")))


def place(found, sources) -> PlaceInPaper | None:
    paper = next((text(row, "name") for row in sources if row.get("role") == "publication"), "")
    day, page = alt_ids(found, "printDate"), alt_ids(found, "printPage")
    if not paper or not day:
        return None
    printed = dates.bounds(partial_date(day)).first
    order = number(alt_ids(found, "printOrder")) or 0
    return PlaceInPaper(paper, printed, page, alt_ids(found, "printPageName"), order)
