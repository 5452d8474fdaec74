"""Who has an article's form open, and whose lock on one was broken."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article

GONE_AFTER = timedelta(seconds=60)  # the page says every 15 seconds that it is there
TYPES_FOR = timedelta(seconds=30)


class PresenceQuerySet(models.QuerySet):
    def here(self):
        return self.filter(seen__gte=timezone.now() - GONE_AFTER)

    def touch(self, article, user, key, *, typing=False):
        """The form with this key is open."""
        now = timezone.now()
        typed = {"typed": now} if typing else {}
        self.filter(article=article, seen__lt=now - GONE_AFTER).delete()
        self.update_or_create(
            article=article,
            user=user,
            defaults={"key": key, "seen": now} | typed,
            create_defaults={"key": key, "seen": now, "since": now} | typed,
        )

    def leave(self, article, user, key):
        """The form with this key is closed; one that was opened after it stays."""
        self.filter(article=article, user=user, key=key).delete()


class Presence(models.Model):
    kept_in_bin = False

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=36)
    since = models.DateTimeField()
    seen = models.DateTimeField()
    typed = models.DateTimeField(null=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="present_once_in_an_article")
        ]

    def __str__(self):
        return str(self.user)

    @property
    def is_typing(self) -> bool:
        return bool(self.typed and self.typed >= timezone.now() - TYPES_FOR)


class BrokenLock(models.Model):
    """Told to the one who had locked the article, once."""

    kept_in_bin = False

    article = models.ForeignKey(Article, models.CASCADE, related_name="broken_locks")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("broken lock")
        verbose_name_plural = _("broken locks")
        ordering = ["at"]

    def __str__(self):
        return f"{self.article} {self.holder}"
