"""The register of honours: who received which award in which year."""

from itertools import groupby
from operator import attrgetter

from django import forms
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Substr
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsdesk import dates
from newsdesk.listing import RecordFilter
from people.models import Award, Honour, Organization, Person

YEAR, AWARD = "", "award"


class AwardField(forms.ModelChoiceField):
    """Those awards that readers may know, with their level."""

    default_error_messages = {"invalid_choice": _("There is no such award here.")}

    def label_from_instance(self, award):
        return f"{award}（{award.get_level_display()}）"


class HonourFilter(RecordFilter):
    award = AwardField(Award.objects.none(), label=_("award"), required=False, empty_label=_("all"))
    level = forms.ChoiceField(
        label=_("level"), required=False, choices=[("", _("all")), *Award.Level.choices]
    )
    year = forms.ChoiceField(label=_("year"), required=False)
    receiver = forms.ChoiceField(
        label=_("given to"), required=False, choices=[("", _("all")), *Award.Receiver.choices]
    )
    by = forms.ChoiceField(
        label=_("order"),
        required=False,
        choices=[(YEAR, _("by year")), (AWARD, _("by award"))],
        widget=forms.HiddenInput,
    )

    def __init__(self, query, path: str):
        super().__init__(query, path)
        honours = shown_to_readers().order_by()
        awards = Award.objects.shown(honours)
        self.fields["award"].queryset = awards.order_by(level_order(), "name")
        years = sorted(
            filter(None, honours.values_list("in_year", flat=True).distinct()), reverse=True
        )
        self.fields["year"].choices = [("", _("all")), *((y, dates.in_words(y)) for y in years)]

    def honours(self):
        values = self.values
        rows = shown_to_readers()
        conditions = {
            "award": values.get("award"),
            "award__level": values.get("level"),
            "in_year": values.get("year"),
            "award__receiver": values.get("receiver"),
        }
        rows = rows.filter(**{name: value for name, value in conditions.items() if value})
        for word in values.get("q", "").split():
            rows = rows.filter(
                Q(award__name__icontains=word)
                | Q(person__name__icontains=word)
                | Q(organization__name__icontains=word)
            )
        order = [level_order("award__level"), "award__name", "award"]
        order = [*order, "-in_year"] if self.grouped_by == AWARD else ["-in_year", *order]
        names = ("person__sort_key", "organization__sort_key", "pk")
        return rows.select_related("award", "person", "organization").order_by(*order, *names)

    @property
    def chosen_award(self) -> Award | None:
        return self.values.get("award")

    @property
    def grouped_by(self) -> str:
        return self.values.get("by", YEAR)

    def tabs(self) -> list[dict]:
        return [
            {"name": label, "url": self.address(by=value), "current": self.grouped_by == value}
            for value, label in self.fields["by"].choices
        ]


@require_safe
def honour_list(request):
    """Only of those that readers may see; in a year, awards in the order of their level."""
    chosen = HonourFilter(request.GET, request.path)
    page = chosen.page_of(chosen.honours()) if chosen.status == 200 else None
    status = 404 if page and page.is_beyond else chosen.status
    groups = groups_of(page.rows, chosen.grouped_by) if page else []
    context = {"filter": chosen, "page": page, "groups": groups}
    if not chosen.values:
        context["awards"] = chosen.fields["award"].queryset
    return render(request, "people/honour_list.html", context, status=status)


def shown_to_readers():
    public = Q(person__in=Person.objects.published()) | Q(
        organization__in=Organization.objects.published()
    )
    return Honour.objects.standing().filter(public).annotate(in_year=Substr("year", 1, 4))


def level_order(field: str = "level") -> Case:
    """National awards first, as the levels stand in Award.Level."""
    places = enumerate(Award.Level.values)
    return Case(*(When(**{field: level}, then=Value(place)) for place, level in places))


def groups_of(rows, by: str) -> list[dict]:
    """Two headings deep: the year over its awards, or the award over its years."""
    outer, inner = ("award", "in_year") if by == AWARD else ("in_year", "award")
    return [
        {
            "key": key,
            "groups": [{"key": k, "rows": list(r)} for k, r in groupby(found, attrgetter(inner))],
        }
        for key, found in groupby(rows, attrgetter(outer))
    ]
