"""Two editors on one article: what each changed alone is brought together, what both changed is asked.

Nothing is saved here. The answer to a save over a newer version is a page with the questions, or at once the
form with both texts in it; only a save of that form is one, and it is looked at in the same way.
"""

from dataclasses import dataclass

from django.forms import FileField
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.history import versions
from articles.history.comparing import WORDS, label, value
from articles.history.diffing import Row, rows
from articles.history.threeway import Clash, merged, settled, united
from articles.models import Article
from articles.models.tags import join_names, split_tags
from newsdesk import html

from .conflict_rows import PostedRows, sent

MINE, THEIRS, BOTH = "mine", "theirs", "both"
ASKED, SEEN = "choice-", "choice_version"
NOT_CARRIED = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_confirm_all", SEEN}
NAMES = {
    MINE: gettext_lazy("mine"),
    THEIRS: gettext_lazy("theirs"),
    BOTH: gettext_lazy("both, theirs first"),
}


@dataclass(frozen=True)
class Question:
    key: str
    label: str
    mine: list[Row]
    theirs: list[Row]
    answers: tuple[str, ...]
    chosen: str

    @property
    def choices(self) -> list[tuple]:
        return [(answer, NAMES[answer], answer == self.chosen) for answer in self.answers]


class Conflict:
    """`posted` is one editor's form, begun on an older version than the one that is stored now."""

    def __init__(self, posted, fields, row_fields, article):
        self.posted, self.article = posted, article
        self.newer, base = newer_versions(article, posted.get("edited_version", ""))
        self.base_version = base
        self.base, self.theirs = base and base.read(), versions.content_of(article)
        self.questions, self.taken, self.data = [], [], posted.copy()
        for name in fields:
            self.settle(name)
        for name, names in row_fields.items():
            self.settle_rows(PostedRows(posted, article, name, names))
        self.data["edited_version"] = article.lock_version
        for name in [key for key in self.data if key.startswith(ASKED) or key == SEEN]:
            del self.data[name]

    @property
    def is_answered(self) -> bool:
        seen = self.posted.get(SEEN) == str(self.article.lock_version)
        return all(seen and question.chosen for question in self.questions)

    @property
    def who(self) -> str:
        names = dict.fromkeys(version.author_name for version in self.newer if version.author_name)
        return "、".join(names) or _("Somebody")

    @property
    def message(self) -> str:
        if not self.taken:
            text = _(
                "%(who)s saved this article while you were editing it; what you typed stands in the form."
            )
        else:
            text = _(
                "%(who)s saved this article while you were editing it. Taken over into your form: %(parts)s."
            )
        after = _("Nothing of it is saved yet: look at it, then save.")
        return text % {"who": self.who, "parts": "、".join(self.taken)} + after

    @property
    def carried(self) -> list[tuple[str, str]]:
        return [
            (name, each)
            for name, values in self.posted.lists()
            if name not in NOT_CARRIED and not name.startswith(ASKED)
            for each in values
        ]

    @property
    def compare_url(self) -> str:
        """What the other one changed; "" where no version of it is kept."""
        if not (self.newer and self.base_version):
            return ""
        url = reverse("admin:articles_article_compare", args=[self.article.pk])
        return f"{url}?old={self.base_version.number}&new={self.newer[-1].number}"

    def settle(self, name):
        if name == "body":
            self.data[name] = self.settled_body()
        elif name == "tags":
            self.data[name] = self.united_tags()
        else:
            base, mine, theirs = self.sides(name)
            words = [self.in_words(name, side) for side in (base, mine, theirs)]
            self.write(
                name, self.decided(name, label(name), settled(base, mine, theirs), words), mine
            )

    def write(self, name, found, mine):
        if found != mine:
            self.taken.append(label(name))
        self.data[name] = found
        if not found:
            self.data.pop(name)  # an open box is not sent

    def sides(self, name) -> tuple:
        """As the form would send it: base (None where it is not known), mine, theirs."""
        mine = self.posted.get(name, "").strip().replace("\r\n", "\n")
        if name not in (*versions.TEXTS, *versions.RECORDS):
            return None, mine, sent(getattr(self.article, name))
        base = self.base and sent(value(self.base, name))
        return base, mine, sent(value(self.theirs, name))

    def in_words(self, name, text) -> str | None:
        if text is None:
            return None
        field = Article._meta.get_field(name)
        if text and field.is_relation and text.isdecimal():
            return str(field.related_model._base_manager.filter(pk=text).first() or text)
        return str(dict(field.choices or ()).get(text, text))

    def settled_body(self) -> str:
        mine, theirs = html.clean(self.posted.get("body", "")), value(self.theirs, "body")
        texts = (value(self.base, "body") if self.base else "", mine, theirs)
        found, count = [], 0
        for stretch in merged(*map(html.blocks, texts)):
            if isinstance(stretch, Clash):
                count += 1
                stretch = self.decided_blocks(f"body-{count}", stretch)
            found += stretch
        whole = "".join(found)
        if whole != mine:
            self.taken.append(label("body"))
        return whole

    def decided_blocks(self, key, clash) -> list[str]:
        place = _("%(field)s, where both changed it (%(key)s)")
        words = place % {"field": label("body"), "key": key.removeprefix("body-")}
        sides = (clash.base, clash.mine, clash.theirs)
        texts = [html.plain("".join(blocks)).text for blocks in sides]
        texts[0] = texts[0] if self.base else None
        return self.decided(key, words, clash, texts, answers=(THEIRS, MINE, BOTH))

    def united_tags(self) -> str:
        mine, theirs = split_tags(self.posted.get("tags", "")), self.theirs["tags"]
        found = united(self.base["tags"] if self.base else [], mine, theirs)
        if set(found) != set(mine):
            self.taken.append(label("tags"))
        return join_names(found)

    def settle_rows(self, part):
        base = self.base and part.of_content(self.base)
        theirs = part.of_content(self.theirs)
        found = settled(base, part.mine, theirs)
        if isinstance(found, Clash):
            base = part.shown(self.base) if self.base else None
            sides = (base, part.in_words, part.shown(self.theirs))
            words = [lines(part.name, side) for side in sides]
            clash = Clash(None, MINE, THEIRS)
            answer = self.decided(part.name, label(part.name), clash, words)
        else:
            answer = THEIRS if found == theirs else MINE
        if answer == THEIRS and theirs != part.mine:
            self.taken.append(label(part.name))
        part.write(self.data, mine=answer == MINE)

    def decided(self, key, label, found, words, answers=(THEIRS, MINE)):
        """What is settled, or what was chosen of a clash; mine until somebody has chosen.

        `words` of base (None where it is not known), mine and theirs: what the question shows.
        """
        if not isinstance(found, Clash):
            return found
        base, *sides = words
        shown = [rows(text if base is None else base, text) for text in sides]
        chosen = self.posted.get(ASKED + key, "")
        chosen = chosen if chosen in answers else ""
        self.questions.append(Question(key, label, *shown, answers, chosen))
        if chosen == BOTH:
            return found.theirs + found.mine
        return found.theirs if chosen == THEIRS else found.mine


def lines(name, kept) -> str | None:
    return None if kept is None else "\n".join(map(WORDS[name], kept))


def newer_versions(article, edited: str) -> tuple:
    """(those the editor has not seen, the one that the form was begun on)."""
    if not edited.isdecimal():
        return [], None
    base = article.versions.edited_from(int(edited)).last()
    newer = article.versions.filter(number__gt=base.number if base else 0).order_by("number")
    return list(newer), base


def sent_fields(form) -> list[str]:
    """Without those for uploading: a file that was taken in stands in a field of its own."""
    fields = form.base_fields.items()
    return [name for name, field in fields if not isinstance(field, FileField)]


class MeetsOthers:
    """For the article's admin: a save over a newer version brings both together first."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        conflict = self.conflict(request, object_id) if request.method == "POST" else None
        if conflict and not conflict.is_answered:
            return self.ask(request, conflict)
        if conflict:
            request.POST, request.conflict = conflict.data, conflict
        return super().changeform_view(request, object_id, form_url, extra_context)

    def conflict(self, request, object_id) -> Conflict | None:
        article = self.get_object(request, object_id) if object_id else None
        if not article or not self.has_change_permission(request, article):
            return None
        if request.POST.get("edited_version") == str(article.lock_version):
            return None
        form = self.get_form(request, article, change=True)
        fields = [name for name in form.base_fields if name not in form.declared_fields]
        formsets = [
            formset for formset, _inline in self.get_formsets_with_inlines(request, article)
        ]
        row_fields = {each.get_default_prefix(): sent_fields(each.form) for each in formsets}
        return Conflict(request.POST, fields, row_fields, article)

    def ask(self, request, conflict):
        self.keep_sent(request, conflict.article)
        context = self.admin_site.each_context(request) | {
            "title": _("Both of you changed the same thing"),
            "opts": self.opts,
            "article": conflict.article,
            "conflict": conflict,
        }
        return render(request, "admin/articles/conflict.html", context)

    def render_change_form(self, request, context, *args, **kwargs):
        """That somebody saved is no fault to mend: it stands in a note of its own, where there is no other."""
        conflict = getattr(request, "conflict", None)
        if conflict:
            every = [fault for of_field in context["errors"] for fault in of_field]
            context["conflict"] = conflict
            context["errors"] = context["errors"] if every != [conflict.message] else None
        return super().render_change_form(request, context, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        conflict = getattr(request, "conflict", None)
        return type(form.__name__, (form,), {"conflict": conflict}) if conflict else form
