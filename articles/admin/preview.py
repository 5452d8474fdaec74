"""The readers' page of what stands in the article's form, while nothing of it is saved."""

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.incoming import photo_credits
from articles.models import Article, Tag
from articles.models.unsaved import form_address
from articles.public.story_page import Rows, parts, stored
from newsdesk import html


class OnlyLookedAt:
    """A form that is not saved: whether somebody else has saved meanwhile does not matter yet."""

    def refuse_if_newer(self, edited):
        pass


class Previews:
    """For the article's admin."""

    def get_urls(self):
        preview = self.admin_site.admin_view(self.preview_view)  # which lets nobody keep it
        return [
            path("add/preview/", preview, name="articles_article_add_preview"),
            path("<int:pk>/preview/", preview, name="articles_article_typed_preview"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk=None):
        article = get_object_or_404(Article.objects.with_source(), pk=pk) if pk else None
        if not self._may_look(request, article):
            raise PermissionDenied
        if request.method != "POST":  # the form is not there: only what is saved could be shown
            return HttpResponseRedirect(form_address(pk))
        if article and not self.has_change_permission(request, article):
            page = parts(article, stored(article))
        else:
            page = self._page_as_typed(request, article)
        return render(request, "articles/article_detail.html", page | {"preview": "typed"})

    def _may_look(self, request, article) -> bool:
        if article is None:
            return self.has_add_permission(request)
        return self.has_view_or_change_permission(request, article)

    def _page_as_typed(self, request, article) -> dict:
        request.FILES.clear()  # taken in with the form alone
        made = self.get_form(request, article, change=bool(article))
        form = type(made.__name__, (OnlyLookedAt, made), {})(request.POST, instance=article)
        faults = faults_of(form)
        formsets, _inlines = self._create_formsets(request, form.instance, change=bool(article))
        rows = {}
        for formset in formsets:
            name = formset.get_default_prefix()
            rows[name] = rows_of(formset)
            kind = formset.model._meta.verbose_name_plural
            faults += [f"{kind} · {said}" for row in rows[name] for said in faults_of(row)]
        page = parts(as_typed(form), typed_rows(form, rows))
        return page | {"faults": list(dict.fromkeys(faults))}

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        name = "typed_preview" if obj else "add_preview"
        args_of_url = [obj.pk] if obj else []
        context["typed_preview"] = reverse(f"admin:articles_article_{name}", args=args_of_url)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def faults_of(form) -> list[str]:
    """What a save would refuse, in a line each; looking for it fills the form's record."""
    return [
        "".join(errors)
        if name == NON_FIELD_ERRORS
        else f"{label_of(form, name)}：{''.join(errors)}"
        for name, errors in form.errors.items()
    ]


def label_of(form, name) -> str:
    return str(form.fields[name].label).capitalize()


def as_typed(form) -> Article:
    """The form's article; a headline that is missing or too long is shown as it is."""
    article = form.instance
    if "headline" in form.errors:
        article.headline = form.data.get("headline", "")
    article.headline = article.headline or _("(without headline)")
    article.body = html.clean(article.body)
    return article


def rows_of(formset) -> list:
    """The forms of the rows in the order of the story, without those that are empty or go."""
    forms = [row for row in formset.forms if row.instance.pk or row.has_changed()]
    kept = [row for row in forms if row.errors or not row.cleaned_data.get("DELETE")]
    return sorted(kept, key=lambda row: row.instance.order or 0)


def typed_rows(form, rows) -> Rows:
    links = ("mentions", "organization_mentions", "coverages")
    return Rows(
        bylines=records(rows, "bylines"),
        **{name: confirmed(rows.get(name, [])) for name in links},
        photo_uses=[
            (row.instance, photo_credits.credits_of(row.instance, credit_of(row)))
            for row in rows.get("photo_uses", [])
            if row.instance.photo and row.instance.photo.renditions
        ],
        attachments=[row for row in records(rows, "attachments") if row.file_id],
        videos=[row for row in records(rows, "videos") if row.file_id or row.url],
        tags=[Tag(name=name) for name in form.cleaned_data.get("tags", [])],
    )


def records(rows, name) -> list:
    return [row.instance for row in rows.get(name, [])]


def confirmed(rows) -> list:
    links = [row.instance for row in rows]
    return [link for link in links if link.confirmed and getattr(link, link.target)]


def credit_of(row) -> str:
    return row.cleaned_data.get("credit") or ""
