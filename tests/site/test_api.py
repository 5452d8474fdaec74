"""The read-only API: it answers as its description says, filters like the lists, and tells nothing that is not public."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from articles.lists.paging import PER_PAGE
from articles.models import Credit
from newsdesk import listing
from tests.make import (
    make_article,
    make_award,
    make_draft,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_participation,
    make_person,
    make_post,
    make_section,
)
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db
SITE = "https://news.example"
API = "/api/v1"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def ask(client):
    """Status and content of an answer."""

    def ask(path, **headers):
        response = client.get(f"{API}{path}", headers=headers)
        return response.status_code, json.loads(response.content or "null")

    return ask


@pytest.fixture
def described(ask):
    return ask("/openapi.json")[1]


class Records:
    """Something of everything, tied together, as `make` makes stories."""

    NAMES = ("劳模工匠欢聚一堂", "黄奕奕", "梁奈", "茂名市总工会", "迎春座谈会", "迎春标签")

    def __init__(self, make=make_article):
        self.person, self.reporter = make_person(visibility="full"), make_person("梁奈")
        self.organization = make_organization(kind="union", title_form="市总工会")
        self.event = make_event("迎春座谈会", venue="市青少年活动中心")
        self.section = make_section()
        self.story = make(
            "劳模工匠欢聚一堂",
            section=self.section,
            events=[self.event],
            organizations=[self.organization],
            reporters=[self.reporter],
            tags=["迎春标签"],
        )
        make_mention(self.story, self.person, title="市总工会主席")
        make_membership(self.person, make_post("主席", self.organization), start="2020-03")
        make_honour(make_award(), person=self.person, year="2023")
        make_honour(make_award(receiver="collective"), organization=self.organization)
        make_participation(self.event, self.person, title="市总工会主席")
        self.event.organizers.add(self.organization)
        use = add_picture(self.story)
        Credit.objects.create(photo_use=use, name="吴昊", role="摄")
        self.tag = self.story.tags.get()

    @property
    def ones(self):
        rows = {
            "articles": self.story, "people": self.person, "organizations": self.organization,
            "events": self.event,
        }  # fmt: skip
        return [f"/{name}/{row.pk}/" for name, row in rows.items()]


LISTS = [f"/{name}/" for name in (
    "articles", "people", "organizations", "events", "sections", "tags", "honours",
)]  # fmt: skip


def test_the_description_is_openapi_3_1(described):
    assert described["openapi"].startswith("3.1")
    validate(described)


def test_every_described_path_is_tested_here(described):
    ones = {f"/{path.split('/')[1]}/{{id}}/" for path in Records().ones}
    assert set(described["paths"]) == {*LISTS, *ones}


def faults(described, path, content, status=200):
    """Where an answer is not as described."""
    answer = described["paths"][path]["get"]["responses"][str(status)]["content"]
    [kind] = answer.values()
    schema = kind["schema"] | {"components": described["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(content)]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_as_described_full_and_empty(ask, described, path):
    status, content = ask(path)
    assert (status, content["items"], faults(described, path, content)) == (200, [], [])
    Records()
    status, content = ask(path)
    assert content["items"]
    assert faults(described, path, content) == []


def test_a_record_is_as_described_with_all_and_with_little_around_it(ask, described):
    little = [make_person("孤"), make_organization("孤会"), make_event("孤事", "")]
    story = make_article(persons=little[:1], organizations=little[1:2], events=little[2:], body="")
    ones = [f"/articles/{story.pk}/"]
    ones += [
        f"/{name}/{row.pk}/"
        for name, row in zip(("people", "organizations", "events"), little, strict=True)
    ]
    for one in [*Records().ones, *ones]:
        status, content = ask(one)
        path = f"/{one.split('/')[1]}/{{id}}/"
        assert (one, status, faults(described, path, content)) == (one, 200, [])


def test_a_fault_against_the_description_would_be_noticed(ask, described):
    make_article()
    _status, content = ask("/articles/")
    del content["items"][0]["headline"]
    assert faults(described, "/articles/", content)


def test_a_story_says_who_what_and_by_whom(ask):
    records = Records()
    _status, story = ask(f"/articles/{records.story.pk}/")
    assert story["url"] == SITE + records.story.get_absolute_url()
    assert story["people"] == [
        {"name": "黄奕奕", "title": "市总工会主席", "url": SITE + records.person.get_absolute_url()}
    ]
    assert [row["role"] for row in story["bylines"]] == ["记者"]
    assert (story["section"]["slug"], story["tags"][0]["name"]) == ("news", "迎春标签")
    assert (story["events"][0]["start"], story["organizations"][0]["name"]) == (
        "2024-01-26",
        "茂名市总工会",
    )
    assert story["photos"][0]["credit"] == "吴昊摄"
    assert story["published"] == "2024-01-27T08:00:00+08:00"


def test_records_say_what_their_pages_say(ask):
    records = Records()
    _status, person = ask(f"/people/{records.person.pk}/")
    assert (person["posts"][0]["title"], person["posts"][0]["start"]) == ("市总工会主席", "2020-03")
    assert (person["honours"][0]["year"], person["events"][0]["roles"]) == ("2023", ["出席"])
    _status, body = ask(f"/organizations/{records.organization.pk}/")
    assert body["people"][0]["name"] == "黄奕奕"
    _status, event = ask(f"/events/{records.event.pk}/")
    assert (event["organizers"][0]["name"], event["participants"][0]["name"]) == (
        "茂名市总工会",
        "黄奕奕",
    )
    _status, honours = ask("/honours/")
    assert {row["receiver"]["name"] for row in honours["items"]} == {"黄奕奕", "茂名市总工会"}


def later(*args, **fields):
    return make_article(*args, published_at=timezone.now() + timedelta(days=1), **fields)


@pytest.mark.parametrize("make", [make_draft, later])
def test_what_is_known_only_from_an_unpublished_story_is_nowhere(client, ask, make):
    records = Records(make)
    for path in LISTS:
        assert ask(path) == (200, {"items": [], "next": ""}), path
    assert {ask(path)[0] for path in records.ones} == {404}
    records.story.approve()
    text = "".join(client.get(f"{API}{path}").content.decode() for path in (*LISTS, *records.ones))
    assert [name for name in records.NAMES if name not in text] == []


def test_who_is_hidden_is_nowhere(client, ask):
    records = Records()
    for record in (records.organization, records.event):
        record.hidden = True
        record.save()
    records.person.visibility = "nothing"
    records.person.save()
    assert [ask(path)[0] for path in records.ones] == [200, 404, 404, 404]
    text = "".join(client.get(f"{API}{path}").content.decode() for path in LISTS)
    text += client.get(f"{API}/articles/{records.story.pk}/").content.decode()
    assert "劳模工匠欢聚一堂" in text
    assert [name for name in ("黄奕奕", "茂名市总工会", "迎春座谈会") if name in text] == []


@pytest.mark.parametrize(("visibility", "posts"), [("full", 1), ("stories", 0)])
def test_a_career_is_told_only_where_it_is_public(ask, visibility, posts):
    records = Records()
    records.person.visibility = visibility
    records.person.save()
    _status, person = ask(f"/people/{records.person.pk}/")
    assert (len(person["posts"]), len(person["career"])) == (posts, posts)
    _status, body = ask(f"/organizations/{records.organization.pk}/")
    assert len(body["people"]) == posts


def test_stories_are_chosen_as_in_the_lists(ask):
    records = Records()
    make_article("别处的", body="<p>别的。</p>")
    for query in (
        f"person={records.person.pk}", f"event={records.event.pk}", "section=news", "q=欢聚",
        f"organization={records.organization.pk}", f"reporter={records.reporter.pk}",
        f"tag={records.tag.slug}",
    ):  # fmt: skip
        _status, content = ask(f"/articles/?{query}")
        assert [row["headline"] for row in content["items"]] == ["劳模工匠欢聚一堂"], query
    assert len(ask("/articles/?date=2024-01")[1]["items"]) == 2
    assert ask("/articles/?date=2023")[1]["items"] == []


def test_records_are_chosen_as_in_their_lists(ask):
    Records()
    make_article(events=[make_event("讲座", "2023", kind="lecture")], tags=["其他"])
    assert [row["name"] for row in ask("/events/?kind=lecture")[1]["items"]] == ["讲座"]
    assert [row["name"] for row in ask("/people/?q=黄")[1]["items"]] == ["黄奕奕"]
    assert [row["name"] for row in ask("/tags/?q=迎春")[1]["items"]] == ["迎春标签"]
    assert ask("/organizations/?kind=company")[1]["items"] == []


@pytest.mark.parametrize("path", ["/articles/", "/tags/"])
def test_pages_lead_on_to_the_last(ask, path, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", PER_PAGE)
    for number in range(PER_PAGE + 1):
        make_article(f"第{number}篇", tags=[f"标签{number}"])
    _status, first = ask(path)
    _status, second = ask(first["next"].removeprefix(SITE + API))
    assert (len(first["items"]), len(second["items"]), second["next"]) == (PER_PAGE, 1, "")
    assert ask(f"{path}?page=9")[0] == 404


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/articles/?date=zzz", 400, "日期"),
        ("/articles/?person=999", 404, "999"),
        ("/events/?kind=nope", 400, "nope"),
        ("/people/999/", 404, "没有已发布的内容"),
        ("/tags/?page=0", 400, ""),
    ],
)
def test_what_is_wrong_is_said_in_chinese_as_described(client, described, path, status, words):
    response = client.get(f"{API}{path}")
    content = json.loads(response.content)
    assert (response.status_code, content["status"]) == (status, status)
    assert response["Content-Type"] == "application/problem+json"
    assert words in content["detail"]
    template = path.split("?")[0].replace("999", "{id}")
    assert faults(described, template, content, status) == []


def test_every_parameter_of_a_list_is_described(described):
    names = {each["name"] for each in described["paths"]["/articles/"]["get"]["parameters"]}
    lists = {"person", "organization", "event", "section", "reporter", "tag", "publication"}
    assert lists | {"date", "q", "page", "before"} <= names


def test_an_unchanged_answer_is_not_sent_twice_and_nothing_can_be_written(client):
    make_article()
    etag = client.get(f"{API}/articles/")["ETag"]
    assert client.get(f"{API}/articles/", headers={"if-none-match": etag}).status_code == 304
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"{API}/articles/").status_code == 405


def test_scripts_of_other_sites_may_read_and_get_no_cookie(client):
    response = client.get(f"{API}/articles/")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
