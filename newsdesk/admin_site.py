"""The desk: Django's own admin under our name."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import transaction
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from articles.today import actions, piles
from newsdesk.views.held import held_form
from newsdesk.views.merge import merge
from newsdesk.views.saved_searches import forget, saved_searches
from people.bin import throw

APPS = ["articles", "people"]
FIRST = [
    "Article", "Contribution", "PrintPage", "Event", "Photo", "Topic", "Tag", "Section", "Source",
    "Person", "Official", "Reporter", "Organization", "Post", "Membership", "Honour", "Award",
    "User", "Change", "Version", "Deleted",
]  # fmt: skip


def place(name, order) -> int:
    return order.index(name) if name in order else len(order)


class IntoTheBin:
    """What is deleted on a record's page goes into the bin, and so does each row taken out of its form."""

    @transaction.atomic
    def delete_model(self, request, obj):
        throw(obj)
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        for record in queryset:
            throw(record)
        super().delete_queryset(request, queryset)

    def save_formset(self, request, form, formset, change):
        for row in formset.deleted_forms:
            if row.instance.pk:
                row.instance.refresh_from_db()  # without what was typed into the row before
                throw(row.instance)
        super().save_formset(request, form, formset, change)


class AutocompleteView(AutocompleteJsonView):
    """Each choice says enough of itself to tell namesakes apart."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "autocomplete_text", str)
        return result | {"text": describe(obj)}


class DeskAdminSite(admin.AdminSite):
    site_header = _("News desk")
    site_title = _("News desk")
    index_title = _("Today at the desk")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Whoever deletes, the bin is asked first: also of the records that Django's own apps bring."""
        admin_class = admin_class or admin.ModelAdmin
        binned = type(admin_class.__name__, (IntoTheBin, admin_class), {})
        super().register(model_or_iterable, binned, **options)

    def get_app_list(self, request, app_label=None):
        """The desk's work first, and of it what is opened most."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: place(model["object_name"], FIRST))
        return sorted(apps, key=lambda app: place(app["app_label"], APPS))

    def index(self, request, extra_context=None):
        found = piles(request.user)
        today = {
            "actions": actions(request.user),
            "searches": request.user.saved_searches.all(),
            "piles": [pile for pile in found if pile.count],
            "empty": [pile for pile in found if pile.url and not pile.count],
        }
        return super().index(request, today | (extra_context or {}))

    def autocomplete_view(self, request):
        return AutocompleteView.as_view(admin_site=self)(request)

    def i18n_javascript(self, request, extra_context=None):
        """Our words for Django's own scripts come before Django's."""
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin", "newsdesk"])(request)

    def get_urls(self):
        """The pages that join both apps stand before those of the records."""
        return [
            path("people/person/<int:pk>/merge/", self.admin_view(merge), name="person_merge"),
            path("held/<slug:token>/", self.admin_view(held_form), name="held"),
            path("searches/", self.admin_view(saved_searches), name="saved_searches"),
            path("searches/<int:pk>/forget/", self.admin_view(forget), name="forget_search"),
            *super().get_urls(),
        ]
