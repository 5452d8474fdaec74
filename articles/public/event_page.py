"""What stands on an event's page: when and where, who was there as what, the pictures and stories of it, its campaign."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Prefetch
from django.utils import timezone

from articles.models import Article, Coverage, Event, Participation, PhotoUse
from articles.public.showing import not_hidden, set_links, set_names
from newsdesk import dates
from people.models import Membership, Organization, Person

STORIES, PHOTOS, FAMILY = 30, 12, 100  # the lists have them all
UNRANKED = (10**9, 0)


def parts(event) -> dict:
    organizers, participants = organizers_of(event), participants_of(event)
    set_links(organizers, participants)
    coverages = event.coverages.published().order_by("public_from", "article")
    stories = coverage_of(coverages)
    return {
        "event": event,
        "has_day": dates.is_day(event.start),
        "when": dates.span_in_words(event.start, event.end),
        "organizers": organizers,
        "participants": by_role(participants),
        "stories": stories,
        "total": coverages.count(),
        "photos": photos_of(stories),
    } | family_of(event)


def family_of(event) -> dict:
    """The events within it; the one that it is part of, with all events within that. By day, each with its stories."""
    public = Event.objects.published().order_by(F("first_day").asc(nulls_last=True), "pk")
    whole = public.filter(pk=event.part_of_id).first()
    within = list(public.filter(part_of=event)[:FAMILY])
    siblings = list(public.filter(part_of=whole)[:FAMILY]) if whole else []
    count_stories(within + siblings)
    return {"whole": whole, "parts": within, "siblings": siblings if len(siblings) > 1 else []}


def count_stories(events):
    """Give each `count`, its public stories."""
    rows = Coverage.objects.published().filter(event__in=events).values("event").order_by()
    counts = dict(rows.annotate(count=Count("pk")).values_list("event", "count"))
    for event in events:
        event.count = counts.get(event.pk, 0)


def coverage_of(coverages) -> list[Article]:
    """The stories in the order in which they came out."""
    keys = list(coverages.values_list("article", flat=True)[:STORIES])
    stories = Article.objects.published().filter(pk__in=keys).with_beginnings()
    return set_names(stories.order_by("public_from", "pk"))


def photos_of(stories) -> list[PhotoUse]:
    """The pictures in the stories, each once."""
    uses: dict[int, PhotoUse] = {}
    for story in stories:
        for use in story.pictures:
            use.story_url = story.get_absolute_url()
            uses.setdefault(use.photo_id, use)
    return list(uses.values())[:PHOTOS]


@dataclass
class Row:
    """Somebody at an event, with all the roles in which they were there."""

    person: Person | None = None
    organization: Organization | None = None
    title: str = ""
    roles: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def person_id(self):
        return self.person and self.person.pk

    @property
    def organization_id(self):
        return self.organization and self.organization.pk

    @property
    def name(self) -> str:
        return self.person.name if self.person else str(self.organization)


def organizers_of(event) -> list[Row]:
    return [Row(organization=organization) for organization in event.organizers.nameable()]


def participants_of(event) -> list[Row]:
    """In protocol order, each once: as the desk numbered them, then role by role in the house's order, in a role by rank."""
    day = event.first_day or timezone.localdate()
    held = Membership.objects.with_posts()
    # asked of these few alone: of all persons on record it grows with the archive
    persons, organizations = (
        model.objects.filter(participations__event=event).known_only_from_drafts()
        for model in (Person, Organization)
    )
    rows = not_hidden(
        event.participations.exclude(person__in=persons)
        .exclude(organization__in=organizations)
        .with_people()
        .prefetch_related(Prefetch("person__memberships", held))
    )
    seats: dict = {}
    for row in sorted(rows, key=lambda row: protocol(row, day)):
        seat = seats.setdefault(
            (row.person_id, row.organization_id), Row(row.person, row.organization)
        )
        seat.roles.append(row.get_role_display())
        seat.title = seat.title or row.title
    return list(seats.values())


def protocol(row, day) -> tuple:
    place = Participation.Role.values.index(row.role)
    return (row.order, place, *rank_of(row.person, day), row.pk)


def rank_of(person, day) -> tuple[int, int]:
    """The rank of what they hold on the day; those without stand last."""
    first = person.held_on(day)[:1] if person else []
    return first[0].rank_key()[:2] if first else UNRANKED


def by_role(rows: list[Row]) -> list[dict]:
    """Neighbours with the same roles under one heading, so that each role is said once."""
    groups: list[dict] = []
    for row in rows:
        if not groups or groups[-1]["roles"] != row.roles:
            groups.append({"roles": row.roles, "rows": []})
        groups[-1]["rows"].append(row)
    return groups
