"""Choosing stories by person, event, section …: one form for every public list."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext_lazy as _

from articles import moves
from articles.freshness import Remembered
from articles.lists.finding import Stories
from articles.lists.paging import LAST_PAGE, Place
from articles.lists.selection import FILTERS, awards, campaigns, papers, posts, reporters
from articles.models import Event, Section, Tag
from articles.models.finding_words import EVERYWHERE
from newsdesk import dates
from newsdesk.listing import MAX_WORDS, UNKNOWN, status_of
from newsdesk.prepared import prepared
from newsdesk.search import parse
from people.models import Organization, Person

FIRST_YEAR, LAST_YEAR = 1900, 2200


class RecordField(forms.CharField):
    """A published record by number or slug; follows what moved."""

    widget = forms.HiddenInput

    def __init__(self, records, url_name, key="pk", **kwargs):
        """`records` gives those published at a moment."""
        super().__init__(required=False, **kwargs)
        self.records, self.url_name, self.key = records, url_name, key
        self._with_key = prepared(lambda *, value, now: records(now).filter(**{key: value})[:1])

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        if self.key == "pk" and not (value.isascii() and value.isdecimal() and len(value) < 19):
            raise ValidationError(
                _("“%(value)s” is no number."), params={"value": value[:20]}, code="malformed"
            )
        record = self.find(value) or self.find(self.moved(value))
        if not record:
            raise ValidationError(
                _("There is no “%(value)s” here."), params={"value": value[:20]}, code=UNKNOWN
            )
        return record

    def find(self, value):
        if not value:
            return None
        value = int(value) if self.key == "pk" else value
        return next(iter(self._with_key(value=value, now=timezone.now())), None)

    def moved(self, value) -> str:
        try:
            return moves.moved_to(self.url_name, self.key, value)
        except NoReverseMatch:  # no slug looks like this
            return ""


class RecordSelect(RecordField):
    """The same, chosen from a short list."""

    widget = forms.Select

    def __init__(self, records, *args, **kwargs):
        super().__init__(records, *args, **kwargs)
        self.offered = Remembered(lambda: list(records()))
        self.widget.choices = CallableChoiceIterator(self.choices)

    def choices(self):
        yield "", _("all")
        for row in self.offered():
            yield str(getattr(row, self.key)), str(row)


class PartialDate(forms.CharField):
    def clean(self, value):
        value = super().clean(value)
        try:
            return self.read(value) if value else ""
        except ValueError:
            raise ValidationError(
                _("“%(value)s” is no date. Write 2024, 2024-01 or 2024-01-27."),
                params={"value": value[:20]},
                code="malformed",
            ) from None

    def read(self, value: str) -> str:
        year, _month, _day = dates.parts(value)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(value)
        dates.bounds(value)  # ValueError where there is no such day
        return dates.normalise(value)


class PlaceField(forms.CharField):
    def clean(self, value):
        value = super().clean(value)
        return Place.read(value) if value else None


@dataclass(frozen=True)
class Chosen:
    """One chosen filter, with the address of the list without it."""

    name: str
    label: str
    value: str
    without: str


class StoryFilter(forms.Form):
    """The filters of a list; `fixed` are those that its address already names."""

    q = forms.CharField(
        label=_("words"),
        required=False,
        max_length=MAX_WORDS,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    section = RecordSelect(Section.objects.published, "section_detail", "slug", label=_("section"))
    date = PartialDate(
        label=_("date"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "2024-01", "autocomplete": "off"}),
    )
    publication = RecordSelect(papers, "organization_detail", label=_("publication"))
    person = RecordField(Person.objects.published, "person_detail", label=_("person"))
    event = RecordField(Event.objects.published, "event_detail", label=_("event"))
    organization = RecordField(
        Organization.objects.published, "organization_detail", label=_("organization")
    )
    reporter = RecordField(reporters, "person_detail", label=_("reporter"))
    post = RecordField(posts, "article_list", label=_("post held at the time"))
    honour = RecordField(awards, "article_list", label=_("honour of those named"))
    campaign = RecordField(campaigns, "event_detail", label=_("campaign"))
    tag = RecordField(Tag.objects.published, "tag_detail", "slug", label=_("tag"))
    page = forms.IntegerField(
        label=_("page"),
        required=False,
        min_value=1,
        max_value=LAST_PAGE,
        widget=forms.HiddenInput,
        error_messages={
            "invalid": _("The page must be a number."),
            "min_value": _("Pages count from 1."),
            "max_value": _("Pages go to %(limit_value)s; older stories are in the archive."),
        },
    )
    before = PlaceField(label=_("place"), required=False, widget=forms.HiddenInput)
    sort = forms.ChoiceField(
        label=_("order"),
        required=False,
        choices=[("", _("by relevance")), ("date", _("newest first"))],
        widget=forms.HiddenInput,
    )

    def __init__(self, query, path: str, **fixed):
        super().__init__(query, auto_id="filter_%s", label_suffix="")
        self.path, self.fixed = path, fixed
        for name in fixed:
            del self.fields[name]

    def clean_q(self):
        words = self.cleaned_data["q"]
        if words.strip() and not parse(words):
            raise ValidationError(
                _(
                    "Write a word that stands in the stories: at least one character, letter or digit."
                ),
                code="malformed",
            )
        return words

    @property
    def status(self) -> int:
        return status_of(self)

    @property
    def values(self) -> dict:
        """What is chosen by the reader, by name of the filter; without what makes no sense."""
        self.is_valid()  # fills cleaned_data, once
        chosen = {name: self.cleaned_data.get(name) for name in ("q", *FILTERS)}
        return {name: value for name, value in chosen.items() if value}

    @property
    def ranked(self) -> bool:
        """Words stand in the best order unless the reader asks for the newest first; other lists know only that."""
        return "q" in self.values and not (self.by_date or self.cleaned_data.get("before"))

    @property
    def by_date(self) -> bool:
        return self.cleaned_data.get("sort") == "date"

    def orders(self) -> list[tuple[str, str]]:
        """The orders of what is found, each with its address; the one that stands has none."""
        if "q" not in self.values:
            return []
        return [
            (label, "" if value == self.cleaned_data.get("sort") else self.address(sort=value))
            for value, label in self.fields["sort"].choices
        ]

    def found(self, where=EVERYWHERE) -> Stories:
        return Stories(where=where, **self.fixed | self.values)

    def stories(self):
        """As a condition on articles, for what is no list newest first."""
        return self.found().all()

    def address(self, **changes) -> str:
        """This list with some filters changed ("" removes one), from its first page."""
        now = self.values | ({"sort": "date"} if self.by_date else {})
        values = {name: written(value) for name, value in (now | changes).items() if value}
        return f"{self.path}?{urlencode(values)}" if values else self.path

    @property
    def query(self) -> str:
        """All filters of this list, as the address of its feeds has them: always in one order."""
        values = self.fixed | self.values
        return urlencode(
            {name: written(values[name]) for name in ("q", *FILTERS) if name in values}
        )

    def chosen(self) -> list[Chosen]:
        return [
            Chosen(name, self.fields[name].label, shown(name, value), self.address(**{name: ""}))
            for name, value in self.values.items()
        ]

    def complaints(self) -> list[Chosen]:
        """What is wrong, each with the address of the list without it."""
        return [
            Chosen(name, self.fields[name].label, " ".join(errors), self.address(**{name: ""}))
            for name, errors in self.errors.items()
        ]

    def carried(self) -> list[tuple[str, str]]:
        """Filters without a visible field: the form sends them along."""
        return [
            (name, written(value))
            for name, value in self.values.items()
            if self.fields[name].widget.is_hidden
        ] + ([("sort", "date")] if self.by_date else [])


def written(value) -> str:
    """As it stands in an address."""
    if isinstance(value, (Section, Tag)):
        return value.slug
    return str(getattr(value, "pk", value))


def shown(name: str, value) -> str:
    return dates.in_words(value) if name == "date" else str(value)
