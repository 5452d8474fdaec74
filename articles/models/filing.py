"""What a reporter told the desk with a story that he handed in from a phone, and by which sending."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class Filing(models.Model):
    """One for a story. However often a sending of its form arrives, the form's key makes one story of it."""

    article = models.OneToOneField(Article, models.SET_NULL, null=True, related_name="filing")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    key = models.CharField(max_length=36)  # of the form that made it
    last_key = models.CharField(max_length=36, blank=True)  # of the form that was last sent
    digest = models.CharField(max_length=64, blank=True)  # of what it held
    lock_version = models.PositiveIntegerField(default=0)  # of the story as it was sent
    event = models.CharField(_("event"), max_length=100, blank=True)
    place = models.CharField(_("where"), max_length=100, blank=True)
    happened_on = models.DateField(_("when"), null=True, blank=True)
    note = models.TextField(_("note to the editor"), max_length=1000, blank=True)
    sent_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("filing")
        verbose_name_plural = _("filings")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="filed_once_for_a_form")
        ]

    def __str__(self):
        return str(self.article or "")
