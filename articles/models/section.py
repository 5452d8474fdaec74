"""Sections of the site."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.moves import MovesWithSlug
from newsdesk.addresses import of_record


class SectionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those with a published story; an empty section does not show."""
        stories = Section.articles.rel.related_model.objects.published(at)
        return self.filter(Exists(stories.filter(section=OuterRef("pk"))))


class Section(MovesWithSlug, models.Model):
    name = models.CharField(_("name"), max_length=20, unique=True)
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    about = models.CharField(_("about"), max_length=200, blank=True)
    # what stands beside a story without a photo where it is passed on: `manage.py cards`
    card = models.ImageField(_("card"), upload_to="cards/", blank=True, editable=False)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return of_record("section_detail", self.slug, by="slug")
