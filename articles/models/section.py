"""Sections of the site."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Section(models.Model):
    name = models.CharField(_("name"), max_length=20, unique=True)
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    about = models.CharField(_("about"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section_detail", kwargs={"slug": self.slug})
