"""Photos in the browser: several into a story without leaving its form, and the focus by a click."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article, Photo
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401
from tests.pictures import picture, upload_of, with_iptc

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def file(content: bytes, name: str) -> dict:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def three_files() -> list[dict]:
    return [
        file(with_iptc({120: "座谈会现场。", 80: "梁奈"}, "gbk"), "一.jpg"),
        file(b"no picture at all", "二.jpg"),
        file(with_iptc({120: "启动仪式。", 115: "市总工会"}), "三.jpg"),
    ]


def choose(page, opener: str, files):
    with page.expect_file_chooser() as chosen:
        page.locator(opener).click()
    chosen.value.set_files(files)


def test_three_files_at_once_into_a_story_one_of_them_refused(page):
    reporter = make.make_person("梁奈")
    make.make_membership(reporter, make.make_post("记者", make.make_paper(), kind="reporter"))
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("写到一半的稿件")
    choose(page, ".add-photos button", three_files())
    expect(page.locator(".upload-said")).to_have_text("收下 2 张，退回 1 张。")
    expect(page.locator(".upload-results .refused")).to_contain_text("二.jpg")
    expect(page.locator("#id_headline")).to_have_value("写到一半的稿件")
    expect(page.locator("#id_photo_uses-0-caption")).to_have_value("座谈会现场。")
    expect(page.locator("#id_photo_uses-1-credit")).to_have_value("市总工会 供图")
    expect(page.locator("#photo_uses-0 img.thumbnail")).to_be_visible()
    page.locator("#id_photo_uses-1-caption").fill("启动仪式现场。")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    first, second = Article.objects.get().photo_uses.all()
    assert (first.caption, first.credits.get().person) == ("座谈会现场。", reporter)
    assert (second.caption, second.credits.get().role) == ("启动仪式现场。", "供图")


def test_rows_that_a_script_adds_are_kept_without_being_asked(page):
    log_in(page, make.make_user("编辑"))
    story = make.make_draft()
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    choose(page, ".add-photos button", three_files()[:1])
    expect(page.locator("#autosave .autosave-words")).to_contain_text("自动保存")
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.locator("a", has_text="恢复").first.click()
    expect(page.locator("#id_photo_uses-0-caption")).to_have_value("座谈会现场。")
    expect(page.locator("#id_photo_uses-0-photo")).to_have_value(str(Photo.objects.get().pk))


def test_the_page_for_uploading_says_what_became_of_each_file(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/photo/add/")
    page.locator("#files").set_input_files(three_files())
    page.locator("[type=submit].default").click()
    expect(page.locator(".upload-said")).to_have_text("收下 2 张，退回 1 张。")
    expect(page.locator(".upload-results li")).to_have_count(3)
    expect(page.locator(".upload-results img").first).to_be_visible()
    page.locator(".upload-results a").first.click()
    expect(page.locator("#id_credit")).to_have_value("梁奈")


def test_pictures_are_uploaded_without_script_too(chromium, live_server):
    user, story = make.make_user("编辑"), make.make_draft()
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, user)
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.locator(".add-photos a").click()
    page.locator("#files").set_input_files(three_files())
    page.locator("[type=submit].default").click()
    expect(page.locator(".upload-results li")).to_have_count(3)
    assert story.photo_uses.count() == 2
    context.close()


def half_and_half() -> bytes:
    """Wide, and left otherwise than right, so that a cut shows where it was made."""
    wide = Image.new("RGB", (900, 300), "red")
    wide.paste("blue", (600, 0, 900, 300))
    out = BytesIO()
    wide.save(out, "JPEG")
    return out.getvalue()


def test_a_click_on_the_picture_sets_the_focus(page):
    photo = Photo.objects.create(original=upload_of(half_and_half()))
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")
    image = page.locator(".focus-frame img")
    expect(image).to_be_visible()
    box = image.bounding_box()
    image.click(position={"x": box["width"] * 0.9, "y": box["height"] / 2})
    expect(page.locator("#id_focus_x")).to_have_value("90")
    before = photo.of_shape("cut", "jpg")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    photo.refresh_from_db()
    assert (photo.focus_x, photo.focus_y) == (90, 50)
    assert photo.of_shape("cut", "jpg") != before


def everywhere() -> list[str]:
    photo = Photo.objects.create(original=upload_of(picture(size=(900, 600))), caption="现场")
    story = make.make_draft()
    story.photo_uses.create(photo=photo)
    return [
        "/admin/articles/photo/",
        "/admin/articles/photo/add/",
        f"/admin/articles/photo/{photo.pk}/change/",
        f"/admin/articles/article/{story.pk}/change/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_pages_of_photos(axe_page, scheme):  # noqa: F811
    addresses = everywhere()
    axe_page.emulate_media(color_scheme=scheme)
    log_in(axe_page, make.make_user("总编辑"))
    for width in (1280, 390):
        axe_page.set_viewport_size({"width": width, "height": 900})
        for url in addresses:
            axe_page.goto(url)
            axe_page.wait_for_load_state("networkidle")
            assert axe(axe_page) == [], url
            assert axe_page.evaluate("document.documentElement.scrollWidth") <= width, url
