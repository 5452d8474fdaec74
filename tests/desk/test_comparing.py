"""The pages of versions: listed, compared, restored; for whom, and what they say."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.history import versions
from articles.history.restoring import restore
from articles.models import Article, Credit, PhotoUse
from tests import make
from tests.desk.test_acts import EVERYBODY

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    client.force_login(make.make_user("总编辑", display_name="王敏"))
    return client


def url(article, name="versions", *args):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def compare(client, article, old=1, new=2):
    return client.get(url(article, "compare"), {"old": old, "new": new}).content.decode()


def edited(before, after, **fields):
    """A draft with two versions."""
    article = make.make_draft(**before, **fields)
    versions.keep(article)
    Article.objects.filter(pk=article.pk).update(**after)
    versions.keep(article, by=make.make_user("编辑", display_name="陈编"), reason="核对")
    return article


def test_the_list_says_who_when_why_and_how_much(chief):
    article = edited({"body": "<p>深人开展学习</p>"}, {"body": "<p>深入开展大学习</p>"})
    page = chief.get(url(article)).content.decode()
    assert "陈编" in page
    assert "核对" in page
    assert "+2" in page
    assert "−1" in page


def test_the_last_two_are_chosen_already(chief):
    article = edited({}, {"headline": "二"})
    versions.keep(article, reason="看过")
    page = chief.get(url(article)).content.decode()
    assert 'name="old" value="2"' in page
    assert page.count(" checked") == 2
    old = page[page.index('name="old" value="2"') :]
    assert "checked" in old[: old.index(">")]


def test_a_correction_shows_what_went_and_what_came(chief):
    article = edited({"body": "<p>深人开展</p>"}, {"body": "<p>深入开展</p>"})
    page = compare(chief, article)
    assert "】</span></del><ins>" in page
    assert "人<span" in page
    assert "入<span" in page


def test_the_older_stands_first_whichever_is_chosen_first(chief):
    article = edited({"headline": "旧标题"}, {"headline": "新标题"})
    page = compare(chief, article, 2, 1)
    assert page.index("第1版") < page.index("第2版")


def test_fields_rows_and_tags_are_compared(chief):
    article = make.make_draft(tags=["劳模"], persons=[make.make_person()])
    use = PhotoUse.objects.create(article=article, caption="现场")
    Credit.objects.create(photo_use=use, name="梁奈", role="摄")
    versions.keep(article)
    article.tags.add("工匠")
    article.mentions.update(title="市总工会主席")
    Credit.objects.update(name="刘艳")
    Article.objects.filter(pk=article.pk).update(section=make.make_section("要闻"))
    versions.keep(article)
    page = compare(chief, article)
    for words in ("标签", "工匠", "文中人物", "市总工会主席", "梁奈", "刘艳", "栏目", "要闻"):
        assert words in page
    assert "主题" not in page[page.index('id="content-main"') :]


def test_text_that_differs_in_its_form_alone_is_said_to(chief):
    article = edited({"body": "<p>深入开展</p>"}, {"body": "<h2>深入开展</h2>"})
    assert "文字相同" in compare(chief, article)


def test_versions_without_difference_are_said_to_be_the_same(chief):
    article = edited({}, {})
    assert "两版内容相同" in compare(chief, article)


def test_what_is_in_no_list_is_not_found(chief):
    article = edited({}, {})
    assert chief.get(url(article, "compare"), {"old": 1, "new": 9}).status_code == 404
    assert chief.get(url(article, "compare"), {"old": "x"}).status_code == 404
    assert chief.get(url(article, "restore", 9)).status_code == 404


def test_text_of_a_version_is_shown_as_text(chief):
    article = edited({"headline": "旧"}, {"headline": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in compare(chief, article)


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_who_sees_stories_sees_their_versions(client, role):
    article = edited({}, {"headline": "新"})
    client.force_login(make.make_user(role))
    assert client.get(url(article)).status_code == 200
    assert client.get(url(article, "compare"), {"old": 1, "new": 2}).status_code == 200


def test_who_is_nobody_at_the_desk_sees_none(client):
    article = edited({}, {"headline": "新"})
    for account in (None, make.make_user()):
        if account:
            client.force_login(account)
        for address in (url(article), url(article, "compare") + "?old=1&new=2"):
            assert client.get(address).status_code in (302, 403)


def restoring(client, article, number=1, **data):
    version = Article.objects.get(pk=article.pk).lock_version
    return client.post(url(article, "restore", number), {"lock_version": version} | data)


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_draft_is_restored_by_who_may_change_it(client, role):
    article = edited({"headline": "旧标题"}, {"headline": "新标题"})
    client.force_login(make.make_user(role))
    may = role in {"编辑", "栏目主任", "总编辑", "校对"}
    assert restoring(client, article).status_code == (302 if may else 403)
    assert client.get(url(article, "restore", 1)).status_code == (200 if may else 403)
    assert Article.objects.get().headline == ("旧标题" if may else "新标题")
    assert ("恢复…" in client.get(url(article)).content.decode()) == may


def test_a_published_story_is_restored_by_the_chief_alone(client):
    article = make.make_article("旧标题")
    versions.keep(article)
    Article.objects.filter(pk=article.pk).update(headline="新标题")
    for role, status in (("编辑", 403), ("总编辑", 302)):
        client.force_login(make.make_user(role))
        assert restoring(client, article).status_code == status
    assert "旧标题" in client.get(article.get_absolute_url()).content.decode()


def test_restoring_asks_first_and_shows_what_it_will_change(chief):
    article = edited({"headline": "旧标题"}, {"headline": "新标题"})
    page = chief.get(url(article, "restore", 1)).content.decode()
    assert "恢复到第1版" in page
    assert "新<span" in page
    assert Article.objects.get().headline == "新标题"


def test_restoring_is_a_version_and_stands_in_the_log(chief):
    article = edited({"headline": "旧标题"}, {"headline": "新标题"})
    restoring(chief, article)
    last = article.versions.first()
    assert (last.number, last.author_name, last.reason) == (3, "王敏", "恢复到第1版")
    assert LogEntry.objects.get().get_change_message() == "恢复到第1版"


def test_restoring_over_a_newer_save_asks_again(chief):
    article = edited({"headline": "旧标题"}, {"headline": "新标题"})
    assert restoring(chief, article, lock_version=77).status_code == 200
    assert Article.objects.get().headline == "新标题"


def test_who_is_gone_is_said_after_restoring(chief):
    person = make.make_person()
    article = make.make_draft(persons=[person])
    versions.keep(article)
    article.mentions.all().delete()
    versions.keep(article)
    person.delete()
    response = restoring(chief, article)
    assert "黄奕奕" in chief.get(response["Location"]).content.decode()
    assert restore(article.versions.get(number=2)) == []


def test_the_bar_of_the_form_leads_to_the_versions(chief):
    article = make.make_draft()
    page = chief.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'href="{url(article)}"' in page


def test_a_list_of_many_versions_turns_its_pages_and_costs_the_same(
    chief, django_assert_max_num_queries
):
    article = make.make_draft()
    for number in range(55):
        versions.keep(article, reason=f"第{number}次看过")
    with django_assert_max_num_queries(20):
        page = chief.get(url(article)).content.decode()
    assert "第54次看过" in page
    assert "第4次看过" not in page
    assert "第4次看过" in chief.get(url(article), {"page": 2}).content.decode()
