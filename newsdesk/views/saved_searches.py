"""保存的检索 of whoever has logged in: kept, opened again, forgotten."""

from urllib.parse import parse_qs, urlsplit

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import SavedSearch


class SavedSearchForm(forms.ModelForm):
    class Meta:
        model = SavedSearch
        fields = ["name", "address"]
        widgets = {"address": forms.HiddenInput}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if self.instance.user.saved_searches.filter(name=name).exists():
            raise forms.ValidationError(_("You have a saved search of this name."))
        return name

    def clean_address(self):
        """Only a page of this site: it becomes a link that its owner trusts."""
        address = self.cleaned_data["address"]
        if not (address.startswith("/") and url_has_allowed_host_and_scheme(address, None)):
            raise forms.ValidationError(_("This is no list of this site."))
        return address


def saved_searches(request):
    """Those that there are; with ?address=… also the form that keeps one more."""
    new = SavedSearch(user=request.user, address=request.GET.get("address", ""))
    form = SavedSearchForm(request.POST or None, instance=new, initial={"name": words(new.address)})
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("“%s” is saved; it stands on the desk's first page.") % new)
        return HttpResponseRedirect(new.address)
    context = admin.site.each_context(request) | {
        "title": _("Saved searches"),
        "form": form if new.address or request.method == "POST" else None,
        "searches": request.user.saved_searches.all(),
    }
    return TemplateResponse(request, "admin/saved_searches.html", context)


def words(address: str) -> str:
    """A first name for it: what was looked for."""
    return " ".join(parse_qs(urlsplit(address).query).get("q", []))[:60]


@require_POST
def forget(request, pk):
    get_object_or_404(request.user.saved_searches, pk=pk).delete()
    return HttpResponseRedirect(reverse("admin:saved_searches"))
