"""What a list's stories are about, with how many of each: every choice is a link that narrows the list."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone

from articles.freshness import Freshness
from articles.lists.filters import StoryFilter, shown, written
from articles.lists.finding import Stories
from articles.lists.paging import COUNTED
from articles.lists.selection import FILTERS, pairs
from newsdesk.pages_kept import RedisError

OFFERED = 10  # of each kind
PERIODS, YEAR = 24, len("2024")  # the newest years, or the months of one
OWN = {"person", "event", "section"}
OPEN = {"person", "event"}
OF_PEOPLE = {"person", "reporter"}  # officials among them stand by rank


@dataclass(frozen=True)
class Choice:
    name: str
    url: str
    count: int


@dataclass(frozen=True)
class Facet:
    label: str
    choices: list[Choice]
    is_open: bool  # the others open at a press


@dataclass(frozen=True)
class Narrowing:
    count: str  # how many stories the list has
    among: int  # the newest so many were counted; 0: all
    facets: list[Facet]
    shown: str = ""  # all that stands beside the list, as HTML


def narrowing(chosen: StoryFilter, stories: Stories, fresh: Freshness | None = None) -> Narrowing:
    """How many stories there are, and the facets; worked out once for each state of the content.

    `fresh` is the state for which the page is made, where that is known.
    """
    fresh = fresh or Freshness.read()
    address = sha256(chosen.address().encode()).hexdigest()  # words can be longer than a key may be
    key = f"facets:{fresh.generation}:{address}"
    found = None
    with suppress(RedisError):  # without it they are worked out each time
        found = cache.get(key)
    if found is None:
        found = worked_out(chosen, stories)
        found = replace(found, shown=render_to_string("articles/_narrow.html", {"narrow": found}))
        with suppress(RedisError):
            cache.set(key, found, max(1, fresh.until - timezone.now().timestamp()))
    return found


def worked_out(chosen, stories) -> Narrowing:
    """Of a long list only the newest are counted: each choice in the whole took seconds in a large archive."""
    places = stories.places(COUNTED + 1)
    is_long = len(places) > COUNTED
    names = [name for name in FILTERS if name in chosen.fields and is_open_to(chosen, name)]
    if is_long:  # the newest stories tell nothing of the years; the archive does
        names = [name for name in names if name != "date"]
    counts = counts_of(chosen, names, places[:COUNTED])
    found = [facet(chosen, name, counts[name]) for name in names if counts[name]]
    return Narrowing(
        count=total(chosen, stories) if is_long else str(len(places)),
        among=COUNTED if is_long else 0,
        facets=[each for each in found if each.choices],
    )


def is_open_to(chosen, name) -> bool:
    """What is chosen is offered no more; but of a year, its months."""
    value = chosen.values.get(name, "")
    return not value or (name == "date" and len(value) == YEAR)


def total(chosen, stories) -> str:
    """Of a person, an event, a section the exact number, which one index tells; else that there are many."""
    own = chosen.fixed | chosen.values
    return str(stories.count()) if len(own) == 1 and own.keys() <= OWN else f"{COUNTED}+"


def counts_of(chosen, names, places) -> dict[str, dict]:
    """By name of the filter: how many of these stories share each key; of the likeliest choices."""
    keys = [place.pk for place in places]
    counters = {
        name: Counter(key for key, _story in pairs(name, keys)) for name in names if name != "date"
    }
    found = {name: dict(counter.most_common(OFFERED)) for name, counter in counters.items()}
    return found | {"date": periods(places, "%Y-%m" if "date" in chosen.values else "%Y")}


def periods(places, form: str) -> Counter:
    return Counter(timezone.localtime(place.public_from).strftime(form) for place in places)


def facet(chosen, name, counts) -> Facet:
    if name == "date":
        rows = [(key, key) for key in sorted(counts, reverse=True)][:PERIODS]
    else:
        rows = [(row.pk, row) for row in in_order(chosen.fields[name].records(), name, counts)]
    choices = [
        Choice(shown(name, row), chosen.address(**{name: written(row)}), counts[key])
        for key, row in rows
    ]
    return Facet(str(chosen.fields[name].label), choices, is_open=name in OPEN)


def in_order(records, name, counts) -> list:
    """Only what readers may see. Officials by rank, never by how often; others by how often."""
    records = records.filter(pk__in=counts)
    rows = list(records.by_rank(timezone.localdate()) if name in OF_PEOPLE else records)
    officials = [row for row in rows if getattr(row, "rank", None) is not None]
    others = [row for row in rows if row not in officials]
    if name == "post":
        return sorted(rows, key=lambda row: (row.rank, row.pk))
    return officials + sorted(others, key=lambda row: -counts[row.pk])
