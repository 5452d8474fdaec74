"""Autosave of the article's form: keeps what is typed, and brings it back."""

import re
from collections import Counter
from uuid import uuid4

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.forms.utils import ErrorDict
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.models import Article, UnsavedWork
from articles.models.unsaved import MAX_LENGTH, form_address
from newsdesk import html
from newsdesk.held import answers_itself

from .typed import DISMISSED

LAST = 10**12  # after every change that the page counted
KEY = re.compile(r"[\w-]{8,36}")


class Unjudged:
    """A form that shows what it was given and says nothing of its faults: nobody has sent it."""

    def __init__(self, *args, **kwargs):
        super().__init__(self.kept, **kwargs)
        self._errors = ErrorDict()


class UnjudgedRows:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._errors, self._non_form_errors = [], self.error_class()

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form._errors = ErrorDict()
        return form


class KeepsUnsaved:
    """For the article's admin. `request.kept` is what the form is filled with, where it is asked for."""

    def get_urls(self):
        def at(route, view, name):
            return path(route, view, name=f"articles_article_{name}")

        autosave = answers_itself(require_POST(never_cache(self.autosave_view)))
        discard = self.admin_site.admin_view(require_POST(self.discard_view))
        return [
            at("add/autosave/", autosave, "add_autosave"),
            at("<int:pk>/autosave/", autosave, "autosave"),
            at("unsaved/<slug:key>/discard/", discard, "discard"),
            *super().get_urls(),
        ]

    def autosave_view(self, request, pk=None):
        """Answers in JSON, also where nobody is logged in: the page goes on keeping the text itself."""
        if not self.admin_site.has_permission(request):
            return JsonResponse({"state": "login"}, status=401)
        if request.POST.get("unsaved_user") != str(request.user.pk):
            return JsonResponse({"state": "other"}, status=401)
        article = get_object_or_404(Article, pk=pk) if pk else None
        if not self._may_type(request, article):
            raise PermissionDenied
        return self._keep(request, article, self._typed(request))

    def _may_type(self, request, article) -> bool:
        """Who typed while the article was his to change keeps his text, though it is not any more."""
        if article is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request) and self.has_view_permission(request, article)

    def _keep(self, request, article, pairs, *, phone=False):
        key, sequence = (
            request.POST.get("unsaved_key", ""),
            request.POST.get("unsaved_sequence", ""),
        )
        if not KEY.fullmatch(key) or not re.fullmatch(r"\d{1,15}", sequence):
            return JsonResponse({"state": "refused"}, status=400)
        if sum(len(value) for _name, value in pairs) > MAX_LENGTH:
            return JsonResponse({"state": "large"}, status=413)
        work, taken = UnsavedWork.objects.keep(
            request.user, article, key, int(sequence), pairs, phone=phone
        )
        answer = {"state": work.state, "at": f"{localtime(work.updated):%H:%M:%S}"}
        if work.state == UnsavedWork.State.SAVED:
            return JsonResponse(
                answer
            )  # no fault: a 409 would stand in the console after every save
        return JsonResponse(answer | {"sequence": work.sequence, "taken": taken})

    def _typed(self, request) -> list[tuple[str, str]]:
        """The fields of the form and of its rows, and nothing else that came with them."""
        fields = {*flatten_fieldsets(self.fieldsets), *self.form.base_fields}
        owners = (inline.model._meta.get_field("article") for inline in self.inlines)
        rows = tuple(f"{owner.remote_field.get_accessor_name()}-" for owner in owners)
        return [
            (name, value)
            for name, values in request.POST.lists()
            if (name in fields or name.startswith((*rows, DISMISSED))) and "__prefix__" not in name
            for value in values
        ]

    def discard_view(self, request, key):
        work = get_object_or_404(UnsavedWork.objects.of(request.user).kept(), key=key)
        work.state = UnsavedWork.State.DISCARDED
        work.save()
        self.message_user(request, _("Discarded. For seven days it can be brought back here."))
        return HttpResponseRedirect(work.form_address)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "GET" and "unsaved" in request.GET:
            mine = UnsavedWork.objects.of(request.user).at_desk()
            mine = mine.exclude(state=UnsavedWork.State.SAVED)
            request.kept = mine.filter(key=request.GET["unsaved"], article=object_id).first()
            if request.kept is None:
                return self._not_kept(request, object_id)
        if request.method == "POST" and object_id and object_id.isdecimal():
            article = Article.objects.filter(pk=object_id).first()
            if article and self._comes_too_late(request, article):
                return self._kept_instead(request, article)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _not_kept(self, request, object_id):
        """What was saved is in the article: the address of a saved form may still name it."""
        work = UnsavedWork.objects.of(request.user).filter(key=request.GET["unsaved"])
        if not work.filter(state=UnsavedWork.State.SAVED).exists():
            self.message_user(request, _("This text is not kept any more."), messages.WARNING)
        return HttpResponseRedirect(form_address(object_id))

    def _comes_too_late(self, request, article) -> bool:
        """The form was open while the article was his to change; meanwhile it was locked or moved on."""
        if self.has_change_permission(request, article):
            return False
        opened = KEY.fullmatch(request.POST.get("unsaved_key", ""))
        return bool(opened) and self._may_type(request, article)

    def _kept_instead(self, request, article):
        self.keep_sent(request, article)
        words = _("Not saved: you may not change the article now. What you typed is kept below.")
        if article.locked_by_id:
            words = _("Not saved: %s has locked the article. What you typed is kept below.")
            words %= article.locked_by
        self.message_user(request, words, messages.ERROR)
        return HttpResponseRedirect(form_address(article.pk))

    def keep_sent(self, request, article):
        """A form that was sent and not saved is not lost with the window that shows the answer."""
        key, pairs = request.POST.get("unsaved_key", ""), self._typed(request)
        if KEY.fullmatch(key) and sum(len(value) for _name, value in pairs) <= MAX_LENGTH:
            UnsavedWork.objects.keep(request.user, article, key, LAST, pairs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        kept = getattr(request, "kept", None)
        return type(form.__name__, (Unjudged, form), {"kept": kept.fields}) if kept else form

    def get_formsets_with_inlines(self, request, obj=None):
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            if getattr(request, "kept", None):
                formset = type(formset.__name__, (UnjudgedRows, formset), {})
            yield formset, inline

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        kept = getattr(request, "kept", None)
        return kwargs | {"data": kept.fields} if kept else kwargs

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        key = request.POST.get("unsaved_key", "")
        if KEY.fullmatch(key):
            UnsavedWork.objects.end(request.user, key)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["unsaved"] = self._unsaved(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _unsaved(self, request, article) -> dict:
        """For the page: this form's key, and what else is kept of the same article."""
        kept, mine = getattr(request, "kept", None), UnsavedWork.objects.of(request.user)
        key = kept.key if kept else request.POST.get("unsaved_key") or str(uuid4())
        here = kept or mine.filter(key=key).first()
        others = mine.at_desk().filter(article=article).exclude(key=key)
        return {
            "key": key,
            "sequence": here.sequence if here else 0,
            "url": self._autosave_url(article),
            "restored": kept,
            "found": list(filter(None, (self._found(request, article, w) for w in others.kept()))),
            "discarded": others.discarded(),
            "may_change": not article or self.has_change_permission(request, article),
        }

    def _autosave_url(self, article):
        if article is None:
            return reverse("admin:articles_article_add_autosave")
        return reverse("admin:articles_article_autosave", args=[article.pk])

    def _found(self, request, article, work) -> dict | None:
        """What is kept and how it differs from the stored article; None, and ended, where it does not."""
        changed = self._changed(request, article, work)
        if not changed:
            UnsavedWork.objects.end(request.user, work.key)
            return None
        before, after = _text(article.body if article else ""), _text(work.fields.get("body", ""))
        return {
            "work": work,
            "changed": changed,
            "more": (Counter(after) - Counter(before)).total(),
            "less": (Counter(before) - Counter(after)).total(),
            "text": after,
        }

    def _changed(self, request, article, work) -> list[str]:
        """The names of the fields and groups of rows in which the kept form is not the stored one."""
        if article and not self.has_change_permission(request, article):
            return [_("text")]  # a form to read has no fields to compare
        current, request.kept = getattr(request, "kept", None), work
        form = self.get_form(request, article, change=bool(article))(instance=article)
        formsets, inlines = self._create_formsets(request, form.instance, change=bool(article))
        request.kept = current
        names = [form.fields[name].label for name in form.changed_data if name != "edited_version"]
        rows = zip(formsets, inlines, strict=True)
        return [*names, *(row.verbose_name_plural for set_, row in rows if set_.has_changed())]


def _text(body) -> str:
    return html.plain(html.clean(body)).text
