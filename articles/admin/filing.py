"""写稿: the page on which a reporter writes at a phone and hands in, and 我的稿件, what became of it."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import policy
from articles.admin.photo_upload import LIMITS
from articles.admin.unsaved import KEY
from articles.incoming.filed import mine
from articles.incoming.filing import InOtherHands, may_send_again, own_credit, send
from articles.incoming.photo_intake import take_in
from articles.models import Article, UnsavedWork
from newsdesk.held import answers_itself
from newsdesk.text import COUNTED, number

from .filing_form import (
    FilingForm,
    events_to_offer,
    fields_of_story,
    row_of_new,
    rows_of,
    rows_of_story,
)

NAMES = {*FilingForm.base_fields, "photo", "leave_out", "version"}
OF_PHOTOS = ("caption-", "credit-")


def is_script(request) -> bool:
    return request.headers.get("Accept") == "application/json"


class Files:
    """For the article's admin."""

    def get_urls(self):
        def at(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        page = never_cache(require_http_methods(["GET", "HEAD", "POST"])(self.file_view))
        autosave = answers_itself(require_POST(never_cache(self.file_autosave_view)))
        names = "articles_article_file_autosave", "articles_article_file_again_autosave"
        return [
            at("mine/", never_cache(require_safe(self.mine_view)), "mine"),
            at("file/", page, "file"),
            at("<int:pk>/file/", page, "file_again"),
            path("file/autosave/", autosave, name=names[0]),
            path("<int:pk>/file/autosave/", autosave, name=names[1]),
            *super().get_urls(),
        ]

    def mine_view(self, request):
        if not policy.may_file(request.user):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("My stories"),
            "is_nav_sidebar_enabled": False,
            "stories": mine(request.user),
            "unsaved": UnsavedWork.objects.of(request.user).on_phone().kept(),
        }
        return render(request, "admin/articles/mine.html", context)

    def file_autosave_view(self, request, pk=None):
        if not self.admin_site.has_permission(request):
            return JsonResponse({"state": "login"}, status=401)
        if request.POST.get("unsaved_user") != str(request.user.pk):
            return JsonResponse({"state": "other"}, status=401)
        article = get_object_or_404(Article, pk=pk) if pk else None
        if not policy.may_file(request.user) or (pk and not policy.is_own(request.user, article)):
            raise PermissionDenied
        pairs = [
            (name, value)
            for name, values in request.POST.lists()
            if name in NAMES or name.startswith(OF_PHOTOS)
            for value in values
        ]
        return self._keep(request, article, pairs, phone=True)

    def file_view(self, request, pk=None):
        if not policy.may_file(request.user):
            raise PermissionDenied
        article = self._handed_in(request, pk) if pk else None
        if request.method == "POST":
            return self._take(request, article)
        if "unsaved" in request.GET:
            return self._bring_back(request, article)
        if article is None:
            return self._page(request, FilingForm())
        if not may_send_again(request.user, article, article.filing):
            messages.warning(request, _("The desk is at work on this story: change it here."))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        form = FilingForm(initial=fields_of_story(article), rows=rows_of_story(article))
        return self._page(request, form, article, version=article.filing.lock_version)

    def _handed_in(self, request, pk):
        stories = Article.objects.select_related("filing").filter(filing__isnull=False)
        article = get_object_or_404(stories, pk=pk)
        if article.filing.user_id != request.user.pk:
            raise PermissionDenied
        return article

    def _bring_back(self, request, article):
        kept = UnsavedWork.objects.of(request.user).on_phone().filter(article=article)
        work = (
            kept.exclude(state=UnsavedWork.State.SAVED).filter(key=request.GET["unsaved"]).first()
        )
        if work is None:
            messages.warning(request, _("This text is not kept any more."))
            return HttpResponseRedirect(request.path)
        form = FilingForm(initial=work.fields.dict(), rows=rows_of(work.fields))
        version = work.fields.get("version", "")
        return self._page(request, form, article, work=work, version=version)

    def _take(self, request, article):
        """What was sent; pictures that come with the form itself are taken in before it is judged."""
        if is_script(request) and request.POST.get("unsaved_user") != str(request.user.pk):
            return JsonResponse({"state": "other"})  # a page is held: newsdesk/held.py
        rows = [row for row in rows_of(request.POST) if not row.left_out]
        taken = [take_in(file) for file in request.FILES.getlist("files")]
        credit = own_credit(request.user)
        rows += [row_of_new(each.photo, credit) for each in taken if each.photo]
        refused = [f"{each.name}：{each.reason}" for each in taken if not each.photo]
        form = FilingForm(request.POST, rows=rows)
        if "upload" in request.POST or refused or not form.is_valid():
            if "upload" in request.POST:
                form = FilingForm(initial=request.POST.dict(), rows=rows)
            version = request.POST.get("version", "")
            return self._page(request, form, article, refused=refused, version=version)
        return self._hand_in(request, form, article)

    def _hand_in(self, request, form, article):
        key, version = request.POST.get("unsaved_key", ""), request.POST.get("version", "")
        key = key if KEY.fullmatch(key) else str(uuid4())
        version = number(version)
        try:
            filing = send(request.user, key, form.sent, again=article, version=version or -1)
        except InOtherHands:
            text = _(
                "Not sent: the desk is at work on this story already. Copy what is new, and put it into"
                " the story there, or call the editor."
            )
            form.add_error(None, text)
            return self._page(request, form, article, version=version)
        UnsavedWork.objects.end(request.user, key)
        if filing.article:
            self.log_change(request, filing.article, _("Handed in from a phone"))
        messages.success(request, _("Handed in: “%s”.") % form.sent.headline)
        return self._answer(request)

    def _answer(self, request):
        url = reverse("admin:articles_article_mine")
        return JsonResponse({"sent": url}) if is_script(request) else HttpResponseRedirect(url)

    def _page(self, request, form, article=None, *, refused=(), work=None, version=""):
        key = work.key if work else request.POST.get("unsaved_key") or str(uuid4())
        again = "_again" if article else ""
        mine = UnsavedWork.objects.of(request.user).on_phone()
        here = work or mine.filter(key=key).first()
        context = self.admin_site.each_context(request) | {
            "title": _("Change the story") if article else _("Write"),
            "is_nav_sidebar_enabled": False,  # one column, as on a phone
            "form": form,
            "article": article,
            "version": version,
            "refused": refused,
            "credit": own_credit(request.user),
            "events": events_to_offer(),
            "pattern": COUNTED,
            "upload_limits": LIMITS,
            "unsaved": {
                "key": key,
                "sequence": here.sequence if here else 0,
                "url": reverse(
                    f"admin:articles_article_file{again}_autosave",
                    args=[article.pk] if article else [],
                ),
                "found": mine.kept().filter(article=article).exclude(key=key),
            },
        }
        return render(request, "admin/articles/file.html", context)
