"""Who wrote a story sees what others changed in it since he last saved it, by whom and why."""

import pytest
from django.urls import reverse

from articles.history import versions
from articles.models import Article
from tests import make
from tests.desk.forms import address, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(client):
    user = make.make_user("记者", display_name="梁奈", person=make.make_person("梁奈"))
    client.force_login(user)
    return user


@pytest.fixture
def editor():
    return make.make_user("编辑", display_name="王敏")


def change(article, by, reason="", **fields):
    Article.objects.filter(pk=article.pk).update(**fields)
    return versions.keep(article, by=by, reason=reason)


def page_of(client, article) -> str:
    return client.get(address(article)).content.decode()


def listed(client) -> str:
    url = reverse("admin:articles_article_changelist")
    return client.get(url, {"mine": "1"}).content.decode()


def own(reporter):
    article = make.make_draft(created_by=reporter)
    versions.keep(article, by=reporter)
    return article


def test_the_reporter_sees_who_changed_his_story_and_why(client, reporter, editor):
    article = own(reporter)
    change(article, editor, "核对职务", headline="新标题")
    page = page_of(client, article)
    assert "王敏" in page
    assert "改过这篇稿件（理由：核对职务）" in page
    assert "?old=1&amp;new=2" in page
    assert "有改动" in listed(client)
    assert (
        client.get(
            reverse("admin:articles_article_compare", args=[article.pk]) + "?old=1&new=2"
        ).status_code
        == 200
    )


def test_all_that_changed_it_are_named_and_the_link_spans_them(client, reporter, editor):
    article = own(reporter)
    change(article, editor, "核对职务", headline="二")
    change(article, make.make_user("总编辑", display_name="陈编"), "标题太长", headline="三")
    page = page_of(client, article)
    assert "王敏、陈编" in page
    assert "核对职务；标题太长" in page
    assert "?old=1&amp;new=3" in page


def test_his_own_save_ends_the_notice(client, reporter, editor):
    article = own(reporter)
    change(article, editor, headline="新标题")
    save(client, article, kicker="我的引题")
    assert "改过这篇稿件" not in page_of(client, article)
    assert "有改动" not in listed(client)


def test_his_own_changes_are_no_news(client, reporter):
    article = own(reporter)
    change(article, reporter, headline="新标题")
    assert "改过这篇稿件" not in page_of(client, article)
    assert "有改动" not in listed(client)


def test_signing_off_without_a_change_is_no_news(client, reporter, editor):
    article = own(reporter)
    change(article, editor, "已签发")
    assert "改过这篇稿件" not in page_of(client, article)
    assert "有改动" not in listed(client)


def test_he_sees_it_also_when_he_may_only_read(client, reporter, editor):
    article = own(reporter)
    change(article, editor, headline="新标题")
    article.refresh_from_db()
    article.approve()
    page = page_of(client, article)
    assert 'name="_save"' not in page
    assert "改过这篇稿件" in page
    assert "有改动" in listed(client)


def test_who_signed_a_story_that_an_editor_took_from_a_page_sees_it_too(client, reporter, editor):
    article = make.make_draft(created_by=editor, reporters=[reporter.person])
    versions.keep(article, by=editor)
    change(article, editor, headline="新标题")
    assert "改过这篇稿件" in page_of(client, article)
    assert "有改动" in listed(client)


def test_in_stories_of_others_nothing_is_said(client, reporter, editor):
    article = make.make_draft(created_by=editor)
    versions.keep(article, by=editor)
    change(article, editor, headline="新标题")
    assert "改过这篇稿件" not in page_of(client, article)
    client.force_login(editor)
    assert "改过这篇稿件" not in page_of(client, article)


def test_the_list_costs_the_same_for_many(client, reporter, editor, django_assert_max_num_queries):
    for _number in range(8):
        change(own(reporter), editor, headline="新标题")
    with django_assert_max_num_queries(20):
        assert listed(client).count("有改动") == 8
