"""Articles: the list of the desk, and the form by task."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from newsdesk.desk import DeskAdmin

from .parts import PARTS


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    list_display = ["headline", "status", "section", "updated"]
    list_select_related = ["section"]
    search_fields = ["headline", "plain_text"]
    date_hierarchy = "public_from"
    autocomplete_fields = ["section", "source"]
    readonly_fields = ["page"]
    inlines = PARTS
    fieldsets = [
        (
            None,
            {"fields": ["banner", "kicker", "headline", "subheadline"], "classes": ["headlines"]},
        ),
        (_("Text"), {"fields": ["standfirst", "dateline", "body"], "classes": ["text"]}),
        (
            _("Place and source"),
            {
                "fields": ["section", "tags", "source", "responsible_editor", "page"],
                "classes": ["side"],
            },
        ),
        (
            _("Front page"),
            {"fields": [("front", "front_order"), "pinned"], "classes": ["side"]},
        ),
        (
            _("On the web"),
            {"fields": ["web_headline", "short_title"], "classes": ["side", "collapse"]},
        ),
        (
            _("Reprint"),
            {
                "fields": ["original_author", "original_headline", "original_url"],
                "classes": ["side", "collapse"],
            },
        ),
    ]

    @admin.display(description=_("state"), ordering="state")
    def status(self, article):
        return article.status_words

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
