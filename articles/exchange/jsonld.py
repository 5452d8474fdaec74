"""What a page tells search engines of its record, in the words of schema.org (JSON-LD).

Each function takes what stands on the page, so that nothing is told here that readers do not see.
"""

from django.conf import settings
from django.utils.timezone import localtime

from articles.exchange.outside import absolute, filled
from articles.placing import credit_line
from articles.public.story_page import name_of_edition
from newsdesk.text import count
from people.models import Organization

KINDS = {
    Organization.Kind.UNION: "WorkersUnion",
    Organization.Kind.GOVERNMENT: "GovernmentOrganization",
    Organization.Kind.COMPANY: "Corporation",
    Organization.Kind.PAPER: "NewsMediaOrganization",
}
MADE_BY_AI = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def graph(*things: dict) -> dict:
    return {"@context": "https://schema.org", "@graph": list(things)}


def trail(*steps: tuple[str, str]) -> dict:
    """The way from the front page down: names and paths."""
    rows = enumerate([(settings.SITE_NAME, "/"), *steps], start=1)
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
        for place, (name, path) in rows
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def thing(kind: str, name: str, path: str = "", **more) -> dict:
    """Something with a name and, where it has one, its page."""
    url = absolute(path)
    return {"@type": kind} | filled(**{"@id": url}, name=name, url=url, **more)


def publisher() -> dict:
    return thing("NewsMediaOrganization", settings.SITE_NAME, "/")


def story(article, rows, source, photos) -> dict:
    """`rows` by kind: authors, mentions, organizations, coverages, tags, as they stand on the page."""
    url = absolute(article.get_absolute_url())
    public = article.public_from
    return {"@type": "NewsArticle", "@id": url} | filled(
        url=url,
        mainEntityOfPage=url,
        headline=article.title,
        alternativeHeadline=article.subheadline,
        description=article.standfirst or article.plain_text[:120],
        inLanguage="zh-Hans",
        datePublished=localtime(public).isoformat(),
        dateModified=localtime(max(article.updated, public)).isoformat(),
        articleSection=article.section.name if article.section else "",
        keywords=[tag.name for tag in rows["tags"]],
        wordCount=count(article.plain_text),
        author=[signed(row) for row in rows["authors"]] or publisher(),
        editor=editor(article.responsible_editor),
        publisher=publisher(),
        image=[image(use, credits) for use, credits in photos],
        about=[thing("Event", row.event.name, row.url) for row in rows["coverages"] if row.url],
        mentions=mentions(rows),
        isAccessibleForFree=True,
        isBasedOn=original(article, source),
        **printed(source["page"], source["paper"]),
    )


def signed(row) -> dict:
    """Of a byline: who wrote, with a page where there is one."""
    return thing("Organization" if row.organization_id else "Person", row.name, row.url)


def editor(name: str) -> dict:
    return thing("Person", name) if name else {}


def mentions(rows) -> list[dict]:
    persons = [thing("Person", row.name, row.url) for row in rows["mentions"] if row.url]
    bodies = [
        thing(KINDS.get(row.organization.kind, "Organization"), row.organization.name, row.url)
        for row in rows["organizations"]
        if row.url
    ]
    return persons + bodies


def image(use, credits) -> dict:
    largest = use.photo.renditions[-1]
    return {"@type": "ImageObject"} | filled(
        url=absolute(use.photo.get_absolute_url() or use.photo.address(largest)),
        width=largest["width"],
        height=largest["height"],
        caption=use.caption,
        creditText=credit_line(credits),
        digitalSourceType=MADE_BY_AI if use.photo.ai_made else "",
    )


def original(article, source) -> dict:
    """Of a reprint: what it was taken from."""
    if not (article.original_url or article.original_headline or article.original_author):
        return {}
    known = source["source"]
    name = article.original_headline or article.headline
    return {"@type": "NewsArticle", "headline": name} | filled(
        url=article.original_url,
        author=thing("Person", article.original_author) if article.original_author else {},
        publisher=thing("Organization", known.name) | filled(url=known.url) if known else {},
    )


def printed(page, paper) -> dict:
    """Edition, section and number of the page on which the story was printed."""
    if not page:
        return {}
    edition = name_of_edition(page, paper)
    return filled(printEdition=edition, printSection=page.name, printPage=page.number)


def person(record, titles: list[str], posts, honours) -> dict:
    """`posts` are those held now, empty where the career is not public."""
    shown = record.shows_career
    bodies = [row.post.organization if row.post else row.organization for row in posts]
    return thing(
        "Person",
        record.name,
        record.get_absolute_url(),
        disambiguatingDescription=record.note,
        jobTitle=[row.title for row in posts] or titles,
        affiliation=[thing("Organization", body.name) for body in dict.fromkeys(bodies) if body],
        award=[str(honour.award) for honour in honours],
        deathDate=record.died,
        description=record.biography if shown else "",
        image=absolute(record.portrait.url) if shown and record.portrait else "",
    )


def organization(record, parent, children, honours) -> dict:
    below = [thing("Organization", child.name, child.get_absolute_url()) for child in children]
    above = parent and thing("Organization", parent.name, parent.get_absolute_url())
    return thing(
        KINDS.get(record.kind, "Organization"),
        record.name,
        record.get_absolute_url(),
        alternateName=sorted(record.all_names - {record.name}),
        foundingDate=record.founded,
        dissolutionDate=record.dissolved,
        description=record.about,
        parentOrganization=above,
        subOrganization=below,
        award=[str(honour.award) for honour in honours],
    )


def event(record, whole, parts, organizers, participants) -> dict:
    """Dates as far as they are known; who took part in the order of the page."""
    venue = {"@type": "Place", "name": record.venue} if record.venue else {}
    return thing(
        "Event",
        record.name,
        record.get_absolute_url(),
        startDate=record.start,
        endDate=record.end,
        location=venue,
        description=record.about,
        organizer=[thing("Organization", row.name, row.url) for row in organizers],
        attendee=[
            thing("Person" if row.person else "Organization", row.name, row.url)
            for row in participants
        ],
        superEvent=whole and thing("Event", whole.name, whole.get_absolute_url()),
        subEvent=[thing("Event", part.name, part.get_absolute_url()) for part in parts],
    )
