"""规范标点: what marks of the form's texts should be, shown to the editor first; nothing is saved by it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.models import Article, UnsavedWork
from newsdesk import html, marks

from .unsaved import KEY, LAST

AROUND = 10  # characters shown on either side of a change
LINES = (
    "banner", "kicker", "headline", "subheadline", "standfirst", "dateline", "body", "web_headline", "short_title"
)  # fmt: skip
_CAPTION = re.compile(r"photo_uses-(\d+)-caption")


@dataclass(frozen=True)
class Proposal:
    """One change of one field; `pieces` are (text, before, after): the text around or what takes whose place."""

    key: str
    pieces: list[tuple[str, str, str]]
    change: marks.Change


@dataclass(frozen=True)
class Treated:
    """A field with what is proposed for it."""

    name: str
    label: str
    value: str
    proposals: list[Proposal]

    def with_marks(self, keys) -> str:
        chosen = [each.change for each in self.proposals if each.key in keys]
        if self.name != "body":
            return marks.applied(self.value, chosen)
        edits = [(each.start, each.end, each.after) for row in chosen for each in row.edits]
        return html.with_edits(self.value, edits)


class PutsMarksRight:
    """For the article's admin: treats what stands in the form now, saved or not."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(never_cache(self.marks_view)))
        return [
            path("add/marks/", view, name="articles_article_add_marks"),
            path("<int:pk>/marks/", view, name="articles_article_marks"),
            *super().get_urls(),
        ]

    def marks_view(self, request, pk=None):
        article = get_object_or_404(Article, pk=pk) if pk else None
        allowed = (
            self.has_change_permission(request, article)
            if article
            else self.has_add_permission(request)
        )
        if not allowed:
            raise PermissionDenied
        by_script = request.headers.get("Accept") == "application/json"
        if "apply" not in request.POST:
            return self._propose(request, article, by_script)
        chosen = set(request.POST.getlist("mark"))
        if not by_script:
            return self._keep_with_marks(request, chosen)
        changed = [each for each in treated(request.POST) if each.with_marks(chosen) != each.value]
        return JsonResponse({"values": {each.name: each.with_marks(chosen) for each in changed}})

    def _propose(self, request, article, by_script):
        fields = [each for each in treated(request.POST) if each.proposals]
        context = {"fields": fields, "count": sum(len(each.proposals) for each in fields)}
        if by_script:
            return render(request, "admin/articles/_marks.html", context | {"by_script": True})
        key = request.POST.get("unsaved_key", "")
        key = key if KEY.fullmatch(key) else str(uuid4())
        work, _taken = UnsavedWork.objects.keep(
            request.user, article, key, LAST, self._typed(request)
        )
        context |= self.admin_site.each_context(request) | {
            "title": _("Put marks right"),
            "opts": self.opts,
            "work": work,
        }
        return render(request, "admin/articles/marks.html", context)

    def _keep_with_marks(self, request, chosen):
        """Without script the form is opened again, filled with what was typed and is not saved yet."""
        kept = UnsavedWork.objects.of(request.user).kept()
        work = get_object_or_404(kept, key=request.POST.get("unsaved_key", ""))
        fields = work.fields
        for each in treated(fields):
            fields[each.name] = each.with_marks(chosen)
        pairs = [(name, value) for name, values in fields.lists() for value in values]
        UnsavedWork.objects.keep(request.user, work.article, work.key, work.sequence + 1, pairs)
        return HttpResponseRedirect(work.address)


def marks_address(article) -> str:
    if article:
        return reverse("admin:articles_article_marks", args=[article.pk])
    return reverse("admin:articles_article_add_marks")


def treated(fields) -> list[Treated]:
    """The texts among a form's fields, in the order of the form."""
    found = [(name, label_of(name)) for name in LINES if name in fields]
    captions = sorted(int(match[1]) for match in map(_CAPTION.fullmatch, fields) if match)
    found += [(f"photo_uses-{n}-caption", _("caption %d") % (n + 1)) for n in captions]
    return [treat(name, str(label), fields[name]) for name, label in found]


def label_of(name):
    return Article._meta.get_field(name).verbose_name


def treat(name, label, value) -> Treated:
    value = value.replace("\r\n", "\n")
    text = html.plain(value).text if name == "body" else value
    found = marks.changes(text)
    rows = [
        Proposal(f"{name}:{number}", pieces(text, change), change)
        for number, change in enumerate(found)
    ]
    return Treated(name, label, value, rows)


def pieces(text, change) -> list[tuple[str, str, str]]:
    edits = change.edits
    found = [(tail(text[: edits[0].start]), "", "")]
    for edit, following in pairwise(edits):
        found.append(("", text[edit.start : edit.end], edit.after))
        found.append((middle(text[edit.end : following.start]), "", ""))
    found.append(("", text[edits[-1].start : edits[-1].end], edits[-1].after))
    return [*found, (head(text[edits[-1].end :]), "", "")]


def tail(text):
    line = text.rpartition("\n")[2]
    return f"…{line[-AROUND:]}" if len(line) > AROUND else line


def head(text):
    line = text.partition("\n")[0]
    return f"{line[:AROUND]}…" if len(line) > AROUND else line


def middle(text):
    return text if len(text) <= 3 * AROUND else f"{text[:AROUND]}……{text[-AROUND:]}"
