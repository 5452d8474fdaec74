"""Two editors in one article, versions compared and restored, and a reporter who sees what was changed, in Chromium."""

import pytest
from playwright.sync_api import expect

from articles.history import versions
from articles.models import Article
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
TEXT = ".prose-editor > .ProseMirror"
BODY = "<p>第一段的文字。</p><p>第二段的文字。</p><p>第三段的文字。</p>"


@pytest.fixture
def other_page(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    yield context.new_page()
    context.close()


def open_form(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator(f"{TEXT} p").first).to_be_visible()


def write_at_end_of(page, number, text):
    page.locator(f"{TEXT} p").nth(number - 1).click()
    page.keyboard.press("End")
    page.keyboard.insert_text(text)


def save(page):
    page.locator("[name=_continue]").click()


@pytest.fixture
def two(page, other_page):
    """Both have the form of one article open."""
    article = make.make_draft("劳模工匠座谈", BODY)
    log_in(page, make.make_user("编辑", display_name="王敏"))
    log_in(other_page, make.make_user("编辑", display_name="李晓雯"))
    open_form(page, article)
    open_form(other_page, article)
    return article


def body(article) -> str:
    return Article.objects.get(pk=article.pk).body


def test_edits_in_different_paragraphs_both_survive(page, other_page, two):
    write_at_end_of(other_page, 1, "同事加的。")
    save(other_page)
    expect(other_page.locator(".messagelist .success")).to_be_visible()
    write_at_end_of(page, 3, "我加的。")
    save(page)
    expect(page.locator("p.by-others")).to_contain_text("李晓雯")
    expect(page.locator(TEXT)).to_contain_text("同事加的。")
    expect(page.locator(TEXT)).to_contain_text("我加的。")
    assert "我加的" not in body(two)
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert body(two) == (
        "<p>第一段的文字。同事加的。</p><p>第二段的文字。</p><p>第三段的文字。我加的。</p>"
    )


def test_edits_in_one_paragraph_are_shown_side_by_side_and_chosen(page, other_page, two):
    write_at_end_of(other_page, 2, "同事加的。")
    save(other_page)
    expect(other_page.locator(".messagelist .success")).to_be_visible()
    write_at_end_of(page, 2, "我加的。")
    save(page)
    question = page.locator(".question")
    expect(question.locator("ins").nth(0)).to_contain_text("同事加的。")
    expect(question.locator("ins").nth(1)).to_contain_text("我加的。")
    page.get_by_label("两段都要").check()
    page.locator(".meeting [type=submit]").click()
    expect(page.locator(f"{TEXT} p").nth(1)).to_have_text("第二段的文字。同事加的。")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert "<p>第二段的文字。同事加的。</p><p>第二段的文字。我加的。</p>" in body(two)


def test_an_earlier_version_is_looked_at_and_restored(page):
    article = make.make_draft("旧标题")
    log_in(page, make.make_user("编辑", display_name="王敏"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("新标题")
    page.get_by_label("修改说明").fill("更醒目")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.get_by_role("link", name="版本", exact=True).click()
    expect(page.locator(".kept tbody tr").first).to_contain_text("更醒目")
    page.locator(".kept-list ~ p [type=submit]").click()
    expect(page.locator(".in-headline ins")).to_contain_text("新")
    page.get_by_role("link", name="恢复到第1版").click()
    page.locator("#content-main [type=submit]").click()
    expect(page.locator(".messagelist .success")).to_contain_text("第1版")
    expect(page.locator("#id_headline")).to_have_value("旧标题")


def test_a_reporter_is_led_to_what_was_changed_in_his_story(page):
    reporter = make.make_user("记者", display_name="梁奈")
    article = make.make_draft("旧标题", created_by=reporter)
    versions.keep(article, by=reporter)
    Article.objects.filter(pk=article.pk).update(headline="新标题")
    versions.keep(article, by=make.make_user("编辑", display_name="王敏"), reason="更醒目")
    log_in(page, reporter)
    page.goto("/admin/articles/article/?mine=1")
    page.get_by_role("link", name="有改动").click()
    expect(page.locator(".in-headline del")).to_contain_text("旧")
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator("p.by-others")).to_contain_text("理由：更醒目")
    page.get_by_role("link", name="看改了什么").click()
    expect(page.locator(".in-headline ins")).to_contain_text("新")


@pytest.fixture
def pages():
    article = make.make_draft("旧标题", BODY, tags=["劳模"], persons=[make.make_person()])
    versions.keep(article)
    Article.objects.filter(pk=article.pk).update(headline="新标题", body=BODY.replace("二", "贰"))
    article.tags.add("工匠")
    versions.keep(article, by=make.make_user("编辑", display_name="王敏"), reason="更醒目")
    base = f"/admin/articles/article/{article.pk}/versions/"
    return [base, f"{base}compare/?old=1&new=2", f"{base}1/restore/"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_of_versions_do_not_scroll_sideways(page, pages, width):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, make.make_user("总编辑"))
    for url in pages:
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_pages_of_versions(axe_page, pages, scheme):  # noqa: F811
    axe_page.emulate_media(color_scheme=scheme)
    log_in(axe_page, make.make_user("总编辑"))
    for url in pages:
        axe_page.goto(url)
        assert axe(axe_page) == [], url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_page_of_questions(axe_page, scheme):  # noqa: F811
    axe_page.emulate_media(color_scheme=scheme)
    article = make.make_draft("旧标题", BODY)
    log_in(axe_page, make.make_user("编辑"))
    axe_page.goto(f"/admin/articles/article/{article.pk}/change/")
    versions.keep(article)
    stored = Article.objects.get(pk=article.pk)
    stored.headline, stored.body = "同事的标题", BODY.replace("第二", "同事的")
    stored.save()
    versions.keep(stored, by=make.make_user("编辑", display_name="李晓雯"))
    axe_page.locator("#id_headline").fill("我的标题")
    write_at_end_of(axe_page, 2, "我加的。")
    save(axe_page)
    expect(axe_page.locator(".question")).to_have_count(2)
    assert axe(axe_page) == []
    for width in (1280, 390):
        axe_page.set_viewport_size({"width": width, "height": 900})
        assert axe_page.evaluate("document.documentElement.scrollWidth") <= width
