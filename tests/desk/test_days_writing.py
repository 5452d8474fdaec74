"""A day's writing in the browser: pasted from Word, a photo put into it, marks put right, saved, seen as readers would."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests import make
from tests.desk.test_browser import log_in
from tests.desk.test_paste import PASTE
from tests.pictures import picture, with_iptc

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
FROM_WORD = (
    '<p class=MsoNormal style="text-indent:21.0pt">1月26日,市总工会举行<b>"助企行"</b>活动.</p>'
    "<h1>走进企业</h1><p class=MsoNormal>　　共有1,200人参加,增长3.5%.<o:p></o:p></p>"
)
CAPTION, BYLINE = 120, 80  # of IPTC


def test_from_word_to_the_preview_with_a_photo_in_the_text_before_anything_is_saved(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill('市总工会举行"助企行"活动')
    text = page.locator(".prose-editor > .ProseMirror")
    text.click()
    page.evaluate(PASTE, ["text/html", FROM_WORD])
    page.keyboard.press("Control+End")

    page.get_by_role("button", name="插入图片").click()
    dialog = page.get_by_role("dialog", name="选一张本稿的图片")
    file = with_iptc({CAPTION: "活动现场。", BYLINE: "吴昊"}, content=picture(size=(600, 400)))
    with page.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="上传图片").click()
    files = [("a.jpg", file), ("b.jpg", b"no picture")]
    chooser.value.set_files([{"name": n, "mimeType": "", "buffer": c} for n, c in files])
    expect(dialog.locator(".reason")).to_contain_text("b.jpg")
    dialog.get_by_role("button", name="关闭").click()
    expect(text.locator(".photo-in-text")).to_contain_text("活动现场。")
    expect(text.locator(".photo-in-text img")).to_be_visible()

    page.get_by_role("button", name="规范标点").click()
    page.get_by_role("button", name="应用勾选的修改").click()
    expect(page.locator("#id_headline")).to_have_value("市总工会举行“助企行”活动")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    article = Article.objects.get()
    use = article.photo_uses.get()
    assert article.body == (
        "<p>1月26日，市总工会举行<strong>“助企行”</strong>活动。</p><h2>走进企业</h2>"
        f'<p>共有1,200人参加，增长3.5%。</p><img data-photo="{use.photo_id}">'
    )
    assert (use.caption, [credit.name for credit in use.credits.all()]) == ("活动现场。", ["吴昊"])
    page.goto(f"/articles/{article.pk}/preview/")
    shown = page.locator(".article .text")
    expect(shown.locator("figure")).to_contain_text("吴昊")
    expect(shown).to_contain_text("共有1,200人参加，增长3.5%。")
