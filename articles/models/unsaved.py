"""What somebody typed into the form of an article and has not saved: his own, never a version."""

import json
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article

MAX_LENGTH = 4_000_000  # characters of all fields together; the text alone may have half a million
KEPT_AFTER_DISCARDING = timedelta(days=7)
REMEMBERED_AFTER_SAVING = timedelta(days=1)  # an autosave that comes late finds its form closed


class UnsavedQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def kept(self):
        return self.filter(state=UnsavedWork.State.KEPT)

    def on_phone(self):
        return self.filter(phone=True)

    def at_desk(self):
        return self.filter(phone=False)

    def discarded(self):
        after = timezone.now() - KEPT_AFTER_DISCARDING
        return self.filter(state=UnsavedWork.State.DISCARDED, updated__gte=after)

    @transaction.atomic
    def keep(
        self, user, article, key, sequence, pairs, *, phone=False
    ) -> tuple["UnsavedWork", bool]:
        """What the form held at its `sequence`-th change; what comes late is not taken."""
        about = {"article": article, "phone": phone, "updated": timezone.now()}
        work, made = self.select_for_update().get_or_create(user=user, key=key, defaults=about)
        taken = work.state != UnsavedWork.State.SAVED and (made or sequence > work.sequence)
        if taken:
            work.sequence, work.data = sequence, json.dumps(pairs, ensure_ascii=False)
            work.state, work.updated = UnsavedWork.State.KEPT, timezone.now()
            work.save()
        return work, taken

    def end(self, user, key):
        """The form was saved: what was kept of it is the article now."""
        saved = {"state": UnsavedWork.State.SAVED, "data": "[]", "updated": timezone.now()}
        self.update_or_create(user=user, key=key, defaults=saved)
        self.forget_old()

    def forget_old(self):
        now = timezone.now()
        self.filter(
            state=UnsavedWork.State.SAVED, updated__lt=now - REMEMBERED_AFTER_SAVING
        ).delete()
        self.filter(
            state=UnsavedWork.State.DISCARDED, updated__lt=now - KEPT_AFTER_DISCARDING
        ).delete()


class UnsavedWork(models.Model):
    """One opening of the form, by its key; the fields as the browser would have sent them."""

    class State(models.TextChoices):
        KEPT = "kept", _("kept")
        DISCARDED = "discarded", _("discarded")
        SAVED = "saved", _("saved")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="unsaved"
    )  # null for a new one, and where the article was deleted: the text outlives it
    phone = models.BooleanField(default=False)  # in the form for phones
    key = models.CharField(max_length=36)
    sequence = models.PositiveBigIntegerField(default=0)
    data = models.TextField(default="[]")
    state = models.CharField(max_length=9, choices=State, default=State.KEPT)
    updated = models.DateTimeField()

    objects = UnsavedQuerySet.as_manager()

    class Meta:
        verbose_name = _("unsaved work")
        verbose_name_plural = _("unsaved work")
        ordering = ["-updated"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="unsaved_once_for_a_form")
        ]

    def __str__(self):
        return self.fields.get("headline") or str(_("(without headline)"))

    @property
    def fields(self) -> QueryDict:
        """The kept data as a form takes it."""
        query = QueryDict(mutable=True)
        for name, value in json.loads(self.data):
            query.appendlist(name, value)
        return query if self.article_id or self.phone else _as_new(query)

    @property
    def address(self) -> str:
        """Of the form, filled with it."""
        return f"{self.form_address}?unsaved={self.key}"

    @property
    def form_address(self) -> str:
        return form_address(self.article_id, phone=self.phone)


def form_address(article_id, *, phone=False) -> str:
    if article_id:
        name = "file_again" if phone else "change"
        return reverse(f"admin:articles_article_{name}", args=[article_id])
    return reverse(f"admin:articles_article_{'file' if phone else 'add'}")


def _as_new(query) -> QueryDict:
    """Rows of an article that is gone are rows to be made."""
    for name in list(query):
        if name.endswith("-INITIAL_FORMS"):
            query[name] = "0"
        elif name.endswith(("-id", "-article")):
            query[name] = ""
    return query
