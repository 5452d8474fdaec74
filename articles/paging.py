"""Pages of a list: by number to the fiftieth, beyond it by the place of the last story seen."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

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

    def older(self) -> Q:
        return Q(public_from__lt=self.public_from) | Q(public_from=self.public_from, pk__lt=self.pk)


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


def page_of(stories, number: int = 1, before: Place | None = None) -> Page:
    """One page of stories in the order newest first."""
    if before:
        stories, number, first = stories.filter(before.older()), 0, 0
    else:
        first = (number - 1) * PER_PAGE
    rows = list(stories[first : first + PER_PAGE + 1])
    page = Page(rows[:PER_PAGE], number, more=len(rows) > PER_PAGE, at_start=number == 1)
    if page.more:
        last = page.rows[-1]
        by_place = not 0 < number < LAST_PAGE
        page.older = (
            {"before": str(Place(last.public_from, last.pk))} if by_place else {"page": number + 1}
        )
    return page


def count_words(stories) -> str:
    """How many there are: exact to a thousand, then “1000+”."""
    number = stories[: COUNTED + 1].count()
    return f"{COUNTED}+" if number > COUNTED else str(number)
