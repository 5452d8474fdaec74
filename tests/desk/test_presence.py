"""Two editors on one article: each sees the other, and what the other saved."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Presence
from tests import make
from tests.desk.forms import address, save
from tests.desk.test_browser import log_in

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef"


@pytest.fixture
def article():
    return make.make_draft()


@pytest.fixture
def xiaowen():
    return make.make_user("编辑", display_name="李晓雯")


def ask(client, article, **fields):
    url = reverse("admin:articles_article_presence", args=[article.pk])
    return client.post(url, {"unsaved_key": KEY, "edited_version": article.lock_version} | fields)


def as_of(client, user):
    client.force_login(user)
    return client


def test_whoever_opens_the_form_is_seen_by_the_next(client, article, xiaowen):
    as_of(client, xiaowen).get(address(article))
    assert "也开着" not in client.get(address(article)).content.decode()
    as_of(client, make.make_user("编辑"))
    assert "李晓雯 也开着这篇稿件" in client.get(address(article)).content.decode()
    assert "李晓雯 也开着这篇稿件" in ask(client, article).content.decode()


def test_who_types_is_seen_typing(client, article, xiaowen):
    ask(as_of(client, xiaowen), article, typing=1)
    answer = ask(as_of(client, make.make_user("编辑")), article)
    assert "李晓雯 正在改这篇稿件" in answer.content.decode()


def test_who_left_or_was_not_heard_of_for_a_minute_is_gone(client, article, xiaowen):
    ask(as_of(client, xiaowen), article)
    ask(client, article, leaving=1)
    assert not Presence.objects.exists()
    ask(client, article)
    Presence.objects.update(seen=timezone.now() - timedelta(seconds=61))
    as_of(client, make.make_user("编辑"))
    assert "李晓雯" not in ask(client, article).content.decode()
    assert Presence.objects.count() == 1


def test_closing_one_window_does_not_end_the_next(client, article, xiaowen):
    ask(as_of(client, xiaowen), article)
    ask(client, article, unsaved_key="another-window")
    ask(client, article, leaving=1)
    assert Presence.objects.get().key == "another-window"


def test_what_the_other_saved_is_said_with_a_link_to_what_changed(client, article, xiaowen):
    me = make.make_user("编辑")
    ask(as_of(client, me), article)
    save(as_of(client, xiaowen), article, headline="李晓雯的标题")
    said = ask(as_of(client, me), article).content.decode()
    assert "李晓雯" in said
    assert "保存了新版" in said
    assert reverse("admin:articles_article_compare", args=[article.pk]) in said
    article.refresh_from_db()
    assert "保存了新版" not in ask(client, article).content.decode()


@pytest.mark.parametrize(("role", "status"), [("编辑", 200), ("管理员", 403)])
def test_only_the_desk_learns_who_is_there(client, article, role, status):
    assert ask(as_of(client, make.make_user(role)), article).status_code == status


def test_nobody_logged_in_learns_nothing(client, article):
    assert ask(client, article).status_code == 401


def test_who_only_reads_is_not_said_to_be_there(client, article, xiaowen):
    article.approve()
    as_of(client, xiaowen).get(address(article))
    assert not Presence.objects.exists()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_each_sees_the_other_come_save_and_go_without_reloading(
    page, chromium, live_server, article, xiaowen
):
    log_in(page, make.make_user("编辑"))
    page.goto(address(article))
    with chromium.new_context(base_url=live_server.url, locale="zh-CN") as context:
        other = context.new_page()
        log_in(other, xiaowen)
        other.goto(address(article))
        look_again(page)
        expect(page.locator("#presence")).to_contain_text("李晓雯 也开着这篇稿件")
        other.locator("#id_kicker").fill("李晓雯的引题")
        other.locator("[name=_continue]").click()
        expect(other.locator(".messagelist .success")).to_be_visible()
        look_again(page)
        expect(page.locator("#presence")).to_contain_text("保存了新版")
        other.goto("/admin/")
        expect(other.locator("#user-tools")).to_be_visible()
    look_again(page)
    expect(page.locator("#presence")).not_to_contain_text("也开着")


def look_again(page):
    """What the page does by itself every fifteen seconds."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
