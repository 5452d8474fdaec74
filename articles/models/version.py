"""Versions: what a story said, with all that was tied to it, each time somebody saved it."""

import json
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class VersionQuerySet(models.QuerySet):
    def edited_from(self, lock_version: int):
        """Those that whoever opened the story at this lock version may have seen, the newest last."""
        return self.filter(lock_version__lte=lock_version).order_by("number")


class Version(models.Model):
    """Made once and never changed: a signature stands on the digest of `content`."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="versions", verbose_name=_("article")
    )
    number = models.PositiveIntegerField(_("number"))
    lock_version = models.PositiveIntegerField(editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    author_name = models.CharField(_("name of the editor"), max_length=150, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = models.CharField(_("reason for the change"), max_length=200, blank=True)
    content = models.TextField(_("content"))
    sha256 = models.CharField(_("digest"), max_length=64, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
        ]

    def __str__(self):
        return str(_("version %d")) % self.number

    def save(self, **kwargs):
        if not self._state.adding:
            raise TypeError(
                "A version is never changed: keep another one (articles/history/versions.py)."
            )
        self.sha256 = sha256(self.content.encode()).hexdigest()
        super().save(**kwargs)

    def read(self) -> dict:
        """The content as articles/history/versions.py wrote it."""
        return json.loads(self.content)
