"""Plain search: stories, and the persons, organizations and events of that name."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.filters import StoryFilter
from articles.models import Event
from articles.views.lists import story_list
from people.models import Organization, Person

FOUND = 8  # records of a kind


@require_safe
def search(request):
    words = StoryFilter(request.GET, request.path).values.get("q", "")
    return story_list(request, title=_("Search"), searching=True, records=records(words))


def records(words: str) -> list:
    if not words.strip():
        return []
    persons = Person.objects.published().search(words).by_rank(timezone.localdate())
    organizations = Organization.objects.published().search(words)
    events = Event.objects.published().search(words)
    return [*persons[:FOUND], *organizations[:FOUND], *events[:FOUND]]
