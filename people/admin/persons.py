"""Persons; reporters and officials are the same records seen by what they hold."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from newsdesk.desk import DeskCards, DeskInline
from people.models import Honour, Membership, Official, OtherName, Person, Reporter

from .person_form import PersonForm
from .tracked import TrackedAdmin

HIDE = "people.hide_person"
ALL_OR_NOTHING = ("visibility", "national_leader")


def say_what_is_held_twice(request, memberships):
    """It may be right (a second term); more often the same row was typed twice."""
    titles = {f"{row.person} {row.title}" for row in memberships if row.held_twice()}
    for title in sorted(titles):
        text = _("%s: two rows say so for the same time. Is one of them too many?")
        messages.warning(request, text % title)


class OtherNameInline(DeskInline):
    model = OtherName
    fields = ["name", "kind", "start", "end"]


class MembershipInline(DeskCards):
    model = Membership
    fields = [
        ("post", "organization", "role"),
        ("start", "end", "status", "order"),
        ("seen_on", "source"),
    ]
    autocomplete_fields = ["post", "organization"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_posts()


class HonourInline(DeskInline):
    model = Honour
    fields = ["award", "year", "source", "revoked"]
    autocomplete_fields = ["award"]


class PersonAdminBase(TrackedAdmin):
    form = PersonForm
    change_form_template = "admin/people/person_change_form.html"
    list_display = ["name", "note", "titles", "visibility", "opened", "featured"]
    list_filter = ["visibility", "national_leader", "memberships__post__kind"]
    export_also = ("aliases", "prizes", "died", "sort_key", "stroke_key")
    search_fields = ["name", "other_names__name", "sort_key"]
    search_help_text = _("name, other name or pinyin")
    ordering = ["sort_key", "pk"]
    actions = ["hide", "show"]
    inlines = [OtherNameInline, MembershipInline, HonourInline]
    fieldsets = [
        (None, {"fields": [("name", "note"), "another_person"]}),
        (
            _("What readers see"),
            {"fields": [("visibility", "opened"), ("national_leader", "featured")]},
        ),
        (
            _("About the person"),
            {"fields": ["portrait", ("portrait_x", "portrait_y"), "biography", "died"]},
        ),
        (_("Sorting"), {"fields": [("sort_key", "stroke_key")], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_titles()

    def get_fieldsets(self, request, obj=None):
        """The box that lets a namesake pass is for who may save."""
        if obj is None or self.has_change_permission(request, obj):
            return self.fieldsets
        (heading, first), *rest = self.fieldsets
        return [(heading, first | {"fields": [("name", "note")]}), *rest]

    def get_readonly_fields(self, request, obj=None):
        """What readers may see of a person already on record is for those who may hide."""
        fixed = () if obj is None or self.has_hide_permission(request) else ALL_OR_NOTHING
        return (*super().get_readonly_fields(request, obj), *fixed)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if any(each.model is Membership and each.has_changed() for each in formsets):
            say_what_is_held_twice(request, form.instance.memberships.with_posts())

    @admin.display(description=_("posts now"))
    def titles(self, person):
        return person.title_on(timezone.localdate())

    @admin.display(description=_("other names"))
    def aliases(self, person):
        return "、".join(map(str, person.other_names.all()))

    @admin.display(description=_("honours"))
    def prizes(self, person):
        standing = (honour for honour in person.honours.all() if not honour.revoked)
        return "、".join(f"{honour.award} {honour.year}".strip() for honour in standing)

    def with_columns(self, rows):
        return rows.prefetch_related("other_names", "honours__award")

    def autocomplete_text(self, person):
        return " ".join(filter(None, [str(person), self.titles(person)]))

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.set_visibility))
        name = f"{self.opts.app_label}_{self.opts.model_name}_visibility"
        return [path("<int:pk>/visibility/", view, name=name), *super().get_urls()]

    def set_visibility(self, request, pk):
        """The one click on a person's page that hides the person everywhere, or opens it again."""
        person = get_object_or_404(Person, pk=pk)
        if not self.has_hide_permission(request):
            raise PermissionDenied
        self._show_or_hide(request, [person], show="show" in request.POST)
        return HttpResponseRedirect(reverse("admin:people_person_change", args=[pk]))

    def has_hide_permission(self, request):
        return request.user.has_perm(HIDE)

    @admin.action(description=_("Hide everywhere"), permissions=["hide"])
    def hide(self, request, queryset):
        self._show_or_hide(request, queryset, show=False)

    @admin.action(description=_("Show again, with their stories"), permissions=["hide"])
    def show(self, request, queryset):
        self._show_or_hide(request, queryset, show=True)

    def _show_or_hide(self, request, persons, *, show):
        wanted = Person.Visibility.STORIES if show else Person.Visibility.NOTHING
        changed = [person for person in persons if (person.visibility == "nothing") == show]
        for person in changed:
            person.visibility = wanted
            person.save()
            self.log_change(
                request, person, str(_("shown again") if show else _("hidden everywhere"))
            )
        self._say(request, len(changed), show)

    def _say(self, request, count, show):
        if show:
            text = ngettext("%d person is shown again.", "%d persons are shown again.", count)
        else:
            text = ngettext(
                "%d person is hidden: no page, no list, no link.",
                "%d persons are hidden: no page, no list, no link.",
                count,
            )
        self.message_user(request, text % count, messages.SUCCESS)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_hide"] = bool(obj) and self.has_hide_permission(request)
        context["may_merge"] = bool(obj) and request.user.has_perm("people.merge_person")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


@admin.register(Person)
class PersonAdmin(PersonAdminBase):
    pass


@admin.register(Reporter, Official)
class HolderAdmin(PersonAdminBase):
    """Reporters and officials: opened from here, made and edited as persons."""

    list_filter = ["visibility", "memberships__post__organization__kind"]

    def has_add_permission(self, request):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("people.view_person")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("people.change_person")

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm("people.delete_person")


class HoldsToday(admin.SimpleListFilter):
    title, parameter_name = _("today"), "today"

    def lookups(self, request, model_admin):
        return [("certainly", _("certainly holds it")), ("possibly", _("holds it, or may hold it"))]

    def queryset(self, request, queryset):
        day = timezone.localdate()
        if self.value() == "certainly":
            return queryset.certainly_on(day)
        return queryset.on(day) if self.value() == "possibly" else queryset


@admin.register(Membership)
class MembershipAdmin(TrackedAdmin):
    list_display = ["person", "title", "status", "period", "order", "source"]
    list_display_links = ["person", "title"]
    list_filter = [HoldsToday, "status", "post__kind"]
    list_select_related = ["person", "post__organization", "organization"]
    search_fields = [
        "person__name",
        "post__label",
        "post__organization__name",
        "organization__name",
    ]
    autocomplete_fields = ["person", "post", "organization"]
    fieldsets = [
        (None, {"fields": ["person", ("post", "organization"), ("role", "status", "order")]}),
        (_("When"), {"fields": [("start", "end"), "seen_on", "source"]}),
    ]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        say_what_is_held_twice(request, [obj])

    @admin.display(description=_("title"))
    def title(self, membership):
        return membership.title

    @admin.display(description=_("period"), ordering="start_first")
    def period(self, membership):
        return membership.in_words
