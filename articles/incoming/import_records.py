"""Whom and what imported stories name: found among the records by name, or made; what is unclear is not guessed."""

from functools import cached_property
from itertools import chain

from django.db.models import Q
from django.db.models.functions import Lower

from articles.linking.known import KnownPeople, Match
from articles.models import Event, PrintPage, Section, Source, Tag
from newsdesk import dates
from newsdesk.readings import pinyin
from newsdesk.rows import insert
from people.models import Organization, OtherName, Person
from people.names.surnames import COMMON, COMPOUND


class Records:
    """For the stories of one batch: a few queries a kind, however many stories there are."""

    def __init__(self, stories):
        self.stories = stories

    def _all(self, name) -> list:
        return list(chain.from_iterable(getattr(story, name) for story in self.stories))

    @cached_property
    def _signed(self) -> set[str]:
        credits = chain.from_iterable(photo.credits for photo in self._all("photos"))
        return {row.name for row in chain(self._all("bylines"), credits)} - {""}

    @cached_property
    def _people(self) -> KnownPeople:
        """Who is named is somebody: an archive's list of people is no proposal. Who signs, if it is a person's name."""
        signed = {name for name in self._signed if is_persons(name) and name not in self._bodies}
        wanted = signed | {row.name for row in self._all("people")}
        known = set(Person.objects.filter(name__in=wanted).values_list("name", flat=True))
        known |= set(OtherName.objects.filter(name__in=wanted).values_list("name", flat=True))
        Person.objects.make(sorted(wanted - known))
        return KnownPeople(wanted)

    def person(self, name, title, day) -> Match:
        return self._people.match(name, title, day)

    def writer(self, name) -> tuple[Person | None, Organization | None]:
        """Who signs with this name: a body, the one reporter or the one person of the name, or nobody we know."""
        if body := self._bodies.get(name):
            return None, body
        persons = self._people.named(name)
        only = persons[0] if len(persons) == 1 else self._people.reporter(name)
        return only, None

    @cached_property
    def _bodies(self) -> dict[str, Organization]:
        """Who signs together: 临工宣. One that two bodies sign with is nobody's."""
        if not self._signed:
            return {}
        found = {}
        for body in Organization.objects.all():
            for name in body.all_names & self._signed:
                found[name] = None if name in found else body
        return {name: body for name, body in found.items() if body}

    @cached_property
    def _organizations(self) -> dict[str, list[Organization]]:
        wanted = {name for name, _printed in self._all("organizations")}
        found = {name: list(Organization.objects.named(name)) for name in wanted}
        for name in sorted(name for name, rows in found.items() if not rows):
            body = Organization(name=name)
            body.save()
            found[name] = [body]
        return found

    def organization(self, name) -> Organization | None:
        rows = self._organizations[name]
        return rows[0] if len(rows) == 1 else None

    @cached_property
    def events(self) -> "Events":
        return Events(self._all("events"))

    @cached_property
    def tags(self) -> dict[str, Tag]:
        """By the name in small letters."""
        wanted = {name.casefold(): name for name in self._all("tags")}
        rows = Tag.objects.annotate(small=Lower("name")).filter(small__in=wanted)
        found = {tag.name.casefold(): tag for tag in rows}
        return found | {
            small: Tag.objects.create(name=name)
            for small, name in wanted.items()
            if small not in found
        }

    @cached_property
    def sources(self) -> dict[str, Source]:
        kinds = {story.source: story.source_kind for story in self.stories if story.source}
        found = {source.name: source for source in Source.objects.filter(name__in=kinds)}
        return found | {
            name: Source.objects.create(name=name, kind=kind)
            for name, kind in kinds.items()
            if name not in found
        }

    @cached_property
    def _pages(self) -> list[PrintPage]:
        days = {story.place.day for story in self.stories if story.place}
        return list(PrintPage.objects.filter(date__in=days).select_related("publication"))

    def page(self, place) -> PrintPage | None:
        """Only one that is on record: a printed page is its text, which no story brings along."""
        rows = [page for page in self._pages if place and is_page(page, place)]
        return rows[0] if len(rows) == 1 else None


def is_page(page, place) -> bool:
    same = (page.date, page.number, page.name) == (place.day, place.number, place.name)
    return same and page.publication is not None and page.publication.name == place.publication


def is_persons(name: str) -> bool:
    """陈明, 欧阳建国; not 本报评论员 or 新华社."""
    surname = next((name[:n] for n in (2, 1) if name[:n] in (COMPOUND, COMMON)[2 - n]), "")
    return bool(surname) and 1 <= len(name) - len(surname) <= 2


class Events:
    """Found by name and, where it is known, by day; made where nothing of the name is known."""

    def __init__(self, happened):
        names = {row.name for row in happened}
        rows = Event.objects.filter(Q(name__in=names) | Q(short_name__in=names))
        self.named, self.made = {}, []
        for event in rows:
            for name in {event.name, event.short_name} & names:
                self.named.setdefault(name, []).append(event)

    def of(self, row) -> Event | None:
        """None where more than one could be meant. One that is new is kept by `save`."""
        same = self.named.setdefault(row.name, [])
        meant = [event for event in same if not row.start or is_on(event, row.start)]
        if meant or any(not event.start for event in same):
            return meant[0] if len(meant) == 1 else None
        event = Event(name=row.name, start=row.start, end=row.end)
        event.set_days()
        same.append(event)
        self.made.append(event)
        return event

    def save(self):
        insert(self.made)
        self.made = []


def is_on(event, start: str) -> bool:
    days = dates.bounds(start)
    return bool(event.start) and event.first_day <= days.last and days.first <= event.last_day


def make_section(name: str) -> Section:
    slug = "-".join(pinyin(name))[:40]
    number = Section.objects.filter(slug__startswith=slug[:36]).count()
    return Section.objects.create(name=name, slug=f"{slug[:36]}-{number}" if number else slug)
