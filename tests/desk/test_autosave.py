"""Autosave in the browser: what the screen says is kept is kept, whatever happens to browser, session or server."""

import json

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Article, UnsavedWork
from tests import make
from tests.browser import Complaints
from tests.desk.test_browser import add_row, log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def page(chromium, live_server):
    """As everywhere, but an autosave that fails is what some of these tests are about."""
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    complaints = Complaints(context, live_server.url)
    yield context.new_page()
    context.close()
    assert [text for text in complaints.found if "/autosave/" not in text] == []


@pytest.fixture
def article():
    return make.make_draft()


def open_form(page, article=None, user=None):
    log_in(page, user or make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{f'{article.pk}/change' if article else 'add'}/")


def leave(page, url):
    """Go elsewhere though the page asks."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(url)


def text_of(page):
    return page.locator(".prose-editor > .ProseMirror")


def is_kept(page):
    expect(page.locator("#autosave")).to_contain_text("已自动保存")


def test_what_is_typed_is_kept_and_comes_back(page, article):
    open_form(page, article)
    text_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("补写的一段。")
    add_row(page, "bylines")
    page.locator("#id_bylines-0-name").fill("车成雨")
    is_kept(page)
    leave(page, "/admin/")
    page.get_by_role("link", name=article.headline).first.click()
    expect(text_of(page)).to_contain_text("补写的一段。")
    expect(page.locator("#id_bylines-0-name")).to_have_value("车成雨")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    stored = Article.objects.get()
    assert "补写的一段。" in stored.body
    assert stored.bylines.get().name == "车成雨"
    assert not UnsavedWork.objects.kept().exists()


def test_the_note_offers_to_bring_it_back_or_to_discard_it(page, article):
    open_form(page, article)
    page.locator("#id_kicker").fill("我市大力弘扬劳模工匠精神")
    is_kept(page)
    leave(page, page.url)
    note = page.locator("div.unsaved")
    expect(note).to_contain_text("引题")
    note.get_by_role("link", name="恢复").click()
    expect(page.locator("#id_kicker")).to_have_value("我市大力弘扬劳模工匠精神")
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    note.get_by_role("button", name="丢弃").click()
    expect(note).to_have_count(0)
    page.locator(".discarded").get_by_role("link", name="恢复").click()
    expect(page.locator("#id_kicker")).to_have_value("我市大力弘扬劳模工匠精神")


def test_leaving_in_the_middle_of_a_word_loses_nothing(page, article):
    open_form(page, article)
    page.locator("#id_headline").fill("刚写下就走")
    leave(page, f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator("div.unsaved, #here:not([hidden])")).to_contain_text("恢复")
    assert UnsavedWork.objects.get().fields["headline"] == "刚写下就走"


def test_without_the_server_the_text_stays_on_this_computer_and_goes_there_later(page, article):
    open_form(page, article)
    page.context.route("**/autosave/", lambda route: route.abort())
    page.locator("#id_headline").fill("断网时写的")
    expect(page.locator("#autosave")).to_contain_text("连不上服务器")
    page.locator("#id_headline").press_sequentially("，接着写")
    copies = page.evaluate("Object.values(localStorage).join()")
    assert "headline=" in copies
    page.context.unroute("**/autosave/")
    page.evaluate("dispatchEvent(new Event('online'))")
    is_kept(page)
    assert UnsavedWork.objects.get().fields["headline"] == "断网时写的，接着写"
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('unsaved '))") == []
    )


def type_without_server(page, article, headline):
    """What is typed is on this computer alone. Nothing underway can still arrive: the page itself does not send."""
    page.evaluate("fetch = () => Promise.reject(); navigator.sendBeacon = () => false")
    page.locator("#id_headline").fill(headline)
    expect(page.locator("#autosave")).to_contain_text("连不上服务器")
    leave(page, "/admin/")
    assert headline not in [work.fields["headline"] for work in UnsavedWork.objects.all()]


def test_what_never_reached_the_server_is_offered_by_the_next_form(page, article):
    open_form(page, article)
    type_without_server(page, article, "只在这台电脑上")
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#here").get_by_role("link", name="恢复").click()
    expect(page.locator("#id_headline")).to_have_value("只在这台电脑上")


def test_the_next_form_goes_on_trying_until_the_server_answers(page, article):
    open_form(page, article)
    type_without_server(page, article, "只在这台电脑上")
    page.context.route("**/autosave/", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator("#here")).to_be_hidden()
    page.context.unroute("**/autosave/")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator("#here").get_by_role("link", name="恢复").click()
    expect(page.locator("#id_headline")).to_have_value("只在这台电脑上")


def test_what_was_brought_back_and_typed_on_does_not_take_the_place_of_what_waits(page, article):
    """The server has the text up to a point; the rest waits on this computer and cannot be handed over yet."""
    open_form(page, article)
    page.locator("#id_headline").fill("到了服务器")
    is_kept(page)
    type_without_server(page, article, "到了服务器，这半句没有")
    page.context.route("**/autosave/", lambda route: route.abort())
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    with page.expect_event("requestfailed"):
        page.locator("div.unsaved").get_by_role("link", name="恢复").click()
    page.locator("#id_headline").fill("另一句")
    expect(page.locator("#autosave")).to_contain_text("连不上服务器")
    page.context.unroute("**/autosave/")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator("#here").get_by_role("link", name="恢复").wait_for()
    kept = {work.fields["headline"] for work in UnsavedWork.objects.kept()}
    assert kept == {"另一句", "到了服务器，这半句没有"}


def test_after_the_session_has_ended_a_login_in_another_window_is_enough(page, article):
    user = make.make_user("编辑")
    open_form(page, article, user)
    Session.objects.all().delete()
    page.locator("#id_headline").fill("登录过期时写的")
    expect(page.locator("#autosave")).to_contain_text("登录已过期")
    with page.context.expect_page() as opened:
        page.locator("#autosave a").click()
    other = opened.value
    other.get_by_label("用户名").fill(user.username)
    other.get_by_label("密码").fill("x")
    other.locator("#login-form [type=submit]").click()
    expect(other.locator("#user-tools")).to_be_visible()
    other.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    is_kept(page)
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().headline == "登录过期时写的"


def test_nothing_is_sent_while_a_chinese_word_is_being_composed(page, article):
    open_form(page, article)
    session = page.context.new_cdp_session(page)
    text_of(page).click()
    page.keyboard.press("Control+End")
    sent = []
    page.on("request", lambda request: request.url.endswith("/autosave/") and sent.append(request))
    session.send("Input.imeSetComposition", {"text": "lao", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(2500)
    assert sent == []
    expect(text_of(page)).to_contain_text("lao")
    session.send("Input.insertText", {"text": "劳模"})
    is_kept(page)
    page.keyboard.insert_text("好")
    expect(text_of(page)).to_contain_text("座谈会。劳模好")  # the caret stayed where it was
    assert (
        json.dumps(UnsavedWork.objects.get().fields["body"], ensure_ascii=False).count("lao") == 0
    )


def test_saving_after_the_session_has_ended_loses_nothing(page, article):
    user = make.make_user("编辑")
    open_form(page, article, user)
    page.locator("#id_headline").fill("按了保存才知道过期")
    Session.objects.all().delete()
    page.locator("[name=_save]").click()
    page.get_by_label("用户名").fill(user.username)
    page.get_by_label("密码").fill("x")
    page.locator("#login-form [type=submit]").click()
    page.get_by_role("button", name="继续保存").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().headline == "按了保存才知道过期"
    assert not UnsavedWork.objects.kept().exists()


def test_what_was_typed_before_the_script_ran_is_kept_too(page, article):
    held = []
    page.context.route("**/autosave.js", lambda route: held.append(route))
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{article.pk}/change/", wait_until="commit")
    page.locator("#id_kicker").fill("早写的引题")
    held[0].continue_()
    is_kept(page)
    assert UnsavedWork.objects.get().fields["kicker"] == "早写的引题"


def test_a_form_that_is_opened_and_left_keeps_nothing(page, article):
    make.make_mention(article, make.make_person())
    open_form(page, article, make.make_user("总编辑"))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2500)  # longer than autosave waits after a key
    page.goto("/admin/")
    assert not UnsavedWork.objects.exists()


# To our script alone: Django's own break where it is forbidden.
FORBIDDEN = """const kept = localStorage;
Object.defineProperty(window, "localStorage", {
  get() {
    if (new Error().stack.includes("autosave")) throw new DOMException("forbidden", "SecurityError");
    return kept;
  },
});"""


def test_a_browser_that_may_keep_nothing_itself_is_no_hindrance(page, article):
    page.add_init_script(FORBIDDEN)
    open_form(page, article)
    text_of(page).click()
    page.keyboard.insert_text("补写的一段。")
    is_kept(page)
    leave(page, "/admin/")
