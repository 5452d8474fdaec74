"""What a page says to other programs: its feeds, what it is about, how it looks where it is passed on."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.exchange import jsonld
from articles.exchange import sharing as share
from articles.exchange.feed import FORMATS
from newsdesk import html

register = template.Library()
register.filter("data_block", html.data_block)


@register.inclusion_tag("_feeds.html")
def feeds(title: str, query: str = "", **parameters) -> dict:
    """Links to the feeds of a list; its parameters by name, or together as an address has them."""
    query = query or urlencode(parameters)
    rows = [
        {
            "type": form.content_type.partition(";")[0],
            "url": f"{reverse(name)}?{query}" if query else reverse(name),
        }
        for name, form in FORMATS.items()
    ]
    return {"title": title, "rows": rows}


@register.inclusion_tag("_about.html")
def about_site() -> dict:
    return about(share.Shared(settings.SITE_NAME, "/"), jsonld.publisher())


@register.inclusion_tag("_about.html", takes_context=True)
def about_story(context) -> dict:
    story, tags = context["article"], list(context["tags"])
    shown = [part for part in context["text"] if isinstance(part, dict)] + context["photos"]
    photos = [(photo["use"], rows_of(photo["credits"])) for photo in shown]
    rows = {name: context[name] for name in ("mentions", "organizations", "coverages")}
    rows |= {"authors": rows_of(context["authors"]), "tags": tags}
    section = [(story.section.name, story.section.get_absolute_url())] if story.section else []
    return about(
        share.story(story, photos, tags),
        jsonld.story(story, rows, context["source"], photos),
        jsonld.trail(*section, (story.title, story.get_absolute_url())),
    )


def rows_of(groups) -> list:
    return [row for group in groups for row in group["rows"]]


@register.inclusion_tag("_about.html", takes_context=True)
def about_person(context) -> dict:
    person = context["person"]
    titles = [row["title"] for row in context["titles"]]
    data = jsonld.person(person, titles, context["now"], context["honours"])
    return about_record(person, (_("Persons"), reverse("person_list")), data)


@register.inclusion_tag("_about.html", takes_context=True)
def about_organization(context) -> dict:
    body = context["organization"]
    parent = next(reversed(context["above"]), None)
    data = jsonld.organization(body, parent, context["children"], context["honours"])
    return about_record(body, (_("Organizations"), reverse("organization_list")), data, body.about)


@register.inclusion_tag("_about.html", takes_context=True)
def about_event(context) -> dict:
    event = context["event"]
    around = [context[name] for name in ("whole", "parts", "organizers")]
    data = jsonld.event(event, *around, rows_of(context["participants"]))
    return about_record(event, (_("Events"), reverse("event_list")), data, event.about)


def about_record(record, above: tuple[str, str], data: dict, description="") -> dict:
    path = record.get_absolute_url()
    shared = share.Shared(str(record), path, description)
    return about(shared, data, jsonld.trail(above, (str(record), path)))


@register.inclusion_tag("_about.html", takes_context=True)
def about_topic(context) -> dict:
    topic = context["topic"]
    path = topic.get_absolute_url()
    picture = topic.picture and share.picture(topic.picture, topic.picture.description)
    shared = share.Shared(topic.title, path, topic.standfirst, picture=picture)
    data = jsonld.thing("CollectionPage", topic.title, path, description=topic.standfirst)
    above = (_("Topics"), reverse("topic_list"))
    return about(shared, data, jsonld.trail(above, (topic.title, path)))


@register.inclusion_tag("_about.html", takes_context=True)
def about_printed_page(context) -> dict:
    title, path = context["title"], context["page"].get_absolute_url()
    return about(share.Shared(title, path), jsonld.trail((title, path)))


@register.inclusion_tag("_about.html", takes_context=True)
def about_list(context) -> dict:
    """Of a list as its address alone gives it; a section's has the section's card."""
    title, path = context["title"], context["filter"].path
    section = context["filter"].fixed.get("section")
    shared = share.Shared(title, path, context["about"], picture=share.card(section))
    above = [(way["name"], way["url"]) for way in context.get("above") or []]
    return about(shared, jsonld.trail(*above, (title, path)))


def about(shared, *things) -> dict:
    return {"properties": shared.properties, "data": jsonld.graph(*things)}
