"""A video in a story: a file of ours, or a link to where it is shown."""

from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsdesk import files

from .article import Article
from .photo import Photo
from .stored_file import StoredFile

only_https = URLValidator(
    schemes=["https"], message=_("The address must begin with https://."), code="https"
)


class Video(models.Model):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="videos", verbose_name=_("article")
    )
    file = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="videos",
        verbose_name=_("file"),
    )
    url = models.URLField(
        _("address of the video"),
        max_length=500,
        blank=True,
        validators=[only_https],
        help_text=_("where it lies elsewhere; readers get a link to it"),
    )
    title = models.CharField(_("title of the video"), max_length=100)
    poster = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="videos",
        verbose_name=_("still"),
        help_text=_("what stands there before it plays"),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("who filmed, cut and spoke")
    )
    subtitles = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subtitled",
        verbose_name=_("subtitles"),
    )
    transcript = models.TextField(
        _("transcript"),
        max_length=20_000,
        blank=True,
        help_text=_("what is said and shown, for those who cannot hear or see it"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["article", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, url="") | Q(file__isnull=True) & ~Q(url=""),
                name="video_file_or_address",
                violation_error_message=_("Choose a file or write an address: one of the two."),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def host(self) -> str:
        """Where the link leads to."""
        return urlsplit(self.url).hostname or ""

    @property
    def type(self) -> str:
        return files.KINDS[self.file.kind].type
