"""Organizations and the posts in them."""

from django.contrib import admin
from django.db.models import Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.translation import gettext_lazy as _

from newsdesk.desk import DeskInline
from people.models import Organization, Post

from .tracked import TrackedAdmin


class PostInline(DeskInline):
    model = Post
    fields = ["label", "kind", "rank"]


class ChildInline(DeskInline):
    model = Organization
    fk_name = "parent"
    fields = ["name", "kind", "founded", "dissolved"]
    show_change_link = True
    verbose_name = _("part")
    verbose_name_plural = _("parts of this organization")


@admin.register(Organization)
class OrganizationAdmin(TrackedAdmin):
    list_display = ["name", "title_form", "kind", "parent", "founded", "dissolved", "hidden"]
    list_filter = ["kind", "hidden"]
    list_select_related = ["parent"]
    search_fields = ["name", "short_names", "title_form"]
    autocomplete_fields = ["parent", "successor"]
    inlines = [PostInline, ChildInline]
    fieldsets = [
        (None, {"fields": [("name", "title_form"), "short_names", ("kind", "city")]}),
        (_("Its place and time"), {"fields": [("parent", "successor"), ("founded", "dissolved")]}),
        (_("What readers see"), {"fields": ["about", ("hidden", "opened")]}),
        (_("Sorting"), {"fields": ["sort_key"], "classes": ["collapse"]}),
    ]

    def autocomplete_text(self, organization):
        short = organization.title_form or organization.short_names
        return f"{organization}（{short}）" if short else str(organization)


@admin.register(Post)
class PostAdmin(TrackedAdmin):
    list_display = ["label", "organization", "kind", "rank"]
    list_editable = ["rank"]
    list_filter = ["kind"]
    list_select_related = ["organization"]
    search_fields = [
        "title_words",
        "label",
        "organization__name",
        "organization__title_form",
        "organization__short_names",
    ]
    autocomplete_fields = ["organization"]
    ordering = ["rank", "organization__sort_key", "label", "pk"]

    def get_queryset(self, request):
        """With its title as one reads it, which is typed in one piece: 市总工会主席."""
        form = Coalesce(NullIf("organization__title_form", Value("")), "organization__name")
        posts = super().get_queryset(request).select_related("organization")
        return posts.annotate(title_words=Concat(form, "label"))
