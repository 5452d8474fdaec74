"""The desk's first page: what one comes to do, what waits, and the records; by what the account may do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.printed.accepting import accept
from tests import make
from tests.desk.test_browser import log_in
from tests.desk.test_contributions import make_contribution

pytestmark = pytest.mark.django_db
HOME = "/admin/"
WRITER = ["写稿", "手机写稿"]


def names(client) -> list[str]:
    return [str(action.label) for action in client.get(HOME).context["actions"]]


def enter(client, role):
    client.force_login(make.make_user(role))
    return client


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("记者", [*WRITER, "上传图片", "导入 Word 文稿", "我的稿件"]),
        ("总编辑", [*WRITER, "录入版面", "上传图片", "导入 Word 文稿", "录入人物", "我的稿件"]),
        ("资料员", ["录入人物"]),
        ("管理员", []),
    ],
)
def test_everybody_begins_with_what_the_account_may_do(client, role, offered):
    assert names(enter(client, role)) == offered


@pytest.mark.parametrize("role", ["记者", "编辑", "栏目主任", "总编辑", "校对", "资料员", "管理员"])
def test_whatever_is_offered_may_be_opened(client, role):
    for action in enter(client, role).get(HOME).context["actions"]:
        assert client.get(action.url).status_code == 200, action.label


def test_a_pile_in_which_nothing_lies_is_named_and_leads_to_its_list(client):
    enter(client, "编辑")
    before = client.get(HOME)
    assert "草稿" in labels(before, "empty")
    make.make_draft()
    after = client.get(HOME)
    assert "草稿" in labels(after, "piles")
    assert "草稿" not in labels(after, "empty")
    for pile in before.context["empty"]:
        assert client.get(pile.url).status_code == 200


def test_the_list_of_a_pile_has_what_the_pile_counts(client):
    chief = make.make_user("总编辑")
    client.force_login(chief)
    make.make_draft(created_by=chief)
    make.make_draft().file()
    make.make_article(persons=[make.make_person()])
    make.make_article("明天见报", published_at=timezone.now() + timedelta(days=1))
    make.make_mention(make.make_draft(), make.make_person("刘艳"), confirmed=False)
    accept(make.make_page())
    waiting = make.make_page("另一版\n\n本报讯（记者张三）1月26日，安全生产月启动。\n")
    make_contribution()
    make_contribution(ticket="b" * 32).decide("declined", by=chief, word="时效已过")
    filled = client.get(HOME).context["piles"]
    counted = {str(pile.label): pile.count for pile in filled}
    assert counted == {
        str(pile.label): client.get(pile.url).context["cl"].result_count for pile in filled
    }
    assert (len(counted), counted["待接收的版面"]) == (7, 1)
    [pages] = [pile for pile in filled if str(pile.label) == "待接收的版面"]
    assert pages.rows == [(str(waiting), f"/admin/articles/printpage/{waiting.pk}/reading/")]


def labels(response, name) -> list[str]:
    return [str(pile.label) for pile in response.context[name]]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "red"), [(1280, "写稿"), (390, "手机写稿")])
def test_one_button_stands_out_and_it_is_the_first(page, width, red):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, make.make_user("总编辑"))
    page.goto(HOME)
    links = page.locator(".actions a")
    found = links.evaluate_all(
        "all => all.map(a => [a.textContent, getComputedStyle(a).fontWeight,"
        " a.getBoundingClientRect().y * 10000 + a.getBoundingClientRect().x])"
    )
    first = min(found, key=lambda each: each[2])
    assert [name for name, weight, _place in found if weight == "700"] == [first[0]] == [red]
