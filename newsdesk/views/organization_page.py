"""What stands on an organization's page: its place among others, who holds its posts now and held them, what it did."""

from django.db.models import Q
from django.utils import timezone

from articles.lists.finding import Stories
from articles.models import Event
from articles.public.showing import set_names
from newsdesk.dates import Certainty
from people.models import Membership, Organization, Person

STORIES, EVENTS = 20, 12
DEEP, PARTS = 5, 200  # of the tree of its parts
HOLDERS = 300


def parts(organization) -> dict:
    public = Organization.objects.published()
    stories = Stories(organization=organization)
    events = list(Event.objects.published().filter(organizers=organization)[:EVENTS])
    return {
        "organization": organization,
        "above": above(organization, public),
        "successor": public.filter(pk=organization.successor_id).first(),
        "predecessors": public.filter(successor=organization),
        "children": tree(organization, public),
        "honours": organization.honours.standing().select_related("award"),
        "events": events,
        "more_events": len(events) == EVENTS,
        "stories": set_names(stories.newest(STORIES).with_beginnings()),
        "total": stories.count(),
    } | holders(organization)


def above(organization, public) -> list[Organization]:
    """What it is part of, the highest first; it ends below one that readers may not see."""
    keys = organization.above()
    known = public.in_bulk(keys)
    chain = []
    for key in keys:
        if key not in known:
            break
        chain.append(known[key])
    return chain[::-1]


def tree(organization, public) -> list[Organization]:
    """Its parts, each with its own in `parts`: one query for each level, as many as may stand on a page."""
    level = top = list(public.filter(parent=organization)[:PARTS])
    left = PARTS - len(top)
    for _depth in range(DEEP - 1):
        by_key = {each.pk: each for each in level}
        for each in level:
            each.parts = []
        level = list(public.filter(parent__in=by_key)[:left]) if by_key and left else []
        for each in level:
            by_key[each.parent_id].parts.append(each)
        left -= len(level)
    return top


def holders(organization) -> dict:
    """Who holds its posts today, by rank, and who held each before; only persons whose career is public."""
    today = timezone.localdate()
    rows = list(memberships(organization)[:HOLDERS])
    for row in rows:
        certainty = Certainty.NO if row.person.died else row.on(today)
        row.uncertain = certainty == Certainty.POSSIBLY
        row.past = certainty == Certainty.NO
    before: dict[str, list] = {}
    for row in sorted(rows, key=lambda row: row.start_first, reverse=True):
        if row.past:
            before.setdefault(row.label, []).append(row)
    order = dict.fromkeys(row.label for row in rows if row.past)
    return {
        "memberships": [row for row in rows if not row.past],
        "former": [{"label": label, "rows": before[label]} for label in order],
    }


def memberships(organization):
    persons = Person.objects.published().filter(visibility=Person.Visibility.FULL)
    inside = Q(post__organization=organization) | Q(organization=organization)
    rows = Membership.objects.filter(inside, person__in=persons)
    return rows.select_related("person").with_posts().by_rank()
