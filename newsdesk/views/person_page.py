"""What stands on a person's page, as far as the person's setting lets readers see it.

Nothing here grows with the number of stories: what is listed is read off an index, newest first, and ends somewhere.
"""

from django.db.models import Count
from django.utils import timezone

from articles.lists.counting import counted
from articles.models import Article, Byline, Credit, Event, Mention, PhotoUse
from newsdesk.dates import Certainty, bounds
from people.models import Person

STORIES, WRITTEN, PHOTOS, EVENTS, TITLES = 30, 20, 12, 12, 8
AMONG, COMPANIONS = 200, 16  # the newest stories in which those are looked for who appear too
LOOKED_AT = 200  # rows that may say the same several times


def parts(person) -> dict:
    mentions = person.mentions.published()
    years, posts = years_of(mentions), career(person)
    return {
        "person": person,
        "names": [person.name],
        "other_names": person.other_names.all() if person.shows_career else [],
        "titles": [] if posts["now"] else titles_printed(mentions),
        "honours": person.honours.standing().select_related("award"),
        "participations": events_of(person),
        "total": sum(years.values()),
        "years": by_year(mentions, years),
        "companions": companions(person, mentions),
        "among": AMONG,
    } | (posts | work(person))


def career(person) -> dict:
    """Posts now and all posts, newest first; nothing where the career is not public."""
    if not person.shows_career:
        return {"now": [], "career": []}
    today = timezone.localdate()
    rows = list(person.memberships.nameable().with_posts().by_rank())
    for row in rows:
        certainty = Certainty.NO if person.died else row.on(today)
        row.uncertain = certainty == Certainty.POSSIBLY
        row.past = certainty == Certainty.NO
    return {
        "now": [row for row in rows if not row.past],
        "career": sorted(rows, key=lambda row: row.start_first, reverse=True),
    }


def titles_printed(mentions) -> list[dict]:
    """As the newest published stories gave them, each once, with the day it was last printed."""
    rows = mentions.exclude(title="").order_by("-public_from", "-article")
    newest: dict = {}
    for title, moment in rows.values_list("title", "public_from")[:LOOKED_AT]:
        newest.setdefault(title, moment)
    return [{"title": title, "seen": moment} for title, moment in newest.items()][:TITLES]


def years_of(mentions) -> dict[int, int]:
    """The years with stories, newest first, and how many each has."""
    oldest = mentions.order_by("public_from").values_list("public_from", flat=True).first()
    if not oldest:
        return {}
    years = range(timezone.localdate().year, timezone.localtime(oldest).year - 1, -1)
    return counted(mentions, {year: bounds(str(year)) for year in years})


def by_year(mentions, years: dict[int, int]) -> list[dict]:
    """The newest stories under their years; further years have only their number."""
    rows = mentions.order_by("-public_from", "-article")
    titles = dict(rows.values_list("article", "title")[:STORIES])
    stories = Article.objects.published().filter(pk__in=titles).defer("body", "plain_text")
    listed = {year: [] for year in years}
    for story in stories.newest_first():
        story.title_then = titles[story.pk]
        listed[timezone.localtime(story.public_from).year].append(story)
    return [{"year": year, "count": years[year], "stories": listed[year]} for year in years]


def companions(person, mentions) -> list[Person]:
    """Who else stands in the newest stories, each with `count`: officials by rank, then the others by how often."""
    stories = mentions.order_by("-public_from", "-article").values("article")[:AMONG]
    others = Mention.objects.published().filter(article__in=stories).exclude(person=person)
    rows = others.filter(person__in=Person.objects.filter(Person.showable()))
    often = rows.values("person").annotate(count=Count("pk")).order_by("-count", "person")
    counts = dict(often.values_list("person", "count")[:COMPANIONS])
    persons = list(Person.objects.filter(pk__in=counts).by_rank(timezone.localdate()))
    for each in persons:
        each.count = counts[each.pk]
    officials = [each for each in persons if each.rank is not None]
    others = sorted((each for each in persons if each.rank is None), key=lambda each: -each.count)
    return officials + others


def events_of(person) -> dict:
    """The newest public events with the roles in which the person was there; how many there are."""
    events = Event.objects.published().with_participant(person)
    newest = list(events[:EVENTS])
    roles: dict[int, list[str]] = {}
    for row in person.participations.filter(event__in=newest).order_by("order", "pk"):
        roles.setdefault(row.event_id, []).append(row.get_role_display())
    rows = [{"event": event, "roles": roles[event.pk]} for event in newest]
    return {"rows": rows, "more": len(newest) == EVENTS}


def work(person) -> dict:
    """What a reporter wrote and photographed, with how much there is of both."""
    bylines = Byline.objects.published().filter(person=person)
    credits = Credit.objects.published().filter(person=person)
    stories, photos = written(bylines), photographs(credits)
    return {
        "written": stories,
        "written_total": bylines.values("article").distinct().count() if stories else 0,
        "photos": photos,
        "photos_total": credits.values("photo_use").distinct().count(),
    }


def written(bylines) -> list[Article]:
    newest = bylines.order_by("-public_from", "-article").values_list("article", flat=True)
    keys = list(dict.fromkeys(newest[: 2 * WRITTEN]))[:WRITTEN]
    if not keys:
        return []
    stories = Article.objects.published().filter(pk__in=keys).defer("body", "plain_text")
    return list(stories.newest_first())


def photographs(credits) -> list[PhotoUse]:
    """The newest pictures that we have; of each the use in its story."""
    newest = credits.order_by("-public_from", "-photo_use").values_list("photo_use", flat=True)
    keys = list(dict.fromkeys(newest[: 2 * PHOTOS]))
    if not keys:
        return []
    uses = PhotoUse.objects.with_pictures().filter(pk__in=keys).select_related("article")
    return sorted(uses, key=lambda use: keys.index(use.pk))[:PHOTOS]
