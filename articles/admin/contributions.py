"""来稿 at the desk: read with its pictures beside, taken over as a draft, or declined with a word."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, Q, Value, When
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles.incoming import taking_over
from articles.models import ContributedFile, Contribution
from newsdesk import html
from newsdesk.desk import DeskAdmin, ReadOnly

TAKE = "articles.take_contribution"
PICTURES = Q(files__kind=ContributedFile.Kind.PHOTO)
NEW_FIRST = Case(When(state=Contribution.State.NEW, then=Value(0)), default=Value(1))


class DeclineForm(forms.Form):
    word = forms.CharField(
        label=_("Word to the correspondent"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The sender reads it with the receipt."),
    )


@admin.register(Contribution)
class ContributionAdmin(ReadOnly, DeskAdmin):
    list_display = [
        "headline",
        "state_word",
        "unit",
        "names",
        "length",
        "photos",
        "received",
        "draft",
    ]
    list_filter = ["state", "received"]
    list_select_related = ["article"]
    search_fields = ["headline", "unit", "names", "number", "body"]
    search_help_text = _("headline, text, unit, name or receipt")
    date_hierarchy = "received"
    ordering = [NEW_FIRST.asc(), "-received", "-pk"]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.annotate(picture_count=Count("files", filter=PICTURES))

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(TAKE)

    @admin.display(description=_("state"), ordering="state")
    def state_word(self, contribution):
        return contribution.get_state_display()

    @admin.display(description=_("length in characters"))
    def length(self, contribution):
        return contribution.words

    @admin.display(description=_("pictures"), ordering="picture_count")
    def photos(self, contribution):
        return contribution.picture_count

    @admin.display(description=_("draft"))
    def draft(self, contribution):
        return contribution.article or ""

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        name = "articles_contribution_file"
        return [path("file/<int:pk>/<slug:size>/", view, name=name), *super().get_urls()]

    def file_view(self, request, pk, size):
        """A picture as it was checked and drawn anew; the sender's own file only as a download."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        sent = get_object_or_404(ContributedFile.objects.exclude(contribution=None), pk=pk)
        file = sent.preview if size == "preview" else sent.file
        if not file or not file.storage.exists(file.name):
            raise Http404
        whole = size != "preview"
        kind = "application/octet-stream" if whole else "image/jpeg"
        response = FileResponse(
            file.open(), as_attachment=whole, filename=sent.name, content_type=kind
        )
        response["Cache-Control"] = "private, no-store"
        return response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        key = object_id if object_id.isdecimal() else 0
        contribution = get_object_or_404(Contribution.objects.select_related("article"), pk=key)
        form = DeclineForm(request.POST if "decline" in request.POST else None)
        if request.method == "POST":
            answer = self.decide(request, contribution, form)
            if answer:
                return answer
        return self.shown(request, contribution, form)

    def shown(self, request, contribution, form):
        files = list(contribution.files.all())
        context = self.admin_site.each_context(request) | {
            "title": contribution,
            "opts": self.opts,
            "contribution": contribution,
            "body": html.safe(contribution.body),
            "photos": [file for file in files if file.kind == ContributedFile.Kind.PHOTO],
            "documents": [file for file in files if file.kind != ContributedFile.Kind.PHOTO],
            "form": form,
            "may_undo": taking_over.may_undo(contribution),
        }
        return render(request, "admin/articles/contribution.html", context)

    def decide(self, request, contribution, form):
        if "take" in request.POST:
            return self.take(request, contribution)
        if "undo" in request.POST:
            return self.undo(request, contribution)
        return self.decline(request, contribution, form) if form.is_valid() else None

    def take(self, request, contribution):
        article, refused = taking_over.take(contribution, by=request.user)
        for reason in refused:
            messages.warning(request, reason)
        if article is None:
            messages.error(request, _("Not done: somebody has decided about it already."))
            return self.back(contribution)
        if contribution.is_new:
            self.log_change(request, contribution, str(_("Taken over as a draft")))
            self.log_addition(request, article, str(_("From a contribution")))
            messages.success(request, _("“%s” is a draft now.") % article)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def decline(self, request, contribution, form):
        if taking_over.decline(contribution, form.cleaned_data["word"], by=request.user):
            self.log_change(request, contribution, str(_("Declined")))
            messages.success(request, _("Declined; the sender reads your word with the receipt."))
        else:
            messages.error(request, _("Not done: somebody has decided about it already."))
        return self.back(contribution)

    def undo(self, request, contribution):
        if taking_over.undo(contribution):
            self.log_change(request, contribution, str(_("Taken back")))
            messages.success(request, _("It is among the new ones again."))
        else:
            messages.error(request, _("Not taken back: somebody has worked on the draft."))
        return self.back(contribution)

    def back(self, contribution):
        here = reverse("admin:articles_contribution_change", args=[contribution.pk])
        return HttpResponseRedirect(here)
