"""What is typed and not saved is kept, for whoever typed it, until it is saved or thrown away."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, UnsavedWork
from tests import make
from tests.desk.forms import address, filled_in, save
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef"


@pytest.fixture
def editor(client):
    user = make.make_user("编辑")
    client.force_login(user)
    client.user = user
    return client


def autosave(client, article=None, sequence=1, key=KEY, **fields):
    url = reverse("admin:articles_article_add_autosave")
    if article:
        url = reverse("admin:articles_article_autosave", args=[article.pk])
    about = {"unsaved_key": key, "unsaved_sequence": sequence, "unsaved_user": client.user.pk}
    return client.post(url, about | fields)


def typed_into(client, article, **changes):
    """An autosave of the article's whole form with these fields changed."""
    return autosave(client, article, **filled_in(client.get(address(article))) | changes)


def test_what_was_typed_comes_back_in_the_form_and_nothing_is_saved(editor):
    article = make.make_draft(headline="旧标题", reporters=[make.make_person("梁奈")])
    data = filled_in(editor.get(address(article)))
    added = {"bylines-TOTAL_FORMS": "2", "bylines-1-name": "车成雨", "bylines-1-order": "1"}
    changes = {"headline": "写了一半", "body": "<p>新的正文。</p>"} | added
    assert autosave(editor, article, **data | changes).json()["state"] == "kept"
    note = editor.get(address(article))
    assert note.context["unsaved"]["found"][0]["more"] == 4
    assert "写了一半" not in filled_in(note).values()
    form = editor.get(address(article), {"unsaved": KEY})
    assert filled_in(form)["headline"] == "写了一半"
    assert filled_in(form)["body"] == "<p>新的正文。</p>"
    assert "车成雨" in form.content.decode()
    assert Article.objects.get().headline == "旧标题"


def test_the_restored_form_saves_with_its_added_rows_and_ends_what_was_kept(editor):
    article = make.make_draft()
    added = {"bylines-TOTAL_FORMS": "1", "bylines-0-name": "车成雨", "bylines-0-order": "0"}
    typed_into(editor, article, headline="写完了", **added)
    form = editor.get(address(article), {"unsaved": KEY})
    data = filled_in(form) | added | {"unsaved_key": form.context["unsaved"]["key"]}
    assert editor.post(f"{address(article)}?unsaved={KEY}", data).status_code == 302
    assert Article.objects.get().headline == "写完了"
    assert Article.objects.get().bylines.get().name == "车成雨"
    assert not editor.get(address(article)).context["unsaved"]["found"]


def test_a_new_row_of_a_restored_form_shows_its_picture(editor):
    photo, article = add_picture(make.make_draft()).photo, make.make_draft()
    for key, shown in ((photo.pk, True), (photo.pk + 1, False)):
        row = {"photo_uses-TOTAL_FORMS": "1", "photo_uses-0-photo": key, "photo_uses-0-order": "0"}
        typed_into(editor, article, sequence=key, **row)
        form = editor.get(address(article), {"unsaved": KEY})
        assert ('<img class="thumbnail"' in form.text) == shown


def test_saving_a_restored_form_says_nothing_of_a_text_that_is_gone(editor):
    article = make.make_draft()
    typed_into(editor, article, headline="写完了")
    restored = f"{address(article)}?unsaved={KEY}"
    data = filled_in(editor.get(restored)) | {"unsaved_key": KEY, "_continue": "1"}
    saved = editor.post(restored, data, follow=True)
    assert ["已保存" in str(note) for note in saved.context["messages"]] == [True]
    assert filled_in(saved)["headline"] == "写完了"
    nothing = editor.get(address(article), {"unsaved": "f" * 16}, follow=True)
    assert "不在了" in nothing.content.decode()


def test_an_autosave_that_arrives_after_the_save_is_not_taken(editor):
    article = make.make_draft()
    save(editor, article, unsaved_key=KEY)
    assert autosave(editor, article, headline="迟到的").json()["state"] == "saved"
    assert not UnsavedWork.objects.kept().exists()


def test_an_older_autosave_that_arrives_late_changes_nothing(editor):
    article = make.make_draft()
    autosave(editor, article, sequence=5, headline="后写的")
    answer = autosave(editor, article, sequence=4, headline="先写的").json()
    assert (answer["taken"], answer["sequence"]) == (False, 5)
    assert UnsavedWork.objects.get().fields["headline"] == "后写的"


def test_a_colleagues_save_is_noticed_after_restoring(editor):
    article = make.make_draft(headline="旧标题")
    typed_into(editor, article, headline="我的标题")
    article.headline = "同事的标题"
    article.save()
    form = editor.get(address(article), {"unsaved": KEY})
    response = editor.post(address(article), filled_in(form))
    assert response.status_code == 200
    assert Article.objects.get().headline == "同事的标题"
    assert "我的标题" in response.content.decode()


def test_a_new_article_that_never_had_a_number_waits_on_the_desks_first_page(editor):
    autosave(editor, headline="还没有编号的新稿", body="<p>第一段。</p>")
    page = editor.get("/admin/").content.decode()
    assert "还没有编号的新稿" in page
    url = f"{reverse('admin:articles_article_add')}?unsaved={KEY}"
    assert url in page
    assert filled_in(editor.get(url))["headline"] == "还没有编号的新稿"


def test_nobody_else_sees_it(editor, client):
    article = make.make_draft()
    typed_into(editor, article, headline="只有我看见")
    client.force_login(make.make_user("总编辑"))
    for url in ("/admin/", address(article), f"{address(article)}?unsaved={KEY}"):
        assert "只有我看见" not in client.get(url, follow=True).content.decode()
    assert client.post(reverse("admin:articles_article_discard", args=[KEY])).status_code == 404


def test_discarded_it_can_be_brought_back_for_seven_days(editor):
    article = make.make_draft()
    typed_into(editor, article, headline="丢错了")
    editor.post(reverse("admin:articles_article_discard", args=[KEY]))
    page = editor.get(address(article))
    assert not page.context["unsaved"]["found"]
    assert "丢错了" in page.content.decode()
    assert filled_in(editor.get(address(article), {"unsaved": KEY}))["headline"] == "丢错了"
    UnsavedWork.objects.update(updated=timezone.now() - timedelta(days=8))
    assert "丢错了" not in editor.get(address(article)).content.decode()


def test_typing_and_undoing_leaves_no_note(editor):
    article = make.make_draft(reporters=[make.make_person()])
    typed_into(editor, article)
    assert not editor.get(address(article)).context["unsaved"]["found"]
    assert not UnsavedWork.objects.kept().exists()


def test_the_text_outlives_the_article(editor):
    article = make.make_draft(reporters=[make.make_person("梁奈")])
    typed_into(editor, article, headline="被删的稿件")
    article.delete()
    form = editor.get(reverse("admin:articles_article_add"), {"unsaved": KEY})
    rows = form.context["unsaved"]["restored"].fields
    response = editor.post(reverse("admin:articles_article_add"), rows.dict())
    assert response.status_code == 302
    assert Article.objects.get().bylines.get().name == "梁奈"


def test_who_may_not_change_it_any_more_can_copy_it(client):
    reporter = make.make_user("记者")
    client.force_login(reporter)
    client.user = reporter
    article = make.make_draft(created_by=reporter)
    typed_into(client, article, body="<p>来不及保存的一段</p>")
    article.approve()
    assert "来不及保存的一段" in client.get(address(article)).content.decode()


def test_only_the_forms_own_fields_are_kept(editor):
    article = make.make_draft()
    autosave(editor, article, headline="标题", state="approved", password="x", **{"a-0-b": "1"})
    assert set(UnsavedWork.objects.get().fields) == {"headline"}


def test_too_much_is_refused_in_so_many_words(editor, monkeypatch):
    monkeypatch.setattr("articles.admin.unsaved.MAX_LENGTH", 100)
    answer = autosave(editor, make.make_draft(), body="字" * 101)
    assert (answer.status_code, answer.json()["state"]) == (413, "large")
    assert not UnsavedWork.objects.exists()


@pytest.mark.parametrize(("key", "sequence"), [("", 1), ("a b", 1), ("x" * 37, 1), (KEY, "eins")])
def test_what_no_form_sends_is_refused(editor, key, sequence):
    assert autosave(editor, make.make_draft(), key=key, sequence=sequence).status_code == 400


def test_a_session_that_has_ended_is_said_in_the_answer(editor):
    article = make.make_draft()
    editor.logout()
    answer = autosave(editor, article, headline="标题")
    assert (answer.status_code, answer.json()) == (401, {"state": "login"})


def test_text_of_one_is_not_kept_for_another_who_logged_in_meanwhile(editor):
    article = make.make_draft()
    editor.force_login(make.make_user("总编辑"))
    answer = autosave(editor, article, headline="标题")
    assert (answer.status_code, answer.json()) == (401, {"state": "other"})
    assert not UnsavedWork.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("编辑", 200), ("管理员", 403)])
def test_only_who_may_change_articles_keeps_text(client, role, status):
    client.user = make.make_user(role)
    client.force_login(client.user)
    assert autosave(client, make.make_draft()).status_code == status


def test_a_form_sent_by_another_site_is_refused():
    strict = Client(enforce_csrf_checks=True)
    strict.user = make.make_user("编辑")
    strict.force_login(strict.user)
    assert autosave(strict, make.make_draft()).status_code == 403
