"""Photos, and their use in stories with caption and credits."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Credit, Photo, PhotoUse
from newsdesk.desk import DeskAdmin, DeskInline


class CreditInline(DeskInline):
    model = Credit
    fields = ["name", "role", "unit", "person", "organization", "order"]
    autocomplete_fields = ["person", "organization"]


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    list_display = ["description_or_name", "taken", "size", "added"]
    search_fields = ["description", "original", "uses__caption"]
    date_hierarchy = "added"
    fields = ["original", "description", "taken"]

    @admin.display(description=_("photo"), ordering="description")
    def description_or_name(self, photo):
        return str(photo)

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"


@admin.register(PhotoUse)
class PhotoUseAdmin(DeskAdmin):
    """Opened from a story: the credits of one photo in it."""

    list_display = ["caption", "article", "photo"]
    list_select_related = ["article", "photo"]
    search_fields = ["caption"]
    autocomplete_fields = ["article", "photo"]
    inlines = [CreditInline]

    def has_module_permission(self, request):
        return False
