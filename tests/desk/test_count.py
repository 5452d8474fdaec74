"""字数, the Chinese way: the same on the server and, while one types, in the browser."""

import pytest
from playwright.sync_api import expect

from newsdesk.text import count, count_without_marks
from tests import make
from tests.desk.test_browser import log_in

# text, with marks, without
COUNTED = [
    ("", 0, 0),
    ("1月26日，我市举行座谈会。", 13, 11),
    ("“劳模”们——畅所欲言……", 13, 7),
    ("GDP增长3.5个百分点", 8, 8),
    ("hello world", 2, 2),
    ("it's 10:30", 2, 2),
    ("曾德华　梁奈", 5, 5),
    ("第〇期𠮷野家·茶", 8, 7),
    ("甲\nabc\nabc", 3, 3),
    ("a < b & c", 5, 3),
]


@pytest.mark.parametrize(("text", "with_marks", "without"), COUNTED)
def test_han_and_marks_count_one_and_a_run_of_latin_one(text, with_marks, without):
    assert (count(text), count_without_marks(text)) == (with_marks, without)


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_the_browser_counts_as_the_server_does_while_one_types(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("劳模欢聚一堂")
    expect(page.locator("[data-count=headline]")).to_have_text("主题6字")
    page.locator(".prose-editor > .ProseMirror").click()
    for text, with_marks, without in COUNTED:
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        for number, line in enumerate(text.split("\n")):
            if number:
                page.keyboard.press("Enter")
            page.keyboard.insert_text(line)
        expect(page.locator("[data-count=all]")).to_have_text(f"字数{with_marks}")
        expect(page.locator("[data-count=without]")).to_have_text(f"不含标点{without}")
    expect(page.locator("[data-count=paragraphs]")).to_have_text("1段")
