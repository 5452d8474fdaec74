"""Organizations: a list, and each with its people, honours, events and stories."""

from django import forms
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Article, Event
from articles.selection import by_organization
from newsdesk.listing import RecordFilter
from people.models import Membership, Organization, Person

SHOWN = 30


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
    public = Organization.objects.published()
    organization = get_object_or_404(public, pk=pk)
    stories = Article.objects.published().filter(by_organization(organization))
    context = {
        "organization": organization,
        "parent": public.filter(pk=organization.parent_id).first(),
        "successor": public.filter(pk=organization.successor_id).first(),
        "children": public.filter(parent=organization),
        "memberships": posts_now(organization),
        "honours": organization.honours.standing().select_related("award"),
        "events": Event.objects.published().filter(organizers=organization)[:SHOWN],
        "stories": stories.with_beginnings().newest_first()[:SHOWN],
    }
    return render(request, "people/organization_detail.html", context)


def posts_now(organization) -> list[Membership]:
    """Who holds its posts today, by rank; only persons whose career is public."""
    today = timezone.localdate()
    persons = Person.objects.published().filter(visibility=Person.Visibility.FULL)
    rows = Membership.objects.on(today).filter(person__in=persons)
    rows = rows.filter(post__organization=organization) | rows.filter(organization=organization)
    rows = rows.select_related("person").with_posts().by_rank()
    for row in rows:
        row.uncertain = row.on(today) == "possibly"
    return rows
