"""Sections, sources, days of mourning."""

from django.contrib import admin

from articles.models import Mourning, Section, Source
from newsdesk.desk import DeskAdmin


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    list_display = ["name", "slug", "order", "about"]
    list_editable = ["order"]
    search_fields = ["name", "slug"]


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    list_display = ["name", "kind", "publication", "permitted", "url"]
    list_filter = ["kind", "permitted"]
    list_select_related = ["publication"]
    search_fields = ["name"]
    autocomplete_fields = ["publication"]


@admin.register(Mourning)
class MourningAdmin(DeskAdmin):
    list_display = ["first_day", "last_day", "occasion"]
    search_fields = ["occasion"]
