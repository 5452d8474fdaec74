"""Pages of a list: by number to the fiftieth, beyond it by the place of the last story seen."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.lists.rows import stories_of

PER_PAGE = 20
LAST_PAGE = 50
COUNTED = 1000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PLACE = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")


@dataclass(frozen=True)
class Place:
    """Where a story stands in the order newest first; written as microseconds-number."""

    public_from: datetime
    pk: int

    def __str__(self):
        return f"{(self.public_from - _EPOCH) // timedelta(microseconds=1)}-{self.pk}"

    @classmethod
    def read(cls, text: str):
        match = _PLACE.fullmatch(text)
        if not match:
            raise ValidationError(
                _("“%(value)s” is no place in this list."), params={"value": text}, code="malformed"
            )
        return cls(_EPOCH + timedelta(microseconds=int(match[1])), int(match[2]))

    def older(self, key: str = "pk") -> Q:
        """What stands behind it; asked of what is public until then, which an index finds."""
        same_moment = Q(public_from=self.public_from, **{f"{key}__lt": self.pk})
        return Q(public_from__lt=self.public_from) | same_moment


@dataclass
class Page:
    rows: list
    number: int = 0  # 0: reached by place
    more: bool = False
    at_start: bool = False
    older: dict = field(default_factory=dict)  # parameters of the next page, {} at the end

    @property
    def newer(self) -> dict:
        """Parameters of the page before, {} where it has no number."""
        return {"page": self.number - 1} if self.number > 1 else {}

    @property
    def is_beyond(self) -> bool:
        """No such page: beyond the end of the list."""
        return not self.rows and not self.at_start


def page_of(stories, number: int = 1, before: Place | None = None, read=stories_of) -> Page:
    """One page of found stories; `read` gives those with the keys, in their order."""
    first = 0 if before else (number - 1) * PER_PAGE
    places = stories.places(PER_PAGE + 1, first=first, before=before)
    number = 0 if before else number
    rows = read([place.pk for place in places[:PER_PAGE]])
    page = Page(rows, number, more=len(places) > PER_PAGE, at_start=number == 1)
    if page.more:
        by_place = not 0 < number < LAST_PAGE
        page.older = {"before": str(places[PER_PAGE - 1])} if by_place else {"page": number + 1}
    return page
