"""Topic pages: what stands on them, in which order; readers see one only when somebody with the right lets them."""

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import Topic, TopicItem
from newsdesk.desk import DeskInline, ExchangingFormSet
from people.admin.tracked import TrackedAdmin

PUBLISHING = ("shown", "published_at")


class ItemFormSet(ExchangingFormSet):
    def meanwhile(self, number):
        """No story has this key: the rule that each stands there once is asked again when it is saved."""
        return {"article": -1 - number}


class ItemInline(DeskInline):
    model = TopicItem
    formset = ItemFormSet
    fields = ["order", "article", "headline", "group", "readers"]
    readonly_fields = ["readers"]
    autocomplete_fields = ["article"]

    @admin.display(description=_("state"))
    def readers(self, item):
        return item.article.status_words if item.article_id else ""


@admin.register(Topic)
class TopicAdmin(TrackedAdmin):
    list_display = ["title", "slug", "stories", "shown", "published_at"]
    list_filter = ["shown"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["picture", "tag", "event"]
    inlines = [ItemInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "standfirst", "picture"]}),
        (_("Newest stories by themselves"), {"fields": [("tag", "event", "newest")]}),
        (_("What readers see"), {"fields": [PUBLISHING]}),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """One field for day and time: of Django's two neither has a label."""
        if db_field.name == "published_at":
            return forms.DateTimeField(
                label=capfirst(db_field.verbose_name),
                required=False,
                help_text=db_field.help_text,
                widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("stories"))
    def stories(self, topic):
        return topic.items.count()

    def may_publish(self, request) -> bool:
        return request.user.has_perm("articles.publish_topic")

    def get_readonly_fields(self, request, obj=None):
        return () if self.may_publish(request) else PUBLISHING

    def has_change_permission(self, request, obj=None):
        """What readers see already, or will see by itself, only they change who may publish."""
        settled = obj is not None and obj.shown and not self.may_publish(request)
        return not settled and super().has_change_permission(request, obj)
