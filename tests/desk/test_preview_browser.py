"""The live preview in the browser: beside the form, at two widths, a moment after the last key."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Article
from tests import make
from tests.browser import axe
from tests.desk.test_browser import add_row, axe_page, log_in  # noqa: F401

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def article():
    return make.make_draft(body=f"<p>{'劳模工匠欢聚一堂，话发展。' * 400}</p><p>结尾。</p>")


def open_preview(page, article=None, width=1280):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{f'{article.pk}/change' if article else 'add'}/")
    page.get_by_role("button", name="预览", exact=True).click()
    expect(shown(page).locator("h1")).to_be_visible()


def shown(page):
    return page.frame_locator("#preview iframe")


def test_what_is_typed_stands_in_the_preview_a_moment_later(page, article):
    open_preview(page, article)
    expect(shown(page).locator(".notice-loud")).to_contain_text("预览 · 未发布")
    page.locator("#id_headline").fill("新写的标题")
    expect(shown(page).locator("h1")).to_have_text("新写的标题")
    text = page.locator(".prose-editor > .ProseMirror")
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("又写了一句。")
    expect(shown(page).locator(".text")).to_contain_text("又写了一句。")
    add_row(page, "bylines")
    page.locator("#id_bylines-0-name").fill("车成雨")
    expect(shown(page).locator(".source")).to_contain_text("车成雨")
    assert Article.objects.get().headline == article.headline


def test_a_new_story_is_previewed_and_what_is_missing_is_said(page):
    open_preview(page)
    expect(shown(page).locator("ul").filter(has_text="主题")).to_be_visible()
    page.locator("#id_headline").fill("还没存过")
    expect(shown(page).locator("h1")).to_have_text("还没存过")
    expect(shown(page).locator(".notice")).to_have_count(1)
    assert not Article.objects.exists()


def test_telephone_and_computer_and_the_choice_is_remembered(page, article):
    open_preview(page, article)
    frame = page.locator("#preview iframe")
    width_inside = "frame => [frame.contentWindow.innerWidth, frame.getBoundingClientRect().width]"
    assert frame.evaluate(width_inside) == [390, 390]
    page.get_by_role("button", name="电脑").click()
    inside, outside = frame.evaluate(width_inside)
    assert inside == 1280
    assert outside < 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.reload()
    expect(shown(page).locator("h1")).to_be_visible()
    assert frame.evaluate(width_inside)[0] == 1280
    expect(page.get_by_role("button", name="电脑")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="关闭预览").click()
    expect(page.locator("#preview")).to_be_hidden()
    page.reload()
    expect(page.locator("#id_headline")).to_be_visible()
    expect(page.locator("#preview")).to_be_hidden()


def test_it_stays_where_one_reads(page, article):
    open_preview(page, article)
    body = shown(page).locator("body")
    body.evaluate("body => body.ownerDocument.defaultView.scrollTo(0, 2000)")
    page.locator("#id_kicker").fill("引题")
    expect(shown(page).locator(".kicker")).to_have_text("引题")
    assert body.evaluate("body => body.ownerDocument.defaultView.scrollY") == 2000


def test_on_a_telephone_it_lies_over_the_form_and_escape_closes_it(page, article):
    open_preview(page, article, width=390)
    box = page.locator("#preview").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    page.keyboard.press("Escape")
    expect(page.locator("#preview")).to_be_hidden()
    expect(page.locator(".preview-toggle")).to_be_focused()


def test_after_the_login_has_ended_it_says_so(page, article):
    open_preview(page, article)
    Session.objects.all().delete()
    page.locator("#id_kicker").fill("引题")
    expect(page.locator(".preview-said")).to_contain_text("登录已过期")


def test_without_script_the_preview_opens_in_a_window_of_its_own(chromium, live_server, article):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("没有脚本也能看")
    with context.expect_page() as opened:
        page.get_by_role("button", name="预览", exact=True).click()
    expect(opened.value.locator("h1")).to_have_text("没有脚本也能看")
    assert Article.objects.get().headline == article.headline
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1600, 1280, 390])
def test_everybody_can_use_it(axe_page, article, scheme, width):  # noqa: F811
    axe_page.emulate_media(color_scheme=scheme)
    open_preview(axe_page, article, width)
    assert axe(axe_page) == []
    assert axe_page.evaluate("document.documentElement.scrollWidth") <= width
