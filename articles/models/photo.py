"""Photos, and their use in stories with caption and credits."""

from django.core.files.storage import storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsdesk import images
from people.models import Organization, Person

from .article import Article
from .byline import Signature


def private_storage():
    return storages["private"]


class PhotoQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those in a published story."""
        stories = Article.objects.published(at).filter(photo_uses__photo=models.OuterRef("pk"))
        return self.filter(models.Exists(stories))


class Photo(models.Model):
    """The original is private (it may carry a place and a camera); readers get the rendition.

    Both lie in the private storage: a picture that only drafts use is as invisible as they are.
    """

    original = models.ImageField(
        _("picture"),
        upload_to="photos/%Y/%m/",
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    rendition = models.ImageField(
        upload_to="renditions/%Y/%m/", storage=private_storage, blank=True, editable=False
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("for those who cannot see the picture"),
    )
    taken = models.DateField(_("taken on"), null=True, blank=True)
    added = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-added", "-pk"]

    def __str__(self):
        return self.description or self.original.name.rsplit("/", 1)[-1]

    def save(self, **kwargs):
        """A new original gets its rendition; see newsdesk/images.py for what that leaves out."""
        if self.original and not self.original._committed:
            self.rendition = images.for_readers(self.original.file)
        super().save(**kwargs)

    def get_absolute_url(self):
        """Where the rendition is served; another rendition has another address."""
        name = self.rendition.name.rsplit("/", 1)[-1]
        return reverse("photo", kwargs={"pk": self.pk, "name": name})


class PhotoUseQuerySet(models.QuerySet):
    def with_pictures(self):
        """Those whose picture we have; a printed caption alone is not shown."""
        uses = self.filter(photo__isnull=False).exclude(photo__rendition="")
        # readers' pages never open the original: it may lie far away or be lost
        return uses.select_related("photo").defer("photo__original")


class PhotoUse(models.Model):
    """A photo in a story. A printed caption whose picture is missing is kept, and not shown."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="photo_uses", verbose_name=_("article")
    )
    photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="uses", verbose_name=_("photo")
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PhotoUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo in the story")
        verbose_name_plural = _("photos in the story")
        ordering = ["article", "order", "pk"]

    def __str__(self):
        return self.caption or str(self.photo or "")

    def save(self, **kwargs):
        super().save(**kwargs)
        self.credits.update(
            public_from=self.article.public_from
        )  # it may stand in another story now

    def after_restoring(self):
        """Alone from the bin into its story: forms that are open notice."""
        self.article.note_links_decided()


class Credit(Signature):
    photo_use = models.ForeignKey(
        PhotoUse, models.CASCADE, related_name="credits", verbose_name=_("photo")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("organization"),
    )

    class Meta:
        verbose_name = _("photo credit")
        verbose_name_plural = _("photo credits")
        ordering = ["photo_use", "order", "pk"]
        indexes = [models.Index(fields=["person", "-public_from"], name="credit_person_public")]

    @property
    def story(self):
        return self.photo_use.article
