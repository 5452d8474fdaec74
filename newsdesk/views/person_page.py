"""What stands on a person's page, as far as the person's setting lets readers see it.

Nothing here grows with the number of stories: what is listed is read off an index, newest first, and ends somewhere.
"""

from itertools import islice

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import pgettext

from articles.lists.counting import counted, number_within
from articles.lists.rows import titled
from articles.lists.selection import OF_SHOWN
from articles.models import Article, Byline, Credit, Event, Mention, Participation, PhotoUse
from newsdesk.dates import Certainty, bounds, in_words
from newsdesk.prepared import prepared
from people.models import Honour, Membership, Person

STORIES, WRITTEN, PHOTOS, EVENTS, TITLES = 30, 20, 12, 12, 8
AMONG, COMPANIONS = 200, 16  # the newest stories in which those are looked for who appear too
LOOKED_AT = 200  # rows that may say the same several times


def parts(person) -> dict:
    now = timezone.now()
    years, posts = years_of(person, now), career(person)
    titles = dict(newest_mentions(AMONG, person=person.pk, now=now))
    return {
        "person": person,
        "names": [person.name],
        "other_names": person.other_names.all() if person.shows_career else [],
        "titles": [] if posts["now"] else titles_printed(person, now),
        "honours": honours_of(person=person.pk),
        "participations": events_of(person),
        "total": sum(years.values()),
        "years": by_year(years, dict(islice(titles.items(), STORIES)), now),
        "companions": companions(person, titles, now),
        "among": AMONG,
    } | (posts | work(person, now))


@prepared
def posts_of(*, person, now):
    return Membership.objects.filter(person=person).nameable(now).with_posts().by_rank()


@prepared
def honours_of(*, person):
    return Honour.objects.filter(person=person).standing().select_related("award")


def career(person) -> dict:
    """Posts now and all posts, newest first; nothing where the career is not public."""
    if not person.shows_career:
        return {"now": [], "career": []}
    today = timezone.localdate()
    rows = posts_of(person=person.pk, now=timezone.now())
    for row in rows:
        certainty = Certainty.NO if person.died else row.on(today)
        row.uncertain = certainty == Certainty.POSSIBLY
        row.past = certainty == Certainty.NO
    return {
        "now": [row for row in rows if not row.past],
        "career": sorted(rows, key=lambda row: row.start_first, reverse=True),
    }


def mentions_of(person, now):
    return Mention.objects.published(now).filter(person=person)


@prepared
def printed(*, person, now):
    rows = mentions_of(person, now).exclude(title="").order_by("-public_from", "-article_id")
    return rows.values_list("title", "public_from")[:LOOKED_AT]


def titles_printed(person, now) -> list[dict]:
    """As the newest published stories gave them, each once, with the day it was last printed."""
    newest: dict = {}
    for title, moment in printed(person=person.pk, now=now):
        newest.setdefault(title, moment)
    return [{"title": title, "seen": moment} for title, moment in newest.items()][:TITLES]


@prepared
def oldest_mention(*, person, now):
    moments = mentions_of(person, now).order_by("public_from")
    return moments.values_list("public_from", flat=True)[:1]


@prepared
def mentions_within(*, person, now, **span):
    return number_within(mentions_of(person, now), **span)


def years_of(person, now) -> dict[int, int]:
    """The years with stories, newest first, and how many each has."""
    for oldest in oldest_mention(person=person.pk, now=now):
        years = range(timezone.localdate().year, timezone.localtime(oldest).year - 1, -1)
        spans = {year: bounds(str(year)) for year in years}
        return counted(mentions_within, spans, person=person.pk, now=now)
    return {}


@prepared
def newest_mentions(many, *, person, now):
    rows = mentions_of(person, now).order_by("-public_from", "-article")
    return rows.values_list("article", "title")[:many]


def by_year(years: dict[int, int], titles: dict[int, str], now) -> list[dict]:
    """The newest stories, with the titles then, under their years; further years have only their number."""
    listed = {year: [] for year in years}
    for story in titled(keys=titles, now=now):
        story.title_then = titles[story.pk]
        listed[timezone.localtime(story.public_from).year].append(story)
    return [
        {
            "year": year,
            "count": count,
            "name": in_words(str(year)),
            "count_in_words": stories_in_words(count),
            "stories": listed[year],
        }
        for year, count in years.items()
    ]


def stories_in_words(count: int) -> str:
    """12篇"""
    return pgettext("short", "%(count)s stories") % {"count": count}


@prepared
def named_with(*, person, stories, now):
    """(key, in how many of these stories), those in most first."""
    others = Mention.objects.published(now).filter(article__in=stories)
    rows = others.filter(OF_SHOWN).exclude(person=person).values("person")
    often = rows.annotate(count=Count("pk")).order_by("-count", "person")
    return often.values_list("person", "count")[:COMPANIONS]


@prepared
def in_rank(*, persons, day):
    return Person.objects.filter(pk__in=persons).by_rank(day)


def companions(person, stories, now) -> list[Person]:
    """Who else stands in these stories, each with `count`: officials by rank, then the others by how often."""
    counts = dict(named_with(person=person.pk, stories=stories, now=now))
    persons = in_rank(persons=counts, day=timezone.localdate())
    for each in persons:
        each.count = counts[each.pk]
        each.count_in_words = stories_in_words(each.count)
    officials = [each for each in persons if each.rank is not None]
    others = sorted((each for each in persons if each.rank is None), key=lambda each: -each.count)
    return officials + others


@prepared
def newest_events(*, person, now):
    return Event.objects.published(now).with_participant(person)[:EVENTS]


@prepared
def roles_at(*, person, events):
    rows = Participation.objects.filter(person=person, event__in=events)
    return rows.order_by("order", "pk")


def events_of(person) -> dict:
    """The newest public events with the roles in which the person was there; how many there are."""
    newest = newest_events(person=person.pk, now=timezone.now())
    roles: dict[int, list[str]] = {}
    for row in roles_at(person=person.pk, events=[event.pk for event in newest]):
        roles.setdefault(row.event_id, []).append(row.get_role_display())
    rows = [{"event": event, "roles": roles[event.pk]} for event in newest]
    return {"rows": rows, "more": len(newest) == EVENTS}


def work(person, now) -> dict:
    """What a reporter wrote and photographed, with how much there is of both."""
    stories, pictures = written(person, now), newest_credits(person=person.pk, now=now)
    bylines = Byline.objects.published(now).filter(person=person).values("article")
    credits = Credit.objects.published(now).filter(person=person).values("photo_use")
    return {
        "written": stories,
        "written_total": bylines.distinct().count() if stories else 0,
        "photos": photographs(pictures),
        "photos_total": credits.distinct().count() if pictures else 0,
    }


@prepared
def newest_bylines(*, person, now):
    rows = Byline.objects.published(now).filter(person=person).order_by("-public_from", "-article")
    return rows.values_list("article", flat=True)[: 2 * WRITTEN]


def written(person, now) -> list[Article]:
    keys = list(dict.fromkeys(newest_bylines(person=person.pk, now=now)))[:WRITTEN]
    return titled(keys=keys, now=now)


@prepared
def newest_credits(*, person, now):
    rows = Credit.objects.published(now).filter(person=person)
    rows = rows.order_by("-public_from", "-photo_use").values_list("photo_use", flat=True)
    return rows[: 2 * PHOTOS]


def photographs(credited) -> list[PhotoUse]:
    """The newest pictures that we have; of each the use in its story."""
    keys = list(dict.fromkeys(credited))
    if not keys:
        return []
    uses = PhotoUse.objects.with_pictures().filter(pk__in=keys).select_related("article")
    return sorted(uses, key=lambda use: keys.index(use.pk))[:PHOTOS]
