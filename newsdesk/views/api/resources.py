"""What the API offers: each list with its filter, each record with what stands around it on its page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exchange.answers import (
    Refused,
    older_address,
    refuse_what_is_wrong,
    stories_asked_for,
)
from articles.exchange.whole import whole, with_everything
from articles.lists.filters import StoryFilter
from articles.models import Article, Event, Section, Tag
from articles.public.event_page import organizers_of, participants_of
from articles.public.showing import set_links
from articles.views.events import EventFilter
from newsdesk.listing import RecordFilter
from newsdesk.views.honours import HonourFilter
from newsdesk.views.organization_page import holders
from newsdesk.views.organizations import OrganizationFilter
from newsdesk.views.people import PersonFilter, with_printed_title
from newsdesk.views.person_page import career, events_of, titles_printed
from people.models import Organization, Person

from . import shapes
from .shape import Shape


@dataclass(frozen=True)
class Resource:
    name: str
    label: Promise
    form: type
    rows: Callable  # request -> rows of a page, address of the next page
    item: Shape
    one: Callable | None = None  # key -> record
    full: Shape | None = None


def records(form, choose) -> Callable:
    """Pages of what the filter chooses."""

    def rows(request):
        chosen = form(request.GET, request.path)
        refuse_what_is_wrong(chosen)
        page = chosen.page_of(choose(chosen))
        if page.is_beyond:
            raise Refused(404, _("The list has no such page."))
        return page.rows, page.older_url

    return rows


def named(model) -> Callable:
    """Published records by a part of their name."""

    def choose(chosen):
        rows = model.objects.published()
        for word in chosen.values.get("q", "").split():
            rows = rows.filter(name__icontains=word)
        return rows

    return choose


def read(keys):
    stories = Article.objects.published().filter(pk__in=keys)
    return list(stories.with_beginnings().newest_first())


def stories(request):
    chosen, page = stories_asked_for(request, read)
    return page.rows, older_address(chosen, page)


def story(pk):
    rows = with_everything(Article.objects.published().with_beginnings().defer(None))
    found = get_object_or_404(rows, pk=pk)
    [(_story, found.rows)] = whole([found])
    return found


def person(pk):
    found = get_object_or_404(with_printed_title(Person.objects.published()), pk=pk)
    found.shown = career(found) | {
        "titles": [row["title"] for row in titles_printed(found, timezone.now())],
        "honours": found.honours.standing().select_related("award"),
        "participations": events_of(found)["rows"],
    }
    return found


def organization(pk):
    public = Organization.objects.published()
    found = get_object_or_404(public, pk=pk)
    found.shown = {
        "parent": public.filter(pk=found.parent_id).first(),
        "children": public.filter(parent=found),
        "memberships": holders(found)["memberships"],
        "honours": found.honours.standing().select_related("award"),
    }
    return found


def event(pk):
    public = Event.objects.published()
    found = get_object_or_404(public, pk=pk)
    organizers, participants = organizers_of(found), participants_of(found)
    set_links(organizers, participants)
    found.shown = {
        "whole": public.filter(pk=found.part_of_id).first(),
        "parts": public.filter(part_of=found).order_by("first_day", "pk"),
        "organizers": organizers,
        "participants": participants,
    }
    return found


RESOURCES = [
    Resource(
        "articles", _("Stories"), StoryFilter, stories, shapes.ARTICLE, story, shapes.FULL_ARTICLE
    ),
    Resource(
        "people",
        _("Persons"),
        PersonFilter,
        records(PersonFilter, PersonFilter.sorted_persons),
        shapes.PERSON,
        person,
        shapes.FULL_PERSON,
    ),
    Resource(
        "organizations",
        _("Organizations"),
        OrganizationFilter,
        records(OrganizationFilter, lambda chosen: chosen.organizations()),
        shapes.ORGANIZATION,
        organization,
        shapes.FULL_ORGANIZATION,
    ),
    Resource(
        "events",
        _("Events"),
        EventFilter,
        records(EventFilter, lambda chosen: chosen.events()),
        shapes.EVENT,
        event,
        shapes.FULL_EVENT,
    ),
    Resource(
        "sections",
        _("Sections"),
        RecordFilter,
        records(RecordFilter, named(Section)),
        shapes.SECTION,
    ),
    Resource("tags", _("Tags"), RecordFilter, records(RecordFilter, named(Tag)), shapes.TAG),
    Resource(
        "honours",
        _("Honours"),
        HonourFilter,
        records(HonourFilter, lambda chosen: chosen.honours()),
        shapes.HONOUR,
    ),
]
