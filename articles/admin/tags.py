"""Tags, with a merge that needs the right to change and to delete, and that leaves a redirect."""

import taggit.admin  # noqa: F401 - registers its own page, which we take away
from django.contrib import admin, messages
from django.db.models import Count
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as StockTag

from articles.merging import merge_tags
from articles.models import Article, Tag
from newsdesk.desk import DeskAdmin

admin.site.unregister(StockTag)


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    list_display = ["name", "slug", "stories"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]
    actions = ["merge"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(stories=Count("tagged_articles"))

    @admin.display(description=_("stories"), ordering="stories")
    def stories(self, tag):
        return tag.stories

    def has_delete_permission(self, request, obj=None):
        locked = Article.objects.locked_for(request.user)
        if obj and locked.filter(tags=obj).exists():
            return False
        return super().has_delete_permission(request, obj)

    def has_merge_permission(self, request):
        return self.has_change_permission(request) and self.has_delete_permission(request)

    @admin.action(description=_("Merge into one tag"), permissions=["merge"])
    def merge(self, request, queryset):
        tags = list(queryset)
        kept = next((tag for tag in tags if str(tag.pk) == request.POST.get("kept")), None)
        if len(tags) < 2:
            self.message_user(request, _("Choose at least two tags."), messages.WARNING)
            return None
        if kept is None:
            context = self.admin_site.each_context(request)
            context |= {"title": _("Merge tags"), "tags": tags, "opts": self.opts}
            return render(request, "admin/articles/tag_merge.html", context)
        others = [tag for tag in tags if tag != kept]
        if locked := Article.objects.locked_for(request.user).filter(tags__in=others).distinct():
            words = _("Not merged: these stories are locked by others: %s")
            names = "、".join(f"《{article}》" for article in locked[:5])
            self.message_user(request, words % names, messages.ERROR)
            return None
        for tag in others:
            self.log_deletions(request, [tag])
            merge_tags(kept, tag)
        names = "、".join(tag.name for tag in others)
        self.log_change(request, kept, str(_("merged with %s") % names))
        text = _("%(names)s: now “%(kept)s”. The old addresses lead there.")
        self.message_user(request, text % {"names": names, "kept": kept.name}, messages.SUCCESS)
        return None
