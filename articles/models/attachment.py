"""What readers may take home with a story: a notice, a form to fill in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .stored_file import StoredFile


class Attachment(models.Model):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="attachments", verbose_name=_("article")
    )
    file = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="attachments", verbose_name=_("file")
    )
    title = models.CharField(
        _("name for readers"),
        max_length=100,
        help_text=_("they get the file under this name; empty: as the file is called"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["article", "order", "pk"]

    def __str__(self):
        return self.title
