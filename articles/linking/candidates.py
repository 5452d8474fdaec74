"""Whom and what a proposal may mean, with enough of each to tell namesakes apart; for the story's form."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from articles.linking.known import KnownPeople, Match
from articles.linking.known_events import KnownEvents
from articles.models import Event
from newsdesk import dates
from newsdesk.dates import Certainty
from people.likeness import WORDS, persons_like
from people.models import Person


def counts(model, relation, keys) -> dict[int, int]:
    """How many stories are tied to each of these records."""
    confirmed = Count(relation, filter=Q(**{f"{relation}__confirmed": True}))
    rows = model.objects.filter(pk__in=keys).annotate(stories=confirmed).order_by()
    return dict(rows.values_list("pk", "stories"))


class Persons:
    """For these printed names and titles on a day: whom they may mean. The queries do not grow with them."""

    def __init__(self, names, day):
        names = list(names)
        self.day, self.known, self.like = day, KnownPeople(names), persons_like(names)
        keys = {person.pk for persons in self.like.values() for person in persons}
        self.stories = counts(Person, "mentions", keys)

    def match(self, name, title) -> Match:
        return self.known.match(name, title, self.day)

    def of(self, name) -> list[dict]:
        return [self.described(person) for person in self.like.get(name, ())]

    def described(self, person) -> dict:
        held = person.held_on(self.day)
        certain = all(row.on(self.day) == Certainty.CERTAINLY for row in held)
        return {
            "id": person.pk,
            "text": str(person),
            "title": person.title_on(self.day),
            "uncertain": "" if certain else _("uncertain"),
            "like": "" if person.like == "same" else str(WORDS[person.like]),
            "stories": _("%d stories") % self.stories.get(person.pk, 0),
        }


class Events:
    def __init__(self, named):
        named = list(named)
        self.known = KnownEvents(named)
        self.like = {pair: self.known.like(*pair) for pair in named}
        keys = {event.pk for events in self.like.values() for event in events}
        self.stories = counts(Event, "coverages", keys)

    def of(self, name, day) -> list[dict]:
        return [self.described(event) for event in self.like.get((name, day), ())]

    def described(self, event) -> dict:
        when = "—".join(filter(None, [dates.in_words(event.start), dates.in_words(event.end)]))
        return {
            "id": event.pk,
            "text": str(event),
            "title": " ".join(filter(None, [when, event.venue])),
            "uncertain": "",
            "like": "",
            "stories": _("%d stories") % self.stories.get(event.pk, 0),
        }
