"""Tags: our own page; taggit's lets whoever may look merge them."""

import taggit.admin  # noqa: F401 - registers its own page, which we take away
from django.contrib import admin
from taggit.models import Tag as StockTag

from articles.models import Tag
from newsdesk.desk import DeskAdmin

admin.site.unregister(StockTag)


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]
