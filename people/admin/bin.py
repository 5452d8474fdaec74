"""The page of the bin: what was deleted, what is in it, and the way back."""

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from newsdesk.desk import DeskAdmin, ReadOnly
from people import bin as people_bin
from people.models import Deleted
from people.models.change import Change, Tracked


def may_delete(user, model) -> bool:
    name = get_permission_codename("delete", model._meta)
    return user.has_perm(f"{model._meta.app_label}.{name}")


def kinds_for(user) -> list[str]:
    """Who may delete a kind of record sees it in the bin and puts it back."""
    models = apps.get_models()
    return [model._meta.label_lower for model in models if may_delete(user, model)]


class KindOfDeleted(admin.SimpleListFilter):
    title, parameter_name = _("kind of record"), "kind"

    def lookups(self, request, model_admin):
        kinds = model_admin.get_queryset(request).order_by("kind").values_list("kind", flat=True)
        return [(kind, Deleted(kind=kind).kind_words) for kind in kinds.distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class WhereNow(admin.SimpleListFilter):
    title, parameter_name = _("where it is"), "where"

    def lookups(self, request, model_admin):
        return [("bin", _("in the bin")), ("back", _("put back already"))]

    def queryset(self, request, queryset):
        if self.value() not in ("bin", "back"):
            return queryset
        return queryset.filter(restored_at__isnull=self.value() == "bin")


@admin.register(Deleted)
class BinAdmin(ReadOnly, DeskAdmin):
    list_display = ["label", "kind_in_words", "at", "by", "restored_at"]
    list_filter = [
        KindOfDeleted,
        WhereNow,
        ("by", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["by"]
    search_fields = ["label", "record"]
    date_hierarchy = "at"

    @admin.display(description=_("kind of record"), ordering="kind")
    def kind_in_words(self, deleted):
        return deleted.kind_words

    def get_queryset(self, request):
        """Without the contents: an article lies there with all its versions."""
        rows = super().get_queryset(request).filter(kind__in=kinds_for(request.user))
        return rows.defer("payload")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.is_active and bool(kinds_for(request.user))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        known = object_id if object_id.isdecimal() else 0
        deleted = get_object_or_404(self.get_queryset(request), pk=known)
        if request.method == "POST":
            return self.put_back(request, deleted)
        context = self.admin_site.each_context(request) | {
            "title": deleted,
            "opts": self.opts,
            "deleted": deleted,
            "rows": [self.in_words(row) for row in deleted.content["rows"] if row["label"]],
            "nulled": len(deleted.content["nulled"]),
        }
        return render(request, "admin/people/deleted.html", context)

    def in_words(self, row) -> tuple[str, str]:
        return Deleted(kind=row["model"]).kind_words, row["label"]

    def put_back(self, request, deleted):
        here = reverse("admin:people_deleted_change", args=[deleted.pk])
        try:
            with transaction.atomic():
                record = people_bin.restore(deleted)
                self.refuse_unless_allowed(request, record)
                self.write_down(request, record)
        except people_bin.Blocked as blocked:
            messages.error(request, _("Not put back. %s") % blocked)
            return HttpResponseRedirect(here)
        messages.success(request, _("“%s” is back, with all that belongs to it.") % deleted)
        return HttpResponseRedirect(self.address_of(record) or here)

    def refuse_unless_allowed(self, request, record):
        """Who might not delete it there (a locked or an approved story's photo) may not put it there."""
        desk = self.admin_site._registry.get(type(record))
        if desk:
            allowed = desk.has_delete_permission(request, record)
        else:
            allowed = self.may_change_story(request, record)
        if not allowed:
            raise people_bin.Blocked(_("Where it belongs you may not change anything now."))

    def may_change_story(self, request, record) -> bool:
        """A row of a story has no page of its own: the story's own says who may change it."""
        story = getattr(record, "story", None)
        if story is None:
            return True
        return self.admin_site._registry[type(story)].has_change_permission(request, story)

    def write_down(self, request, record):
        self.log_change(request, record, _("Put back from the bin"))
        if story := getattr(record, "story", None):
            self.admin_site._registry[type(story)].row_came_back(request, story, record)
        if isinstance(record, Tracked):
            record.write_down(Change.Kind.RESTORED)

    def address_of(self, record) -> str:
        try:
            meta = record._meta
            return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
        except NoReverseMatch:
            return ""
