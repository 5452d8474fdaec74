"""The records of the API, field by field; what each may say is what stands on its page."""

from django.urls import reverse
from django.utils.timezone import localtime

from articles.exchange.outside import absolute
from articles.models import Event
from articles.placing import credit_line
from people.models import Award, Organization

from .shape import (
    FLAG,
    MOMENT,
    NUMBER,
    PAGE,
    PARTIAL_DATE,
    TEXT,
    URL,
    Field,
    Shape,
    code,
    many,
    maybe,
)


def attribute(name: str, schema=TEXT) -> Field:
    return Field(schema, lambda row: getattr(row, name))


def own_page(record) -> str:
    return absolute(record.get_absolute_url())


def moment(time) -> str:
    return localtime(time).isoformat()


ID, NAME = attribute("pk", NUMBER), attribute("name")
KIND_NAME = Field(TEXT, lambda row: str(row.get_kind_display()))
OWN_PAGE = Field(URL, own_page)

LINK = Shape("Link", {"id": ID, "name": NAME, "url": OWN_PAGE})
SECTION = Shape(
    "Section",
    {"slug": attribute("slug"), "name": NAME, "about": attribute("about"), "url": OWN_PAGE},
)
TAG = Shape("Tag", {"slug": attribute("slug"), "name": NAME, "url": OWN_PAGE})
# a row that names somebody or something as printed; `url` is set where there is a page
NAMED_PAGE = Field(PAGE, lambda row: absolute(row.url))
SIGNED = Shape(
    "Signature",
    {"name": NAME, "role": attribute("role"), "unit": attribute("unit"), "url": NAMED_PAGE},
)
NAMED = Shape("Named", {"name": NAME, "title": attribute("title"), "url": NAMED_PAGE})
BODY = Shape(
    "NamedOrganization", {"name": Field(TEXT, lambda row: row.organization.name), "url": NAMED_PAGE}
)
COVERED = Shape(
    "CoveredEvent",
    {
        "name": Field(TEXT, lambda row: row.event.name),
        "start": Field(PARTIAL_DATE, lambda row: row.event.start),
        "end": Field(PARTIAL_DATE, lambda row: row.event.end),
        "url": NAMED_PAGE,
    },
)
PHOTO = Shape(
    "Photo",
    {
        "url": Field(TEXT, lambda pair: absolute(pair[0].photo.get_absolute_url())),
        "caption": Field(TEXT, lambda pair: pair[0].caption),
        "credit": Field(TEXT, lambda pair: credit_line(pair[1])),
    },
)


def picture(story) -> str:
    return next((absolute(use.photo.get_absolute_url()) for use in story.pictures), "")


ARTICLE = Shape(
    "Article",
    {
        "id": ID,
        "url": OWN_PAGE,
        "ninjs": Field(URL, lambda row: absolute(reverse("ninjs_item", kwargs={"pk": row.pk}))),
        "title": attribute("list_title"),
        "kicker": attribute("kicker"),
        "headline": attribute("headline"),
        "subheadline": attribute("subheadline"),
        "summary": Field(TEXT, lambda row: row.standfirst or row.beginning),
        "published": Field(MOMENT, lambda row: moment(row.public_from)),
        "updated": Field(MOMENT, lambda row: moment(max(row.updated, row.public_from))),
        "section": Field(maybe(SECTION.ref), lambda row: row.section and SECTION.of(row.section)),
        "picture": Field(TEXT, picture),
    },
)


def part(shape: Shape, name: str) -> Field:
    """Rows of a story, read together with it."""
    return Field(many(shape.ref), lambda row: list(map(shape.of, getattr(row.rows, name))))


FULL_ARTICLE = ARTICLE.with_more(
    "FullArticle",
    {
        "dateline": attribute("dateline"),
        "html": attribute("body"),
        "text": attribute("plain_text"),
        "responsible_editor": attribute("responsible_editor"),
        "bylines": part(SIGNED, "bylines"),
        "people": part(NAMED, "mentions"),
        "organizations": part(BODY, "organization_mentions"),
        "events": part(COVERED, "coverages"),
        "tags": part(TAG, "tags"),
        "photos": part(PHOTO, "photo_uses"),
    },
)

HELD = Shape(
    "Post",
    {
        "title": attribute("title"),
        "start": attribute("start"),
        "end": attribute("end"),
        "status": Field(TEXT, lambda row: str(row.status_words)),
        "uncertain": attribute("uncertain", FLAG),
    },
)
AWARDED = Shape(
    "Awarded",
    {
        "award": Field(TEXT, lambda row: row.award.name),
        "level": Field(code(Award.Level), lambda row: row.award.level),
        "level_name": Field(TEXT, lambda row: str(row.award.get_level_display())),
        "year": attribute("year", PARTIAL_DATE),
    },
)
ATTENDED = Shape(
    "Attended",
    {
        "event": Field(LINK.ref, lambda row: LINK.of(row["event"])),
        "roles": Field(many(TEXT), lambda row: row["roles"]),
    },
)
PERSON = Shape(
    "Person",
    {
        "id": ID,
        "name": NAME,
        "note": attribute("note"),
        "title": Field(TEXT, lambda row: row.printed_title or ""),
        "url": OWN_PAGE,
    },
)


def shown(shape: Shape, name: str) -> Field:
    """What newsdesk/views/api/resources.py read beside the record."""
    return Field(many(shape.ref), lambda row: list(map(shape.of, row.shown[name])))


FULL_PERSON = PERSON.with_more(
    "FullPerson",
    {
        "titles": Field(many(TEXT), lambda row: row.shown["titles"]),
        "posts": shown(HELD, "now"),
        "career": shown(HELD, "career"),
        "honours": shown(AWARDED, "honours"),
        "events": shown(ATTENDED, "participations"),
    },
)
ORGANIZATION = Shape(
    "Organization",
    {
        "id": ID,
        "name": NAME,
        "kind": attribute("kind", code(Organization.Kind)),
        "kind_name": KIND_NAME,
        "url": OWN_PAGE,
    },
)
HOLDER = Shape(
    "Holder",
    {
        "name": Field(TEXT, lambda row: row.person.name),
        "title": attribute("label"),
        "url": Field(URL, lambda row: own_page(row.person)),
    },
)


def link(name: str) -> Field:
    return Field(maybe(LINK.ref), lambda row: row.shown[name] and LINK.of(row.shown[name]))


FULL_ORGANIZATION = ORGANIZATION.with_more(
    "FullOrganization",
    {
        "names": Field(many(TEXT), lambda row: sorted(row.all_names)),
        "about": attribute("about"),
        "founded": attribute("founded", PARTIAL_DATE),
        "dissolved": attribute("dissolved", PARTIAL_DATE),
        "parent": link("parent"),
        "parts": shown(LINK, "children"),
        "people": shown(HOLDER, "memberships"),
        "honours": shown(AWARDED, "honours"),
    },
)
EVENT = Shape(
    "Event",
    {
        "id": ID,
        "name": NAME,
        "kind": attribute("kind", code(Event.Kind)),
        "kind_name": KIND_NAME,
        "start": attribute("start", PARTIAL_DATE),
        "end": attribute("end", PARTIAL_DATE),
        "date_inferred": attribute("date_inferred", FLAG),
        "venue": attribute("venue"),
        "url": OWN_PAGE,
    },
)
TOOK_PART = Shape(
    "Participant",
    NAMED.fields | {"roles": Field(many(TEXT), lambda row: list(map(str, row.roles)))},
)
FULL_EVENT = EVENT.with_more(
    "FullEvent",
    {
        "about": attribute("about"),
        "part_of": link("whole"),
        "parts": shown(LINK, "parts"),
        "organizers": shown(NAMED, "organizers"),
        "participants": shown(TOOK_PART, "participants"),
    },
)
HONOUR = AWARDED.with_more(
    "Honour", {"receiver": Field(LINK.ref, lambda row: LINK.of(row.person or row.organization))}
)
