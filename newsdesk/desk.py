"""What every record's page at the desk has in common, over Django's own admin."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.db import models

from newsdesk.images import PictureField


class DeskAdmin(admin.ModelAdmin):
    """Searches by the queryset's own search(), deletes one by one, links to the site what is public."""

    list_per_page = 50
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.ImageField: {"form_class": PictureField, "widget": AdminFileWidget},
    }
    show_full_result_count = False

    def get_search_results(self, request, queryset, search_term):
        if not hasattr(queryset, "search"):
            return super().get_search_results(request, queryset, search_term)
        return queryset.search(search_term.replace("\0", "")), False

    def delete_queryset(self, request, queryset):
        for record in queryset:  # each by its own delete(), which notes it in the history
            record.delete()

    def get_view_on_site_url(self, obj=None):
        """Only what readers can see is linked."""
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        return obj.get_absolute_url() if self.is_public(obj) else None

    def is_public(self, obj) -> bool:
        records = type(obj)._default_manager.all()
        if not hasattr(records, "published"):
            return True
        return records.published().filter(pk=obj.pk).exists()

    def autocomplete_text(self, obj) -> str:
        """What a choice says of itself: enough to tell namesakes apart."""
        return str(obj)


class ReadOnly:
    """For an admin or inline that only shows."""

    def has_add_permission(self, request, *args):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class DeskInline(admin.TabularInline):
    extra = 0


class DeskCards(admin.StackedInline):
    """Rows as small cards: for the narrow column beside a text."""

    extra = 0
    classes = ["cards"]
