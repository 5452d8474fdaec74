"""Tags, behind our own thin table; split as Chinese editors separate them."""

import re

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, NaturalKeyManager, TagBase

from articles.moves import MovesWithSlug
from newsdesk.publishing import LinkQuerySet
from newsdesk.readings import pinyin

NUMBER = 5  # characters of an address kept free for what tells tags of one reading apart
_TERM = re.compile(r'"([^"]*)"|“([^”]*)”|([^,，、;；　\n"“]+)')


def split_tags(text: str) -> list[str]:
    """劳模，工匠、"labour day"　安全 as four tags: marks and the full-width space divide, quotes hold together.

    A half-width space never divides: it is part of the term.
    """
    terms = ("".join(match.groups("")).strip() for match in _TERM.finditer(text))
    return list(dict.fromkeys(term for term in terms if term))


def join_tags(tags) -> str:
    return join_names(tag.name for tag in tags)


def join_names(names) -> str:
    return "，".join(f'"{name}"' if re.search("[,，、;；　]", name) else name for name in names)


class TagQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those that a published story bears."""
        rows = TaggedArticle.objects.published(at)
        return self.filter(models.Exists(rows.filter(tag=models.OuterRef("pk"))))


class Tag(MovesWithSlug, TagBase):
    objects = NaturalKeyManager.from_queryset(TagQuerySet)()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def get_absolute_url(self):
        return reverse("tag_detail", kwargs={"slug": self.slug})

    def slugify(self, tag, i=None):
        most = self._meta.get_field("slug").max_length - NUMBER
        slug = "-".join(pinyin(tag))[:most].rstrip("-")
        return super().slugify(slug, i) or f"tag-{i or 0}"


class TaggedArticle(ItemBase):
    tag = models.ForeignKey(
        Tag,
        models.CASCADE,
        db_index=False,
        related_name="tagged_articles",
        verbose_name=_("tag"),
    )
    content_object = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        db_index=False,
        related_name="tagged",
        verbose_name=_("article"),
    )
    public_from = models.DateTimeField(null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("tagging")
        verbose_name_plural = _("taggings")
        indexes = [
            models.Index(fields=["tag", "-public_from", "-content_object"], name="tagged_newest")
        ]
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="article_tagged_once")
        ]

    def save(self, **kwargs):
        self.set_public_from()
        super().save(**kwargs)

    def set_public_from(self):
        self.public_from = self.content_object.public_from
