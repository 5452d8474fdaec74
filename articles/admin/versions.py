"""Versions of stories: to look at, never to change."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Version
from newsdesk.desk import DeskAdmin, ReadOnly


@admin.register(Version)
class VersionAdmin(ReadOnly, DeskAdmin):
    list_display = ["at", "story", "number", "author_name", "reason"]
    list_display_links = ["number"]
    list_filter = [("author", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    date_hierarchy = "at"
    search_fields = ["article__headline", "author_name", "reason"]
    fields = ["article", "number", "author", "author_name", "at", "reason", "sha256", "content"]

    @admin.display(description=_("article"), ordering="article")
    def story(self, version):
        return version.article
