"""What an empty field could hold: offered with its reason, never written by itself."""

import pytest

from articles.models import Article, Source
from tests import make
from tests.desk.forms import address, save
from tests.desk.test_linking import recognise

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.user = make.make_user("编辑", display_name="王敏")
    client.force_login(client.user)
    return client


def offered(client, story, name) -> str | None:
    found = client.get(address(story)).context["links"]["suggestions"].get(name)
    return found and found["words"]


def stand(section, count, **fields):
    for _number in range(count):
        make.make_draft(section=section, **fields)


def test_the_section_of_the_same_banner(desk):
    stand(make.make_section("党建", "party"), 1, banner="深入学习")
    assert offered(desk, make.make_draft(banner="深入学习"), "section") == "党建"
    assert offered(desk, make.make_draft(banner="另一个"), "section") is None


def test_the_section_of_the_events_other_stories(desk):
    event = make.make_event()
    stand(make.make_section("工会", "unions"), 1, events=[event])
    assert offered(desk, make.make_draft(events=[event]), "section") == "工会"
    assert offered(desk, make.make_draft(), "section") is None


@pytest.mark.parametrize(
    ("here", "elsewhere", "expected"), [(3, 1, "工会"), (2, 0, None), (3, 3, None)]
)
def test_the_section_where_most_stories_of_the_writer_stand(desk, here, elsewhere, expected):
    reporter = make.make_person("梁奈")
    stand(make.make_section("工会", "unions"), here, reporters=[reporter])
    stand(make.make_section("文化", "culture"), elsewhere, reporters=[reporter])
    assert offered(desk, make.make_draft(reporters=[reporter]), "section") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>新华社北京1月26日电 今天。</p>", "新华社"),
        ("<p>本报讯（记者 梁奈）今天。</p>", "茂名晚报"),
        ("<p>茂名晚报讯（记者 梁奈）今天。</p>", "茂名晚报"),
        ("<p>今天天气很好，大家都来了。（据新华社）</p>", "新华社"),
        ("<p>今天天气很好。</p>", None),
    ],
)
def test_the_source_that_the_text_names(desk, body, expected):
    Source.objects.create(name="新华社", kind="reprint")
    Source.objects.create(name="茂名晚报", publication=make.make_paper())
    assert offered(desk, make.make_draft(body=body), "source") == expected


def test_whose_own_paper_is_not_known_is_not_guessed(desk):
    for name in ("茂名晚报", "茂名日报"):
        Source.objects.create(name=name, publication=make.make_paper(name))
    story = make.make_draft(body="<p>本报讯（记者 梁奈）今天。</p>")
    assert offered(desk, story, "source") is None


def test_the_editor_of_the_page_else_the_one_at_work(desk):
    page = make.make_page()
    page.staff.create(role="美术编辑", name="周文")
    page.staff.create(role="责任编辑", name="李编")
    assert offered(desk, make.make_draft(page=page), "responsible_editor") == "李编"
    assert offered(desk, make.make_draft(), "responsible_editor") == "王敏"


def test_who_wrote_it_is_not_its_editor(desk, client):
    mine = make.make_draft(body="<p>本报讯（记者 王敏）今天。</p>")
    assert offered(desk, mine, "responsible_editor") is None
    reporter = make.make_user("记者")
    client.force_login(reporter)
    own = make.make_draft(created_by=reporter)
    assert offered(client, own, "responsible_editor") is None


def test_what_says_something_is_left_alone(desk):
    Source.objects.create(name="新华社")
    other = Source.objects.create(name="中新社")
    body = "<p>新华社北京1月26日电 今天。</p>"
    story = make.make_draft(body=body, source=other, responsible_editor="李编")
    assert offered(desk, story, "source") is None
    assert offered(desk, story, "responsible_editor") is None


def test_nothing_is_written_by_itself(desk):
    Source.objects.create(name="新华社")
    story = make.make_draft(body="<p>新华社北京1月26日电（记者 张三）今天。</p>")
    save(desk, story)
    story = Article.objects.get(pk=story.pk)
    assert (story.source, story.section, story.responsible_editor) == (None, None, "")
    assert not story.bylines.exists()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>本报讯（记者 梁奈 通讯员 张晓明）今天。</p>",
            [("记者", "梁奈"), ("通讯员", "张晓明")],
        ),
        ("<p>本报记者 梁奈</p><p>今天天气很好。</p>", [("记者", "梁奈")]),
        ("<p>今天。</p><p>大家都来了。（梁奈 文/图）</p>", [("文/图", "梁奈")]),
        ("<p>今天天气很好。</p>", []),
    ],
)
def test_the_bylines_that_the_text_prints(desk, body, expected):
    found = recognise(desk, headline="新稿", body=body)["bylines"]
    assert [(each["role"], each["name"]) for each in found] == expected


def test_a_byline_that_is_there_is_not_offered_again_and_a_known_reporter_is(desk):
    reporter = make.make_person("梁奈")
    make.make_membership(reporter, make.make_post("记者", make.make_paper(), kind="reporter"))
    body = "<p>本报讯（记者 梁奈 通讯员 张晓明）今天。</p>"
    story = make.make_draft(body=body)
    story.bylines.create(name="张晓明", role="通讯员")
    (line,) = desk.get(address(story)).context["links"]["bylines"]
    assert (line["name"], line["person"]) == ("梁奈", {"id": reporter.pk, "text": "梁奈"})
