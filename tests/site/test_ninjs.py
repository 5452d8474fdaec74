"""Stories as ninjs: the IPTC's schema holds, all that an import needs is there, and nothing that is not public."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker

from articles.lists.paging import PER_PAGE
from articles.models import Credit, Source
from tests import files
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_section,
)
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db
NAME = "shared/data/ninjs-schema_3.1.json"
SITE = "https://news.example"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


@pytest.fixture(scope="module")
def schema():
    """The schema is the IPTC's and not committed here: it lies in shared/data beside the checkout."""
    places = [folder / NAME for folder in Path(__file__).resolve().parents]
    found = next(filter(Path.exists, places), None)
    if not found:
        pytest.skip(f"needs {NAME} beside the checkout (github iptc/newsinjson, specification/)")
    return Draft202012Validator(json.loads(found.read_text()), format_checker=FormatChecker())


@pytest.fixture
def read(client):
    def read(address):
        response = client.get(address)
        assert response["Content-Type"] == "application/json"
        return json.loads(response.content)

    return read


def full_story():
    """A story with everything that one can have."""
    paper = make_paper(opened=True)
    page = make_page(publication=paper, number="3", name="要闻", issue="8123", date="2024-01-27")
    page.refresh_from_db()
    story = make_draft(
        "劳模工匠欢聚一堂话发展",
        banner="全面深入学习贯彻党的二十大精神",
        kicker="我市举行迎春座谈会",
        subheadline="——黄奕奕出席",
        web_headline="茂名市举行劳模工匠代表迎春座谈会",
        short_title="劳模迎春座谈",
        standfirst="提要在此",
        dateline="茂名晚报讯",
        section=make_section(),
        tags=["劳模"],
        source=Source.objects.create(name="新华社", kind="reprint", url="https://xinhua.example/"),
        original_author="张三",
        original_headline="原来的标题",
        original_url="https://xinhua.example/1",
        responsible_editor="李四",
        page=page,
        page_order=2,
        events=[make_event(end="2024-01-27")],
        organizations=[make_organization()],
    )
    make_mention(story, make_person(), title="市人大常委会副主任、市总工会主席")
    reporter = make_person("梁奈")
    story.bylines.create(person=reporter, name="梁奈", role="记者", unit="茂名晚报", order=1)
    story.bylines.create(name="临工宣", order=2, organization=make_organization("临港工会"))
    use = add_picture(story, description="会场", ai_made=True)
    Credit.objects.create(photo_use=use, person=reporter, name="梁奈", role="摄")
    story.body = f'<p>1月26日，座谈会。</p><img data-photo="{use.photo_id}"><p>第二段。</p>'
    files.attach(story)
    files.show_video(story, credit="梁奈 摄制", transcript="第一句。")
    files.link_video(story)
    story.approve(at=datetime(2024, 1, 27, tzinfo=UTC))
    return story


def by(rows, key) -> dict:
    return {row[key]: row for row in rows}


def test_a_story_with_everything_holds_to_the_schema(read, schema):
    item = read(f"{full_story().get_absolute_url()}ninjs.json")
    items = [item, read("/articles/ninjs.json")["items"][0]]
    assert [error.message for item in items for error in schema.iter_errors(item)] == []


def test_the_shortest_story_holds_to_the_schema(read, schema):
    story = make_article("标题", body="")
    item = read(f"{story.get_absolute_url()}ninjs.json")
    assert [error.message for error in schema.iter_errors(item)] == []


def test_the_schema_would_notice_a_fault(read, schema):
    item = read(f"{make_article().get_absolute_url()}ninjs.json")
    assert list(schema.iter_errors(item | {"kicker": "引题"}))
    assert list(schema.iter_errors(item | {"pubStatus": "public"}))


def test_every_line_of_the_headline_is_there_under_its_name(read):
    story = full_story()
    item = read(f"{story.get_absolute_url()}ninjs.json")
    lines = {row["role"]: row["value"] for row in item["headlines"]}
    assert item["headlines"][0]["role"] == "headline"
    assert lines == {
        "headline": story.headline, "banner": story.banner, "kicker": story.kicker,
        "subheadline": story.subheadline, "web_headline": story.web_headline,
        "short_title": story.short_title, "original": story.original_headline,
    }  # fmt: skip
    assert item["title"] == "劳模迎春座谈"
    texts = {row["role"]: row["value"] for row in item["descriptions"]}
    assert texts == {"standfirst": "提要在此", "dateline": "茂名晚报讯"}


def test_names_and_titles_are_as_printed_and_can_be_taken_apart_again(read):
    item = read(f"{full_story().get_absolute_url()}ninjs.json")
    [person] = item["people"]
    assert person["name"] == "黄奕奕"
    assert person["literal"].removesuffix(person["name"]) == "市人大常委会副主任、市总工会主席"
    assert person["uri"].startswith(f"{SITE}/people/")
    signed = [row for row in item["infoSources"] if row["role"].startswith("byline")]
    assert [(row["name"], row["role"], row["literal"]) for row in signed] == [
        ("梁奈", "byline:记者", "茂名晚报记者 梁奈"),
        ("临工宣", "byline", "临工宣"),
    ]
    assert "/people/" in signed[0]["uri"]
    assert "/organizations/" in signed[1]["uri"]
    assert item["by"] == "茂名晚报记者梁奈　临工宣"


def test_the_source_the_printed_page_and_the_places_are_there(read):
    story = full_story()
    item = read(f"{story.get_absolute_url()}ninjs.json")
    sources = by(item["infoSources"], "role")
    assert sources["source"] == {
        "name": "新华社", "role": "source", "uri": "https://xinhua.example/", "literal": "reprint",
    }  # fmt: skip
    names = {
        role: sources[role]["name"]
        for role in ("publication", "originalAuthor", "responsibleEditor")
    }
    assert list(names.values()) == ["茂名晚报", "张三", "李四"]
    assert {row["role"]: row["value"] for row in item["altIds"]} == {
        "article": str(story.pk), "originalAddress": "https://xinhua.example/1", "printPage": "3",
        "printPageName": "要闻", "printIssue": "8123", "printDate": "2024-01-27", "printOrder": "2",
    }  # fmt: skip
    assert [(row["rel"], row["name"], row["literal"]) for row in item["subjects"]] == [
        ("section", "要闻", "news"),
        ("tag", "劳模", "lao-mo"),
    ]
    [event] = item["events"]
    assert event["literal"] == "2024-01-26/2024-01-27"
    assert item["organisations"][0]["name"] == "茂名市总工会"
    assert datetime.fromisoformat(item["firstCreated"]) == story.public_from
    assert item["firstCreated"] == "2024-01-27T08:00:00+08:00"


def test_a_photo_stands_in_the_text_and_beside_it_with_caption_and_credit(read):
    item = read(f"{full_story().get_absolute_url()}ninjs.json")
    photo, film, linked, attachment = item["associations"]
    number = photo["altIds"][0]["value"]
    [rendition] = photo["renditions"]
    assert f'<img data-photo="{number}" src="{rendition["href"]}">' in item["bodies"][0]["value"]
    assert rendition["href"].startswith(f"{SITE}/photos/{number}/")
    assert {row["role"]: row["value"] for row in photo["descriptions"]} == {
        "caption": "活动现场。",
        "alternative": "会场",
    }
    assert photo["infoSources"][0]["role"] == "credit:摄"
    assert photo["digitalSourceType"]["uri"].endswith("trainedAlgorithmicMedia")
    assert film["renditions"][0]["contentType"] == "video/mp4"
    assert linked["uri"] == "https://v.example.com/a/1?from=desk"
    assert attachment["renditions"][0]["contentType"] == "application/pdf"


def test_what_is_not_public_has_no_ninjs(client):
    later = timezone.now() + timedelta(days=1)
    hidden = [make_draft(), make_article(published_at=later)]
    for story in hidden:
        response = client.get(f"{story.get_absolute_url()}ninjs.json")
        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"
    assert json.loads(client.get("/articles/ninjs.json").content)["items"] == []


def test_hidden_records_and_proposals_are_not_named(read):
    records = [
        make_person(visibility="nothing"), make_organization(hidden=True), make_event(hidden=True),
    ]  # fmt: skip
    person, organization, event = records
    story = make_article(persons=[person], organizations=[organization], events=[event])
    make_mention(story, make_person("周提名"), confirmed=False)
    text = json.dumps(read(f"{story.get_absolute_url()}ninjs.json"), ensure_ascii=False)
    for name in (person.name, organization.name, event.name, "周提名"):
        assert name not in text


def test_a_hidden_paper_is_not_named_as_the_source(read):
    paper = make_paper("某某内部简报", hidden=True)
    source = Source.objects.create(name="某某内部简报", publication=paper)
    story = make_article(source=source, page=make_page(publication=paper))
    text = json.dumps(read(f"{story.get_absolute_url()}ninjs.json"), ensure_ascii=False)
    assert "某某内部简报" not in text


def test_the_list_takes_the_filters_of_the_lists_and_has_pages(read, client):
    section = make_section()
    for number in range(PER_PAGE + 1):
        make_article(f"第{number}篇", section=section)
    make_article("别处的")
    first = read("/articles/ninjs.json?section=news")
    assert len(first["items"]) == PER_PAGE
    second = read(first["next"].removeprefix(SITE))
    assert [item["title"] for item in second["items"]] == ["第0篇"]
    assert "next" not in second
    wrong = client.get("/articles/ninjs.json?section=nope&date=2024-13")
    problem = json.loads(wrong.content)
    assert (wrong.status_code, problem["status"]) == (400, 400)
    assert {each["parameter"] for each in problem["errors"]} == {"section", "date"}
    assert "日期" in problem["detail"]


def test_an_unchanged_answer_is_not_sent_twice(client):
    address = f"{make_article().get_absolute_url()}ninjs.json"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
