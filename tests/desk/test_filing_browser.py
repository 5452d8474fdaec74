"""手机交稿 in the browser, with a thumb at 390 pixels: whatever happens to network, phone or login, nothing is lost."""

import re
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article, UnsavedWork
from tests import make
from tests.browser import Complaints, axe
from tests.desk.test_browser import log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
URL, MINE = "/admin/articles/article/file/", "/admin/articles/article/mine/"
PHONE = {"width": 390, "height": 844}
NO_NETWORK = "没有网络，稿件已存在手机里，联网后点“发送稿件”。"
TEXT = "1月26日，港区职工技能竞赛收官。\n42名选手参加决赛。"


@pytest.fixture
def context(chromium, live_server):
    """As everywhere; that a request fails is what these tests are about."""
    context = chromium.new_context(
        base_url=live_server.url,
        locale="zh-CN",
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
    )
    complaints = Complaints(context, live_server.url)
    yield context
    context.close()
    assert [text for text in complaints.found if "Failed to load resource" not in text] == []


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture
def reporter():
    return make.make_user("记者", display_name="梁奈")


def jpeg(colour: str) -> dict:
    out = BytesIO()
    Image.new("RGB", (600, 400), colour).save(out, "JPEG")
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def open_page(page, user):
    log_in(page, user)
    page.get_by_role("link", name="手机写稿").tap()
    page.locator("[name=headline]").fill("港区竞赛收官")
    page.locator("[name=text]").fill(TEXT)


def choose(page, *files):
    page.locator("#files").set_input_files(list(files))


def are_up(page, number: int):
    expect(page.locator("li.filed-photo:not(.waiting)")).to_have_count(number)
    expect(page.locator(".filed-photo.waiting")).to_have_count(0)


def is_kept(page):
    expect(page.locator("#autosave")).to_contain_text("已自动保存")


def send(page):
    page.get_by_role("button", name="发送稿件").tap()


def is_handed_in(page) -> Article:
    expect(page.locator(".messagelist .success").last).to_contain_text("已交稿")
    assert page.url.endswith(MINE)
    return Article.objects.get()


def test_a_story_with_two_photos_goes_from_the_phone_to_the_desk(page, reporter):
    open_page(page, reporter)
    choose(page, jpeg("red"), jpeg("blue"))
    are_up(page, 2)
    page.get_by_label("图片说明").nth(1).fill("决赛现场。")
    expect(page.get_by_label("摄影署名").first).to_have_value("梁奈 摄")
    page.get_by_label("地点").fill("博贺新港")
    expect(page.locator(".counted")).to_have_text("25 字")
    is_kept(page)
    send(page)
    article = is_handed_in(page)
    assert article.body == "<p>1月26日，港区职工技能竞赛收官。</p><p>42名选手参加决赛。</p>"
    first, second = article.photo_uses.all()
    assert (first.caption, second.caption) == ("", "决赛现场。")
    assert second.credits.get().name == "梁奈"
    assert article.filing.place == "博贺新港"
    assert not UnsavedWork.objects.kept().exists()
    expect(page.locator(".mine li")).to_contain_text("已交稿")
    page.locator(".mine a").tap()
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    page.locator("[name=text]").fill("改过的。")
    page.get_by_role("button", name="发送改稿").tap()
    assert is_handed_in(page).body == "<p>改过的。</p>"


def test_one_photo_that_is_refused_stops_neither_the_others_nor_the_story(page, reporter):
    open_page(page, reporter)
    heic = {
        "name": "IMG.heic",
        "mimeType": "image/heic",
        "buffer": b"\0\0\0\x18ftypheic" + bytes(20),
    }
    choose(page, heic, jpeg("red"))
    are_up(page, 1)
    expect(page.locator(".refused-photos")).to_contain_text("IMG.heic 这是手机的 HEIC 图片")
    send(page)
    assert is_handed_in(page).photo_uses.count() == 1


def test_without_a_network_nothing_is_sent_and_nothing_is_lost(page, context, reporter):
    open_page(page, reporter)
    context.set_offline(True)
    page.locator("[name=text]").fill(TEXT + "\n断网后写的。")
    choose(page, jpeg("red"))
    expect(page.locator(".filed-photo [role=status]")).to_have_text("还没上传，已存在手机里")
    page.get_by_label("图片说明").fill("断网时写的说明。")
    send(page)
    expect(page.locator(".said")).to_have_text(NO_NETWORK)
    context.set_offline(False)
    are_up(page, 1)
    send(page)
    article = is_handed_in(page)
    assert "断网后写的。" in article.body
    assert article.photo_uses.get().caption == "断网时写的说明。"


def test_a_server_that_does_not_answer_is_no_network(page, context, reporter):
    open_page(page, reporter)
    context.route(
        "**/file/",
        lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
    )
    send(page)
    expect(page.locator(".said")).to_have_text(NO_NETWORK)
    context.unroute("**/file/")
    send(page)
    is_handed_in(page)


def test_the_photos_go_up_first_and_the_story_follows_by_itself(page, context, reporter):
    open_page(page, reporter)
    context.route("**/photo/add/", lambda route: route.abort())
    choose(page, jpeg("red"))
    expect(page.locator(".filed-photo [role=status]")).to_have_text("还没上传，已存在手机里")
    send(page)
    expect(page.locator(".said")).to_contain_text("还有图片没传上去")
    assert not Article.objects.exists()
    context.unroute("**/photo/add/")
    send(page)
    assert is_handed_in(page).photo_uses.count() == 1


@pytest.mark.parametrize("since", ["the start", "the photo"])
def test_a_page_that_is_closed_without_a_network_comes_back_whole(page, context, reporter, since):
    page.add_init_script("navigator.sendBeacon = () => false")
    open_page(page, reporter)
    if since == "the photo":
        is_kept(page)
    context.set_offline(True)
    page.locator("[name=note]").fill("断网后写的话")
    choose(page, jpeg("red"))
    page.get_by_label("图片说明").fill("断网后的说明")
    expect(page.locator(".filed-photo [role=status]")).to_have_text("还没上传，已存在手机里")
    expect(page.locator("#autosave")).to_contain_text("连不上服务器")
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(URL)
    page.locator("#here:not([hidden]) a, .kept a:visible").first.tap()
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    expect(page.locator("[name=note]")).to_have_value("断网后写的话")
    expect(page.get_by_label("图片说明")).to_have_value("断网后的说明")
    are_up(page, 1)
    send(page)
    article = is_handed_in(page)
    assert article.photo_uses.get().caption == "断网后的说明"
    assert article.filing.note == "断网后写的话"


def test_a_photo_that_is_in_another_phone_is_named_and_can_be_left_out(page, context, reporter):
    open_page(page, reporter)
    context.set_offline(True)
    choose(page, jpeg("red"))
    page.locator("[name=note]").fill("还在")
    expect(page.locator("#autosave")).to_contain_text("连不上服务器")
    page.evaluate(
        "new Promise((done) => (indexedDB.deleteDatabase(`photos ${document.querySelector('.filed-photos').dataset.user}`).onblocked = done))"
    )
    context.set_offline(False)
    page.close()
    page = context.new_page()
    page.goto(URL)
    page.locator("#here:not([hidden]) a, .kept a:visible").first.tap()
    expect(page.locator(".filed-photo [role=status]")).to_contain_text("这部手机里没有这张图片")
    send(page)
    expect(page.locator(".said")).to_contain_text("还有图片没传上去")
    page.get_by_label("不用这张").check()
    send(page)
    assert not is_handed_in(page).photo_uses.exists()


def test_tapping_twice_makes_one_story(page, reporter):
    open_page(page, reporter)
    page.get_by_role("button", name="发送稿件").dblclick()
    is_handed_in(page)


def test_an_answer_that_gets_lost_makes_one_story(page, context, reporter):
    open_page(page, reporter)

    def lose(route):
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    context.route("**/file/", lose)
    send(page)
    expect(page.locator(".said")).to_have_text(NO_NETWORK)
    assert Article.objects.count() == 1
    context.unroute("**/file/")
    page.locator("[name=text]").fill("又补了一句。")
    send(page)
    assert is_handed_in(page).body == "<p>又补了一句。</p>"


def log_in_again(page, user):
    page.get_by_label("用户名").fill(user.username)
    page.get_by_label("密码").fill("x")
    page.locator("#login-form [type=submit]").tap()
    page.get_by_role("button", name="继续保存").tap()


def test_a_login_that_has_ended_loses_nothing(page, reporter):
    open_page(page, reporter)
    choose(page, jpeg("red"))
    are_up(page, 1)
    Session.objects.all().delete()
    send(page)
    log_in_again(page, reporter)
    assert is_handed_in(page).photo_uses.count() == 1


def test_a_photo_chosen_after_the_login_has_ended_goes_up_after_the_next(page, reporter):
    open_page(page, reporter)
    Session.objects.all().delete()
    choose(page, jpeg("red"))
    expect(page.locator(".filed-photo [role=status]")).to_contain_text("登录已过期")
    page.get_by_label("图片说明").fill("登录过期后选的")
    send(page)
    log_in_again(page, reporter)
    expect(page.locator(".kept.wrong")).to_contain_text("还有图片没传完")
    are_up(page, 1)
    send(page)
    assert is_handed_in(page).photo_uses.get().caption == "登录过期后选的"


def test_a_photo_that_goes_up_shows_how_far_it_is(page, context, reporter):
    open_page(page, reporter)
    held = []
    context.route("**/photo/add/", lambda route: held.append(route))
    choose(page, jpeg("red"))
    expect(page.get_by_role("progressbar", name="上传")).to_be_visible()
    expect(page.locator(".filed-photo img")).to_have_attribute("src", re.compile("^data:image"))
    held[0].continue_()
    are_up(page, 1)
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(page.locator(".filed-photo [role=status]")).to_have_text("已上传")


def test_the_same_photo_twice_is_one(page, reporter):
    open_page(page, reporter)
    choose(page, jpeg("red"), jpeg("red"))
    are_up(page, 1)
    expect(page.locator(".filed-photo [role=status]")).to_contain_text("已经有了")


def test_the_key_for_a_new_line_sends_nothing(page, reporter):
    open_page(page, reporter)
    page.get_by_label("地点").press("Enter")
    page.locator("[name=headline]").press("Enter")
    expect(page.locator("[name=text]")).to_be_focused()
    assert page.url.endswith(URL)
    assert not Article.objects.exists()


def test_the_key_that_ends_a_composition_stays_in_the_headline(page, reporter):
    open_page(page, reporter)
    headline = page.locator("[name=headline]")
    headline.focus()
    # as Safari sends it: the composition is over already
    ending = {"key": "Enter", "keyCode": 229, "bubbles": True, "cancelable": True}
    headline.evaluate(
        "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', key))", ending
    )
    expect(headline).to_be_focused()


def test_a_story_is_sent_without_script_too(chromium, live_server, reporter):
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport=PHONE, has_touch=True
    )
    page = context.new_page()
    open_page(page, reporter)
    choose(page, jpeg("red"), jpeg("blue"))
    page.get_by_role("button", name="先上传选好的图片").tap()
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    page.get_by_label("图片说明").first.fill("无脚本的说明")
    choose(page, jpeg("green"))
    send(page)
    article = is_handed_in(page)
    assert [use.caption for use in article.photo_uses.all()] == ["无脚本的说明", "", ""]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_pages_and_they_fit(chromium, live_server, reporter, scheme):
    context = chromium.new_context(
        base_url=live_server.url,
        locale="zh-CN",
        bypass_csp=True,
        color_scheme=scheme,
        viewport=PHONE,
    )
    page = context.new_page()
    log_in(page, reporter)
    page.goto(URL)
    page.locator("[name=headline]").fill("写到一半的稿件" * 5)
    choose(page, jpeg("red"), {"name": "坏.jpg", "mimeType": "image/jpeg", "buffer": b"x"})
    are_up(page, 1)
    is_kept(page)
    make.make_draft("别的稿件", created_by=reporter)
    for url in ("", MINE, "/admin/", URL):
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            if url:
                page.goto(url)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (url, width)
        assert axe(page) == [], url
    context.close()


def test_what_a_thumb_taps_is_large_enough_and_no_field_makes_the_phone_zoom(page, reporter):
    open_page(page, reporter)
    choose(page, jpeg("red"))
    are_up(page, 1)
    tapped = page.locator(
        "form.filing :is(textarea, input[type=text], input[type=date], button, .add label, .leave-out), .phone-head a"
    )
    heights = tapped.evaluate_all(
        "all => all.map((one) => [one.name || one.className, one.offsetHeight])"
    )
    assert heights
    assert [each for each in heights if each[1] < 44] == []
    sizes = page.locator("form.filing :is(textarea, [type=text], [type=date])").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 16
