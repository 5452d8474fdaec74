"""Filters of the desk's lists that are chosen by typing, as in Django's autocomplete fields."""

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import AutocompleteSelect

MAX_KEY = 2**63 - 1


class ChosenByTyping(admin.SimpleListFilter):
    """Give title, parameter_name, `relation` ("articles.Mention.person": whose choices are offered)
    and narrow(queryset, key)."""

    template = "admin/filter_typed.html"
    relation: str

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.field = self.get_field()
        self.site = model_admin.admin_site

    @classmethod
    def get_field(cls):
        app, name, field = cls.relation.split(".")
        return apps.get_model(app, name)._meta.get_field(field)

    def lookups(self, request, model_admin):
        return []

    def has_output(self):
        return True

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        if not self.value().isdecimal() or int(self.value()) > MAX_KEY:
            raise IncorrectLookupParameters
        return self.narrow(queryset, int(self.value()))

    def choices(self, changelist):
        """One entry: the field, what else is chosen, and the address of the list without it."""
        kept = {k: v for k, v in changelist.params.items() if k != self.parameter_name}
        without = changelist.get_query_string(remove=[self.parameter_name])
        yield {"field": self.form()[self.parameter_name], "kept": kept, "without": without}

    def form(self):
        widget = AutocompleteSelect(
            self.field, self.site, attrs={"aria-label": self.title, "class": "typed-filter"}
        )
        field = forms.ModelChoiceField(
            self.field.remote_field.model._default_manager.all(), required=False, widget=widget
        )
        form = forms.Form({self.parameter_name: self.value()}, auto_id="filter-%s")
        form.fields[self.parameter_name] = field
        return form


class WithTypedFilters:
    """For the admin of a list with such filters."""

    @property
    def media(self):
        field = next(
            choice.get_field() for choice in self.list_filter if hasattr(choice, "get_field")
        )
        select = AutocompleteSelect(field, self.admin_site)
        return super().media + select.media + forms.Media(js=["desk/filters.js"])
