"""What stands beside an article's text: bylines, persons, organizations, events, photos."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.roles import OffersRoles
from articles.models import Byline, Coverage, Mention, OrganizationMention, PhotoUse
from newsdesk.desk import DeskCards, ExchangingFormSet


class BylineInline(OffersRoles, DeskCards):
    model = Byline
    fields = [("name", "role"), ("person", "organization"), ("unit", "order")]
    autocomplete_fields = ["person", "organization"]


class LinkFormSet(ExchangingFormSet):
    def meanwhile(self, number):
        return {self.model.target: None, "confirmed": False, "public_from": None}


class LinkInline(DeskCards):
    """Rows that may be proposals: marked as such, with the reason, and confirmed by a tick."""

    formset = LinkFormSet
    readonly_fields = ["proposal"]

    @admin.display(description=_("proposed"))
    def proposal(self, link):
        if link.pk is None or link.confirmed:
            return ""
        return getattr(link, "reason", "") or _("not yet confirmed")


class MentionInline(LinkInline):
    model = Mention
    fields = [("name", "title"), ("person", "confirmed", "order"), "proposal"]
    autocomplete_fields = ["person"]


class OrganizationMentionInline(LinkInline):
    model = OrganizationMention
    fields = ["name", ("organization", "confirmed", "order"), "proposal"]
    autocomplete_fields = ["organization"]


class CoverageInline(LinkInline):
    model = Coverage
    fields = [("name", "date"), ("event", "confirmed", "order"), "proposal"]
    autocomplete_fields = ["event"]


class PhotoUseInline(DeskCards):
    model = PhotoUse
    fields = ["photo", "caption", "order"]
    autocomplete_fields = ["photo"]
    show_change_link = True


PARTS = [BylineInline, MentionInline, OrganizationMentionInline, CoverageInline, PhotoUseInline]
