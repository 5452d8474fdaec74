"""Links that narrow a list to whom, what and which events the stories shown are about."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.filters import StoryFilter
from articles.models import Byline, Coverage, Event, Mention, Tag, TaggedArticle
from articles.selection import reporters
from people.models import Person

OFFERED = 12  # of each kind


@dataclass(frozen=True)
class Group:
    label: str
    links: list[tuple[str, str]]  # name, address


def narrowing(stories, chosen: StoryFilter) -> list[Group]:
    keys = [story.pk for story in stories]
    groups = []
    for name, records in offers(keys).items():
        if name in chosen.fields and name not in chosen.values:
            links = [(str(row), chosen.address(**{name: row})) for row in records[:OFFERED]]
            groups.append(Group(chosen.fields[name].label, links))
    return [group for group in groups if group.links]


def offers(keys: list[int]) -> dict:
    """What the stories with these keys are tied to; officials stand by rank."""
    today = timezone.localdate()
    return {
        "person": among(Person.objects.published(), Mention, "person", keys).by_rank(today),
        "event": among(Event.objects.published(), Coverage, "event", keys),
        "reporter": among(reporters(), Byline, "person", keys),
        "tag": Tag.objects.filter(
            Exists(TaggedArticle.objects.filter(tag=OuterRef("pk"), content_object__in=keys))
        ),
    }


def among(records, links, field, keys):
    rows = links.objects.published().filter(article__in=keys)
    return records.filter(Exists(rows.filter(**{field: OuterRef("pk")})))
