"""Accounts. An administrator keeps them, and cannot raise anybody above the groups of the house."""

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from newsdesk.desk import DeskAdmin, ReadOnly
from newsdesk.desk_words import InWords
from people.models import User

from .account_forms import AccountForm, NewPasswordForm
from .permission_words import in_words

admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(InWords, UserAdmin):
    form = AccountForm
    add_form = UserCreationForm
    change_password_form = NewPasswordForm
    list_display = ["username", "display_name", "person", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    list_select_related = ["person"]
    search_fields = ["username", "display_name", "person__name"]
    autocomplete_fields = ["person"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password", "display_name", "person", "email"]}),
        (_("What the account may do"), {"fields": ["is_active", "groups"]}),
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    superuser_fieldset = (
        _("Only for superusers"),
        {"fields": ["is_staff", "is_superuser"], "classes": ["collapse"]},
    )
    add_fieldsets = [
        (None, {"fields": ["username", "display_name", "person", "groups"], "classes": ["wide"]}),
        (_("Password"), {"fields": ["password1", "password2"], "classes": ["wide"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **kwargs, widget=forms.CheckboxSelectMultiple
        )

    @admin.display(description=_("groups"))
    def roles(self, user):
        return "、".join(group.name for group in user.groups.all())

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and not self.has_change_permission(request, obj):
            (name, first), *rest = fieldsets  # without the button that resets the password
            shown = [field for field in first["fields"] if field != "password"]
            return [(name, first | {"fields": shown}), *rest]
        if obj and request.user.is_superuser:
            return [*fieldsets, self.superuser_fieldset]
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        """Nobody but a superuser changes what his own account may do."""
        readonly = super().get_readonly_fields(request, obj)
        if obj and obj == request.user and not request.user.is_superuser:
            return [*readonly, "is_active", "groups"]
        return readonly

    def has_change_permission(self, request, obj=None):
        """Also the key to resetting a password: a superuser's is for superusers."""
        return self._may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Whoever has worked here stays in the books: such an account is switched off, not deleted."""
        if obj and (obj == request.user or LogEntry.objects.filter(user=obj).exists()):
            return False
        return self._may_touch(request, obj) and super().has_delete_permission(request, obj)

    def _may_touch(self, request, obj):
        return request.user.is_superuser or not (obj and obj.is_superuser)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True  # an account is for the desk
        super().save_model(request, obj, form, change)

    def delete_queryset(self, request, queryset):
        for account in queryset:
            account.delete()


@admin.register(Group)
class RoleAdmin(ReadOnly, InWords, GroupAdmin):
    """The groups come from newsdesk/roles.py; here one sees what each may do."""

    list_display = ["name", "members"]
    fields = readonly_fields = ["name", "may"]

    @admin.display(description=_("accounts"))
    def members(self, group):
        return "、".join(str(user) for user in group.user_set.all())

    @admin.display(description=_("What the account may do"))
    def may(self, group):
        permissions = group.permissions.select_related("content_type")
        return format_html_join("", "<div>{}</div>", ((line,) for line in in_words(permissions)))

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("user_set")


@admin.register(LogEntry)
class LogAdmin(ReadOnly, DeskAdmin):
    """What was done at the desk, to read."""

    list_display = ["action_time", "user", "action_flag", "content_type", "object_repr", "message"]
    list_display_links = ["object_repr"]
    list_filter = ["action_flag", ("user", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr"]
    date_hierarchy = "action_time"

    @admin.display(description=_("what was done"))
    def message(self, entry):
        return entry.get_change_message()
