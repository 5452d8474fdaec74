"""Where a story is from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    class Kind(models.TextChoices):
        OWN = "own", _("own paper")
        REPRINT = "reprint", _("reprint")
        CONTRIBUTION = "contribution", _("contribution")

    name = models.CharField(_("name"), max_length=50, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OWN)
    url = models.URLField(_("address"), blank=True)
    permitted = models.BooleanField(
        _("on the list of permitted sources"), default=False, help_text=_("matters for reprints")
    )
    publication = models.ForeignKey(
        "people.Organization",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sources",
        limit_choices_to={"kind": "paper"},
        verbose_name=_("publication"),
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        super().save(**kwargs)
        self.articles.set_publication()
