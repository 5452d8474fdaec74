"""The persons in a story as they stand beside it: in the house's order, with the title then and, where public, now."""

from django.utils.timezone import localdate, now

from newsdesk.dates import Certainty
from newsdesk.prepared import prepared
from people.models import Membership
from people.models.membership import join_titles


@prepared
def _ranks(*, persons, day):
    held = Membership.objects.as_titles().on(day).filter(person__in=persons).by_rank()
    return held.values_list("person", "post__rank", "order")


@prepared
def _open_careers(*, persons, now):
    rows = Membership.objects.as_titles().nameable(now).with_posts().by_rank()
    return rows.filter(person__in=persons, person__died="")


def by_rank(mentions, article) -> list:
    """Officials in the house's order on the story's day; the others follow as printed."""
    printed = article.page.date if article.page else None
    day = printed or localdate(article.published_at or article.created)
    if len(mentions) < 2:
        return mentions
    persons = [mention.person_id for mention in mentions if mention.person_id]
    ranks = {}
    for person, rank, place in _ranks(persons=persons, day=day):
        ranks.setdefault(person, (rank, place))
    return sorted(mentions, key=lambda mention: _in_order(mention, ranks.get(mention.person_id)))


def _in_order(mention, rank) -> tuple:
    """As Person.objects.by_rank orders them; who holds nothing stays where the story has them."""
    return (0, *rank, mention.person.sort_key, mention.person_id) if rank else (1,)


def set_titles_now(mentions):
    """Give each row `now`: {title, uncertain} of today, where the career is public and says another than was printed."""
    open_to_readers = [row.person_id for row in mentions if row.url and row.person.shows_career]
    held = held_by(open_to_readers)
    for row in mentions:
        row.now = [
            title for title in titles_on(held.get(row.person_id, [])) if title["title"] != row.title
        ]


def held_by(keys: list[int]) -> dict[int, list[Membership]]:
    if not keys:
        return {}
    held: dict[int, list] = {}
    for row in _open_careers(persons=keys, now=now()):
        held.setdefault(row.person_id, []).append(row)
    return held


def titles_on(rows) -> list[dict]:
    """What the rows say of today, first what is certain, then what is possible."""
    today = localdate()
    known = {
        certainty: [row for row in rows if row.on(today) == certainty] for certainty in Certainty
    }
    pairs = ((known[Certainty.CERTAINLY], False), (known[Certainty.POSSIBLY], True))
    return [{"title": join_titles(held), "uncertain": unsure} for held, unsure in pairs if held]
