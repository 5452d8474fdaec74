"""Posts: an office in an organization, apart from who holds it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .change import Tracked
from .organization import Organization


class Post(Tracked):
    class Kind(models.TextChoices):
        OFFICE = "office", _("office")
        REPORTER = "reporter", _("reporter")
        ACADEMIC = "academic", _("academic title")
        SKILL = "skill", _("skill level")
        STANDING = "standing", _("standing")

    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("organization"),
    )
    label = models.CharField(_("post"), max_length=50, help_text=_("主席, 副教授, 记者 …"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OFFICE)
    rank = models.PositiveIntegerField(
        _("rank"),
        default=1000,
        help_text=_("the smaller stands first; the house's own order of officials"),
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["rank", "organization__sort_key", "label", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "label"], name="post_once_in_an_organization"
            ),
            models.UniqueConstraint(
                fields=["label"],
                condition=Q(organization__isnull=True),
                name="post_once_without_organization",
                violation_error_message=_("There is this post without an organization already."),
            ),
            models.CheckConstraint(condition=~Q(label=""), name="post_label_not_empty"),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """As it stands before a name: 市总工会主席."""
        return f"{self.organization.in_titles if self.organization else ''}{self.label}"
