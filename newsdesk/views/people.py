"""Persons: lists of all, of officials, of reporters; and each person's page."""

from django import forms
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.lists.selection import reporters
from articles.models import Mention
from newsdesk.listing import RecordFilter
from newsdesk.prepared import prepared
from newsdesk.views.person_page import parts
from people.models import Person, Post


class PersonFilter(RecordFilter):
    KINDS = [("", _("all persons")), ("officials", _("officials")), ("reporters", _("reporters"))]
    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=KINDS, widget=forms.HiddenInput
    )

    SORTS = [("", _("by rank")), ("strokes", _("by strokes of the surname"))]
    sort = forms.ChoiceField(
        label=_("order"), required=False, choices=SORTS, widget=forms.HiddenInput
    )

    def sorted_persons(self):
        by_strokes = self.values.get("sort") == "strokes"
        persons = self.persons()
        return persons.by_strokes() if by_strokes else persons.by_rank(timezone.localdate())

    def persons(self):
        persons = {
            "": Person.objects.published(),
            "officials": Person.objects.published().holding(Post.Kind.OFFICE),
            "reporters": reporters(),
        }[self.values.get("kind", "")]
        return with_printed_title(persons.search_for_readers(self.values.get("q", "")))

    def tabs(self) -> list[dict]:
        kind = self.values.get("kind", "")
        return [
            {"name": label, "url": self.address(kind=value), "current": value == kind}
            for value, label in self.KINDS
        ]

    def orders(self) -> list[tuple[str, str]]:
        """The orders of the list, each with its address; the one that stands has none."""
        now = self.values.get("sort", "")
        return [
            (label, "" if value == now else self.address(sort=value)) for value, label in self.SORTS
        ]

    @property
    def heading(self):
        return dict(self.KINDS)[self.values.get("kind", "")]


def with_printed_title(persons, at=None):
    """Each with `printed_title`, as the newest published story gave it."""
    titles = Mention.objects.published(at).filter(person=OuterRef("pk")).exclude(title="")
    newest = titles.order_by("-public_from", "-pk").values("title")[:1]
    return persons.annotate(printed_title=Subquery(newest))


@require_safe
def person_list(request):
    chosen = PersonFilter(request.GET, request.path)
    page = None
    if chosen.status == 200:
        page = chosen.page_of(chosen.sorted_persons())
    status = 404 if page and page.is_beyond else chosen.status
    context = {"filter": chosen, "page": page}
    return render(request, "people/person_list.html", context, status=status)


@prepared
def published_person(*, key, now):
    return Person.objects.published(now).filter(pk=key).order_by()


@require_safe
def person_detail(request, *, pk):
    for person in published_person(key=pk, now=timezone.now()):
        return render(request, "people/person_detail.html", parts(person))
    raise Http404
