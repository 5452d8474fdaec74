"""A file that stories hand to readers: kept in the private storage, served by articles/views/files.py."""

from functools import reduce
from operator import or_
from pathlib import PurePath

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsdesk import files, recorded

from .article import Article
from .photo import digest, private_storage

# how a story points to its files
USES = ("attachments__file", "videos__file", "videos__subtitles")


class StoredFileQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those that a published story hands out."""
        stories = Article.objects.published(at)
        used = [Q(Exists(stories.filter(**{use: OuterRef("pk")}))) for use in USES]
        return self.filter(reduce(or_, used))

    def take_in(self, file, kind: str) -> "StoredFile":
        """The file of this content and name, which may be there already; of a video, without place and names."""
        recorded.forget(file, kind)
        known = {"sha256": digest(file), "name": PurePath(file.name).name[-200:]}
        found = self.filter(**known).first()
        return found or self.create(original=file, kind=kind, size=file.size, **known)


class StoredFile(models.Model):
    """Made once and never changed or deleted: a version of a story may name it."""

    original = models.FileField(upload_to="files/%Y/%m/", storage=private_storage, max_length=255)
    name = models.CharField(_("name of the file"), max_length=200)
    kind = models.CharField(max_length=4)  # a name of newsdesk.files.KINDS
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64, db_index=True)
    added = models.DateTimeField(_("added"), auto_now_add=True)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["-added", "-pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("file", kwargs={"pk": self.pk})

    @property
    def kind_words(self) -> str:
        return str(files.KINDS[self.kind].label)

    @property
    def ending(self) -> str:
        return PurePath(self.name).suffix.lower()
