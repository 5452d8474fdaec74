"""The use of photos in stories: caption and credits of one photo in one story."""

from django.contrib import admin
from django.db import transaction

from articles import policy
from articles.admin.roles import OffersRoles, WithRoles
from articles.history import versions
from articles.models import Credit, PhotoUse
from newsdesk.desk import DeskAdmin, DeskInline


class CreditInline(OffersRoles, DeskInline):
    model = Credit
    fields = ["name", "role", "unit", "person", "organization", "order"]
    autocomplete_fields = ["person", "organization"]


@admin.register(PhotoUse)
class PhotoUseAdmin(WithRoles, DeskAdmin):
    """Opened from a story: the credits of one photo in it, for whoever may change the story."""

    list_display = ["caption", "article", "photo"]
    list_select_related = ["article", "photo"]
    search_fields = ["caption"]
    fields = ["article", "photo", "caption", "order"]
    readonly_fields = ["article"]
    autocomplete_fields = ["photo"]
    inlines = [CreditInline]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "photo":
            field.widget.can_add_related = False  # a photo comes by its file
        return field

    def save_model(self, request, obj, form, change):
        versions.keep_before(obj.article)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.keep(form.instance.article, request)

    @transaction.atomic
    def delete_model(self, request, obj):
        versions.keep_before(obj.article)
        super().delete_model(request, obj)
        self.keep(obj.article, request)

    def keep(self, article, request):
        """A form of the story that is open must notice what changed here."""
        article.note_links_decided()
        versions.keep(article, by=request.user)

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or policy.may_change(request.user, obj.article))

    def has_delete_permission(self, request, obj=None):
        """Also asked when a story is deleted with all its parts."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or self._may_delete_from(obj.article, request.user))

    def _may_delete_from(self, article, user):
        return policy.may_change(user, article) or policy.may_delete(user, article)
