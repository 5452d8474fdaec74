"""Organizations: a list, and each with its page."""

from django import forms
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsdesk.listing import RecordFilter
from newsdesk.views.organization_page import parts
from people.models import Organization


class OrganizationFilter(RecordFilter):
    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=[("", _("all")), *Organization.Kind.choices]
    )

    def organizations(self):
        rows = Organization.objects.published().search(self.values.get("q", ""))
        kind = self.values.get("kind")
        return rows.filter(kind=kind) if kind else rows


@require_safe
def organization_list(request):
    chosen = OrganizationFilter(request.GET, request.path)
    page = chosen.page_of(chosen.organizations()) if chosen.status == 200 else None
    status = 404 if page and page.is_beyond else chosen.status
    context = {"filter": chosen, "page": page}
    return render(request, "people/organization_list.html", context, status=status)


@require_safe
def organization_detail(request, *, pk):
    organization = get_object_or_404(Organization.objects.published(), pk=pk)
    return render(request, "people/organization_detail.html", parts(organization))
