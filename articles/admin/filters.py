"""The filters of the desk's list of articles: what the public list calls by the same names."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Byline,
    Coverage,
    Credit,
    Mention,
    OrganizationMention,
    State,
    TaggedArticle,
)
from articles.models.states import IN_REVIEW
from articles.today import own, undecided
from newsdesk.desk_filters import ChosenByTyping


def tied(model, path="article", **who) -> Exists:
    return Exists(model.objects.filter(**{path: OuterRef("pk")}, **who))


class InSection(admin.RelatedOnlyFieldListFilter):
    """Stories without a section are named so, not by a dash."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_value_display = _("without a section")


class Status(admin.SimpleListFilter):
    """The state as the desk says it; unused stories lie in their bin and show only when asked for."""

    title = _("state")
    parameter_name = "status"
    SETS = {
        "draft": (_("draft"), Q(state=State.DRAFT)),
        "review": (_("in review"), Q(state__in=IN_REVIEW)),
        "scheduled": (_("approved, waits for its time"), "later"),
        "published": (_("published"), "now"),
        "withdrawn": (_("withdrawn"), Q(state=State.WITHDRAWN)),
        "spiked": (_("bin of unused stories"), Q(state=State.SPIKED)),
    }

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _query) in self.SETS.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.SETS:
            return queryset.exclude(state=State.SPIKED)
        _label, query = self.SETS[self.value()]
        if query == "now":
            return queryset.published()
        if query == "later":
            return queryset.filter(public_from__gt=timezone.now())
        return queryset.filter(query)


class HandedIn(admin.SimpleListFilter):
    title, parameter_name = _("handing in"), "filed"

    def lookups(self, request, model_admin):
        return [("new", _("newly handed in")), ("1", _("all handed in"))]

    def queryset(self, request, queryset):
        if self.value() == "new":
            return queryset.newly_filed()
        return queryset.filed() if self.value() else queryset


class Mine(admin.SimpleListFilter):
    title, parameter_name = _("whose"), "mine"

    def lookups(self, request, model_admin):
        return [("1", _("my own"))]

    def queryset(self, request, queryset):
        return queryset.filter(own(request.user)).distinct() if self.value() else queryset


class Undecided(admin.SimpleListFilter):
    title, parameter_name = _("proposals"), "undecided"

    def lookups(self, request, model_admin):
        return [("1", _("some to decide"))]

    def queryset(self, request, queryset):
        return queryset.open().filter(undecided()) if self.value() else queryset


class ByPerson(ChosenByTyping):
    title, parameter_name = _("person in the story"), "person"
    relation = "articles.Mention.person"

    def narrow(self, queryset, key):
        return queryset.filter(tied(Mention, person=key, confirmed=True))


class ByReporter(ChosenByTyping):
    title, parameter_name = _("reporter or photographer"), "reporter"
    relation = "articles.Byline.person"

    def narrow(self, queryset, key):
        signed = tied(Byline, person=key) | tied(Credit, "photo_use__article", person=key)
        return queryset.filter(signed)


class ByEvent(ChosenByTyping):
    title, parameter_name = _("event"), "event"
    relation = "articles.Coverage.event"

    def narrow(self, queryset, key):
        return queryset.filter(tied(Coverage, event=key, confirmed=True))


class ByOrganization(ChosenByTyping):
    title, parameter_name = _("organization"), "organization"
    relation = "articles.OrganizationMention.organization"

    def narrow(self, queryset, key):
        named = tied(OrganizationMention, organization=key, confirmed=True)
        signed = tied(Byline, organization=key) | tied(
            Credit, "photo_use__article", organization=key
        )
        return queryset.filter(named | signed)


class ByTag(ChosenByTyping):
    title, parameter_name = _("tag"), "tag"
    relation = "articles.TaggedArticle.tag"

    def narrow(self, queryset, key):
        return queryset.filter(tied(TaggedArticle, "content_object", tag=key))


class ByPublication(ChosenByTyping):
    title, parameter_name = _("publication"), "publication"
    relation = "articles.PrintPage.publication"

    def narrow(self, queryset, key):
        return queryset.filter(Q(page__publication=key) | Q(source__publication=key))
