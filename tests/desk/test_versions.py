"""Every door of the desk that changes a story keeps a version of it, with who and why."""

import pytest
from django.urls import reverse

from articles.history import versions
from articles.merging import merge_tags
from articles.models import Credit, Mention, PhotoUse, Tag
from articles.printed import accepting
from newsdesk.actor import acting
from tests import make
from tests.desk.forms import address, filled_in, save
from tests.desk.test_acts import act

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    user = make.make_user("总编辑", display_name="王敏")
    client.force_login(user)
    client.user = user
    return client


def kept(article) -> list[tuple]:
    rows = article.versions.order_by("number")
    return [(row.number, row.author_name, row.reason) for row in rows]


def test_a_save_keeps_who_and_why_and_what_stood_there_before(chief):
    article = make.make_draft("旧标题")
    save(chief, article, headline="新标题", reason="标题太长")
    assert kept(article) == [(1, "", "保存时的原样"), (2, "王敏", "标题太长")]
    texts = [row.read()["texts"]["headline"] for row in article.versions.order_by("number")]
    assert texts == ["旧标题", "新标题"]


def test_rows_saved_with_the_form_stand_in_its_version(chief):
    article = make.make_draft(persons=[make.make_person()])
    save(chief, article, **{"mentions-0-title": "市总工会主席", "tags": "劳模"})
    last = article.versions.first().read()
    assert last["mentions"][0]["title"] == "市总工会主席"
    assert last["tags"] == ["劳模"]


def test_the_reason_is_asked_each_time_and_remembered_nowhere(chief):
    article = make.make_draft()
    save(chief, article, headline="新标题", reason="标题太长")
    assert "reason" not in filled_in(chief.get(address(article)))


def test_a_save_without_change_keeps_nothing_unless_it_has_a_reason(chief):
    article = make.make_draft(body="<p>文中没有人物。</p>")
    save(chief, article)
    assert len(kept(article)) == 1
    save(chief, article, reason="看过")
    assert kept(article)[1:] == [(2, "王敏", "看过")]


def test_a_new_story_begins_with_version_one(chief):
    data = filled_in(chief.get("/admin/articles/article/add/"))
    chief.post("/admin/articles/article/add/", data | {"headline": "新稿"})
    article = make.a.Article.objects.get()
    assert kept(article) == [(1, "王敏", "")]


def test_what_is_refused_keeps_nothing_new(chief):
    article = make.make_draft()
    versions.keep(article)
    save(chief, article, headline="")
    assert len(kept(article)) == 1


@pytest.mark.parametrize(
    ("name", "prepare", "reason"),
    [
        ("approve", None, "已签发"),
        ("withdraw", "approve", "下线"),
        ("spike", None, "不采用"),
        ("restore", "spike", "恢复为草稿"),
    ],
)
def test_each_act_is_a_version_that_says_so(chief, name, prepare, reason):
    article = make.make_draft()
    if prepare:
        getattr(article, prepare)()
    act(chief, article, name)
    assert kept(article)[-1] == (2, "王敏", reason)


def decide(client, article, choice):
    mention = article.mentions.get()
    url = reverse("admin:articles_article_proposals", args=[article.pk])
    return client.post(url, {f"mention-{mention.pk}-choice": choice})


@pytest.mark.parametrize("choice", ["new", "dismiss"])
def test_a_decision_about_a_proposal_is_a_version(chief, choice):
    article = make.make_draft()
    Mention.objects.create(article=article, name="刘艳")
    before = make.a.Article.objects.get(pk=article.pk).lock_version
    decide(chief, article, choice)
    assert kept(article)[-1] == (2, "王敏", "处理人物和活动提议")
    assert make.a.Article.objects.get(pk=article.pk).lock_version > before


def test_a_refused_decision_is_none(client):
    client.force_login(make.make_user("记者"))
    article = make.make_draft()
    Mention.objects.create(article=article, name="刘艳")
    decide(client, article, "dismiss")
    assert kept(article) == []


def test_an_accepted_page_begins_its_drafts_with_version_one():
    user = make.make_user("编辑", display_name="王敏")
    (draft,) = accepting.accept(make.make_page(), user)
    assert kept(draft) == [(1, "王敏", "由版面接收")]


def test_a_photo_of_the_story_changed_on_its_own_page_is_a_version(chief):
    article = make.make_draft()
    use = PhotoUse.objects.create(article=article, caption="现场")
    Credit.objects.create(photo_use=use, name="梁奈")
    save(chief, use, **{"credits-0-role": "摄"})
    last = article.versions.first()
    assert (last.number, last.author_name) == (2, "王敏")
    assert last.read()["photo_uses"][0]["credits"][0]["role"] == "摄"


def test_a_form_that_is_open_notices_the_photo_changed_on_its_own_page(chief):
    article = make.make_draft()
    use = PhotoUse.objects.create(article=article, caption="现场")
    data = filled_in(chief.get(address(article)))
    save(chief, use, caption="座谈会现场")
    assert chief.post(address(article), data).status_code == 200
    assert PhotoUse.objects.get().caption == "座谈会现场"


def test_merging_persons_is_a_version_of_their_stories_alone(chief):
    person, same = make.make_person("黄奕奕"), make.make_person("黄奕宜")
    named, other = make.make_draft(persons=[same]), make.make_draft("别的稿件")
    url = reverse("admin:person_merge", args=[person.pk])
    chief.post(url, {"other": same.pk, "keep": person.pk})
    assert kept(named)[-1] == (2, "王敏", "“黄奕宜”与“黄奕奕”合并")
    assert kept(other) == []


def test_merging_tags_is_a_version_of_their_stories():
    article = make.make_draft(tags=["劳动模范"])
    kept_tag = Tag.objects.create(name="劳模")
    with acting(make.make_user("总编辑", display_name="王敏")):
        merge_tags(kept_tag, Tag.objects.get(name="劳动模范"))
    assert kept(article)[-1] == (2, "王敏", "“劳动模范”与“劳模”合并")


def test_a_story_is_deleted_with_its_versions(chief):
    article = make.make_draft()
    versions.keep(article)
    url = address(article, "delete") + f"?lock_version={article.lock_version}"
    assert "您没有" not in chief.get(url).content.decode()
    chief.post(url, {"post": "yes"})
    assert not make.a.Article.objects.exists()


def test_nobody_changes_or_deletes_a_version(chief):
    version = versions.keep(make.make_draft())
    make.make_user(is_superuser=True, username="root")
    assert chief.get(address(version)).status_code == 200
    assert chief.post(address(version), {"reason": "改"}).status_code == 403
    assert chief.post(address(version, "delete"), {"post": "yes"}).status_code == 403
    version.refresh_from_db()
    assert version.reason == ""
