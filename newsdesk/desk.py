"""What every record's page at the desk has in common, over Django's own admin."""

from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminFileWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.db import models
from django.forms.models import BaseInlineFormSet

from newsdesk.desk_words import InWords
from newsdesk.exporting import Exports
from newsdesk.images import PictureField
from newsdesk.lines import LinesAsSeen
from newsdesk.listing import MAX_WORDS


class SeveralSelect(AutocompleteSelectMultiple):
    """Without the cross that clears all: Select2 puts it into the list of what is chosen, as no item of it."""

    def build_attrs(self, *args, **kwargs):
        return super().build_attrs(*args, **kwargs) | {"data-allow-clear": "false"}


class DeskAdmin(LinesAsSeen, InWords, Exports, admin.ModelAdmin):
    """Searches by the queryset's own search(), deletes one by one, links to the site what is public."""

    list_per_page = 50
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.ImageField: {"form_class": PictureField, "widget": AdminFileWidget},
    }
    show_full_result_count = False

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SeveralSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_ordering(self, request):
        """Said outright: a queryset with counts in it forgets the model's own order."""
        return self.ordering or self.model._meta.ordering

    def get_search_results(self, request, queryset, search_term):
        """By the first words of what may be a whole paragraph: SQLite fails on a thousand conditions."""
        words = search_term.replace("\0", "")[:MAX_WORDS]
        if not hasattr(queryset, "search"):
            return super().get_search_results(request, queryset, words)
        return queryset.search(words), False

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


class KnownSelect(AutocompleteSelect):
    """An autocomplete field that is told what its rows point to: Django's asks once for each row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {}  # one for all rows: copies of a widget share it

    def optgroups(self, name, value, attrs=None):
        chosen = [key for key in value if key not in ("", None)]
        if not all(str(key) in self.known for key in chosen):
            return super().optgroups(name, value, attrs)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance
        options = [
            self.create_option(name, key, label(self.known[str(key)]), True, index)
            for index, key in enumerate(chosen, len(empty))
        ]
        return [(None, empty + options, 0)]


class KnownFormSet(BaseInlineFormSet):
    def get_queryset(self):
        rows = super().get_queryset()
        for row in rows:
            setattr(row, self.fk.name, self.instance)  # many say in their own name whose they are
        for name, field in self.form.base_fields.items():
            known = getattr(getattr(field.widget, "widget", None), "known", None)
            if known is not None:
                known |= {str(record.pk): record for row in rows if (record := getattr(row, name))}
        return rows


class ExchangingFormSet(KnownFormSet):
    """Rows that are unique by what they point to may exchange it: all let go before one takes hold."""

    def save_existing_objects(self, commit=True):
        changed = [form for form in self.initial_forms if form.has_changed()]
        for number, form in enumerate(changed):
            stored = self.model._default_manager.filter(pk=form.instance.pk)
            stored.update(**self.meanwhile(number))
        return super().save_existing_objects(commit)

    def meanwhile(self, number) -> dict:
        """What the row holds until it is saved."""
        raise NotImplementedError(f"{type(self).__name__} must say what a row holds meanwhile")


class Rows(LinesAsSeen):
    """Rows on a record's form: what they point to is fetched with them."""

    extra = 0
    formset = KnownFormSet

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.autocomplete_fields)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class DeskInline(Rows, admin.TabularInline):
    pass


class DeskCards(Rows, admin.StackedInline):
    """Rows as small cards: for the narrow column beside a text."""

    classes = ["cards"]
