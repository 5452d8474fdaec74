"""The article's form: what it keeps, what it refuses, and that nothing typed is lost."""

import re

import pytest

from articles.models import Article
from articles.models.article import MAX_BODY
from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


def stored(article):
    return Article.objects.get(pk=article.pk)


def test_saving_keeps_what_was_not_touched(editor):
    person, event = make.make_person(), make.make_event()
    article = make.make_draft(persons=[person], events=[event], tags=["劳模", "labour day"])
    response = save(editor, article, kicker="我市大力弘扬劳模工匠精神")
    assert response.status_code == 302
    after = stored(article)
    assert (after.kicker, after.body) == ("我市大力弘扬劳模工匠精神", article.body)
    assert [row.person for row in after.mentions.confirmed()] == [person]
    assert [row.event for row in after.coverages.confirmed()] == [event]
    assert set(after.tags.names()) == {"劳模", "labour day"}


@pytest.mark.parametrize("many", [30, 100])
def test_a_tag_of_many_characters_has_an_address(editor, many):
    article, others = make.make_draft(), ["劳" * many, "老" * many, "捞" * many]
    assert save(editor, article, tags="，".join(others)).status_code == 302
    assert set(stored(article).tags.names()) == set(others)
    assert len(set(stored(article).tags.slugs())) == 3


def test_a_tag_that_is_too_long_is_refused_in_words(editor):
    article = make.make_draft()
    page = save(editor, article, tags="劳模，" + "长" * 101).content.decode()
    assert "“长长长长长长长长长长长长长长长长长长长长…”作标签太长" in page
    assert not stored(article).tags.exists()


def test_a_row_deleted_by_somebody_else_does_not_break_the_page(editor):
    article = make.make_draft(persons=[make.make_person(), make.make_person("刘艳")])
    data = filled_in(editor.get(address(article)))
    article.mentions.first().delete()
    article.save()
    response = editor.post(address(article), data | {"headline": "我的标题"})
    assert response.status_code == 200
    assert "我的标题" in response.content.decode()


def test_a_text_too_long_is_refused_and_stays_in_the_form(editor):
    article = make.make_draft()
    long = f"<p>{'字' * MAX_BODY}</p>"
    response = save(editor, article, body=long)
    errors = response.context["adminform"].form.errors.as_data()
    assert [error.code for error in errors["body"]] == ["max_length"]
    assert filled_in(response)["body"] == long


def test_ten_megabytes_pasted_are_refused_in_the_form(editor):
    article = make.make_draft()
    response = save(editor, article, body="字" * (10_000_000 // 3))
    assert response.status_code == 200
    assert stored(article).body == article.body


def test_scripts_do_not_get_in(editor):
    article = make.make_draft()
    save(editor, article, body='<p onclick="x()">文<script>alert(1)</script></p>')
    assert stored(article).body == "<p>文</p>"


def test_a_confirmed_person_must_be_known(editor):
    article = make.make_draft()
    article.mentions.create(name="刘艳")
    response = save(editor, article, **{"mentions-0-confirmed": "on"})
    assert response.status_code == 200
    assert not article.mentions.confirmed().exists()


def test_a_tick_confirms_a_proposal_and_readers_see_it(client):
    client.force_login(make.make_user("总编辑"))
    person = make.make_person()
    article = make.make_article()
    make.make_mention(article, person, confirmed=False, reason="姓名和职务一致")
    assert "姓名和职务一致" in client.get(address(article)).content.decode()
    save(client, article, **{"mentions-0-confirmed": "on"})
    assert article.mentions.published().filter(person=person).exists()


def test_the_front_page_is_for_who_may_place(client):
    article = make.make_draft()
    for role, expected in (("编辑", ""), ("栏目主任", "lead")):
        client.force_login(make.make_user(role))
        save(client, article, front="lead")
        assert stored(article).front == expected


def test_the_place_is_asked_of_who_may_place_and_told_to_the_others(client):
    draft, lead = make.make_draft(), make.make_draft(front="lead")
    for role, article, shown in (
        ("记者", draft, False),
        ("编辑", draft, False),
        ("编辑", lead, True),
        ("栏目主任", draft, True),
    ):
        client.force_login(make.make_user(role))
        assert ("首页次序" in client.get(address(article)).text) == shown


def test_who_may_not_change_a_story_reads_it(client):
    client.force_login(make.make_user("记者"))
    article = make.make_draft(body="<p>一段<strong>正文</strong>。</p>")
    page = client.get(address(article)).content.decode()
    assert "<strong>正文</strong>" in page
    assert 'name="_save"' not in page
    assert client.post(address(article), {"headline": "改"}).status_code == 403


def test_a_reporter_writes_a_story_and_it_is_his(client):
    reporter = make.make_user("记者")
    client.force_login(reporter)
    data = filled_in(client.get("/admin/articles/article/add/"))
    client.post("/admin/articles/article/add/", data | {"headline": "新稿", "body": "<p>文</p>"})
    article = Article.objects.get()
    assert (article.headline, article.created_by, article.state) == ("新稿", reporter, "draft")
    assert save(client, article, headline="改过").status_code == 302


def test_a_new_story_begins_with_its_headline(editor):
    new = editor.get("/admin/articles/article/add/").content.decode()
    assert 'name="headline"' in re.search(r"<input[^>]*autofocus", new)[0]
    assert "admin/js/change_form.js" not in new
    assert "autofocus" not in editor.get(address(make.make_draft())).content.decode()


def test_a_story_changed_meanwhile_is_not_deleted(client):
    client.force_login(make.make_user("总编辑"))
    article = make.make_draft()
    asked = client.get(address(article, "delete"), follow=True)
    question = asked.redirect_chain[0][0]
    article.save()
    client.post(address(article, "delete") + question, {"post": "yes"})
    assert Article.objects.exists()
    client.post(
        address(article, "delete") + f"?lock_version={article.lock_version}", {"post": "yes"}
    )
    assert not Article.objects.exists()


def test_only_what_readers_see_is_linked_to_the_site(editor):
    draft, public = make.make_draft(), make.make_article()
    for article, linked in ((draft, False), (public, True)):
        page = editor.get(address(article)).content.decode()
        assert (f'href="{article.get_absolute_url()}"' in page) == linked


def test_the_page_allows_the_editors_scripts_by_nonce(editor):
    response = editor.get(address(make.make_draft()))
    nonce = response.wsgi_request.csp_nonce
    assert f'type="importmap" nonce="{nonce}"' in response.content.decode()
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]
