"""A lock keeps an article for one: through every door of the desk, until it is opened by him or a head."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles import policy
from articles.models import Article, Mention, PhotoUse, UnsavedWork
from articles.printed.accepting import Refused, accept, undo
from people.models import Person
from tests import make
from tests.desk.forms import address, filled_in, save
from tests.desk.test_acts import act

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    return make.make_user("编辑", display_name="李晓雯")


@pytest.fixture
def chief(client):
    user = make.make_user("总编辑", display_name="陈编")
    client.force_login(user)
    client.user = user
    return client


def locked(holder, **fields):
    article = make.make_draft(**fields)
    article.lock(holder)
    return article


def press(client, article, **fields):
    return client.post(reverse("admin:articles_article_lock", args=[article.pk]), fields)


def stored(article):
    return Article.objects.get(pk=article.pk)


def test_who_may_change_an_article_locks_it_and_opens_it_again(client, holder):
    article = make.make_draft()
    client.force_login(holder)
    assert press(client, article).status_code == 302
    assert stored(article).locked_by == holder
    assert save(client, article, headline="只有我能改").status_code == 302
    assert (stored(article).headline, stored(article).locked_by) == ("只有我能改", holder)
    press(client, article, unlock=1)
    assert stored(article).locked_by is None


def test_locking_does_not_disturb_a_form_that_is_open(client, holder):
    article = make.make_draft()
    client.force_login(holder)
    data = filled_in(client.get(address(article)))
    press(client, article)
    assert client.post(address(article), data | {"headline": "接着写"}).status_code == 302


def test_who_may_not_change_it_does_not_lock_it(client):
    article = make.make_draft()
    client.force_login(make.make_user("记者"))
    assert press(client, article).status_code == 403


def test_everybody_sees_by_whom_and_since_when(chief, holder):
    page = chief.get(address(locked(holder))).content.decode()
    assert "李晓雯 锁定" in page
    assert 'name="_save"' not in page
    assert 'name="unlock"' in page


def test_another_does_not_change_it_and_what_he_typed_is_kept(chief, holder):
    article = make.make_draft()
    page = chief.get(address(article))
    data = filled_in(page) | {"unsaved_key": page.context["unsaved"]["key"], "headline": "晚了一步"}
    article.lock(holder)
    answer = chief.post(address(article), data, follow=True).content.decode()
    assert "李晓雯" in answer
    assert stored(article).headline != "晚了一步"
    assert "晚了一步" in answer
    assert UnsavedWork.objects.get().fields["headline"] == "晚了一步"


def test_another_does_not_delete_it(chief, holder):
    article = locked(holder)
    url = f"{address(article, 'delete')}?lock_version={article.lock_version}"
    for answer in (chief.get(url, follow=True), chief.post(url, {"post": "yes"}, follow=True)):
        assert answer.redirect_chain == [(address(article), 302)]
        assert f"没有执行：稿件已由{holder}锁定。" in answer.content.decode()
    assert Article.objects.exists()
    article.unlock()
    assert chief.post(url, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()


@pytest.mark.parametrize("name", sorted(policy.ACTS))
def test_another_does_not_move_it(chief, holder, name):
    article = make.make_draft()
    if name == "withdraw":
        article.approve()
    if name == "restore":
        article.spike()
    if name == "reopen":
        article.approve()
        article.withdraw()
    before = stored(article).state
    article.lock(holder)
    answer = act(chief, article, name)
    assert (answer.status_code, stored(article).state) == (302, before)
    article.unlock()
    act(chief, article, name)
    assert stored(article).state != before


def test_its_proposals_are_not_decided(chief, holder):
    person = make.make_person()
    article = locked(holder)
    mention = make.make_mention(article, person, confirmed=False)
    url = reverse("admin:articles_article_proposals", args=[article.pk])
    chief.post(url, {f"mention-{mention.pk}-choice": str(person.pk)})
    chief.post(url, {"all": "1"})
    assert not Mention.objects.confirmed().exists()
    article.unlock()
    chief.post(url, {f"mention-{mention.pk}-choice": str(person.pk)})
    assert Mention.objects.confirmed().exists()


def test_its_photos_are_not_changed(chief, holder):
    article = locked(holder)
    use = PhotoUse.objects.create(article=article, caption="座谈会现场")
    data = {"caption": "改过", "order": 0, "credits-TOTAL_FORMS": 0, "credits-INITIAL_FORMS": 0}
    assert chief.post(address(use), data).status_code == 403
    article.unlock()
    assert chief.post(address(use), data).status_code == 302


def test_a_person_in_it_is_not_merged_away(chief, holder):
    kept, other = make.make_person("黄奕奕"), make.make_person("黄弈弈")
    article = locked(holder, persons=[other])
    url = reverse("admin:person_merge", args=[kept.pk])
    chief.post(url, {"other": other.pk, "keep": kept.pk})
    assert Person.objects.count() == 2
    article.unlock()
    chief.post(url, {"other": other.pk, "keep": kept.pk})
    assert Person.objects.get() == kept


def test_a_tag_on_it_is_neither_merged_away_nor_deleted(chief, holder):
    article = locked(holder, tags=["劳模"])
    make.make_draft(tags=["劳动模范"])
    one, other = article.tags.get(), Article.tags.get(name="劳动模范")
    data = {"action": "merge", "_selected_action": [one.pk, other.pk], "kept": other.pk}
    chief.post(reverse("admin:articles_tag_changelist"), data)
    chief.post(address(one, "delete"), {"post": "yes"})
    assert Article.tags.count() == 2
    article.unlock()
    chief.post(reverse("admin:articles_tag_changelist"), data)
    assert Article.tags.get() == other


def test_its_printed_page_is_neither_undone_nor_deleted(chief, holder):
    page = make.make_page()
    article = accept(page)[0]
    article.lock(holder)
    with pytest.raises(Refused, match="李晓雯"):
        undo(page)
    assert chief.post(address(page, "delete"), {"post": "yes"}).status_code == 403
    article.unlock()
    undo(page)
    assert not Article.objects.exists()


@pytest.mark.parametrize(("role", "code"), [("栏目主任", 403), ("总编辑", 302)])
def test_the_printed_page_of_an_approved_story_is_deleted_by_who_may_approve(client, role, code):
    """Readers would see the story without its paper, day and page."""
    page = make.make_page()
    make.make_article(page=page)
    client.force_login(make.make_user(role))
    assert client.post(address(page, "delete"), {"post": "yes"}).status_code == code


@pytest.mark.parametrize(("role", "may"), [("编辑", False), ("栏目主任", True), ("总编辑", True)])
def test_a_head_breaks_the_lock_and_the_holder_is_told(client, holder, role, may):
    article = locked(holder)
    client.force_login(make.make_user(role, display_name="王主任"))
    assert press(client, article, unlock=1).status_code == (302 if may else 403)
    assert bool(stored(article).locked_by) != may
    assert LogEntry.objects.filter(change_message__contains="李晓雯").exists() == may
    client.force_login(holder)
    assert ("王主任 解除了你" in client.get(address(article)).content.decode()) == may
    assert "王主任 解除了你" not in client.get(address(article)).content.decode()


def test_a_lock_that_is_there_is_not_taken_over(chief, holder):
    article = locked(holder)
    assert press(chief, article).status_code == 403
    assert stored(article).locked_by == holder
