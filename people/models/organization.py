"""Organizations: unions, party bodies, governments, companies, teams, papers."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsdesk.addresses import of_record
from newsdesk.dates import PartialDateField, bounds
from newsdesk.publishing import NamedQuerySet
from newsdesk.text import normalise_name, pinyin_key

from .change import Tracked

LONGEST_KEY = 300  # characters to sort by


class OrganizationQuerySet(NamedQuerySet):
    def papers(self):
        return self.filter(kind=Organization.Kind.PAPER)

    def named(self, name: str):
        return self.filter(Q(name=name) | Q(title_form=name))

    def nameable(self, at=None):
        """Those whose name may stand on the page of another."""
        return self.filter(self.model.showable()).exclude(pk__in=self.known_only_from_drafts(at))


class Organization(Tracked):
    class Kind(models.TextChoices):
        UNION = "union", _("trade union")
        PARTY = "party", _("party body")
        CONGRESS = "congress", _("people's congress or consultative conference")
        GOVERNMENT = "government", _("government")
        LEAGUE = "league", _("mass organization")
        COMPANY = "company", _("company")
        INSTITUTION = "institution", _("institution")
        TEAM = "team", _("team")
        PAPER = "paper", _("paper")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=100)
    short_names = models.CharField(
        _("short names"), max_length=200, blank=True, help_text=_("separated by 、")
    )
    title_form = models.CharField(
        _("form in titles"),
        max_length=50,
        blank=True,
        help_text=_("as it stands before a post: 市总工会"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    city = models.CharField(
        _("city of the paper"),
        max_length=20,
        blank=True,
        help_text=_("of a paper: what 我市 means there"),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )
    founded = PartialDateField(_("founded"))
    dissolved = PartialDateField(_("dissolved"))
    about = models.TextField(_("about"), blank=True)
    sort_key = models.CharField(_("pinyin"), max_length=LONGEST_KEY, blank=True)
    hidden = models.BooleanField(_("hidden"), default=False)
    opened = models.BooleanField(_("public without a story"), default=False)

    objects = OrganizationQuerySet.as_manager()
    named_by = ("mentions", "bylines", "credits")
    searched = ("name", "short_names", "title_form")

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organization_name_not_empty"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organization_not_its_own_part",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.name = normalise_name(self.name)
        self.sort_key = self.sort_key or pinyin_key(self.name)[:LONGEST_KEY]
        super().save(**kwargs)

    @transaction.atomic
    def delete(self, **kwargs):
        for honour in self.honours.all():  # so that each stands in the history
            honour.delete()
        return super().delete(**kwargs)

    def get_absolute_url(self):
        return of_record("organization_detail", self.pk)

    def clean(self):
        super().clean()
        if bounds(self.founded).first > bounds(self.dissolved).last:
            message = _("The organization cannot be dissolved before it was founded.")
            raise ValidationError({"dissolved": message})
        if self.pk and self.pk in self.above():
            raise ValidationError({"parent": _("An organization cannot be a part of itself.")})

    @classmethod
    def showable(cls) -> Q:
        return Q(hidden=False)

    @property
    def is_showable(self) -> bool:
        return not self.hidden

    @property
    def in_titles(self) -> str:
        return self.title_form or self.name

    @property
    def all_names(self) -> set[str]:
        """Every form in which the organization is printed."""
        return {self.name, self.title_form, *self.short_names.split("、")} - {""}

    def above(self) -> list[int]:
        """The keys of the organizations this one is a part of, nearest first; ends at a loop."""
        keys, parent = [], self.parent
        while parent and parent.pk not in keys:
            keys.append(parent.pk)
            parent = parent.parent
        return keys
