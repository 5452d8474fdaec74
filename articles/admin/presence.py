"""Two editors on one article: each sees the other, and what the other saved; and the lock."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import policy
from articles.models import Article, BrokenLock, Presence
from newsdesk.held import answers_itself
from newsdesk.text import number

from .unsaved import KEY


class Presences:
    """For the article's admin."""

    def get_urls(self):
        presence = answers_itself(require_POST(never_cache(self.presence_view)))
        lock = self.admin_site.admin_view(require_POST(self.lock_view))
        return [
            path("<int:pk>/presence/", presence, name="articles_article_presence"),
            path("<int:pk>/lock/", lock, name="articles_article_lock"),
            *super().get_urls(),
        ]

    def presence_view(self, request, pk):
        """The page asks every few seconds, and says that it is still there."""
        if not self.admin_site.has_permission(request):
            return HttpResponse(status=401)
        article, key = get_object_or_404(Article, pk=pk), request.POST.get("unsaved_key", "")
        if not self.has_change_permission(request) or not self.has_view_permission(
            request, article
        ):
            raise PermissionDenied
        if not KEY.fullmatch(key):
            return HttpResponse(status=400)
        if "leaving" in request.POST:
            Presence.objects.leave(article, request.user, key)
            return HttpResponse(status=204)
        Presence.objects.touch(article, request.user, key, typing="typing" in request.POST)
        opened = request.POST.get("edited_version", "")
        context = self.company(request, article, int(opened) if opened.isdecimal() else None)
        return render(request, "admin/articles/_presence.html", context)

    def company(self, request, article, opened=None) -> dict:
        """Who else has the form open, and what was saved since this one was opened."""
        others = article.presences.here().exclude(user=request.user).select_related("user")
        newer = article.versions.none()
        if opened is not None and opened < article.lock_version:
            newer = (
                article.versions.filter(lock_version__gt=opened).defer("content").order_by("number")
            )
        last = newer.last()
        return {"others": others, "newer": last, "compare": self._compare(article, last)}

    def _compare(self, article, last) -> str:
        if last is None or last.number < 2:
            return ""
        address = reverse("admin:articles_article_compare", args=[article.pk])
        return f"{address}?old={last.number - 1}&new={last.number}"

    @transaction.atomic
    def lock_view(self, request, pk):
        article = get_object_or_404(Article.objects.select_for_update(of=("self",)), pk=pk)
        if "unlock" in request.POST:
            self._unlock(request, article)
        else:
            self._lock(request, article)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))

    def _lock(self, request, article):
        if not policy.may_lock(request.user, article):
            raise PermissionDenied
        article.lock(request.user)
        self.log_change(request, article, _("Locked"))
        self.message_user(request, _("Locked: nobody else can change or delete it."))

    def _unlock(self, request, article):
        if not policy.may_unlock(request.user, article):
            raise PermissionDenied
        holder = article.locked_by
        article.unlock()
        words = _("Unlocked")
        if holder != request.user:
            words = _("Broke the lock of %s") % holder
            BrokenLock.objects.create(article=article, holder=holder, by=request.user)
        self.log_change(request, article, words)
        self.message_user(request, _("Unlocked."))

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        if request.method == "GET" and number(object_id or ""):
            self._tell_of_broken_locks(request, object_id)
        return super().changeform_view(request, object_id, *args, **kwargs)

    def _tell_of_broken_locks(self, request, pk):
        broken = BrokenLock.objects.filter(article=pk, holder=request.user).select_related("by")
        for lock in broken:
            words = _("%(who)s broke your lock on this article at %(when)s.")
            when = f"{localtime(lock.at):%m-%d %H:%M}"
            messages.warning(request, words % {"who": lock.by or "", "when": when})
            lock.delete()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {
                "may_lock": policy.may_lock(request.user, obj),
                "may_unlock": policy.may_unlock(request.user, obj),
            }
            context |= self.company(request, obj)
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        if obj and self.has_change_permission(request, obj):
            Presence.objects.touch(obj, request.user, context["unsaved"]["key"])
        return response
