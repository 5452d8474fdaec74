"""Which stories are about whom, from when, and by whom: conditions, and the rows by whose index they are found."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Coverage,
    Credit,
    Event,
    Mention,
    OrganizationMention,
    TaggedArticle,
)
from newsdesk import dates
from people.models import Award, Honour, Organization, Person, Post

SIGNATURES = (Byline, Credit)
# what the records know of whom readers may not see is no way to their stories
OF_SHOWN = Person.showable("person__")


@dataclass(frozen=True)
class Ties:
    """Rows of one kind that tie stories to something; each holds its story's key and a copy of its public_from.

    `once`: a story has no more than one such row.
    """

    model: type
    which: Q = Q()
    once: bool = True

    @property
    def story(self) -> str:
        """The rows' column with the story's key."""
        return {Article: "pk", TaggedArticle: "content_object_id"}.get(self.model, "article_id")

    def rows(self, at=None):
        return self.model.objects.published(at).filter(self.which)

    def rows_of(self, story: str):
        """Those of the published story whose key stands in that column of the outer query.

        Its moment is asked for with its key: so the index finds the row at once, and PostgreSQL may read two such
        indexes side by side (merge join) in the order of the list.
        """
        same = {"public_from": OuterRef("public_from"), self.story: OuterRef(story)}
        return self.model.objects.filter(self.which, **same).order_by().values(self.story)


def reporters(at=None):
    """Those with a published byline or credit."""
    rows = [
        Exists(model.objects.published(at).filter(person=OuterRef("pk"))) for model in SIGNATURES
    ]
    return Person.objects.published(at).filter(Q(rows[0]) | Q(rows[1]))


def papers(at=None):
    """The papers that published stories are from; a paper need not be named in one."""
    stories = Article.objects.published(at).filter(publication=OuterRef("pk"))
    return Organization.objects.papers().filter(Organization.showable(), Exists(stories))


def posts(at=None):
    """Those that somebody held when a published story named him; only of bodies that may be named."""
    held = Mention.objects.published(at).filter(OF_SHOWN, memberships__post=OuterRef("pk"))
    bodies = Q(organization__isnull=True) | Q(organization__in=Organization.objects.nameable(at))
    return Post.objects.filter(Exists(held), bodies).select_related("organization")


def campaigns(at=None):
    """Public events that public events are part of."""
    public = Event.objects.published(at)
    return public.filter(Exists(public.filter(part_of=OuterRef("pk"))))


def awards(at=None):
    """Those that somebody received whom readers may see, and those that nobody has yet."""
    received = Honour.objects.standing().filter(person__in=Person.objects.published(at))
    return Award.objects.shown(received)


def of_person(person):
    return [Ties(Mention, Q(person=person))]


def of_organization(organization):
    """Stories that name it, and those under its collective byline or credit."""
    return [
        Ties(OrganizationMention, Q(organization=organization)),
        *_signed(organization=organization),
    ]


def of_event(event):
    return [Ties(Coverage, Q(event=event))]


def of_campaign(event):
    """Stories of the event itself and of its parts."""
    return [Ties(Coverage, Q(event=event) | Q(event__part_of=event), once=False)]


def of_post(post):
    """Stories that name somebody as its holder at the time."""
    return [Ties(Mention, OF_SHOWN & Q(memberships__post=post), once=False)]


def of_honour(award):
    """Stories that name somebody who has received it."""
    standing = Q(person__honours__award=award, person__honours__revoked=False)
    return [Ties(Mention, OF_SHOWN & standing, once=False)]


def of_reporter(person):
    return _signed(person=person)


def _signed(**who):
    return [Ties(model, Q(**who), once=False) for model in SIGNATURES]


def of_section(section):
    return [Ties(Article, Q(section=section))]


def of_tag(tag):
    return [Ties(TaggedArticle, Q(tag=tag))]


def of_publication(paper):
    return [Ties(Article, Q(publication=paper))]


def in_date(text: str) -> Q:
    """What came out in a year, a month or on a day, by the clock of the house."""
    first, last = moments(text)
    return Q(public_from__gte=first, public_from__lte=last)


def moments(text: str) -> tuple[datetime, datetime]:
    """The first and the last of a year, a month or a day."""
    days = dates.bounds(text)
    end = midnight(days.last + timedelta(days=1))
    return midnight(days.first), end - timedelta(microseconds=1)


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


# by what ties fewest stories as a rule, so that few are counted; see articles/lists/finding.py
TIES = {
    "event": of_event,
    "person": of_person,
    "campaign": of_campaign,
    "honour": of_honour,
    "post": of_post,
    "organization": of_organization,
    "reporter": of_reporter,
    "tag": of_tag,
    "section": of_section,
    "publication": of_publication,
}
# in the order in which a list says them
FILTERS = (
    "person", "post", "honour", "organization", "event", "campaign", "section", "reporter", "tag",
    "publication", "date",
)  # fmt: skip

# where the rows name what stories share, and which of them count
SHARED = {
    "person": [(Mention, "person", Q())],
    "post": [(Mention, "memberships__post", OF_SHOWN)],
    "honour": [(Mention, "person__honours__award", OF_SHOWN & Q(person__honours__revoked=False))],
    "organization": [(model, "organization", Q()) for model in (OrganizationMention, *SIGNATURES)],
    "event": [(Coverage, "event", Q())],
    "campaign": [
        (Coverage, "event__part_of", Q()),
        (Coverage, "event", Q(event__parts__isnull=False)),
    ],
    "section": [(Article, "section", Q())],
    "reporter": [(model, "person", Q()) for model in SIGNATURES],
    "tag": [(TaggedArticle, "tag", Q())],
    "publication": [(Article, "publication", Q())],
}


def pairs(name: str, stories: list[int]):
    """(key of what is shared, key of the story) for these stories, each once."""
    first, *others = (_pairs(*shared, stories) for shared in SHARED[name])
    return first.union(*others) if others else first.distinct()


def _pairs(model, path, which, stories):
    story = Ties(model).story
    known = {f"{story}__in": stories, f"{path}__isnull": False}
    rows = model.objects.published().filter(which, **known)
    return rows.order_by().values_list(path, story)


def tied(ties: list[Ties], story: str = "pk") -> Q | Exists:
    """Is the story tied by any of these? One question, not several with “or”: that would read them all."""
    if story == "pk" and ties[0].model is Article:
        return ties[0].which
    first, *others = (each.rows_of(story) for each in ties)
    return Exists(first.union(*others, all=True) if others else first)
