"""Finding stories by the index of the rows that tie fewest of them: as cheap in an archive of decades as in a new one.

Why it is done like this, and what it costs: docs/lists.md.
"""

from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from articles.lists.paging import Place
from articles.lists.selection import TIES, Ties, moments, tied
from articles.models import Article
from articles.models.finding_words import EVERYWHERE
from newsdesk.prepared import prepared

FEW, MANY = 1000, 5000  # so few are looked up one by one; so many are not counted to the end


class Stories:
    """The published stories that fit all of these: words, a date, and what they are tied to."""

    def __init__(
        self, *, q="", date="", any_of: list[Ties] = (), where: str = EVERYWHERE, **targets
    ):
        first, last = moments(date) if date else (None, None)
        self.where = where  # in the story the words stand
        self.words, self.first = q, first
        self.until = min(filter(None, (timezone.now(), last)))
        self.keys = {name: getattr(targets[name], "pk", None) for name in TIES if name in targets}
        self.ties = {name: ties(targets[name]) for name, ties in TIES.items() if name in targets}
        if any_of:
            self.ties["any_of"] = list(any_of)
        self.without: list[int] = []  # stories that stand elsewhere on the page

    @property
    def since(self) -> Q:
        return Q(public_from__gte=self.first) if self.first else Q()

    def all(self):
        """As a condition on articles, for what is no list newest first."""
        stories = Article.objects.published(self.until).filter(self.since)
        stories = stories.search(self.words) if self.words else stories
        for ties in self.ties.values():
            stories = stories.filter(tied(ties))
        return stories

    def newest(self, many: int, *, first: int = 0, before: Place | None = None):
        """So many from the first-th on, as articles."""
        return self.of(self.places(many, first=first, before=before))

    def of(self, places: list[Place]):
        return (
            Article.objects.published().filter(pk__in=[place.pk for place in places]).newest_first()
        )

    def places(self, many: int, *, first: int = 0, before: Place | None = None) -> list[Place]:
        """Where these stand, newest first: read off an index, without the stories themselves."""
        last = first + many
        if len(self.led_by) == 1:
            return [Place(*row) for row in self._rows(0, first, last, before)]
        numbers = range(len(self.led_by))
        rows = {row for number in numbers for row in self._rows(number, 0, last, before)}
        return [Place(*row) for row in sorted(rows, reverse=True)[first:last]]

    def _rows(self, number: int, first: int, last: int, before: Place | None) -> list[tuple]:
        """Of the index of one kind of the leading rows; what is asked for by records alone is written once."""
        if self.words or self.keys.keys() != self.ties.keys():
            return list(self._index(self.led_by[number], last, before)[first:last])
        leading = next((name for name, ties in self.ties.items() if ties is self.led_by), None)
        place, key = (before.public_from, before.pk) if before else (None, None)
        until = min(self.until, place) if place else self.until
        moments = {"until": until, "since": self.first, "place": place, "key": key}
        return walked(leading, number, first, last, **moments, without=self.without, **self.keys)

    def count(self, most: int | None = None) -> int:
        """How many there are, or so many where there are more."""
        first, *others = (
            self._index(ties, 0).order_by().values_list(ties.story) for ties in self.led_by
        )
        return (first.union(*others) if others else first)[:most].count()

    def _index(self, ties: Ties, many: int, before: Place | None = None):
        """The rows' own index gives place after place; what else is asked of a story is asked of each.

        So many of them will be read; 0: as many as are counted, in no order.
        """
        until = min(self.until, before.public_from) if before else self.until
        rows = ties.rows(until).filter(self.since, before.older(ties.story) if before else Q())
        if self.words:
            asked = {"words": self.words, "where": self.where}
            rows = rows.search(rows=many, **asked) if many else rows.search_in_no_order(**asked)
        for other in self.ties.values():
            if other is not self.led_by:
                rows = rows.filter(tied(other, ties.story))
        rows = rows.exclude(**{f"{ties.story}__in": self.without}) if self.without else rows
        rows = rows if ties.once else rows.distinct()
        columns = ("public_from", ties.story)
        return rows.order_by(*(f"-{name}" for name in columns)).values_list(*columns)

    @cached_property
    def led_by(self) -> list[Ties]:
        """The rows whose index is walked: those that tie fewest; what words find is among the articles."""
        if not self.ties:
            return [Ties(Article)]
        if not self.words and len(self.ties) == 1:
            return next(iter(self.ties.values()))
        ties, number = self._fewest
        if not self.words:
            return ties
        return [Ties(Article, Q(pk__in=self._stories_of(ties)) if number <= FEW else Q())]

    @cached_property
    def _fewest(self) -> tuple[list[Ties], int]:
        """The first of which there are few; else, where there are many of each, those of which there are fewest."""
        found = []
        for ties in self.ties.values():
            number = sum(self._keys(each)[:MANY].count() for each in ties)
            found.append((ties, number))
            if number <= FEW:
                break
        return min(found, key=lambda pair: pair[1])

    def _stories_of(self, ties: list[Ties]) -> set[int]:
        return {key for each in ties for key in self._keys(each)}

    def _keys(self, ties: Ties):
        rows = ties.rows(self.until).filter(self.since)
        return rows.order_by().values_list(ties.story, flat=True)


@prepared
def walked(leading, number, first, last, *, until, since, place, key, without, **keys):
    """(public_from, key) from the first-th to the last story: see Stories._index."""
    stories = Stories(**keys)
    stories.until, stories.first, stories.without = until, since, without
    stories.led_by = stories.ties[leading] if leading else [Ties(Article)]
    before = Place(place, key) if place else None
    return stories._index(stories.led_by[number], last, before)[first:last]
