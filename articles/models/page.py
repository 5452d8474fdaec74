"""Printed pages: the text of a page as it came in, never changed, and what editors said of it."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsdesk.addresses import of_record
from newsdesk.text import normalise_name
from people.models import Organization, Person

from .article import Article
from .photo import private_storage


class PrintPageQuerySet(models.QuerySet):
    def published(self, at=None):
        stories = Article.objects.published(at).filter(page=models.OuterRef("pk"))
        return self.filter(models.Exists(stories))

    def same_text(self, raw: str):
        return self.filter(digest=digest(raw))


def digest(raw: str) -> str:
    """The same page whatever its white space: sha256 of the text without it."""
    return hashlib.sha256("".join(raw.split()).encode()).hexdigest()


class PrintPage(models.Model):
    publication = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        limit_choices_to={"kind": Organization.Kind.PAPER},
        verbose_name=_("publication"),
    )
    issue = models.CharField(_("issue number"), max_length=20, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    date_inferred = models.BooleanField(
        _("date inferred"), default=False, help_text=_("not printed, worked out by us (推定)")
    )
    number = models.CharField(_("page number"), max_length=10, blank=True)
    name = models.CharField(_("page name"), max_length=30, blank=True)
    raw = models.TextField(_("text of the page"), editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scan = models.FileField(
        _("picture or PDF"), upload_to="pages/%Y/%m/", storage=private_storage, blank=True
    )
    intake_version = models.PositiveIntegerField(editable=False, default=0)
    overrides = models.JSONField(default=list, blank=True, editable=False)
    continues = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_on",
        verbose_name=_("continues"),
    )
    added = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    accepted = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("accepted by"),
    )

    objects = PrintPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed page")
        verbose_name_plural = _("printed pages")
        ordering = [F("date").desc(nulls_last=True), "number", "-pk"]
        indexes = [models.Index(fields=["digest"], name="page_digest")]
        constraints = [
            models.CheckConstraint(condition=~Q(raw=""), name="page_has_text"),
        ]
        permissions = [("accept_printpage", _("Can accept printed pages"))]

    def __str__(self):
        day = self.date.isoformat() if self.date else ""
        known = [
            str(self.publication or ""),
            day,
            f"{self.number}版" if self.number else "",
            self.name,
        ]
        return " ".join(filter(None, known)) or str(_("printed page %(pk)s") % {"pk": self.pk})

    def save(self, **kwargs):
        self.digest = digest(self.raw)
        super().save(**kwargs)
        self.articles.set_publication()

    def get_absolute_url(self):
        return of_record("page_detail", self.pk)


class PageStaff(models.Model):
    page = models.ForeignKey(
        PrintPage, models.CASCADE, related_name="staff", verbose_name=_("printed page")
    )
    role = models.CharField(_("role"), max_length=20)
    name = models.CharField(_("name"), max_length=50)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("staff of the page")
        verbose_name_plural = _("staff of the page")
        ordering = ["page", "order", "pk"]

    def __str__(self):
        return f"{self.role} {self.name}"

    def save(self, **kwargs):
        self.name = normalise_name(self.name)
        super().save(**kwargs)
