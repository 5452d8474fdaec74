"""A story's way through the desk, in the browser: written by an editor, approved and taken off by the chief."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from people import bin as people_bin
from people.models import Deleted
from tests import make
from tests.browser import axe

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def records():
    reporter, official = make.make_person("梁奈"), make.make_person("黄奕奕")
    make.make_membership(reporter, make.make_post("记者", make.make_paper(), kind="reporter"))
    return reporter, official, make.make_event()


def log_in(page, user):
    page.context.clear_cookies()
    page.goto("/admin/login/")
    page.get_by_label("用户名").fill(user.username)
    page.get_by_label("密码").fill("x")
    page.locator("#login-form [type=submit]").click()
    expect(page.locator("#user-tools")).to_contain_text(str(user))


def choose(page, select: str, words: str):
    """Type into an autocomplete field and take the first choice."""
    page.locator(f"#{select} + .select2-container .select2-selection").click()
    page.locator(".select2-search__field").fill(words)
    option = page.locator(".select2-results__option--highlighted", has_text=words)
    option.click()


def add_row(page, group: str):
    page.locator(f"#{group}-group .add-row a").click()


def test_from_an_empty_form_to_the_reader_and_off_again(page, records):
    editor, chief = make.make_user("编辑"), make.make_user("总编辑", display_name="陈编")
    log_in(page, editor)
    page.goto("/admin/articles/article/add/")
    page.locator("#id_kicker").fill("我市大力弘扬劳模工匠精神")
    page.locator("#id_headline").fill("劳模工匠欢聚一堂话发展")
    page.locator("#id_subheadline").fill("——迎春座谈会侧记")
    text = page.locator(".prose-editor > .ProseMirror")
    text.click()
    page.keyboard.insert_text("1月26日，我市举行座谈会。")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("“劳模”们畅所欲言。")
    add_row(page, "bylines")
    page.locator("#id_bylines-0-name").fill("梁奈")
    page.locator("#id_bylines-0-role").fill("记者")
    choose(page, "id_bylines-0-person", "梁奈")
    add_row(page, "mentions")
    page.locator("#id_mentions-0-name").fill("黄奕奕")
    choose(page, "id_mentions-0-person", "黄奕奕")
    page.locator("#id_mentions-0-confirmed").check()
    add_row(page, "coverages")
    choose(page, "id_coverages-0-event", "迎春座谈会")
    page.locator("#id_coverages-0-confirmed").check()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    article = Article.objects.get()
    assert article.body == "<p>1月26日，我市举行座谈会。</p><p>“劳模”们畅所欲言。</p>"
    address = article.get_absolute_url()
    assert page.request.get(address).status == 404
    expect(page.locator(".act-approve")).to_have_count(0)

    log_in(page, chief)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".act-approve").click()
    page.locator(".submit-row .default").click()
    expect(page.locator(".bar .state")).to_have_text("已发布")
    page.goto(address)
    for words in (
        "劳模工匠欢聚一堂话发展",
        "我市大力弘扬劳模工匠精神",
        "——迎春座谈会侧记",
        "梁奈",
        "黄奕奕",
        "陈编",
    ):
        expect(page.locator("main")).to_contain_text(words)

    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".act-withdraw").click()
    page.locator(".submit-row .default").click()
    expect(page.locator(".bar .state")).to_have_text("已下线")
    assert page.request.get(address).status == 404


def test_the_editors_buttons_speak_chinese(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    expect(page.get_by_role("button", name="加粗")).to_be_visible()
    titles = page.locator(".prose-editor button[title]").evaluate_all(
        "all => all.map(b => b.title)"
    )
    assert titles
    assert [title for title in titles if title.isascii()] == []


def test_a_button_in_a_form_is_as_roomy_as_the_others(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    upload = page.get_by_role("button", name="上传图片")
    assert upload.evaluate("button => getComputedStyle(button).padding") == "7px 14px"


def test_a_pressed_button_of_the_editor_shows_its_sign(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    bold = page.get_by_role("button", name="加粗")
    bold.click()
    expect(bold).to_have_class(re.compile("active"))
    bold.evaluate("button => Promise.all(button.getAnimations().map(each => each.finished))")
    ink, ground = bold.evaluate(
        "button => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor]"
    )
    assert ink != ground


def test_a_filter_chosen_by_typing_acts_at_once(page, records):
    make.make_draft("有她", persons=[records[1]])
    make.make_draft("没有她")
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/")
    choose(page, "filter-person", "黄奕奕")
    expect(page.locator("#result_list .field-headline")).to_have_text(["有她"])
    assert f"person={records[1].pk}" in page.url


def test_tags_that_exist_are_offered(page):
    make.make_draft(tags=["劳模", "劳动模范"])
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_tags").press_sequentially("安全，劳动")
    page.locator(".offers button", has_text="劳动模范").click()
    expect(page.locator("#id_tags")).to_have_value("安全，劳动模范，")
    page.locator("#id_headline").fill("新稿")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert set(Article.objects.get(headline="新稿").tags.names()) == {"安全", "劳动模范"}


def test_the_key_for_a_new_line_goes_on_and_saves_nothing(page, records):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("职工书屋开放")
    page.keyboard.press("Enter")
    expect(page.locator("#id_subheadline")).to_be_focused()
    page.locator("#id_dateline").press("Enter")
    expect(page.locator(".prose-editor > .ProseMirror")).to_be_focused()
    page.keyboard.type("甲")
    page.keyboard.press("Enter")
    page.keyboard.type("乙")
    expect(page.locator(".prose-editor > .ProseMirror p")).to_have_count(2)
    assert not Article.objects.filter(headline="职工书屋开放").exists()
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")


def test_what_is_typed_and_not_saved_is_asked_about(page):
    article = make.make_draft()
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("改了一半")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with page.expect_event("dialog"):
        page.locator("div.breadcrumbs a").first.click()
    assert asked == ["beforeunload"]
    assert page.locator("#id_headline").input_value() == "改了一半"


@pytest.fixture
def everywhere(records):
    reporter, official, event = records
    story = make.make_draft(persons=[official], reporters=[reporter], events=[event])
    make.make_mention(story, make.make_person("刘艳"), confirmed=False, reason="职务词＋姓名")
    people_bin.discard(make.make_award())
    return [
        "/admin/people/deleted/",
        f"/admin/people/deleted/{Deleted.objects.get().pk}/change/",
        "/admin/",
        "/admin/articles/article/",
        f"/admin/articles/article/{story.pk}/change/",
        f"/admin/articles/article/{story.pk}/act/approve/",
        f"/admin/articles/event/{make.make_event('知识竞赛').pk}/delete/",
        "/admin/people/person/",
        f"/admin/people/person/{reporter.pk}/change/",
        f"/admin/people/person/{reporter.pk}/history/",
        f"/admin/people/person/{reporter.pk}/merge/?other={official.pk}",
        f"/admin/articles/event/{event.pk}/change/",
    ]


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_no_page_scrolls_sideways(page, everywhere, width):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, make.make_user("总编辑"))
    for url in everywhere:
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_pages(axe_page, everywhere, scheme):
    axe_page.emulate_media(color_scheme=scheme)
    axe_page.goto("/admin/login/")
    assert axe(axe_page) == []
    log_in(axe_page, make.make_user("总编辑"))
    for url in everywhere:
        axe_page.goto(url)
        axe_page.wait_for_load_state("networkidle")
        assert axe(axe_page) == [], url


@pytest.fixture
def axe_page(chromium, live_server):
    """Axe puts a style sheet of its own into the page, which our content policy refuses."""
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN", bypass_csp=True)
    yield context.new_page()
    context.close()
