"""Proposed persons and events of stories: what is certain is confirmed at once, the rest one by one."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.history import versions
from articles.linking.known import KnownPeople, Match, memberships_meant
from articles.linking.known_events import KnownEvents
from articles.models import Article, Coverage, Event, Mention
from people.likeness import persons_like
from people.models import Person

KINDS = (
    ("专项行动|系列活动", Event.Kind.CAMPAIGN),
    ("启动", Event.Kind.LAUNCH),
    ("宣讲|讲座|报告会|大讲堂", Event.Kind.LECTURE),
    ("竞赛|比赛|大赛|决赛|运动会", Event.Kind.COMPETITION),
    ("仪式|颁奖|揭牌|表彰|典礼", Event.Kind.CEREMONY),
    ("调研|走访|慰问|考察|参观|疗休养", Event.Kind.TOUR),
    ("会", Event.Kind.MEETING),
)


class Refused(Exception):
    """Why something was not confirmed, in words."""


@dataclass
class PersonProposal:
    mention: Mention
    match: Match
    like: list[tuple[Person, str]] = field(default_factory=list)  # with the titles of that day

    @property
    def is_exact(self) -> bool:
        return self.match.exact

    @property
    def has_namesake(self) -> bool:
        return any(person.name == self.mention.name for person, _title in self.like)


@dataclass
class EventProposal:
    coverage: Coverage
    event: Event | None
    reason: str
    like: list[Event] = field(default_factory=list)

    @property
    def is_exact(self) -> bool:
        return self.event is not None


def day_of(article) -> date:
    """The day on which the story's titles held."""
    if article.page and article.page.date:
        return article.page.date
    return localdate(article.published_at or article.created)


def proposed_in(articles, model, record):
    """In the order in which they stand in the stories, and these on their page."""
    rows = model.objects.proposed().filter(article__in=articles)
    rows = rows.select_related("article__page", record)
    return rows.order_by("article__page_order", "article", "order", "pk")


def person_proposals(articles) -> list[PersonProposal]:
    mentions = proposed_in(articles, Mention, "person")
    people = KnownPeople(mention.name for mention in mentions)
    like = persons_like({mention.name for mention in mentions})
    return [
        PersonProposal(
            mention,
            people.match(mention.name, mention.title, day_of(mention.article)),
            [
                (person, person.title_on(day_of(mention.article)))
                for person in like.get(mention.name, [])
            ],
        )
        for mention in mentions
    ]


def event_proposals(articles) -> list[EventProposal]:
    coverages = proposed_in(articles, Coverage, "event")
    known = KnownEvents((each.name, each.date) for each in coverages)
    return [
        EventProposal(each, *known.of(each.name, each.date), known.like(each.name, each.date))
        for each in coverages
    ]


def undecided(articles) -> int:
    """How many persons and events are proposed."""
    return sum(
        model.objects.proposed().filter(article__in=articles).count()
        for model in (Mention, Coverage)
    )


@transaction.atomic
def confirm_exact(articles) -> int:
    """全部确认: whatever matches a known name and title, or name and date, exactly."""
    done = 0
    for proposal in person_proposals(articles):
        if proposal.is_exact and not _is_taken(proposal.mention, "person", proposal.match.person):
            confirm_person(proposal.mention, proposal.match.person)
            done += 1
    for proposal in event_proposals(articles):
        if proposal.is_exact and not _is_taken(proposal.coverage, "event", proposal.event):
            confirm_event(proposal.coverage, proposal.event)
            done += 1
    return done


@transaction.atomic
def confirm_person(mention, person):
    lock_story(mention)
    refuse_twice(mention, "person", person)
    mention.person, mention.confirmed = person, True
    mention.save()
    meant = memberships_meant(person, mention.title, day_of(mention.article))
    mention.memberships.set(meant or [])
    mention.article.note_links_decided()


@transaction.atomic
def confirm_event(coverage, event):
    lock_story(coverage)
    refuse_twice(coverage, "event", event)
    coverage.event, coverage.confirmed = event, True
    coverage.save()
    coverage.article.note_links_decided()


def confirmed_in(articles) -> list[tuple]:
    """(row, memberships meant) of what an editor has decided about the drafts that give way to another."""
    links = [(model, {"article__in": articles}) for model in (Mention, Coverage)]
    rows = [row for model, of in links for row in model.objects.confirmed().filter(**of)]
    return [
        (row, list(row.memberships.all()) if hasattr(row, "memberships") else []) for row in rows
    ]


def confirm_again(decided, article, user):
    with versions.keeping([article], by=user):
        for row, memberships in decided:
            record = getattr(row, row.target)
            rows = type(row).objects.filter(article=article)
            twin = rows.proposed().filter(name=row.name).first()
            if not twin or rows.filter(**{row.target: record}).exclude(pk=twin.pk).exists():
                continue
            setattr(twin, row.target, record)
            twin.confirmed = True
            twin.save()
            if memberships:
                twin.memberships.set(memberships)


def lock_story(link):
    """The story as it is now, and held until the end: it may be approved at this very moment."""
    link.article = Article.objects.select_for_update(of=("self",)).get(pk=link.article_id)


def refuse_twice(link, target, value):
    if _is_taken(link, target, value):
        raise Refused(
            _("%(who)s stands in “%(article)s” already. Dismiss the second row.")
            % {"who": value, "article": link.article}
        )


def _is_taken(link, target, value) -> bool:
    rows = type(link).objects.filter(article=link.article, **{target: value})
    return rows.exclude(pk=link.pk).exists()


def kind_of(name) -> str:
    """What the name of an event sounds like; only to fill in the form."""
    return next((kind for words, kind in KINDS if re.search(words, name)), Event.Kind.OTHER)


def create_person(name, note="") -> Person:
    """A namesake needs a note that tells the two apart."""
    if not note and Person.objects.named(name).exists():
        raise Refused(
            _("%(name)s is the name of somebody known. Write a note that tells the two apart.")
            % {"name": name}
        )
    return Person.objects.create(name=name, note=note)


def create_event(name, start, kind) -> Event:
    start = Event._meta.get_field("start").clean(start, None)
    event = Event(name=name, start=start, kind=kind)
    event.full_clean()
    event.save()
    return event
