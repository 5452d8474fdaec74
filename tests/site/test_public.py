"""What is public, seen both ways: on pages, lists, feed, sitemap, search and filters."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Coverage, Mention, OrganizationMention, Source
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_membership,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_section,
    make_user,
)
from tests.site.sitemaps import all_locations

pytestmark = pytest.mark.django_db

EVERYWHERE = [
    "/", "/articles/", "/people/", "/people/?kind=officials", "/people/?kind=reporters",
    "/organizations/", "/events/", "/archive/", "/search/?q=劳模", "/search/?q=黄奕奕",
    "/search/?q=茂名市总工会", "/feed/", "/sitemap.xml", "/honours/",
]  # fmt: skip


class Records:
    """A story with all that it names."""

    def __init__(self, make=make_article, **fields):
        self.section = make_section()
        self.page = make_page()
        self.person = make_person(featured=1)
        self.reporter = make_person("梁奈")
        self.organization = make_organization()
        self.event = make_event()
        self.story = make(
            "劳模工匠欢聚一堂话发展",
            section=self.section,
            page=self.page,
            persons=[self.person],
            reporters=[self.reporter],
            organizations=[self.organization],
            events=[self.event],
            tags=["迎春座谈"],
            **fields,
        )
        self.tag = self.story.tags.get()

    @property
    def pages(self):
        rows = (self.story, self.page, self.person, self.reporter, self.organization, self.event)
        return [row.get_absolute_url() for row in (*rows, self.tag)]

    @property
    def filters(self):
        numbers = {
            "person": self.person, "reporter": self.reporter,
            "organization": self.organization, "event": self.event,
        }  # fmt: skip
        chosen = [f"/articles/?{name}={row.pk}" for name, row in numbers.items()]
        return [*chosen, f"/articles/?tag={self.tag.slug}"]

    NAMES = ("劳模工匠欢聚一堂话发展", "黄奕奕", "梁奈", "茂名市总工会", "劳模工匠代表迎春座谈会")


def statuses(client, addresses):
    return {address: client.get(address).status_code for address in addresses}


def shown_in(client, addresses, *words):
    """The addresses whose page holds one of the words; a form still filled with the word does not count."""
    found = []
    for address in addresses:
        text = client.get(address).content.decode()
        for filled in ('value="劳模"', 'value="黄奕奕"', 'value="茂名市总工会"', "“", "”"):
            text = text.replace(filled, "")
        text = text.split("<main", 1)[-1]
        text = text.replace('<ul class="chosen"', "\0").split("\0")
        text = text[0] + "".join(part.split("</ul>", 1)[-1] for part in text[1:])
        found += [address] if any(word in text for word in words) else []
    return found


def paths_of(client) -> set[str]:
    """What the sitemap names."""
    return set(all_locations(client))


def later():
    return timezone.now() + timedelta(days=1)


def withdrawn(*args, **fields):
    article = make_article(*args, **fields)
    article.withdraw()
    return article


def scheduled(*args, **fields):
    return make_article(*args, published_at=later(), **fields)


def working_copy(*args, **fields):
    """An approved correction of another story: it is never public by itself."""
    original = make_article("原来的报道")
    return make_article(*args, corrects=original, **fields)


def test_a_published_story_shows_everywhere_with_all_it_names(client):
    records = Records()
    assert set(statuses(client, records.pages).values()) == {200}
    assert shown_in(client, records.filters, records.story.headline) == records.filters
    assert shown_in(client, ["/", "/articles/", "/archive/", "/feed/"], records.story.headline) == [
        "/", "/articles/", "/archive/", "/feed/",
    ]  # fmt: skip
    assert set(records.pages) <= paths_of(client)
    assert "黄奕奕" in client.get("/people/").content.decode()
    assert "迎春座谈会" in client.get("/events/").content.decode()
    assert "茂名市总工会" in client.get("/organizations/").content.decode()


@pytest.mark.parametrize("make", [make_draft, scheduled, withdrawn, working_copy])
def test_what_is_known_only_from_an_unpublished_story_shows_nowhere(client, make):
    records = Records(make)
    assert set(statuses(client, records.pages).values()) == {404}
    assert set(statuses(client, records.filters).values()) == {404}
    assert shown_in(client, EVERYWHERE, *records.NAMES) == []
    assert not set(records.pages) & paths_of(client)


@pytest.mark.parametrize("model", [Mention, OrganizationMention, Coverage])
def test_a_proposal_makes_nothing_public(client, model):
    records = Records()
    model.objects.update(confirmed=False, public_from=None)
    target = {Mention: "person", OrganizationMention: "organization", Coverage: "event"}[model]
    record = getattr(records, target)
    story = client.get(records.story.get_absolute_url()).content.decode()
    assert client.get(record.get_absolute_url()).status_code == 404
    assert client.get(f"/articles/?{target}={record.pk}").status_code == 404
    assert record.name not in story
    assert shown_in(client, EVERYWHERE, record.name) == []


def hide(record):
    if record.name == "黄奕奕":
        record.visibility = "nothing"
    else:
        record.hidden = True
    record.save()


@pytest.mark.parametrize("target", ["person", "organization", "event"])
def test_what_is_hidden_shows_nowhere_though_its_story_does(client, target):
    records = Records()
    record = getattr(records, target)
    hide(record)
    story = client.get(records.story.get_absolute_url())
    assert story.status_code == 200
    assert record.name not in story.content.decode()
    assert client.get(record.get_absolute_url()).status_code == 404
    assert client.get(f"/articles/?{target}={record.pk}").status_code == 404
    assert shown_in(client, EVERYWHERE, record.name) == []


def test_a_hidden_reporter_still_signs_as_printed_but_has_no_link(client):
    records = Records()
    records.reporter.visibility = "nothing"
    records.reporter.save()
    story = client.get(records.story.get_absolute_url()).content.decode()
    assert "梁奈" in story
    assert records.reporter.get_absolute_url() not in story
    assert client.get(f"/articles/?reporter={records.reporter.pk}").status_code == 404


def test_a_national_leader_is_named_without_a_page(client):
    leader = make_person("某某某", national_leader=True)
    story = make_article(persons=[leader])
    text = client.get(story.get_absolute_url()).content.decode()
    assert "某某某" in text
    assert leader.get_absolute_url() not in text
    assert client.get(leader.get_absolute_url()).status_code == 404


def test_a_scheduled_story_appears_by_itself_when_its_time_has_come(client):
    story = make_article(published_at=timezone.now() + timedelta(seconds=30))
    assert not Article.objects.published().exists()
    assert Article.objects.published(at=timezone.now() + timedelta(minutes=1)).get() == story
    assert client.get(story.get_absolute_url()).status_code == 404


def test_a_printed_page_lists_its_published_stories_and_never_its_text(client):
    page = make_page(raw="版面原文，只给编辑看")
    story, draft = make_article(page=page), make_draft("还没签发的稿件", page=page)
    text = client.get(page.get_absolute_url()).content.decode()
    assert story.headline in text
    assert draft.headline not in text
    assert "版面原文" not in text


def test_a_preview_is_for_those_who_may_and_is_never_kept(client):
    draft = make_draft("还没签发的稿件")
    address = reverse("article_preview", kwargs={"pk": draft.pk})
    assert client.get(address).status_code == 404
    client.force_login(make_user())
    assert client.get(address).status_code == 404
    client.force_login(make_user("编辑"))
    response = client.get(address)
    assert response.status_code == 200
    assert response.context["preview"]
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_section_shows_once_it_has_a_published_story(client):
    section = make_section("空栏", "empty")
    make_draft(section=section)
    assert "空栏" not in client.get("/").content.decode()
    empty = client.get(section.get_absolute_url())
    assert (empty.status_code, "这里还没有报道" in empty.content.decode()) == (200, True)
    make_article(section=section)
    assert "空栏" in client.get("/").content.decode()


@pytest.mark.parametrize(("visibility", "seen"), [("stories", False), ("full", True)])
def test_a_career_shows_only_where_it_is_opened(client, visibility, seen):
    person = make_person(visibility=visibility)
    make_membership(person, make_post("某某委主任", make_organization()), start="2020")
    make_article(persons=[person])
    text = client.get(person.get_absolute_url()).content.decode()
    assert ("某某委主任" in text) == seen
    assert ("2020年" in text) == seen


@pytest.fixture
def career():
    """Of a person whose full page is public: posts in two organizations, a team, and one without any."""
    person = make_person(visibility="full")
    body, team = make_organization("某某保密办"), make_organization("某某攻坚队")
    for post in (
        make_post("主任", body),
        make_post("委员", make_organization()),
        make_post("工程师"),
    ):
        make_membership(person, post, start="2020")
    make_membership(person, organization=team, role="队长", start="2021")
    make_article(persons=[person])
    return person, body, team


def posts_shown(client, person):
    text = client.get(person.get_absolute_url()).content.decode()
    posts = ("某某保密办主任", "茂名市总工会委员", "工程师", "某某攻坚队队长")
    return [post for post in posts if text.count(post) == 3]  # now, in the career, for programs


def test_a_career_names_each_organization_that_may_be_named(client, career):
    assert len(posts_shown(client, career[0])) == 4


def test_a_career_leaves_out_what_was_held_in_hidden_organizations(client, career):
    person, body, team = career
    hide(body)
    hide(team)
    assert posts_shown(client, person) == ["茂名市总工会委员", "工程师"]
    assert "某某" not in client.get(person.get_absolute_url()).content.decode()


def test_a_career_leaves_out_organizations_known_only_from_drafts(client, career):
    person, body, team = career
    make_draft(organizations=[body, team])
    assert posts_shown(client, person) == ["茂名市总工会委员", "工程师"]
    make_article("某某成立", organizations=[body, team])
    assert len(posts_shown(client, person)) == 4


@pytest.mark.parametrize(("hidden", "named"), [(False, True), (True, False)])
def test_a_story_names_its_source_unless_that_paper_is_hidden(client, hidden, named):
    paper = make_paper("某某内部简报", hidden=hidden)
    source = Source.objects.create(name="某某内部简报", publication=paper)
    story = make_article(source=source, page=make_page(publication=paper))
    assert ("某某内部简报" in client.get(story.get_absolute_url()).content.decode()) == named
