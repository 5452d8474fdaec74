"""Days of mourning, on which every page of the readers' site stands in grey (灰度)."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class MourningQuerySet(models.QuerySet):
    def on(self, day: date):
        return self.filter(first_day__lte=day, last_day__gte=day)


class Mourning(models.Model):
    first_day = models.DateField(_("first day"), help_text=_("from midnight on"))
    last_day = models.DateField(
        _("last day"), help_text=_("until midnight; then by itself no more")
    )
    occasion = models.CharField(
        _("occasion"),
        max_length=100,
        blank=True,
        help_text=_("for the desk; readers do not see it"),
    )

    objects = MourningQuerySet.as_manager()

    class Meta:
        verbose_name = _("days of mourning (grey)")
        verbose_name_plural = _("days of mourning (grey)")
        ordering = ["-first_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="mourning_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self):
        days = self.first_day.isoformat()
        if self.last_day != self.first_day:
            days += f"—{self.last_day.isoformat()}"
        return f"{days} {self.occasion}".strip()
