"""Bylines: who wrote, as printed, and who that is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsdesk.publishing import LinkQuerySet
from newsdesk.text import normalise_name
from people.models import Organization, Person

from .article import Article
from .search_entry import SearchedRow

# what papers print before or after a name; a form offers them, a paper may print others
ROLES = (
    "记者", "首席记者", "见习记者", "实习记者", "特约记者", "全媒体记者", "融媒体记者", "摄影记者", "通讯员",
    "特约通讯员", "实习生", "评论员", "编辑", "文", "图", "摄", "文/图", "摄影报道", "供图", "资料图片",
)  # fmt: skip
BEHIND_THE_NAME = frozenset({"图", "摄", "摄影报道", "供图", "资料图片"})


class Signature(SearchedRow):
    """A printed name with its role and unit, and who that is, where we know."""

    name = models.CharField(_("name as printed"), max_length=50, blank=True)
    role = models.CharField(_("role"), max_length=20, blank=True)
    unit = models.CharField(_("unit"), max_length=50, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    public_from = models.DateTimeField(null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return " ".join(filter(None, [f"{self.unit}{self.role}", self.name]))

    def save(self, **kwargs):
        self.name = normalise_name(self.name)
        self.set_public_from()
        super().save(**kwargs)

    def set_public_from(self):
        self.public_from = self.story.public_from


class Byline(Signature):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="bylines", verbose_name=_("article")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="bylines",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="bylines",
        verbose_name=_("organization"),
        help_text=_("for a collective byline"),
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["article", "order", "pk"]
        indexes = [
            models.Index(
                fields=["person", "-public_from", "-article"],
                condition=Q(person__isnull=False),
                name="byline_person_newest",
            ),
            models.Index(
                fields=["organization", "-public_from", "-article"],
                condition=Q(organization__isnull=False),
                name="byline_organization_newest",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="byline_name_not_empty"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(organization__isnull=True),
                name="byline_one_or_a_collective",
                violation_error_message=_("A byline is a person's or a collective's, not both."),
            ),
        ]

    @property
    def story(self):
        return self.article
