"""Honours: who received which award."""

from django.db.models import Case, Q, When
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsdesk.listing import RecordFilter
from people.models import Award, Honour, Organization, Person


@require_safe
def honour_list(request):
    """Only of those that readers may see; in a year, awards in the order of their level."""
    chosen = RecordFilter(request.GET, request.path)
    page = chosen.page_of(honours(chosen.values.get("q", ""))) if chosen.status == 200 else None
    status = 404 if page and page.is_beyond else chosen.status
    context = {"filter": chosen, "page": page}
    return render(request, "people/honour_list.html", context, status=status)


def honours(words: str):
    public = Q(person__in=Person.objects.published()) | Q(
        organization__in=Organization.objects.published()
    )
    rows = Honour.objects.standing().filter(public)
    for word in words.split():
        rows = rows.filter(
            Q(award__name__icontains=word)
            | Q(person__name__icontains=word)
            | Q(organization__name__icontains=word)
        )
    return rows.select_related("award", "person", "organization").order_by(
        "-year", level_order(), "award__name", "person__sort_key", "pk"
    )


def level_order() -> Case:
    """National awards first, as the levels stand in Award.Level."""
    places = enumerate(Award.Level.values)
    return Case(*(When(award__level=level, then=place) for place, level in places))
