"""ninjs 3.1 of the IPTC: a story with all that an import can take back. docs/exchange.md has the fields."""

from django.utils.timezone import localtime

from articles.exchange.outside import absolute, filled
from articles.models import Event
from articles.placing import credit_line
from articles.public.story_page import source_of
from newsdesk import html
from newsdesk.files import KINDS
from newsdesk.renditions import TYPES
from newsdesk.text import count

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
PROFILE = "newsdesk-1"
HTML, PLAIN = "text/html", "text/plain"
MADE_BY_AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def item(story, rows) -> dict:
    """Of a published story; `rows` as articles/exchange/whole.py reads them."""
    return filled(
        uri=absolute(story.get_absolute_url()),
        standard=STANDARD,
        type="text",
        representationType="full",
        profile=PROFILE,
        version=str(story.lock_version),
        firstCreated=moment(story.public_from),
        versionCreated=moment(max(story.updated, story.public_from)),
        pubStatus="usable",
        language="zh-Hans",
        title=story.list_title,
        by=credit_line(rows.bylines),
        headlines=headlines(story),
        descriptions=descriptions(standfirst=story.standfirst, dateline=story.dateline),
        bodies=bodies(story, rows),
        people=[person(row) for row in rows.mentions],
        organisations=[organization(row) for row in rows.organization_mentions],
        events=[event(row.event, row.url) for row in rows.coverages],
        subjects=subjects(story, rows.tags),
        infoSources=[*map(byline, rows.bylines), *sources(story)],
        associations=[*map(photo, rows.photo_uses), *map(video, rows.videos)]
        + [attachment(row) for row in rows.attachments],
        altIds=alt_ids(story),
    )


def moment(time) -> str:
    return localtime(time).isoformat()


def headlines(story) -> list[dict]:
    """The printed headline first; each under the name of its field."""
    names = ["headline", *(name for name in story.LINES if name not in ("headline", "standfirst"))]
    rows = [
        *((name, getattr(story, name)) for name in names),
        ("original", story.original_headline),
    ]
    return [plain(role, value) for role, value in rows if value]


def descriptions(**texts) -> list[dict]:
    return [plain(role, value) for role, value in texts.items() if value]


def plain(role: str, value: str) -> dict:
    return {"role": role, "contentType": PLAIN, "value": value}


def bodies(story, rows) -> list[dict]:
    """The HTML with its photos where the editor put them, and the plain text."""
    shown = {use.photo_id: absolute(use.photo.get_absolute_url()) for use, _ in rows.photo_uses}
    body = html.with_addresses(story.body, shown)
    texts = [("main", HTML, body), ("plain", PLAIN, story.plain_text)]
    return [
        {"role": role, "contentType": kind, "value": value, "charCount": count(story.plain_text)}
        for role, kind, value in texts
        if value
    ]


def person(row) -> dict:
    return filled(name=row.name, rel="about", uri=absolute(row.url), literal=str(row))


def organization(row) -> dict:
    name = row.organization.name
    return filled(name=name, rel="about", uri=absolute(row.url), literal=row.name)


def event(record: Event, url: str) -> dict:
    days = "/".join(filter(None, [record.start, record.end]))
    return filled(id=str(record.pk), name=record.name, rel="about", uri=absolute(url), literal=days)


def subjects(story, tags) -> list[dict]:
    places = [("section", story.section)] if story.section else []
    return [
        {
            "name": record.name,
            "rel": rel,
            "uri": absolute(record.get_absolute_url()),
            "literal": record.slug,
        }
        for rel, record in [*places, *(("tag", tag) for tag in tags)]
    ]


def byline(row, role="byline") -> dict:
    """`role` says the printed word of the role behind a colon; `literal` is the whole as printed."""
    return filled(
        name=row.name,
        role=f"{role}:{row.role}" if row.role else role,
        uri=absolute(row.url),
        literal=str(row),
    )


def sources(story) -> list[dict]:
    """Where the story is from; a hidden paper is not named."""
    known = source_of(story)
    source, paper = known["source"], known["paper"]
    rows = {
        "publication": str(paper or ""),
        "originalAuthor": story.original_author,
        "responsibleEditor": story.responsible_editor,
    }
    others = [{"name": name, "role": role} for role, name in rows.items() if name]
    if not source:
        return others
    return [filled(name=source.name, role="source", uri=source.url, literal=source.kind), *others]


def alt_ids(story) -> list[dict]:
    page = story.page
    rows = {"article": story.pk, "originalAddress": story.original_url}
    if page:
        rows |= {
            "printPage": page.number,
            "printPageName": page.name,
            "printIssue": page.issue,
            "printDate": page.date and page.date.isoformat(),
            "printOrder": story.page_order,
        }
    return [{"role": role, "value": str(value)} for role, value in rows.items() if value]


def photo(shown) -> dict:
    use, credits = shown
    picture = use.photo
    made_by_ai = {"name": "AI生成", "uri": MADE_BY_AI} if picture.ai_made else {}
    return filled(
        name=use.caption or str(picture.pk),
        rel="photo",
        uri=absolute(f"/photos/{picture.pk}/"),
        type="picture",
        by=credit_line(credits),
        digitalSourceType=made_by_ai,
        descriptions=descriptions(caption=use.caption, alternative=picture.description),
        infoSources=[byline(row, "credit") for row in credits],
        renditions=[rendition(picture, each) for each in picture.renditions],
        altIds=[{"role": "photo", "value": str(picture.pk)}],
    )


def rendition(picture, made) -> dict:
    return {
        "name": f"{made['shape']}-{made['width']}",
        "href": absolute(picture.address(made)),
        "contentType": TYPES.get(made["file"].rsplit(".", 1)[-1], "image/jpeg"),
        "width": made["width"],
        "height": made["height"],
    }


def video(row) -> dict:
    """A file of ours is a rendition; a video that lies elsewhere has its address as uri."""
    return filled(
        name=row.title,
        rel="video",
        uri=row.url or file_address(row.file),
        type="video",
        by=row.credit,
        descriptions=descriptions(transcript=row.transcript),
        renditions=[file_rendition(row.file)] if row.file else [],
    )


def attachment(row) -> dict:
    return {
        "name": row.title,
        "rel": "attachment",
        "uri": file_address(row.file),
        "type": "component",
        "renditions": [file_rendition(row.file)],
    }


def file_rendition(file) -> dict:
    kind = KINDS[file.kind].type
    return {
        "name": "main",
        "href": file_address(file),
        "contentType": kind,
        "sizeInBytes": file.size,
    }


def file_address(file) -> str:
    return absolute(file.get_absolute_url())
