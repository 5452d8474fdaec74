"""Partial dates: "2021", "2021-03", "2021-03-05", "" (unknown); and periods between two of them.

Each is kept as it was written and as the first and last day it may mean.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_DAY, LAST_DAY = date.min, date.max
UNKNOWN = "?"
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")


class Certainty(models.TextChoices):
    CERTAINLY = "certainly", _("yes")
    POSSIBLY = "possibly", _("uncertain")
    NO = "no", _("no")


@dataclass(frozen=True)
class Bounds:
    """The first and last day that a partial date may mean, both included."""

    first: date
    last: date


ANY_DAY = Bounds(FIRST_DAY, LAST_DAY)


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Year, month, day of a partial date; ValueError where it is none."""
    match = _WRITTEN.fullmatch(text.strip()) or _CHINESE.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    found = tuple(int(part) if part else None for part in match.groups())
    if 0 in found:  # 2021-00-00, as databases write what they do not know
        raise ValueError(text)
    return found


def bounds(text: str) -> Bounds:
    """The days a partial date may mean; every day where it is "" or "?"."""
    if text.strip() in ("", UNKNOWN):
        return ANY_DAY
    year, month, day = parts(text)
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return Bounds(date(year, month or 1, day or 1), date(year, last_month, last_day))


def is_day(text: str) -> bool:
    """Whether it names one day."""
    return text.strip() not in ("", UNKNOWN) and None not in parts(text)


def normalise(text: str) -> str:
    """2021年3月 and 2021-3 become 2021-03."""
    text = text.strip()
    if text in ("", UNKNOWN, "？"):
        return text.replace("？", UNKNOWN)
    year, *rest = parts(text)
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest if part)])


def in_words(text: str) -> str:
    """2021-03 as 2021年3月."""
    if text in ("", UNKNOWN):
        return ""
    return "".join(
        f"{part}{unit}" for part, unit in zip(parts(text), "年月日", strict=True) if part
    )


def span_in_words(start: str, end: str) -> str:
    """2024-01-25 to 2024-01-27 as 2024年1月25日—27日: what both have in common is said once."""
    if not start or not end or start == end:
        return in_words(start or end)
    first, last = parts(start), parts(end)
    known = [f"{part}{unit}" for part, unit in zip(last, "年月日", strict=True) if part]
    as_exact = len([part for part in first if part]) == len(known)
    same = 0
    while as_exact and same < len(known) - 1 and first[same] == last[same]:
        same += 1
    return f"{in_words(start)}—{''.join(known[same:])}"


def read(text: str) -> str:
    """A partial date as it is kept; ValidationError where it is none."""
    try:
        bounds(text := normalise(text))
    except ValueError:
        raise ValidationError(
            _("“%(value)s” is no date. Write 2021, 2021-03 or 2021-03-05."),
            params={"value": text},
            code="partial_date",
        ) from None
    return text


class PartialDateInput(forms.CharField):
    """Refuses what is no date before a record computes with it."""

    def to_python(self, value):
        return read(super().to_python(value))


class PartialDateField(models.CharField):
    """A date of which only the year, or year and month, may be known; kept as written."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 10, "blank": True, "default": ""} | kwargs)

    def to_python(self, value):
        return read(super().to_python(value) or "")

    def formfield(self, **kwargs):
        longest = len("2021年12月31日")
        return super().formfield(**{"form_class": PartialDateInput, "max_length": longest} | kwargs)


def _day(default, **kwargs):
    return models.DateField(editable=False, default=default, **kwargs)


class PeriodQuerySet(models.QuerySet):
    def on(self, day: date):
        """Those that held on the day, certainly or possibly."""
        return self.filter(start_first__lte=day, end_last__gte=day)

    def certainly_on(self, day: date):
        began = models.Q(start_first=day, start_last=day)
        lasted = models.Q(start_last__lte=day, end_first__gt=day)
        return self.filter(began | lasted | models.Q(seen_on=day))


class Period(models.Model):
    """From–to with partial dates.

    An empty start is unknown. An empty end means: goes on, as far as we know; "?" means that
    nobody knows whether or when it ended. `seen_on` is a day on which the source shows it to hold.
    On the first day it certainly holds; on the last day possibly (a successor may begin that day).
    """

    start = PartialDateField(
        _("from"), help_text=_("2021, 2021-03 or 2021-03-05; empty if unknown")
    )
    end = PartialDateField(
        _("to"), help_text=_("empty if it goes on; ? if nobody knows whether it ended")
    )
    seen_on = models.DateField(
        _("seen on"),
        null=True,
        blank=True,
        help_text=_("a day on which the source shows it to hold"),
    )
    start_first = _day(FIRST_DAY)
    start_last = _day(LAST_DAY)
    end_first = _day(LAST_DAY)
    end_last = _day(LAST_DAY)

    class Meta:
        abstract = True

    def save(self, **kwargs):
        self.set_bounds()
        super().save(**kwargs)

    def clean(self):
        super().clean()
        self.set_bounds()
        if self.start_first > self.end_last:
            raise ValidationError({"end": _("The end lies before the start.")}, code="period")
        if self.seen_on and not self.start_first <= self.seen_on <= self.end_last:
            raise ValidationError({"seen_on": _("This day lies outside the period.")}, code="seen")

    def set_bounds(self):
        self.start, self.end = normalise(self.start), normalise(self.end)
        start = bounds(self.start)
        end = bounds(self.end) if self.end else Bounds(LAST_DAY, LAST_DAY)
        seen_last, seen_first = self.seen_on or LAST_DAY, self.seen_on or FIRST_DAY
        self.start_first, self.start_last = start.first, min(start.last, end.last, seen_last)
        self.end_first, self.end_last = max(end.first, start.first, seen_first), end.last

    def on(self, day: date) -> Certainty:
        """Did it hold on this day?"""
        if not self.start_first <= day <= self.end_last:
            return Certainty.NO
        began = day == self.start_first == self.start_last
        if day == self.seen_on or began or self.start_last <= day < self.end_first:
            return Certainty.CERTAINLY
        return Certainty.POSSIBLY

    @property
    def in_words(self) -> str:
        """2021年3月—2024年; an unknown start is shown as 不详."""
        end = str(_("unknown")) if self.end == UNKNOWN else in_words(self.end) or str(_("now"))
        return f"{in_words(self.start) or _('unknown')}—{end}"
