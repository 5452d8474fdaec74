"""What was deleted at the desk, whole, so that it can be put back (people/bin.py)."""

import json

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Deleted(models.Model):
    kind = models.CharField(_("kind of record"), max_length=100)
    record = models.CharField(_("number"), max_length=50)
    label = models.CharField(_("record"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deleted by"),
    )
    at = models.DateTimeField(_("deleted at"), auto_now_add=True)
    payload = models.TextField(editable=False)
    restored_at = models.DateTimeField(_("restored at"), null=True, blank=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("restored by"),
    )

    class Meta:
        verbose_name = _("deleted record")
        verbose_name_plural = _("bin")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "record"], name="deleted_record")]

    def __str__(self):
        return self.label

    @property
    def model(self):
        """None where that kind of record is no more."""
        try:
            return apps.get_model(self.kind)
        except LookupError:
            return None

    @property
    def kind_words(self) -> str:
        return str(self.model._meta.verbose_name) if self.model else self.kind

    @property
    def content(self) -> dict:
        """`rows` that went, `nulled` references to them, `names` of what they pointed to."""
        return json.loads(self.payload)
