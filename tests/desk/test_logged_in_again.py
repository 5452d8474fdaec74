"""A form stays open while its writer logs in again in another window: everything in it goes on."""

import pytest
from playwright.sync_api import expect

from tests import make
from tests.desk.test_browser import log_in
from tests.desk.test_photo_browser import choose, three_files

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def form(page):
    editor = make.make_user("编辑")
    log_in(page, editor)
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("会议召开,好")
    page.locator(".prose-editor > .ProseMirror").click()
    page.keyboard.insert_text("1月26日，市职工技能大赛颁奖仪式在市总工会举行。")
    log_in(page.context.new_page(), editor)
    return page


def test_persons_and_events_are_recognised(form):
    form.get_by_role("button", name="识别人物和活动").click()
    expect(form.locator(".links-said")).to_have_text("新识别出 1 项，在下面逐项决定。")


def test_marks_are_put_right(form):
    form.get_by_role("button", name="规范标点").click()
    expect(form.get_by_role("dialog", name="规范标点").get_by_role("checkbox")).to_have_count(1)


def test_photos_are_uploaded(form):
    choose(form, ".add-photos button", three_files()[:1])
    expect(form.locator(".upload-said")).to_have_text("收下 1 张，退回 0 张。")
