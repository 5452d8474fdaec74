"""Memberships: who held which post, or was in which team, from when to when."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsdesk.dates import Period, PeriodQuerySet

from .change import Tracked
from .organization import Organization
from .post import Post

ACTING_WORD = "代"


class MembershipQuerySet(PeriodQuerySet):
    def by_rank(self):
        return self.order_by(F("post__rank").asc(nulls_last=True), "order", "pk")

    def as_titles(self):
        """Those that give a title and a rank; see counts_as_title for one."""
        return self.filter(post__isnull=False).exclude(status=Membership.Status.NOMINATED)

    def with_posts(self):
        return self.select_related("post__organization", "organization")

    def nameable(self, at=None):
        """Those whose organization may be named to readers; a post may stand without one."""
        bodies = Organization.objects.nameable(at)
        post = Q(post__isnull=False) & (
            Q(post__organization__isnull=True) | Q(post__organization__in=bodies)
        )
        return self.filter(post | Q(organization__in=bodies))


class Membership(Tracked, Period):
    class Status(models.TextChoices):
        HOLDS = "holds", _("holds the post")
        ACTING = "acting", _("acting (代)")
        CONCURRENT = "concurrent", _("concurrently (兼)")
        SECONDED = "seconded", _("seconded (挂职)")
        IN_CHARGE = "in_charge", _("in charge of the work (主持工作)")
        NOMINATED = "nominated", _("nominated (提名)")

    person = models.ForeignKey(
        "people.Person", models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    post = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("post"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("team"),
        help_text=_("where the person is in a team or body without a post of its own"),
    )
    role = models.CharField(_("role"), max_length=50, blank=True, help_text=_("队长, 队员 …"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.HOLDS)
    order = models.PositiveSmallIntegerField(
        _("order among equals"), default=0, help_text=_("班子内排名: the smaller stands first")
    )
    source = models.CharField(pgettext_lazy("of a fact", "source"), max_length=200, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["person", "start_first", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False, organization__isnull=True)
                | Q(post__isnull=True, organization__isnull=False),
                name="membership_of_a_post_or_a_team",
                violation_error_message=_("Choose either a post or a team."),
            ),
            models.CheckConstraint(
                condition=Q(start_first__lte=F("end_last")), name="membership_period"
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.title}"

    def clean(self):
        super().clean()
        if bool(self.post_id) == bool(self.organization_id):
            raise ValidationError({"post": _("Choose either a post or a team.")})

    @property
    def title(self) -> str:
        body = self.post.organization if self.post else self.organization
        return f"{body.in_titles if body else ''}{self.label}"

    @property
    def label(self) -> str:
        """The post or role alone; 代市长 of who is acting."""
        if not self.post:
            return self.role
        acting = self.status == self.Status.ACTING and not self.post.label.startswith(ACTING_WORD)
        return f"{ACTING_WORD if acting else ''}{self.post.label}"

    @property
    def status_words(self) -> str:
        """What the title does not tell by itself: nominated, seconded, in charge …"""
        told = self.status in (self.Status.HOLDS, self.Status.ACTING)
        return "" if told else self.get_status_display()

    @property
    def counts_as_title(self) -> bool:
        return bool(self.post) and self.status != self.Status.NOMINATED

    def held_twice(self) -> bool:
        """Does another row say that the person holds the same post at some of the same time?"""
        if not self.post_id:
            return False
        same = type(self).objects.filter(person=self.person_id, post=self.post_id)
        overlap = same.filter(start_first__lte=self.end_last, end_last__gte=self.start_first)
        return overlap.exclude(pk=self.pk).exists()

    def rank_key(self) -> tuple:
        return (self.post.rank if self.post else 10**9, self.order, self.pk or 0)


def join_titles(memberships) -> str:
    """Titles in the given order with 、 between; an organization is not said twice running."""
    titles = []
    for organization, rows in groupby(memberships, key=lambda row: row.post.organization):
        prefix = organization.in_titles if organization else ""
        titles.append(prefix + "、".join(row.label for row in rows))
    return "、".join(titles)
