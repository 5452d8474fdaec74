"""Everybody can use every page of the desk: axe finds nothing, in light and in dark, as each role."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from playwright.sync_api import expect

from articles.history import versions
from articles.incoming.photo_intake import take_in
from articles.models import PhotoUse, UnsavedWork
from people import bin as people_bin
from people.models import User
from tests import make
from tests.browser import axe
from tests.desk.crawling import crawl
from tests.desk.forms import address
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture
from tests.desk.test_contributions import make_contribution
from tests.pictures import picture, upload_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def faults(page) -> list[str]:
    """What axe finds on the page as it stands, in both schemes."""
    page.wait_for_load_state("networkidle")
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.getAnimations().forEach(change => change.finish())")  # of colours
        found += [f"{scheme} {page.url} {fault}" for fault in axe(page)]
    return found


@pytest.fixture
def desk(settings):
    """The demo, with something of each kind in it and a story in each part of its life."""
    settings.DEBUG = True
    call_command("demo", verbosity=0)
    settings.DEBUG = False
    story = make.make_draft("草稿", tags=["职工书屋"], created_by=user("reporter"))
    make.make_mention(story, make.make_person("欧阳文"), confirmed=False, reason="职务词＋姓名")
    photo = take_in(upload_of(picture(size=(60, 40)))).photo
    PhotoUse.objects.create(article=story, photo=photo, caption="书屋一角")
    UnsavedWork.objects.keep(user("chief"), story, "x" * 12, 1, [("headline", "半句")])
    make.make_draft("没用上", state="spiked")
    make.make_honour(), make.make_page()
    people_bin.discard(make.make_award("回收站里的奖"))
    make_contribution([upload_of(picture(size=(60, 40)))])
    return story


def user(username) -> User:
    return User.objects.get(username=username)


def pages_of(client, username) -> list[str]:
    client.force_login(user(username))
    return list(crawl(client))


def enter(page, username):
    account = user(username)
    account.set_password("x")
    account.save()
    log_in(page, account)


# account -> which of the pages that it comes to by links; what others see in the same way is not looked at twice
LOOKED_AT = {
    "chief": r"",
    "reporter": r"^/admin/(articles/(article|photo)/.*)?$",
    "admin": r"/(user|auth|redirects|sites|logentry)/",
    "keeper": r"^/admin/people/(person|organization|membership)/",
}
ONE_FOR_ALL = re.compile(r".*/(delete|history)/$")


def of_different_kinds(urls) -> list[str]:
    """Of the pages that ask before deleting and of the histories one each: they have one template."""
    return list({(ONE_FOR_ALL.sub(r"\1", url)): url for url in urls}.values())


@pytest.mark.parametrize("username", LOOKED_AT)
def test_each_page_that_one_comes_to_by_links(desk, client, axe_page, username):  # noqa: F811
    urls = [url for url in pages_of(client, username) if re.search(LOOKED_AT[username], url)]
    assert urls
    enter(axe_page, username)
    found = []
    for url in of_different_kinds(urls):
        axe_page.goto(url)
        found += faults(axe_page)
    assert not found, "\n".join(found)


def test_the_pages_of_logging_in_and_of_the_password(desk, axe_page):  # noqa: F811
    page, found = axe_page, []
    page.goto("/admin/login/")
    page.get_by_label("用户名").fill("chief")
    page.get_by_label("密码").fill("falsch")
    page.locator("[type=submit]").click()
    found += faults(page)
    enter(page, "chief")
    page.goto("/admin/password_change/")
    page.locator("#content [type=submit]").click()
    found += faults(page)
    page.goto("/admin/password_change/done/")
    found += faults(page)
    page.locator("#logout-form button").click()
    found += faults(page)
    assert not found, "\n".join(found)


def test_what_opens_over_the_form_and_what_it_says_of_mistakes(desk, axe_page):  # noqa: F811
    page, found = axe_page, []
    enter(page, "chief")
    page.goto(address(desk))
    page.locator("#put-marks-right").click()
    page.locator("dialog[open]").wait_for()
    found += faults(page)
    page.keyboard.press("Escape")
    page.locator(".preview-toggle").click()
    page.frame_locator("#preview iframe").locator("h1").first.wait_for()
    found += faults(page)
    page.locator(".preview-close").click()
    page.locator("#id_headline").fill("")
    page.locator("[name=_save]").evaluate("button => button.form.noValidate = true")
    page.locator("[name=_save]").click()
    page.locator(".errornote").wait_for()
    found += faults(page)
    assert not found, "\n".join(found)


def test_two_who_changed_the_same_and_a_form_sent_after_the_login(desk, axe_page):  # noqa: F811
    page, found = axe_page, []
    enter(page, "chief")
    page.goto(address(desk))
    page.locator("#id_headline").fill("我改的标题")
    versions.keep_before(desk)
    desk.headline = "别人改的标题"
    desk.save()
    versions.keep(desk, by=user("editor"), reason="更准确")
    page.locator("[name=_save]").click()
    page.locator(".meeting").wait_for()
    found += faults(page)
    Session.objects.all().delete()
    page.locator(".meeting [type=radio]").first.check()
    page.locator(".meeting [type=submit]").click()
    found += faults(page)
    page.get_by_label("用户名").fill("chief")
    page.get_by_label("密码").fill("x")
    page.locator("#login-form [type=submit]").click()
    expect(page.locator("#content")).to_contain_text("你填的内容还在")
    found += faults(page)
    assert not found, "\n".join(found)
