"""What is pasted from Word, WPS and web pages comes in clean; what is typed by an input method comes in once."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from newsdesk import html
from tests import make
from tests.desk.pasted_forms import CLIPBOARDS
from tests.desk.test_browser import log_in

in_browser = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
PASTE = """([type, data]) => {
  const clipboard = new DataTransfer();
  clipboard.setData(type, data);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""


@pytest.mark.parametrize(("clipboard", "kept"), CLIPBOARDS.values(), ids=CLIPBOARDS)
def test_the_server_keeps_only_text_and_its_structure(clipboard, kept):
    assert html.clean(clipboard) == kept
    assert html.clean(kept) == kept


POINT = "<p x><![if !supportLists]>font-family:Symbol<![endif]>"


@pytest.mark.parametrize(
    "odd",
    [
        "<b>",
        "　 ",
        "<div ",
        "<img ",
        "<!--",
        "<p> ",
        "<br>　",
        "<a>",
        "<a x",
        "\u200b",
        "</ul>",
        POINT,
        "<span mso-hide:all>",
        "<span mso-ignore:vglayout><p> ",
        "<p>一、<b>",
    ],
)
def test_no_text_keeps_the_server_busy(odd):
    """The bound on every repetition holds: this took minutes where one had none."""
    assert html.clean(odd * 3000 + "字").count("字") <= 1


@pytest.fixture
def text(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("新稿")
    text = page.locator(".prose-editor > .ProseMirror")
    text.click()
    return text


def saved(page) -> str:
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    return Article.objects.get().body


class TestInTheBrowser:
    pytestmark = in_browser

    def test_the_editor_takes_what_the_server_keeps(self, page, text):
        body = page.locator("#id_body")
        for name, (clipboard, kept) in CLIPBOARDS.items():
            page.keyboard.press("Control+a")
            page.keyboard.press("Delete")
            page.evaluate(PASTE, ["text/html", clipboard])
            shown = body.input_value()
            assert html.clean(shown) == html.clean(as_in_the_editor(kept)), name
            assert not [word for word in ("style", "width", "　", "&nbsp;") if word in shown], name
        assert saved(page) == html.clean(as_in_the_editor(kept))

    def test_plain_text_loses_its_indents_and_empty_lines(self, page, text):
        page.evaluate(PASTE, ["text/plain", "　　第一段。\r\n\r\n　　第二段。\n    third one"])
        assert saved(page) == "<p>第一段。</p><p>第二段。</p><p>third one</p>"

    def test_lists_tables_and_quotations_are_as_large_as_paragraphs(self, page, text):
        parts = "<p>段</p><ul><li>点</li></ul><blockquote><p>引</p></blockquote><table><tr><td>格</td></tr></table>"
        page.evaluate(PASTE, ["text/html", parts])
        sizes = text.locator("p").evaluate_all("all => all.map(p => getComputedStyle(p).fontSize)")
        assert (len(sizes), set(sizes)) == (4, {"17px"})

    def test_text_composed_by_an_input_method_arrives_once(self, page, text):
        keyboard = page.context.new_cdp_session(page)
        page.keyboard.insert_text("市")
        for typed in ("z", "zong", "zong'gong'hui"):
            keyboard.send(
                "Input.imeSetComposition",
                {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
            )
        keyboard.send("Input.insertText", {"text": "总工会"})
        page.keyboard.insert_text("。")
        expect(text).to_have_text("市总工会。")
        assert saved(page) == "<p>市总工会。</p>"


def as_in_the_editor(kept: str) -> str:
    """The editor's points and cells hold a paragraph; the server takes that of an empty cell out again."""
    kept = kept.replace("<li>", "<li><p>").replace("</li>", "</p></li>")
    return re.sub(r"<td>(?!<p>)(.*?)</td>", r"<td><p>\1</p></td>", kept)
