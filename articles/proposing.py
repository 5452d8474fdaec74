"""A story written at the desk is read for its persons and events, as a printed page is."""

from dataclasses import dataclass

from django.db import transaction

from articles.accepting import propose_events, propose_people
from articles.confirming import day_of
from articles.intake.events import propose
from articles.intake.people import told_of
from articles.known import KnownPeople
from articles.reading_store import known_people


@dataclass
class Told:
    people: list
    events: list


@transaction.atomic
def propose_from_text(article) -> int:
    """Propose whom and what the text names and the story does not list yet; how many."""
    day = day_of(article)
    told = read_text(article, day)
    mentioned = set(article.mentions.values_list("name", flat=True))
    covered = set(article.coverages.values_list("name", flat=True))
    told.people = [each for each in told.people if each.name not in mentioned]
    told.events = [each for each in told.events if each.name not in covered]
    propose_people(article, told, KnownPeople(each.name for each in told.people), day)
    propose_events(article, told)
    return len(told.people) + len(told.events)


def read_text(article, day) -> Told:
    paragraphs = [line for line in article.plain_text.split("\n") if line.strip()]
    headlines = [article.kicker, article.headline, article.subheadline]
    captions = list(article.photo_uses.values_list("caption", flat=True))
    writers = set(article.bylines.values_list("name", flat=True))
    people = told_of(
        paragraphs,
        headlines=headlines,
        captions=captions,
        writers=writers,
        directory=known_people(day),
    )
    return Told(people, propose(headlines, paragraphs, page_date=day, captions=captions))
