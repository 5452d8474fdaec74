"""A story written at the desk is read for its persons and events, as a printed page is.

What an editor confirmed, typed or took out stays as it is. A proposal that nobody touched (it still has its
reason) follows the text: it goes when the text does not name it any more.
"""

from django.db import transaction

from articles.linking import written
from articles.linking.dismissed import names_removed
from articles.linking.known import KnownPeople
from articles.linking.known_events import KnownEvents
from articles.models import Coverage, Mention
from newsdesk.text import normalise_name


@transaction.atomic
def propose_from_text(article) -> int:
    """Propose whom and what the text names and the story does not list yet; how many are new."""
    text = written.of_article(article)
    told = written.read(text)
    drop_what_is_gone(article, text, told)
    follow_titles(article, text, told)
    people, events = new_people(article, text, told), new_events(article, told)
    known = KnownPeople(each.name for _order, each in people)
    propose_people(article, people, known, text.day)
    propose_events(article, events)
    return len(people) + len(events)


def untouched(rows):
    return rows.proposed().exclude(reason="")


def drop_what_is_gone(article, text, told):
    for rows, found in ((article.mentions, told.people), (article.coverages, told.events)):
        names = {normalise_name(each.name) for each in found}
        for row in untouched(rows):
            if row.name in text.writers or not says(text.text, row.name, names):
                row.delete()


def says(text, name, names) -> bool:
    """Does the text name it, other than within a longer name that was found there?"""
    rest = normalise_name(text)
    for longer in sorted(names - {name}, key=len, reverse=True):
        if name in longer:
            rest = rest.replace(longer, "\n")
    return name in names or normalise_name(name) in rest


def follow_titles(article, text, told):
    """The title of an untouched proposal that the text says otherwise now."""
    titles = {normalise_name(each.name): each.title for each in told.people}
    changed = [
        row
        for row in untouched(article.mentions)
        if row.name in titles and titles[row.name] != row.title and row.title not in text.text
    ]
    known, taken = KnownPeople(row.name for row in changed), persons_of(article)
    for row in changed:
        match = known.match(row.name, titles[row.name], text.day)
        row.title, row.reason = titles[row.name], match.reason
        if match.person and match.person.pk not in taken - {row.person_id}:
            row.person = match.person
            taken.add(match.person.pk)
        row.save()
        row.memberships.set(match.memberships if row.person == match.person else [])


def persons_of(article) -> set[int]:
    return set(article.mentions.exclude(person=None).values_list("person", flat=True))


def new_people(article, text, told) -> list:
    """(place, whom the text tells of): who is listed under another name is not proposed again."""
    listed = set(article.mentions.values_list("name", flat=True)) | names_removed(article)[Mention]
    ordered = [
        pair for pair in enumerate(told.people) if normalise_name(pair[1].name) not in listed
    ]
    known, taken = KnownPeople(each.name for _order, each in ordered), persons_of(article)
    return [
        (order, each)
        for order, each in ordered
        if getattr(known.match(each.name, each.title, text.day).person, "pk", None) not in taken
    ]


def new_events(article, told) -> list:
    """(place, event): a longer or shorter form of a name that is listed is not proposed again."""
    listed = (
        set(article.coverages.values_list("name", flat=True)) | names_removed(article)[Coverage]
    )
    listed |= set(article.coverages.exclude(event=None).values_list("event__name", flat=True))
    return [
        (order, each)
        for order, each in enumerate(told.events)
        if not any(name in each.name or each.name in name for name in listed - {""})
    ]


def propose_people(article, ordered, people, day):
    """`ordered`: (place, whom the text tells of)."""
    taken = {row.person_id for row in article.mentions.all()}
    for order, each in ordered:
        match = people.match(each.name, each.title, day)
        known = match.person if match.person and match.person.pk not in taken else None
        mention = Mention.objects.create(
            article=article,
            name=each.name,
            title=each.title,
            order=order,
            person=known,
            reason=match.reason,
        )
        if known:
            taken.add(known.pk)
            mention.memberships.set(match.memberships)


def propose_events(article, ordered):
    """`ordered`: (place, event that the text tells of)."""
    ordered = list(ordered)
    taken = {row.event_id for row in article.coverages.all()}
    known = KnownEvents((each.name, each.date) for _order, each in ordered)
    for order, each in ordered:
        event, reason = known.of(each.name, each.date)
        event = event if event and event.pk not in taken else None
        taken |= {event.pk} if event else set()
        Coverage.objects.create(
            article=article, name=each.name, date=each.date, order=order, event=event, reason=reason
        )
