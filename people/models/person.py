"""Persons: anyone the desk writes about or who writes."""

from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsdesk import images
from newsdesk.addresses import of_record
from newsdesk.dates import PartialDateField, Period, PeriodQuerySet
from newsdesk.publishing import NamedQuerySet, sought, without_gaps
from newsdesk.rows import insert
from newsdesk.text import normalise_name, pinyin_key, stroke_key

from .change import Change, Tracked
from .membership import Membership, join_titles
from .post import Post

LONGEST_KEY = 100  # characters to sort by
PORTRAIT_SIDE = 800  # pixels; it stands nine em wide, on fine screens with three pixels for one


def percent(label, **options):
    return models.PositiveSmallIntegerField(label, validators=[MaxValueValidator(100)], **options)


class PersonQuerySet(NamedQuerySet):
    def holding(self, *kinds: str):
        """Those who hold or held a post of one of these kinds."""
        rows = Membership.objects.filter(person=OuterRef("pk"), post__kind__in=kinds)
        return self.filter(Exists(rows))

    def by_rank(self, day: date):
        """The order in which officials stand: by the rank of what they hold on the day, then by name."""
        held = Membership.objects.as_titles().on(day).filter(person=OuterRef("pk")).by_rank()
        return self.annotate(
            rank=models.Subquery(held.values("post__rank")[:1]),
            place=models.Subquery(held.values("order")[:1]),
        ).order_by(
            F("rank").asc(nulls_last=True), F("place").asc(nulls_last=True), "sort_key", "pk"
        )

    def by_strokes(self):
        """姓氏笔画: by the strokes of the surname, who bears the same one together, then by the given name's."""
        surname = Substr("stroke_key", 1, 2), Substr("name", 1, 1)
        return self.order_by(*surname, "stroke_key", "sort_key", "pk")

    def named(self, name: str):
        name = normalise_name(name)
        return self.filter(Q(name=name) | Q(other_names__name=name)).distinct()

    def make(self, names) -> list["Person"]:
        """New ones, with their history."""
        persons = [Person(name=name) for name in names]
        for person in persons:
            person.fill_in()
        insert(persons)
        insert(person.change(Change.Kind.CREATED) for person in persons)
        return persons

    def has(self, term: str) -> Q:
        return super().has(term) | OtherName.objects.says(term)

    def has_for_readers(self, term: str) -> Q:
        """By another name only those whose full page shows it."""
        shown = Q(visibility=Person.Visibility.FULL) & OtherName.objects.says(term)
        return super().has(term) | shown

    def search_for_readers(self, words: str):
        return self.called(*sought(words), has=self.has_for_readers) if words.strip() else self

    def with_titles(self):
        return self.prefetch_related(
            models.Prefetch("memberships", Membership.objects.with_posts().by_rank())
        )


class Person(Tracked):
    class Visibility(models.TextChoices):
        NOTHING = "nothing", _("nothing")
        STORIES = "stories", _("their stories")
        FULL = "full", _("the full page with career")

    name = models.CharField(pgettext_lazy("person", "name"), max_length=50)
    sort_key = models.CharField(
        _("pinyin"),
        max_length=LONGEST_KEY,
        blank=True,
        help_text=_("filled in from the name; mend it if wrong"),
    )
    stroke_key = models.CharField(
        _("strokes"),
        max_length=LONGEST_KEY,
        blank=True,
        help_text=_("filled in from the name; mend it if wrong"),
    )
    note = models.CharField(
        _("note"),
        max_length=50,
        blank=True,
        help_text=_("tells namesakes apart, shown behind the name"),
    )
    died = PartialDateField(_("died"))
    portrait = models.ImageField(_("portrait"), upload_to="portraits/%Y/", blank=True)
    portrait_x = percent(_("focus from the left, %"), default=50)
    portrait_y = percent(
        _("focus from the top, %"),
        default=30,
        help_text=_("readers see the portrait upright, 3:4, cut around this point"),
    )
    biography = models.TextField(_("biography"), blank=True)
    visibility = models.CharField(
        _("what is public"), max_length=10, choices=Visibility, default=Visibility.STORIES
    )
    opened = models.BooleanField(
        _("public without a story"),
        default=False,
        help_text=_("show the page before a story names them"),
    )
    national_leader = models.BooleanField(
        _("national leader"), default=False, help_text=_("checked in the text, has no page")
    )
    featured = models.PositiveSmallIntegerField(
        _("place on the front page"),
        null=True,
        blank=True,
        help_text=_("empty: not on the front page"),
    )

    objects = PersonQuerySet.as_manager()
    named_by = ("mentions", "bylines", "credits")
    searched = ("name", "sort_key")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["sort_key", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="person_name_not_empty")]
        permissions = [
            ("hide_person", _("Can hide persons")),
            ("merge_person", _("Can merge persons")),
        ]

    def __str__(self):
        return f"{self.name}（{self.note}）" if self.note else self.name

    def fill_in(self):
        """What follows from the name."""
        self.name = normalise_name(self.name)
        self.sort_key = self.sort_key or pinyin_key(self.name, surname=True)[:LONGEST_KEY]
        self.stroke_key = self.stroke_key or stroke_key(self.name)[:LONGEST_KEY]

    def save(self, **kwargs):
        self.fill_in()
        if self.portrait and not self.portrait._committed:
            # nothing of place or camera
            self.portrait = images.for_readers(self.portrait.file, PORTRAIT_SIDE)
        super().save(**kwargs)

    @transaction.atomic
    def delete(self, **kwargs):
        for rows in (self.memberships, self.other_names, self.honours):
            for row in rows.all():  # one by one, so that each stands in the history
                row.delete()
        return super().delete(**kwargs)

    def get_absolute_url(self):
        return of_record("person_detail", self.pk)

    @classmethod
    def showable(cls, of="") -> Q:
        """Of the person itself; of="person__": of rows that mean one, told without a second look at who is meant."""
        shown = [each for each in cls.Visibility if each != cls.Visibility.NOTHING]
        return Q(**{f"{of}visibility__in": shown, f"{of}national_leader": False})

    @property
    def is_showable(self) -> bool:
        return not self.hidden and not self.national_leader

    @property
    def hidden(self) -> bool:
        return self.visibility == self.Visibility.NOTHING

    @property
    def portrait_focus(self) -> str:
        """The classes that cut the portrait around its focus, to a tenth: styles in a page are not allowed."""
        return f"focus-x-{round(self.portrait_x, -1)} focus-y-{round(self.portrait_y, -1)}"

    @property
    def shows_career(self) -> bool:
        return self.visibility == self.Visibility.FULL

    def held_on(self, day: date) -> list[Membership]:
        """What the person held on the day, by rank, certain or possible; uses prefetched rows."""
        rows = [
            row for row in self.memberships.all() if row.on(day) != "no" and row.counts_as_title
        ]
        return sorted(rows, key=Membership.rank_key)

    def title_on(self, day: date) -> str:
        """The titles on the day as a paper prints them: 市人大常委会副主任、市总工会主席."""
        return join_titles(self.held_on(day))

    def person_of_record(self):
        return self


class OtherNameQuerySet(PeriodQuerySet):
    def says(self, term: str) -> Q:
        """Of persons: one of these names has it."""
        names = self.alias(bare=without_gaps("name")).filter(bare__has=term)
        return Q(pk__in=names.values("person"))


class OtherName(Tracked, Period):
    class Kind(models.TextChoices):
        ALIAS = "alias", _("alias")
        FORMER = "former", _("former name")
        PEN = "pen", _("pen name")

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="other_names", verbose_name=_("person")
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=50)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ALIAS)

    objects = OtherNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["person", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_first__lte=F("end_last")), name="other_name_period"
            )
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.name = normalise_name(self.name)
        super().save(**kwargs)


class ReporterManager(models.Manager.from_queryset(PersonQuerySet)):
    def get_queryset(self):
        return super().get_queryset().holding(Post.Kind.REPORTER)


class Reporter(Person):
    objects = ReporterManager()

    class Meta:
        proxy = True
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")
        ordering = ["sort_key", "pk"]


class OfficialManager(models.Manager.from_queryset(PersonQuerySet)):
    def get_queryset(self):
        return super().get_queryset().holding(Post.Kind.OFFICE)


class Official(Person):
    objects = OfficialManager()

    class Meta:
        proxy = True
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["sort_key", "pk"]
