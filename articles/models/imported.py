"""Which stories came from an archive, and under which number there: an import never brings one twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class Imported(models.Model):
    article = models.OneToOneField(
        Article, models.CASCADE, related_name="imported", verbose_name=_("article")
    )
    archive = models.CharField(_("archive"), max_length=50)
    key = models.CharField(_("number there"), max_length=200)

    class Meta:
        verbose_name = _("origin of an imported story")
        verbose_name_plural = _("origins of imported stories")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["archive", "key"], name="imported_once")]

    def __str__(self):
        return f"{self.archive} {self.key}"
