"""What moves an article on: each act asks once more, says what happened, and stands in the log."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles import policy
from articles.history import versions
from articles.lists.filters import FIRST_YEAR, LAST_YEAR
from articles.models import Article


class ActForm(forms.Form):
    lock_version = forms.IntegerField(widget=forms.HiddenInput)


class ApproveForm(ActForm):
    at = forms.DateTimeField(
        label=_("Publish at"),
        required=False,
        help_text=_("Empty: at once."),
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean_at(self):
        """A slip of the key (0202 for 2024) would lose the story among years that the archive does not show."""
        at = self.cleaned_data["at"]
        if at and not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise forms.ValidationError(_("Is the year right? It is %d.") % at.year)
        return at


def run(act, article, user, cleaned):
    """Do the act; returns the words for the log."""
    if act.name == "approve":
        article.approve(by=user, at=cleaned["at"])
        return _("Approved") if article.is_public else _("Approved for a later time")
    {
        "withdraw": article.withdraw,
        "spike": article.spike,
        "restore": article.reopen,
        "reopen": article.reopen,
    }[act.name]()
    return act.label


def done(act, article):
    if not article.is_due_later:
        return act.done % article.headline
    at = date_format(timezone.localtime(article.published_at), "Y-m-d H:i")
    return _("Approved: “%(headline)s” is published by itself at %(at)s.") % {
        "headline": article.headline,
        "at": at,
    }


def nobody_responsible():
    return _(
        "Name the responsible editor first: your account has no display name that could stand there."
    )


class Acts:
    """For the article's admin: one page for each act of the policy."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.act_view)
        return [
            path("<int:pk>/act/<slug:name>/", view, name="articles_article_act"),
            *super().get_urls(),
        ]

    @transaction.atomic
    def act_view(self, request, pk, name):
        article = get_object_or_404(Article.objects.select_for_update(of=("self",)), pk=pk)
        act = policy.ACTS.get(name)
        if act is None:
            raise Http404(name)
        if not request.user.has_perm(act.permission):
            raise PermissionDenied
        if policy.is_locked_for(request.user, article):
            return self._locked(request, article)
        if article.state not in act.states:
            text = _("This cannot be done now: the article is “%s”.") % article.status_words
            return self._back(request, article, text)
        if name == "approve" and not (article.responsible_editor or request.user.display_name):
            return self._back(request, article, nobody_responsible())
        kind = ApproveForm if name == "approve" else ActForm
        form = kind(request.POST or None, initial={"lock_version": article.lock_version})
        if not form.is_valid():
            return self._ask(request, act, article, form)
        if form.cleaned_data["lock_version"] != article.lock_version:
            return self._ask(request, act, article, self._fresh(kind, article), changed=True)
        versions.keep_before(article)
        words = run(act, article, request.user, form.cleaned_data)
        versions.keep(article, by=request.user, reason=str(words))
        self.log_change(request, article, str(words))
        self.message_user(request, done(act, article), messages.SUCCESS)
        return HttpResponseRedirect(self._address(article))

    def _fresh(self, kind, article):
        return kind(initial={"lock_version": article.lock_version})

    def _address(self, article):
        return reverse("admin:articles_article_change", args=[article.pk])

    def _locked(self, request, article):
        words = _("Not done: %s has locked the article.") % article.locked_by
        self.message_user(request, words, messages.ERROR)
        return HttpResponseRedirect(self._address(article))

    def _back(self, request, article, text):
        self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(self._address(article))

    def _ask(self, request, act, article, form, *, changed=False):
        context = self.admin_site.each_context(request) | {
            "title": act.label,
            "act": act,
            "article": article,
            "form": form,
            "changed": changed,
            "waiting": self._waiting(article),
            "missing": self._missing(article) if act.name == "approve" else [],
            "opts": self.opts,
        }
        return render(request, "admin/articles/article_act.html", context)

    def _missing(self, article) -> list:
        """What readers would miss, or not find where they look for it."""
        found, page = [], article.page
        if not article.plain_text.strip():
            found.append(_("The story has no text."))
        if any(use.photo_id is None for use in article.photo_uses.all()):
            found.append(
                _(
                    "A caption has no picture: readers see neither. Add the picture or move the words."
                )
            )
        if page and page.date and page.date < timezone.localdate():
            found.append(
                _("Printed on %s. To stand under that day in lists, it needs that day here.")
                % page.date
            )
        return found

    def _waiting(self, article) -> list:
        """Proposals nobody has decided: they stay invisible to readers."""
        links = (article.mentions, article.organization_mentions, article.coverages)
        return [link for rows in links for link in rows.proposed()]
