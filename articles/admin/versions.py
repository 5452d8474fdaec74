"""Versions of a story at the desk: the list, two of them compared, one restored."""

from itertools import pairwise, zip_longest

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from articles import policy
from articles.history import versions
from articles.history.comparing import characters, compared
from articles.history.restoring import restore
from articles.models import Article, Version
from newsdesk.desk import DeskAdmin, ReadOnly

from .acts import ActForm

PER_PAGE = 50


@admin.register(Version)
class VersionAdmin(ReadOnly, DeskAdmin):
    list_display = ["at", "story", "number", "author_name", "reason"]
    list_display_links = ["number"]
    list_filter = [("author", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    date_hierarchy = "at"
    search_fields = ["article__headline", "author_name", "reason"]
    fields = ["article", "number", "author_name", "at", "reason", "digest", "as_kept"]
    readonly_fields = ["digest", "as_kept"]

    @admin.display(description=_("digest"))
    def digest(self, version):
        return format_html("<code>{}</code>", version.sha256)

    @admin.display(description=_("content"))
    def as_kept(self, version):
        return format_html('<pre class="page-text">{}</pre>', version.content)

    @admin.display(description=_("article"), ordering="article")
    def story(self, version):
        return version.article


class Versions:
    """For the article's admin: its pages of versions."""

    def row_came_back(self, request, article, row):
        """The bin has put it into the story."""
        versions.keep(article, by=request.user, reason=_("“%s” put back from the bin") % row)

    def get_urls(self):
        pages = [
            ("versions/", list_view, "versions"),
            ("versions/compare/", compare_view, "compare"),
            ("versions/<int:number>/restore/", restore_view, "restore"),
        ]
        return [
            path(f"<int:pk>/{route}", self.page(view), name=f"articles_article_{name}")
            for route, view, name in pages
        ] + super().get_urls()

    def page(self, view):
        return self.admin_site.admin_view(lambda request, **kwargs: view(request, self, **kwargs))


class Choice(forms.Form):
    old = forms.IntegerField(min_value=1)
    new = forms.IntegerField(min_value=1)


def seen(request, admin, pk) -> Article:
    article = get_object_or_404(Article, pk=pk)
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def shown(request, admin, article, template, **context):
    context |= {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "article": article,
        "may_change": policy.may_change(request.user, article),
    }
    return render(request, f"admin/articles/{template}.html", context)


@require_safe
def list_view(request, admin, pk):
    article = seen(request, admin, pk)
    kept = article.versions.order_by("-number")
    page = Paginator(kept, PER_PAGE).get_page(request.GET.get("page"))
    title = _("Versions")
    return shown(request, admin, article, "versions", title=title, page=page, rows=with_sizes(page))


def with_sizes(page) -> list[tuple]:
    """(version, characters that came, that went) against the version before it."""
    kept = page.paginator.object_list
    following = kept[page.end_index() : page.end_index() + 1]
    contents = [version.read() for version in (*page, *following)]
    sizes = [characters(old, new) for new, old in pairwise(contents)]
    return list(zip_longest(page, sizes))


@require_safe
def compare_view(request, admin, pk):
    article = seen(request, admin, pk)
    choice = Choice(request.GET)
    if not choice.is_valid():
        raise Http404("old, new")
    numbers = sorted(choice.cleaned_data.values())
    old, new = (get_object_or_404(article.versions, number=number) for number in numbers)
    parts = compared(old.read(), new.read())
    title = _("Versions compared")
    return shown(request, admin, article, "compare", title=title, old=old, new=new, parts=parts)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def restore_view(request, admin, pk, number):
    rows = Article.objects.select_for_update(of=("self",))
    article = get_object_or_404(rows, pk=pk)
    if not policy.may_change(request.user, article):
        raise PermissionDenied
    version = get_object_or_404(article.versions, number=number)
    form = ActForm(request.POST or None, initial={"lock_version": article.lock_version})
    fresh = form.is_valid() and form.cleaned_data["lock_version"] == article.lock_version
    if request.method == "POST" and fresh:
        return restored(request, admin, version)
    parts = compared(versions.content_of(article), version.read())
    context = {
        "title": _("Restore version %(number)d") % {"number": number},
        "new": version,
        "parts": parts,
        "form": ActForm(initial={"lock_version": article.lock_version}),
        "changed": request.method == "POST",
    }
    return shown(request, admin, article, "compare", **context)


def restored(request, admin, version):
    article = version.article
    gone = restore(version, by=request.user)
    words = _("restored version %(number)d") % {"number": version.number}
    admin.log_change(request, article, str(words))
    kept = reverse("admin:articles_article_versions", args=[article.pk])
    text = _("The story says again what version %(number)d says. What stood there is kept:")
    text = text % {"number": version.number}
    link = format_html('{} <a href="{}">{}</a>', text, kept, _("Versions"))
    messages.success(request, link)
    if gone:
        text = _("No longer there: %s. What was printed of it was kept.")
        messages.warning(request, text % "；".join(gone))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
