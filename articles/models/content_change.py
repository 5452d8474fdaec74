"""How often what readers see was written: the count by which every process knows that its pages are stale."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentChangeQuerySet(models.QuerySet):
    def generation(self) -> int:
        """Grows by one with each committed transaction that wrote something shown."""
        return self.aggregate(models.Sum("number"))["number__sum"] or 0


class ContentChange(models.Model):
    """Written by triggers alone (articles/content_triggers.py), as many rows as there ever were writers at once.

    Other tables' triggers name this one: SQLite cannot remake it while they are there. See the migration.
    """

    kept_in_bin = False

    number = models.PositiveBigIntegerField(default=0)
    writer = models.BigIntegerField(default=0)  # the transaction that counted last (PostgreSQL)

    objects = ContentChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of changes")
        verbose_name_plural = _("counts of changes")
        default_permissions = ()

    def __str__(self):
        return str(self.number)
