"""The history of the records, to read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsdesk.desk import DeskAdmin, ReadOnly
from people.models import Change


class KindOfRecord(admin.SimpleListFilter):
    """By kind of record, in the desk's words."""

    title = _("kind of record")
    parameter_name = "model"

    def lookups(self, request, model_admin):
        models = Change.objects.order_by("model").values_list("model", flat=True).distinct()
        return [(model, Change(model=model).model_label) for model in models]

    def queryset(self, request, changes):
        return changes.filter(model=self.value()) if self.value() else changes


@admin.register(Change)
class ChangeAdmin(ReadOnly, DeskAdmin):
    list_display = ["at", "by", "record_name", "what", "kind", "which", "before", "after"]
    list_filter = ["kind", KindOfRecord, ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["by"]
    list_display_links = ["record_name"]
    date_hierarchy = "at"
    search_fields = ["record_name", "before", "after"]
    fields = ["at", "who", "record_name", "what", "kind", "which", "before", "after"]
    readonly_fields = ["who", "what", "which"]

    @admin.display(description=_("by whom"))
    def who(self, change):
        """By name: the account's own page is not for everybody."""
        return change.by or "—"

    @admin.display(description=_("kind of record"), ordering="model")
    def what(self, change):
        return change.model_label

    @admin.display(description=_("field"), ordering="field")
    def which(self, change):
        return change.field_label
