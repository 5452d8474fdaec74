"""Printed pages: what came in, where it stands, and the way to its reading."""

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles import policy
from articles.models import PageStaff, PrintPage
from articles.printed import imprint
from articles.printed.reading_store import reading_of
from newsdesk.desk import DeskAdmin, DeskInline

from . import proposals, reading
from .page_forms import AddPagesForm, NewPaper, PageForm


class StaffInline(DeskInline):
    model = PageStaff
    fields = ["order", "role", "name", "person"]
    autocomplete_fields = ["person"]


class Accepted(admin.SimpleListFilter):
    title, parameter_name = gettext_lazy("state"), "accepted"

    def lookups(self, request, model_admin):
        return [("0", _("not yet accepted")), ("1", pgettext("page", "accepted"))]

    def queryset(self, request, pages):
        return pages.filter(accepted__isnull=self.value() == "0") if self.value() else pages


@admin.register(PrintPage)
class PrintPageAdmin(DeskAdmin):
    form = PageForm
    list_display = ["page", "publication", "date", "number", "name", "state", "added", "added_by"]
    list_filter = ["publication", Accepted]
    list_select_related = ["publication", "added_by"]
    search_fields = ["name", "number", "issue", "raw", "publication__name"]
    date_hierarchy = "date"
    fields = [
        "publication",
        ("date", "date_inferred"),
        ("issue", "number", "name"),
        "scan",
        "continues",
        "text",
    ]
    readonly_fields = ["continues", "text"]
    inlines = [StaffInline]
    change_form_template = "admin/articles/printpage/change_form.html"
    list_display_links = None

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(stories=Count("articles", distinct=True))

    @admin.display(description=gettext_lazy("printed page"), ordering="pk")
    def page(self, page):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:articles_printpage_reading", args=[page.pk]), page
        )

    @admin.display(description=gettext_lazy("state"), ordering="accepted")
    def state(self, page):
        if not page.accepted:
            return _("not yet accepted")
        return _("accepted, %(count)d stories") % {"count": page.stories}

    @admin.display(description=gettext_lazy("text of the page"))
    def text(self, page):
        return format_html('<pre class="page-text">{}</pre>', page.raw)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return super().has_delete_permission(request)
        return policy.may_delete_page(request.user, obj)

    def get_urls(self):
        def view(function):
            return self.admin_site.admin_view(partial(function, admin=self))

        own = [
            ("<int:pk>/reading/", reading.show, "articles_printpage_reading"),
            ("<int:pk>/scan/", reading.scan, "articles_printpage_scan"),
            ("<int:pk>/accept/", reading.accept_page, "articles_printpage_accept"),
            ("<int:pk>/undo/", reading.undo_page, "articles_printpage_undo"),
            ("<int:pk>/proposals/", proposals.of_page, "articles_printpage_proposals"),
            ("article/<int:pk>/proposals/", proposals.of_article, "articles_article_proposals"),
        ]
        return [path(route, view(function), name=name) for route, function, name in own] + (
            super().get_urls()
        )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "publication":
            field.widget = NewPaper.like(field.widget)
        return field

    def response_post_save_change(self, request, obj):
        """Who filled in paper or date came from the reading, and goes on there."""
        return redirect(_address(obj))

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = AddPagesForm(*sent)
        if form.is_valid():
            return self._added(request, form, self._add(request, form))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Add printed pages"),
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/articles/printpage/add.html", context)

    @transaction.atomic
    def _add(self, request, form) -> list[PrintPage]:
        known = ("publication", "issue", "date", "date_inferred", "name")
        fields = {field: form.cleaned_data[field] for field in known}
        number = form.cleaned_data["number"] if len(form.texts) == 1 else ""
        pages = []
        for text in form.texts:
            page = PrintPage(
                raw=text.raw,
                scan=form.scans.get(text, ""),
                number=number,
                added_by=request.user,
                **fields,
            )
            imprint.fill(page, reading_of(page))
            page.save()
            self.log_addition(request, page, [{"added": {}}])
            pages.append(page)
        return pages

    def _added(self, request, form, pages):
        for name, why in form.refused:
            messages.warning(request, f"{name}：{why}" if name else why)
        for name, same in form.same:
            link = format_html('<a href="{}">{}</a>', _address(same), same)
            message = _("{}: the same page is here already, so it was not added: {}")
            messages.warning(request, format_html(message, name or _("pasted text"), link))
        if len(pages) == 1:
            return redirect(_address(pages[0]))
        messages.success(request, _("%(count)d pages added.") % {"count": len(pages)})
        return redirect("admin:articles_printpage_changelist")


def _address(page) -> str:
    return reverse("admin:articles_printpage_reading", args=[page.pk])
