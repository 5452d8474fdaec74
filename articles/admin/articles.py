"""Articles: the list of the desk, and the form laid out by the editor's task."""

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from js_asset import Media

from articles import placing, policy
from articles.admin.roles import WithRoles
from articles.history import noticing, versions
from articles.lists import columns
from articles.models import Article, Version
from articles.models.search_entry import indexed_once
from newsdesk import html
from newsdesk.desk import DeskAdmin
from newsdesk.desk_filters import WithTypedFilters
from newsdesk.text import count, count_without_marks

from . import filters
from .acts import Acts
from .article_form import ArticleForm
from .conflict import MeetsOthers
from .files import TakesFiles
from .filing import Files
from .linking import Links
from .marks import PutsMarksRight, marks_address
from .parts import PARTS
from .presence import Presences
from .preview import Previews
from .prose import editor_context
from .unsaved import KeepsUnsaved
from .versions import Versions
from .wechat import CopiesToWechat
from .word import ImportsDocuments

PLACING = ["front", "front_order", "pinned"]
PLACE = (_("Front page"), {"fields": [("front", "front_order"), "pinned"], "classes": ["side"]})


@admin.register(Article)
class ArticleAdmin(
    MeetsOthers,
    Links,
    Presences,
    PutsMarksRight,
    ImportsDocuments,
    Files,
    CopiesToWechat,
    KeepsUnsaved,
    Previews,
    TakesFiles,
    WithRoles,
    Acts,
    Versions,
    WithTypedFilters,
    DeskAdmin,
):
    form = ArticleForm
    change_form_template = "admin/articles/article_form.html"
    change_list_template = "admin/articles/article_list.html"
    list_display = [
        "headline",
        "status_and_lock",
        "section",
        "writers",
        "paper",
        "length",
        "public_at",
        "changed",
    ]
    list_filter = [
        filters.Status,
        filters.ByPerson,
        filters.ByEvent,
        filters.ByReporter,
        filters.ByOrganization,
        filters.ByTag,
        filters.ByPublication,
        ("section", filters.InSection),
        filters.HandedIn,
        filters.Mine,
        filters.Undecided,
        "front",
    ]
    search_fields = ["headline", "plain_text"]
    search_help_text = _("headline, text or printed name; any part of a word")
    date_hierarchy = "public_from"
    ordering = ["-updated", "-pk"]
    autocomplete_fields = ["section", "source", "page"]
    inlines = PARTS
    fieldsets = [
        (
            None,
            {"fields": ["banner", "kicker", "headline", "subheadline"], "classes": ["headlines"]},
        ),
        (
            _("Text"),
            {"fields": ["standfirst", "dateline", "body", "edited_version"], "classes": ["text"]},
        ),
        (
            _("Place and source"),
            {
                "fields": [
                    "section",
                    "tags",
                    "source",
                    "responsible_editor",
                    ("page", "page_order"),
                ],
                "classes": ["side"],
            },
        ),
        PLACE,
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

    def get_queryset(self, request):
        rows = (
            super()
            .get_queryset(request)
            .select_related("section", "page__publication", "source", "locked_by")
        )
        if "mine" in request.GET:
            rows = noticing.with_changes_by_others(rows, request.user)
        return rows.prefetch_related("bylines")

    def columns(self, request):
        return columns.COLUMNS

    def with_columns(self, rows):
        return columns.with_columns(rows)

    def get_actions(self, request):
        """Stories are put aside or deleted one by one."""
        return {}

    @admin.display(description=_("state"), ordering="state")
    def status(self, article):
        name = "published" if article.is_public else article.state
        return format_html('<span class="state state-{}">{}</span>', name, article.status_words)

    @admin.display(description=_("state"), ordering="state")
    def status_and_lock(self, article):
        if not article.locked_by:
            return self.status(article)
        words = _("locked by %s") % article.locked_by
        return format_html('{} <span class="locked">{}</span>', self.status(article), words)

    @admin.display(description=_("length in characters"))
    def length(self, article):
        words = _("without marks %s") % f"{count_without_marks(article.plain_text):,}"
        whole = f"{count(article.plain_text):,}"
        return format_html('<span title="{}">{}</span>', words, whole)

    @admin.display(description=_("written by"))
    def writers(self, article):
        return "、".join(byline.name for byline in article.bylines.all())

    @admin.display(description=_("paper"))
    def paper(self, article):
        return article.page or article.source or ""

    @admin.display(description=_("published on"), ordering="published_at")
    def public_at(self, article):
        return (
            date_format(localtime(article.published_at), "Y-m-d H:i")
            if article.published_at
            else ""
        )

    @admin.display(description=_("last change"), ordering="updated")
    def changed(self, article):
        when = date_format(localtime(article.updated), "m-d H:i")
        if not getattr(article, "newest", None):
            return when
        url = reverse("admin:articles_article_compare", args=[article.pk])
        url = f"{url}?old={article.known}&new={article.newest}"
        return format_html(
            '{} <a class="by-others" href="{}">{}</a>', when, url, _("changed by others")
        )

    @admin.display(description=_("text"))
    def body_as_read(self, article):
        return html.safe(article.body)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return request.user.has_perm(policy.CHANGE)
        return policy.may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return super().has_delete_permission(request)
        return policy.may_delete(request.user, obj)

    def get_readonly_fields(self, request, obj=None):
        fixed = ["body_as_read"]
        return fixed if request.user.has_perm(policy.PLACE) else fixed + PLACING

    def get_fieldsets(self, request, obj=None):
        shown = [each for each in self.fieldsets if each is not PLACE or self._places(request, obj)]
        if obj is None or self.has_change_permission(request, obj):
            return shown
        return [(name, self._to_read(options)) for name, options in shown]

    def _places(self, request, obj) -> bool:
        """Who may not place a story reads its place, where it has one."""
        placed = obj and (obj.front or obj.pinned)
        return bool(placed or request.user.has_perm(policy.PLACE))

    def _to_read(self, options):
        shown = {"body": "body_as_read"}
        fields = [
            shown.get(str(name), name) for name in options["fields"] if name != "edited_version"
        ]
        return options | {"fields": fields}

    def save_model(self, request, obj, form, change):
        if change:
            self.refuse_if_locked(request, obj)
            versions.keep_before(obj)
        else:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def refuse_if_locked(self, request, article):
        """Asked once more, of the row that is ours now: a lock may have come after the form was read."""
        stored = Article.objects.only("locked_by", "locked_at").get(pk=article.pk)
        if policy.is_locked_for(request.user, stored):
            raise PermissionDenied
        article.locked_by_id, article.locked_at = stored.locked_by_id, stored.locked_at

    def save_related(self, request, form, formsets, change):
        with indexed_once():
            super().save_related(request, form, formsets, change)
        placing.drop_strangers(form.instance)
        versions.keep(form.instance, by=request.user, reason=form.cleaned_data["reason"])

    def get_deleted_objects(self, objs, request):
        """Versions go with their article, though nobody may delete one alone."""
        deleted, count, forbidden, protected = super().get_deleted_objects(objs, request)
        return deleted, count, forbidden - {Version._meta.verbose_name}, protected

    @transaction.atomic
    def delete_view(self, request, object_id, extra_context=None):
        """The address carries the version that is to be deleted; a newer one is not."""
        rows = Article.objects.select_for_update(of=("self",))
        article = rows.filter(pk=object_id).first() if object_id.isdecimal() else None
        if article and policy.is_locked_for(request.user, article):
            return self._locked(request, article)
        if article and "lock_version" not in request.GET:
            return HttpResponseRedirect(f"?lock_version={article.lock_version}")
        if article and request.GET["lock_version"] != str(article.lock_version):
            text = _("Not deleted: somebody changed the article since you opened the page.")
            self.message_user(request, text, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[object_id]))
        return super().delete_view(request, object_id, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["is_nav_sidebar_enabled"] = (
            False  # the text and what stands beside it need the room
        )
        context |= editor_context(obj) | {"marks_url": marks_address(obj)}
        if obj:
            context |= self.bar(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def bar(self, request, article) -> dict:
        """What the bar over the form says and offers."""
        log = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(Article), object_id=article.pk
        )
        preview = request.user.has_perm(policy.PREVIEW)
        return {
            "acts": policy.acts(request.user, article),
            "last": log.select_related("user").first(),
            "status": self.status(article),
            "changes": noticing.changes_by_others(request.user, article),
            "preview": reverse("article_preview", kwargs={"pk": article.pk}) if preview else "",
        }
