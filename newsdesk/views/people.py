"""Persons: lists of all, of officials, of reporters; a person's page with posts, honours, events and stories."""

from itertools import groupby

from django import forms
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Article, Event, Mention
from articles.selection import by_person, by_reporter, reporters
from newsdesk.dates import Certainty
from newsdesk.listing import RecordFilter
from people.models import Person, Post

SHOWN = 50  # stories on the page; the list has them all


class PersonFilter(RecordFilter):
    KINDS = [("", _("all persons")), ("officials", _("officials")), ("reporters", _("reporters"))]
    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=KINDS, widget=forms.HiddenInput
    )

    def persons(self):
        persons = {
            "": Person.objects.published(),
            "officials": Person.objects.published().holding(Post.Kind.OFFICE),
            "reporters": reporters(),
        }[self.values.get("kind", "")]
        return with_printed_title(persons.search(self.values.get("q", "")))

    def tabs(self) -> list[dict]:
        kind = self.values.get("kind", "")
        return [
            {"name": label, "url": self.address(kind=value), "current": value == kind}
            for value, label in self.KINDS
        ]

    @property
    def heading(self):
        return dict(self.KINDS)[self.values.get("kind", "")]


def with_printed_title(persons):
    """Each with `printed_title`, as the newest published story gave it."""
    titles = Mention.objects.published().filter(person=OuterRef("pk")).exclude(title="")
    newest = titles.order_by("-public_from", "-pk").values("title")[:1]
    return persons.annotate(printed_title=Subquery(newest))


@require_safe
def person_list(request):
    chosen = PersonFilter(request.GET, request.path)
    page = None
    if chosen.status == 200:
        page = chosen.page_of(chosen.persons().by_rank(timezone.localdate()))
    status = 404 if page and page.is_beyond else chosen.status
    context = {"filter": chosen, "page": page}
    return render(request, "people/person_list.html", context, status=status)


@require_safe
def person_detail(request, *, pk):
    person = get_object_or_404(Person.objects.published(), pk=pk)
    about = Article.objects.published().filter(by_person(person))
    written = Article.objects.published().filter(by_reporter(person))
    context = {
        "person": person,
        "titles": titles_printed(person),
        "honours": person.honours.standing().select_related("award"),
        "participations": events_of(person),
        "years": by_year(about),
        "written": written.with_beginnings().newest_first()[:SHOWN],
    }
    return render(request, "people/person_detail.html", context | career(person))


def career(person) -> dict:
    """Posts now and all posts, newest first; nothing where the career is not public."""
    if not person.shows_career:
        return {"now": [], "career": []}
    today = timezone.localdate()
    rows = list(person.memberships.nameable().with_posts().by_rank())
    for row in rows:
        row.certainty = row.on(today)
        row.uncertain = row.certainty == Certainty.POSSIBLY
    return {
        "now": [row for row in rows if row.certainty != Certainty.NO],
        "career": sorted(rows, key=lambda row: row.start_first, reverse=True),
    }


def titles_printed(person) -> list[str]:
    """As the published stories gave them, newest first, each once."""
    rows = person.mentions.published().exclude(title="").order_by("-public_from", "-pk")
    return list(dict.fromkeys(rows.values_list("title", flat=True)[:200]))


def events_of(person) -> list[dict]:
    """Public events with the roles in which the person was there, newest first."""
    events = Event.objects.published().filter(participations__person=person).distinct()
    rows = person.participations.filter(event__in=events).order_by("order", "pk")
    roles: dict[int, list[str]] = {}
    for row in rows:
        roles.setdefault(row.event_id, []).append(row.get_role_display())
    return [{"event": event, "roles": roles[event.pk]} for event in events]


def by_year(stories) -> list[tuple[int, list[Article]]]:
    rows = stories.with_beginnings().newest_first()[:SHOWN]
    return [
        (year, list(group))
        for year, group in groupby(rows, key=lambda row: timezone.localtime(row.public_from).year)
    ]
