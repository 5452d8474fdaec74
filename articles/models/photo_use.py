"""The use of photos in stories, with caption and credits."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Organization, Person

from .article import Article
from .byline import Signature
from .photo import Photo
from .search_entry import SearchedRow

UNNAMED = ("供图", "资料图片", "资料图", "资料照片", "资料片")


class PhotoUseQuerySet(models.QuerySet):
    def with_pictures(self):
        """Those whose picture we have; a printed caption alone is not shown."""
        uses = self.filter(photo__isnull=False).exclude(photo__renditions=[])
        # readers' pages never open the original: it may lie far away or be lost
        return uses.select_related("photo").defer("photo__original")

    def for_lists(self):
        """What a list shows of a picture."""
        return self.only("article", "photo__renditions", "photo__ai_made").order_by("order", "pk")


class PhotoUse(SearchedRow):
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
        # it may stand in another story now
        self.credits.update(article=self.article, public_from=self.article.public_from)

    @property
    def story(self):
        return self.article

    def after_restoring(self):
        """Alone from the bin into its story: forms that are open notice."""
        super().after_restoring()
        self.article.note_links_decided()


class Credit(Signature):
    photo_use = models.ForeignKey(
        PhotoUse, models.CASCADE, related_name="credits", verbose_name=_("photo")
    )
    article = models.ForeignKey(  # the photo's, a copy for lists
        Article, models.CASCADE, null=True, editable=False, related_name="+"
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="credits",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="credits",
        verbose_name=_("organization"),
    )

    class Meta:
        verbose_name = _("photo credit")
        verbose_name_plural = _("photo credits")
        ordering = ["photo_use", "order", "pk"]
        indexes = [
            models.Index(
                fields=["person", "-public_from", "-article"],
                condition=Q(person__isnull=False),
                name="credit_person_newest",
            ),
            models.Index(
                fields=["organization", "-public_from", "-article"],
                condition=Q(organization__isnull=False),
                name="credit_organization_newest",
            ),
        ]

    @property
    def story(self):
        return self.photo_use.article

    def set_public_from(self):
        super().set_public_from()
        self.article_id = self.photo_use.article_id

    def clean(self):
        super().clean()
        if not self.name and self.role not in UNNAMED:
            text = _("A credit without a name is 供图 or 资料图片.")
            raise ValidationError({"name": text}, code="unnamed")
