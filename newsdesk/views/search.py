"""Search: persons, organizations, events and sections of that name first, then the stories."""

from dataclasses import dataclass
from operator import or_

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.lists.filters import StoryFilter
from articles.models import Event
from articles.views.lists import story_list
from newsdesk.prepared import prepared
from newsdesk.publishing import sought
from newsdesk.search import fold, parse
from people.models import Organization, Person

FOUND = 8  # records of a kind


@dataclass(frozen=True)
class Named:
    """A record whose name was typed: its page, and the stories about it among those that are found."""

    kind: str
    record: object
    narrowed: str


@require_safe
def search(request):
    chosen = StoryFilter(request.GET, request.path)
    records = named(chosen)
    return story_list(request, title=_("Search"), chosen=chosen, searching=True, records=records)


@prepared
def persons(*, now, day, whole, **terms):
    public = Person.objects.published(now)
    found = public.called(whole, terms.values(), or_, public.has_for_readers)
    return found.by_rank(day)[:FOUND]


@prepared
def others(model, *, now, whole, **terms):
    return model.objects.published(now).called(whole, terms.values(), or_)[:FOUND]


def named(chosen: StoryFilter) -> list[Named]:
    words = chosen.values.get("q", "")
    if not words:
        return []
    now, (whole, wanted) = timezone.now(), sought(words)
    called = {f"term_{number}": term for number, term in enumerate(wanted)}
    called |= {"whole": whole, "now": now}
    sections = chosen.fields["section"].offered()
    found = {
        "person": persons(day=timezone.localdate(now), **called),
        "organization": others(Organization, **called),
        "event": others(Event, **called),
        "section": [row for row in sections if fold(row.name) in (whole, *wanted)],
    }
    return [
        Named(chosen.fields[kind].label, record, narrowed(chosen, kind, record))
        for kind, records in found.items()
        if kind not in chosen.values
        for record in records[:FOUND]
    ]


def narrowed(chosen: StoryFilter, kind: str, record) -> str:
    """The list of what is found about the record: its name is no more a word to look for."""
    name = fold(str(record))
    words = chosen.values["q"]
    others = [word for word in words.split() if parse(word).wanted != (name,)]
    rest = "" if parse(words).wanted == (name,) else " ".join(others)
    return chosen.address(**{kind: record, "q": rest})
