"""Attachments in the browser: a chosen file goes up at once and is kept like what is typed."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests import files, make
from tests.browser import axe
from tests.desk.test_browser import add_row, axe_page, log_in  # noqa: F401
from tests.desk.test_preview_browser import shown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def chosen(name="申请表.pdf", content=files.PDF) -> dict:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_a_chosen_file_is_kept_previewed_saved_and_handed_to_readers(page):
    log_in(page, make.make_user("总编辑"))
    story = make.make_article()
    url = f"/admin/articles/article/{story.pk}/change/"
    page.goto(url)
    add_row(page, "attachments")
    field = page.locator("#id_attachments-0-upload")
    field.set_input_files(chosen("程序.pdf", b"MZ program"))
    expect(page.locator(".file-said")).to_contain_text("可执行程序")
    field.set_input_files(chosen())
    expect(page.locator(".file-said a")).to_have_text("申请表.pdf")
    expect(page.locator("#id_attachments-0-title")).to_have_value("申请表")
    page.locator(".preview-toggle").click()
    expect(shown(page).locator(".attachments a")).to_have_text("申请表")
    expect(page.locator("#autosave")).to_contain_text("已自动保存")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    page.locator("a", has_text="恢复").first.click()
    expect(page.locator("#id_attachments-0-title")).to_have_value("申请表")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().attachments.get().title == "申请表"
    page.goto(story.get_absolute_url())
    with page.expect_download() as download:
        page.locator(".attachments a").click()
    assert download.value.suggested_filename == "申请表.pdf"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_form_with_an_attachment(axe_page, scheme):  # noqa: F811
    story = make.make_draft()
    files.attach(story)
    axe_page.emulate_media(color_scheme=scheme)
    log_in(axe_page, make.make_user("编辑"))
    for width in (1280, 390):
        axe_page.set_viewport_size({"width": width, "height": 900})
        axe_page.goto(f"/admin/articles/article/{story.pk}/change/")
        add_row(axe_page, "attachments")
        assert axe(axe_page) == []
        assert axe_page.evaluate("document.documentElement.scrollWidth") <= width
