"""Awards, and who received which in which year."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsdesk.dates import PartialDateField

from .change import Tracked
from .organization import Organization
from .person import Person


class AwardQuerySet(models.QuerySet):
    def shown(self, honours):
        """Of which one of these honours is, or none at all yet: not those that only somebody hidden has."""
        of_this = Q(award=OuterRef("pk"))
        return self.filter(
            Exists(honours.filter(of_this)) | ~Exists(Honour.objects.filter(of_this))
        )


class Award(Tracked):
    class Level(models.TextChoices):
        NATIONAL = "national", _("national")
        MINISTRY = "ministry", _("province or ministry")
        PROVINCE = "province", _("province")
        CITY = "city", _("city")
        COUNTY = "county", _("county")
        OTHER = "other", _("other")

    class Receiver(models.TextChoices):
        PERSON = "person", _("a person")
        COLLECTIVE = "collective", _("a collective")

    name = models.CharField(
        _("name"), max_length=50, help_text=_("劳动模范 and 先进工作者 are two awards")
    )
    level = models.CharField(_("level"), max_length=10, choices=Level)
    receiver = models.CharField(
        _("given to"), max_length=10, choices=Receiver, default=Receiver.PERSON
    )
    granting_body = models.CharField(_("granting body"), max_length=100, blank=True)
    about = models.TextField(_("about"), blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["level", "name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "level", "receiver"], name="award_once"),
        ]

    def __str__(self):
        return self.name


class HonourQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(revoked=False)


class Honour(Tracked):
    award = models.ForeignKey(
        Award, models.PROTECT, related_name="honours", verbose_name=_("award")
    )
    person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name=_("organization"),
    )
    year = PartialDateField(_("year"))
    source = models.CharField(pgettext_lazy("of a fact", "source"), max_length=200, blank=True)
    revoked = models.BooleanField(_("revoked"), default=False)

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        ordering = ["-year", "award", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True)
                | Q(person__isnull=True, organization__isnull=False),
                name="honour_of_a_person_or_a_collective",
                violation_error_message=_("Choose either a person or an organization."),
            )
        ]

    def __str__(self):
        return f"{self.person or self.organization} {self.award} {self.year}".strip()
