"""Events: meetings, launches, lectures, tours, and who took part as what."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from newsdesk.addresses import of_record
from newsdesk.dates import Bounds, PartialDateField, bounds
from newsdesk.publishing import NamedQuerySet
from people.models import Organization, Person


class EventQuerySet(NamedQuerySet):
    def between(self, first: date, last: date):
        return self.filter(first_day__lte=last, last_day__gte=first)

    def with_participant(self, person):
        rows = Participation.objects.filter(event=OuterRef("pk"), person=person)
        return self.filter(Exists(rows))


class Event(models.Model):
    class Kind(models.TextChoices):
        MEETING = "meeting", _("meeting")
        LAUNCH = "launch", _("launch")
        LECTURE = "lecture", _("lecture")
        TOUR = "tour", _("tour or visit")
        COMPETITION = "competition", _("competition")
        CEREMONY = "ceremony", _("ceremony")
        CAMPAIGN = "campaign", _("campaign")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=100)
    short_name = models.CharField(_("short name"), max_length=50, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    start = PartialDateField(
        _("date"), help_text=_("2024-01-26; 2024-01 or 2024 where no more is known")
    )
    end = PartialDateField(_("last day"), help_text=_("only if it lasted longer than one day"))
    first_day = models.DateField(editable=False, null=True)
    last_day = models.DateField(editable=False, null=True)
    date_inferred = models.BooleanField(
        _("date inferred"), default=False, help_text=_("not printed, worked out by us (推定)")
    )
    venue = models.CharField(_("venue"), max_length=100, blank=True)
    organizers = models.ManyToManyField(
        Organization, blank=True, related_name="events", verbose_name=_("organizers")
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    about = models.TextField(_("about"), blank=True)
    hidden = models.BooleanField(_("hidden"), default=False)
    opened = models.BooleanField(_("public without a story"), default=False)

    objects = EventQuerySet.as_manager()
    named_by = ("coverages",)
    searched = ("name", "short_name")

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = [F("first_day").desc(nulls_last=True), "-pk"]
        indexes = [models.Index(fields=["-first_day"], name="event_first_day")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="event_name_not_empty"),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True) | Q(first_day__lte=F("last_day")),
                name="event_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
                name="event_not_its_own_part",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.set_days()
        super().save(**kwargs)

    def get_absolute_url(self):
        return of_record("event_detail", self.pk)

    def clean(self):
        super().clean()
        if self.end and not self.start:
            raise ValidationError({"start": _("A last day needs a first day.")})
        self.set_days()
        if self.first_day and self.first_day > self.last_day:
            raise ValidationError({"end": _("The last day lies before the first.")})
        if self.pk and self.pk in self.above():
            raise ValidationError({"part_of": _("An event cannot be a part of itself.")})

    @classmethod
    def showable(cls) -> Q:
        return Q(hidden=False)

    @property
    def is_showable(self) -> bool:
        return not self.hidden

    def set_days(self):
        start = bounds(self.start) if self.start else Bounds(None, None)
        end = bounds(self.end) if self.end else start
        self.first_day, self.last_day = start.first, end.last

    def above(self) -> list[int]:
        """The keys of the events this one is a part of, nearest first; ends at a loop."""
        keys, event = [], self.part_of
        while event and event.pk not in keys:
            keys.append(event.pk)
            event = event.part_of
        return keys


class ParticipationQuerySet(models.QuerySet):
    def with_people(self):
        return self.select_related("person", "organization")


class Participation(models.Model):
    """Who was at an event, as what, in which order."""

    class Role(models.TextChoices):
        CHAIRED = "主持", _("chaired")
        SPOKE = "讲话", _("spoke")
        ADDRESSED = "致辞", _("gave an address")
        READ = "宣读", _("read a document")
        AWARDED = "颁奖", _("gave the prizes")
        LICENSED = "授牌", _("gave the plates")
        LECTURED = "宣讲", _("lectured")
        ATTENDED = "出席", _("attended")
        SAT_IN = "列席", _("sat in")
        ACCOMPANIED = "陪同", _("accompanied")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="participations", verbose_name=_("event")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("organization"),
    )
    role = models.CharField(_("role"), max_length=4, choices=Role, default=Role.ATTENDED)
    title = models.CharField(_("title as printed"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["event", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person", "role"], name="person_once_in_a_role"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True)
                | Q(person__isnull=True, organization__isnull=False),
                name="participation_of_a_person_or_an_organization",
                violation_error_message=_("Choose either a person or an organization."),
            ),
        ]

    def __str__(self):
        return f"{self.person or self.organization} {self.role}"
