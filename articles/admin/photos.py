"""Photos, and their use in stories with caption and credits."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import policy, versions
from articles.admin.roles import OffersRoles, WithRoles
from articles.models import Credit, Photo, PhotoUse
from newsdesk.desk import DeskAdmin, DeskInline


class CreditInline(OffersRoles, DeskInline):
    model = Credit
    fields = ["name", "role", "unit", "person", "organization", "order"]
    autocomplete_fields = ["person", "organization"]


class PhotoForm(forms.ModelForm):
    """A picture that was not changed is not opened: it may be lost, and the rest can still be mended."""

    def clean(self):
        cleaned = super().clean()
        if "original" not in self.changed_data:
            cleaned.pop("original", None)
        return cleaned

    def _get_validation_exclusions(self):
        unchanged = {"original"} - set(self.changed_data)
        return super()._get_validation_exclusions() | unchanged


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    form = PhotoForm
    list_display = ["description_or_name", "shown", "taken", "size", "added"]
    search_fields = ["description", "original", "uses__caption"]
    date_hierarchy = "added"
    fields = ["shown", "original", "description", "taken"]
    readonly_fields = ["shown"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the link of Django's own widget: the original is private."""
        if db_field.name == "original":
            kwargs["widget"] = forms.FileInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return policy.may_change_photo(request.user, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and obj.original and not obj.original.storage.exists(obj.original.name):
            text = _("The original picture is missing. You can mend the rest, or upload it again.")
            messages.warning(request, text)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("as readers see it"))
    def shown(self, photo):
        if not photo.rendition:
            return "—"
        url, alt = photo.get_absolute_url(), photo.description
        return format_html('<img class="thumbnail" src="{}" alt="{}">', url, alt)

    @admin.display(description=_("photo"), ordering="description")
    def description_or_name(self, photo):
        return str(photo)

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"


@admin.register(PhotoUse)
class PhotoUseAdmin(WithRoles, DeskAdmin):
    """Opened from a story: the credits of one photo in it, for whoever may change the story."""

    keeps_versions = True

    list_display = ["caption", "article", "photo"]
    list_select_related = ["article", "photo"]
    search_fields = ["caption"]
    fields = ["article", "photo", "caption", "order"]
    readonly_fields = ["article"]
    autocomplete_fields = ["photo"]
    inlines = [CreditInline]

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
