"""Query counts do not grow with rows."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Credit, TopicItem
from tests import files
from tests.make import (
    make_article,
    make_award,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_participation,
    make_person,
    make_post,
    make_section,
    make_topic,
)
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """One of each, tied together; `grow` adds more of everything around them."""
    return World()


class World:
    def __init__(self):
        self.page = make_page(publication=make_paper(), date="2024-01-27", number="1")
        self.section = make_section()
        self.person = make_person(featured=1, visibility="full")
        self.organization = make_organization()
        self.event = make_event()
        self.topic = make_topic(event=self.event)
        self.story = self.add_story(0)
        self.tag = self.story.tags.get(name="劳模")
        self.grow(1, 4)

    def add_story(self, number):
        story = make_article(
            f"劳模{number}",
            section=self.section,
            page=self.page,
            persons=[self.person],
            reporters=[self.person],
            organizations=[self.organization],
            events=[self.event],
            tags=["劳模", f"标签{number}"],
        )
        use = add_picture(story)
        Credit.objects.create(photo_use=use, person=self.person, name="吴昊", role="摄")
        files.attach(story)
        files.show_video(story, poster=use.photo)
        TopicItem.objects.create(topic=self.topic, article=story, group=f"组{number % 3}")
        return story

    def grow(self, first, last=None):
        for number in range(first, last or first + 1):
            self.add_story(number)
            self.add_around(number)

    def add_around(self, number):
        """More people, organizations, events and pages around the one story and the one event."""
        page = make_page(f"原文{number}", publication=self.page.publication, date="2024-01-27")
        make_article(f"劳模版面{number}", page=page, persons=[self.person])
        self.page.staff.create(role=f"责编{number}", name="梁奈", person=self.person)
        section = make_section(f"栏目{number}", f"section-{number}")
        make_topic(f"专题{number}", picture=self.story.photo_uses.first().photo)
        person = make_person(f"劳模人物{number}", featured=number + 1, visibility="full")
        union = make_organization(f"劳模机构{number}", parent=self.organization)
        event = make_event(f"劳模活动{number}", part_of=self.event)
        event.organizers.add(self.organization)
        post = make_post(f"委员{number}", self.organization)
        make_membership(self.person, make_post(f"职务{number}", union), start="2020")
        make_membership(person, post, start="2020")
        for who in (self.person, person):
            make_participation(event, who)
            make_honour(make_award(f"奖{number}-{who.pk}"), person=who, year="2020")
        make_participation(self.event, person)
        make_honour(
            make_award(f"集体奖{number}", receiver="collective"), organization=self.organization
        )
        self.event.organizers.add(union)
        make_mention(self.story, person, title="劳模")
        self.story.organization_mentions.create(organization=union, confirmed=True)
        self.story.coverages.create(event=event, confirmed=True)
        self.story.bylines.create(person=person, name=person.name, role="记者")
        self.story.tags.add(f"另{number}")
        use = add_picture(self.story)
        Credit.objects.create(photo_use=use, person=person, name=person.name, role="摄")
        make_article(f"劳模栏目{number}", section=section, pinned=True, persons=[person])

    @property
    def addresses(self):
        rows = (self.story, self.person, self.organization, self.event, self.section, self.page)
        own = [row.get_absolute_url() for row in (*rows, self.tag, self.topic)]
        filters = f"person={self.person.pk}&event={self.event.pk}&section={self.section.slug}"
        filters += f"&reporter={self.person.pk}&organization={self.organization.pk}"
        return [
            *own,
            "/", "/articles/", f"/articles/?{filters}&tag={self.tag.slug}&date=2024", "/people/",
            "/people/?kind=officials", "/people/?kind=reporters", "/organizations/", "/events/",
            "/archive/", "/archive/2024/", "/archive/2024/01/", "/archive/2024/01/27/",
            "/honours/", "/honours/?by=award", f"/papers/{self.page.publication_id}/2024/01/27/",
            f"/events/?person={self.person.pk}", "/search/?q=劳模", "/feed/", "/sitemap.xml", "/articles/?page=zzz", "/nope/",
            "/contribute/", "/contribute/receipt/", "/topics/",
            *self.for_programs(filters),
        ]  # fmt: skip

    def for_programs(self, filters) -> list[str]:
        """docs/exchange.md"""
        return [
            "/events/calendar.ics", f"{self.event.get_absolute_url()}event.ics",
            f"{self.event.get_absolute_url()}calendar.ics",
            *(f"/api/v1/{name}/" for name in (
                "articles", "people", "organizations", "events", "sections", "tags", "honours",
            )),
            f"/api/v1/articles/?{filters}", f"/api/v1/articles/{self.story.pk}/",
            f"/api/v1/people/{self.person.pk}/", f"/api/v1/events/{self.event.pk}/",
            f"/api/v1/organizations/{self.organization.pk}/", "/api/v1/openapi.json",
            "/sitemap-pages.xml", "/sitemap-news.xml", "/sitemap-article-0.xml",
            "/sitemap-person-0.xml", "/feed/rss/", f"/feed/json/?{filters}",
            "/articles/ninjs.json", f"/articles/ninjs.json?{filters}",
            f"{self.story.get_absolute_url()}ninjs.json",
        ]  # fmt: skip


def count(client, address) -> int:
    cache.clear()  # of the facets of lists
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address)
    return len(queries)


def test_no_page_asks_more_of_the_database_when_there_is_more(client, world):
    client.get("/feed/")  # the name of the site is asked once and kept
    few = {address: count(client, address) for address in world.addresses}
    world.grow(4, 12)
    many = {address: count(client, address) for address in world.addresses}
    assert not {address: n for address, n in many.items() if n > few[address]}
    assert max(few.values()) <= 42  # a list found by words whose facets nobody has asked for yet
    assert few["/sitemap.xml"] <= 24  # the sitemap: two for each kind of record
