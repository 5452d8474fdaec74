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
    count: int  # exact to COUNTED

    @property
    def number(self) -> str:
        return in_words(self.count)


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
    """The newest stories tell what is offered; of a long list each choice is then counted in the whole.

    Not where words are looked for: that takes seconds in a large archive, and few ask for the same words.
    """
    places = stories.places(COUNTED + 1)
    is_long, has_words = len(places) > COUNTED, "q" in chosen.values
    names = [name for name in FILTERS if name in chosen.fields and is_open_to(chosen, name)]
    if is_long and has_words:  # the newest stories tell nothing of the years; the archive does
        names.remove("date")
    likely = counts_of(chosen, names, places[:COUNTED])
    found = [facet(chosen, name, likely[name], is_long and not has_words) for name in names]
    return Narrowing(
        count=total(chosen, stories) if is_long else str(len(places)),
        among=COUNTED if is_long and has_words else 0,
        facets=[each for each in found if each.choices],
    )


def is_open_to(chosen, name) -> bool:
    """What is chosen is offered no more; but of a year, its months."""
    value = chosen.values.get(name, "")
    return not value or (name == "date" and len(value) == YEAR)


def total(chosen, stories) -> str:
    """Of a person, an event, a section the exact number, which one index tells; else that there are many."""
    own = chosen.fixed | chosen.values
    is_exact = len(own) == 1 and own.keys() <= OWN
    return str(stories.count()) if is_exact else in_words(COUNTED + 1)


def in_words(count: int) -> str:
    return str(count) if count <= COUNTED else f"{COUNTED}+"


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


def facet(chosen, name, likely: dict, is_long: bool) -> Facet:
    """`likely`: how many of the newest stories each key is in; of a long list they only tell what to count."""
    if name == "date":
        values = periods_of(chosen) if is_long else sorted(likely, reverse=True)[:PERIODS]
    else:
        values = in_order(chosen.fields[name].records(), name, likely)
    counts = [
        count_with(chosen, name, value) if is_long else likely[getattr(value, "pk", value)]
        for value in values
    ]
    choices = [
        Choice(shown(name, value), chosen.address(**{name: written(value)}), count)
        for value, count in zip(values, counts, strict=True)
        if count
    ]
    return Facet(str(chosen.fields[name].label), choices, is_open=name in OPEN)


def count_with(chosen, name, value) -> int:
    """Of the list with one filter more; beyond COUNTED nobody counts on."""
    return Stories(**chosen.fixed | chosen.values | {name: value}).count(COUNTED + 1)


def periods_of(chosen) -> list[str]:
    """The months of the year that is chosen, else the last years; newest first."""
    if year := chosen.values.get("date"):
        return [f"{year}-{month:02d}" for month in range(12, 0, -1)]
    this = timezone.localdate().year
    return [str(year) for year in range(this, this - PERIODS, -1)]


def in_order(records, name, counts) -> list:
    """Only what readers may see. Officials by rank, never by how often; others by how often."""
    records = records.filter(pk__in=counts)
    rows = list(records.by_rank(timezone.localdate()) if name in OF_PEOPLE else records)
    officials = [row for row in rows if getattr(row, "rank", None) is not None]
    others = [row for row in rows if row not in officials]
    if name == "post":
        return sorted(rows, key=lambda row: (row.rank, row.pk))
    return officials + sorted(others, key=lambda row: -counts[row.pk])
