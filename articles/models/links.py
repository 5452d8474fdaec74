"""What ties a story to persons, organizations and events; a proposal becomes public only when confirmed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsdesk.publishing import LinkQuerySet
from newsdesk.text import normalise_name
from people.models import Membership, Organization, Person

from .article import Article
from .event import Event
from .search_entry import SearchedRow


class Link(models.Model):
    """A row between an article and what it names. `target` is the field that must be known to confirm.

    The index that leads with the target holds all that a list needs: the first column finds what the list is
    of (so the key needs no index of its own), the others are its order. The unique constraint leads with the
    article.
    """

    target: str
    confirmed = models.BooleanField(_("confirmed"), default=False)
    public_from = models.DateTimeField(null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs):
        self.set_public_from()
        super().save(**kwargs)

    def clean(self):
        super().clean()
        if self.confirmed and not getattr(self, f"{self.target}_id"):
            raise ValidationError(
                {"confirmed": _("Choose who or what is meant before confirming.")}
            )

    @property
    def story(self):
        return self.article

    def set_public_from(self):
        self.public_from = self.article.public_from if self.confirmed else None

    def after_restoring(self):
        """Alone from the bin into its story: forms that are open notice."""
        self.article.note_links_decided()


class Mention(SearchedRow, Link):
    """One row for an article and a person: name and title as first printed."""

    target = "person"
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        db_index=False,
        related_name="mentions",
        verbose_name=_("article"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="mentions",
        verbose_name=_("person"),
    )
    name = models.CharField(_("name as printed"), max_length=50)
    title = models.CharField(_("title as printed"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    reason = models.CharField(_("why proposed"), max_length=200, blank=True)
    memberships = models.ManyToManyField(
        Membership, blank=True, related_name="mentions", verbose_name=_("posts meant")
    )

    class Meta:
        verbose_name = _("person in the story")
        verbose_name_plural = _("persons in the story")
        ordering = ["article", "order", "pk"]
        indexes = [
            models.Index(fields=["person", "-public_from", "-article"], name="mention_newest")
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="person_once_in_an_article"),
            models.CheckConstraint(
                condition=Q(confirmed=False) | Q(person__isnull=False),
                name="mention_confirmed_is_known",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=True) | Q(public_from__isnull=True),
                name="mention_proposed_is_private",
            ),
        ]

    def __str__(self):
        return f"{self.title}{self.name}"

    def save(self, **kwargs):
        self.name = normalise_name(self.name)
        super().save(**kwargs)

    def after_restoring(self):
        SearchedRow.after_restoring(self)
        Link.after_restoring(self)


class OrganizationMention(Link):
    target = "organization"
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        db_index=False,
        related_name="organization_mentions",
        verbose_name=_("article"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="mentions",
        verbose_name=_("organization"),
    )
    name = models.CharField(_("name as printed"), max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("organization in the story")
        verbose_name_plural = _("organizations in the story")
        ordering = ["article", "order", "pk"]
        indexes = [
            models.Index(
                fields=["organization", "-public_from", "-article"], name="orgmention_newest"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "organization"], name="organization_once_in_an_article"
            ),
            models.CheckConstraint(
                condition=Q(confirmed=False) | Q(organization__isnull=False),
                name="orgmention_confirmed_is_known",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=True) | Q(public_from__isnull=True),
                name="orgmention_proposed_is_private",
            ),
        ]

    def __str__(self):
        return self.name or str(self.organization)


class Coverage(Link):
    """A story tells of an event."""

    target = "event"
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        db_index=False,
        related_name="coverages",
        verbose_name=_("article"),
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="coverages",
        verbose_name=_("event"),
    )
    name = models.CharField(_("name as printed"), max_length=100, blank=True)
    date = models.CharField(_("date as understood"), max_length=10, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    reason = models.CharField(_("why proposed"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("event in the story")
        verbose_name_plural = _("events in the story")
        ordering = ["article", "order", "pk"]
        indexes = [
            models.Index(fields=["event", "-public_from", "-article"], name="coverage_newest")
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "event"], name="event_once_in_an_article"),
            models.CheckConstraint(
                condition=Q(confirmed=False) | Q(event__isnull=False),
                name="coverage_confirmed_is_known",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=True) | Q(public_from__isnull=True),
                name="coverage_proposed_is_private",
            ),
        ]

    def __str__(self):
        return self.name or str(self.event)
