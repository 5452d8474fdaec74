"""A story typed by hand in the browser: its persons and events beside it, decided by mouse and by keys."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Event
from people.models import Person
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

EVENT = "市职工技能大赛颁奖仪式"
FIRST = (
    "本报讯（记者 梁奈）1月26日，市职工技能大赛颁奖仪式在市总工会举行。"
    "市总工会主席黄奕奕，市总工会副主席陈晓东，市总工会秘书长周文静出席。"
)
SECOND = "茂名石化公司工会主席林志强在会上发言。"
ADD = "/admin/articles/article/add/"


@pytest.fixture
def officials():
    union = make.make_organization(title_form="市总工会")
    for name, label in (("黄奕奕", "主席"), ("陈晓东", "副主席"), ("周文静", "秘书长")):
        make.make_membership(make.make_person(name), make.make_post(label, union), start="2020")
    make.make_person("林志刚", note="教师")


def write(page):
    page.goto(ADD)
    page.locator("#id_headline").fill("全市职工技能大赛颁奖")
    page.locator(".prose-editor > .ProseMirror").click()
    page.keyboard.insert_text(FIRST)
    page.keyboard.press("Enter")
    page.keyboard.insert_text(SECOND)


def undecided(page):
    return page.locator(".decide:visible")


def test_a_story_typed_by_hand_ends_on_the_site_with_its_people_and_its_event(page, officials):
    log_in(page, make.make_user("总编辑", display_name="陈编"))
    write(page)
    page.locator("[name=_continue]").click()
    expect(page.locator(".links-exact")).to_have_text("（3）")
    expect(undecided(page)).to_have_count(5)

    page.get_by_role("button", name="全部确认").click()
    expect(page.locator(".messagelist")).to_contain_text("5 条中已确认 3 条")
    expect(page.locator(".line .done")).to_have_count(3)
    expect(undecided(page)).to_have_count(2)

    unknown = page.get_by_role("group", name="林志强")
    expect(unknown.locator(".choice")).to_contain_text("林志刚（教师）")
    with page.expect_popup() as opened:
        unknown.get_by_role("button", name="新建人物").click()
    window = opened.value
    expect(window.locator(".printed")).to_contain_text("茂名石化公司工会主席林志强")
    expect(window.locator(".like")).to_contain_text("差一个字")
    expect(window.get_by_label("姓名", exact=True)).to_have_value("林志强")
    with window.expect_event("close"):
        window.locator("[name=make]").click()
    expect(unknown).to_be_hidden()

    with page.expect_popup() as opened:
        undecided(page).get_by_role("button", name="新建活动").click()
    window = opened.value
    expect(window.get_by_label("名称", exact=True)).to_have_value(EVENT)
    with window.expect_event("close"):
        window.locator("[name=make]").click()
    expect(undecided(page)).to_have_count(0)
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    article = Article.objects.get()
    assert Event.objects.get().name == EVENT
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".act-approve").click()
    page.locator(".submit-row .default").click()
    page.goto(article.get_absolute_url())
    for name in ("黄奕奕", "陈晓东", "周文静", "林志强"):
        expect(page.locator(".around .names")).to_contain_text(name)
    expect(page.locator(".around .events")).to_contain_text(EVENT)


def test_what_is_typed_and_not_saved_is_read_and_nothing_of_it_is_lost(page, officials):
    make.a.Source.objects.create(name="茂名晚报", publication=make.make_paper())
    log_in(page, make.make_user("编辑", display_name="王敏"))
    write(page)
    page.locator("#mentions-group .add-row a").click()
    page.locator("#id_mentions-0-name").fill("刘艳")
    page.get_by_role("button", name="识别人物和活动").click()
    expect(page.locator(".links-said")).to_have_text("新识别出 5 项，在下面逐项决定。")
    expect(page.locator("#id_mentions-0-name")).to_have_value("刘艳")
    expect(page.locator("#id_headline")).to_have_value("全市职工技能大赛颁奖")
    expect(page.locator(".prose-editor > .ProseMirror")).to_contain_text(SECOND)
    page.get_by_role("button", name="识别人物和活动").click()
    expect(page.locator(".links-said")).to_have_text("没有新的人物和活动。")
    assert not Article.objects.exists()

    expect(page.locator(".field-source .suggestion")).to_contain_text("建议 茂名晚报")
    page.locator(".links-take").click()
    expect(page.locator("#id_responsible_editor")).to_have_value("王敏")
    expect(page.locator("#id_bylines-0-name")).to_have_value("梁奈")
    expect(page.locator(".suggestion:visible")).to_have_count(0)
    page.get_by_role("button", name="全部确认").click()
    expect(page.locator(".line .done")).to_have_count(3)
    article = Article.objects.get()
    assert (str(article.source), article.responsible_editor) == ("茂名晚报", "王敏")
    assert set(article.mentions.proposed().values_list("name", flat=True)) == {"刘艳", "林志强"}


def test_recognising_pressed_twice_proposes_each_once(page, officials):
    log_in(page, make.make_user("编辑"))
    write(page)
    page.get_by_role("button", name="识别人物和活动").dblclick()
    expect(page.locator(".links-said")).to_have_text("新识别出 5 项，在下面逐项决定。")
    page.wait_for_load_state("networkidle")
    expect(undecided(page)).to_have_count(5)


def test_proposals_are_decided_by_keys_alone(page, officials):
    log_in(page, make.make_user("编辑"))
    write(page)
    page.locator("[name=_continue]").click()
    first = page.get_by_role("group", name="黄奕奕").locator("button").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="陈晓东").locator("button").first).to_be_focused()
    page.keyboard.press("1")
    expect(page.get_by_role("group", name="周文静").locator("button").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("group", name="林志强").locator("button").first).to_be_focused()
    page.keyboard.press("0")
    expect(page.locator(".taken-out")).to_contain_text("林志强")
    expect(undecided(page)).to_have_count(2)
    page.locator("[name=_continue]").click()
    expect(page.locator(".line .done")).to_have_count(2)
    expect(page.get_by_role("group", name="林志强")).to_have_count(0)
    story = Article.objects.get()
    assert {row.name for row in story.mentions.confirmed()} == {"黄奕奕", "陈晓东"}
    assert not Person.objects.filter(name="林志强").exists()


def test_who_is_dismissed_before_saving_does_not_come_back(page, officials):
    log_in(page, make.make_user("编辑"))
    write(page)
    page.get_by_role("button", name="识别人物和活动").click()
    page.get_by_role("group", name="林志强").get_by_role("button", name="不是文中人物").click()
    expect(page.get_by_role("group", name="林志强")).to_have_count(0)
    page.locator("[name=_continue]").click()
    expect(undecided(page)).to_have_count(4)
    assert "林志强" not in Article.objects.get().mentions.values_list("name", flat=True)


def test_a_new_proposal_that_is_taken_out_by_its_cross_does_not_come_back(page, officials):
    log_in(page, make.make_user("编辑"))
    write(page)
    look = page.get_by_role("button", name="识别人物和活动")
    look.click()
    expect(undecided(page)).to_have_count(5)
    row = page.locator("#mentions-group .inline-related").filter(
        has=page.get_by_role("group", name="林志强")
    )
    row.locator(".inline-deletelink").click()
    look.click()
    expect(page.locator(".links-said")).to_contain_text("没有")
    page.locator("[name=_continue]").click()
    expect(undecided(page)).to_have_count(4)
    assert "林志强" not in Article.objects.get().mentions.values_list("name", flat=True)


def test_the_plus_of_a_row_typed_by_hand_carries_its_name_and_leads_to_who_is_there(
    page, officials
):
    log_in(page, make.make_user("编辑"))
    page.goto(ADD)
    page.locator("#mentions-group .add-row a").click()
    page.locator("#id_mentions-0-name").fill("林志强")
    with page.expect_popup() as opened:
        page.locator("#add_id_mentions-0-person").click()
    window = opened.value
    expect(window.get_by_label("姓名", exact=True)).to_have_value("林志强")
    with window.expect_event("close"):
        window.get_by_role("button", name="选定 林志刚").click()
    expect(page.locator("#id_mentions-0-person option:checked")).to_have_text("林志刚（教师）")
    expect(page.locator("#id_mentions-0-confirmed")).to_be_checked()
    assert not Person.objects.filter(name="林志强").exists()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(axe_page, officials, width, scheme):  # noqa: F811 - the fixture
    page = axe_page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    log_in(page, make.make_user("总编辑"))
    write(page)
    page.get_by_role("button", name="识别人物和活动").click()
    expect(undecided(page)).to_have_count(5)
    assert axe(page) == []
    page.locator("[name=_confirm_all]").click()
    expect(page.locator(".line .done")).to_have_count(3)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/admin/articles/article/new-person/?name=林志强&title=市总工会副主席&_popup=1")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
