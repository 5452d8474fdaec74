"""Whatever is deleted at the desk lies in the bin and comes back as it was, to the byte."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from articles import models as a
from articles.history import versions
from articles.merging import merge_persons, merge_tags
from articles.printed.accepting import accept, undo
from newsdesk.actor import acting
from people import bin as people_bin
from people import models as p
from tests import make
from tests.desk.forms import address, filled_in

pytestmark = pytest.mark.django_db
OF_THE_ACT = {"admin.LogEntry", "sessions.Session", "people.Deleted", "people.Change"}
OF_THE_MOMENT = {"articles.ContentChange", "articles.Presence", "articles.BrokenLock"}


def snapshot() -> dict:
    """Every column of every row, but what tells of the deleting itself."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=str)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label not in OF_THE_ACT | OF_THE_MOMENT and not model._meta.proxy
    }


def an_article():
    """With a row of every kind, and with what somebody else left in it."""
    person, organization = make.make_person(), make.make_organization()
    article = make.make_draft(
        persons=[person],
        organizations=[organization],
        events=[make.make_event()],
        reporters=[make.make_person("梁奈")],
        tags=["劳模", "工匠"],
        page=make.make_page(),
    )
    mention = article.mentions.get()
    mention.memberships.add(make.make_membership(person))
    use = a.PhotoUse.objects.create(article=article, caption="座谈会现场")
    a.Credit.objects.create(photo_use=use, name="张三", role="摄", person=person)
    a.UnsavedWork.objects.keep(make.make_user("编辑"), article, "x" * 12, 1, [("headline", "半句")])
    versions.keep(article, reason="第一版")
    return article


def an_event():
    event = make.make_event()
    make.make_participation(event, make.make_person())
    event.organizers.add(make.make_organization(), make.make_organization("茂名市妇联"))
    return event


def a_person():
    person = make.make_person("曾德华", note="水东湾")
    p.OtherName.objects.create(person=person, name="阿华")
    make.make_membership(person, start="2021-03")
    make.make_honour(person=person)
    page = make.make_page()
    a.PageStaff.objects.create(page=page, role="责编", name="曾德华", person=person)
    make.make_user("编辑", person=person)
    return person


def a_page():
    page = make.make_page(overrides=[{"start": 1, "end": 2, "kind": "p"}])
    a.PageStaff.objects.create(page=page, role="责编", name="梁奈")
    make.make_draft(page=page)
    make.make_page("续", continues=page)
    return page


def a_reporter():
    person = a_person()
    make.make_membership(person, make.make_post("记者", make.make_paper(), kind="reporter"))
    return p.Reporter.objects.get(pk=person.pk)


def an_official():
    return p.Official.objects.get(pk=a_person().pk)


def an_account():
    account = make.make_user("编辑", username="li", person=make.make_person())
    make.make_draft(created_by=account)
    return account


def an_organization():
    organization = make.make_organization()
    make.make_organization("茂名市总工会女职工委员会", successor=organization)
    make.make_honour(organization=organization)
    return organization


def a_use():
    use = a.PhotoUse.objects.create(article=make.make_draft(), caption="现场")
    a.Credit.objects.create(photo_use=use, name="张三", role="摄")
    return use


def a_tag():
    make.make_draft(tags=["劳模"])
    make.make_draft(tags=["劳模", "工匠"])
    return a.Tag.objects.get(name="劳模")


MAKERS = {
    "articles.Article": an_article,
    "articles.Mourning": lambda: a.Mourning.objects.create(
        first_day=date(2024, 4, 4), last_day=date(2024, 4, 4)
    ),
    "articles.Topic": lambda: make.make_topic(stories=[make.make_article()]),
    "articles.Event": an_event,
    "articles.PrintPage": a_page,
    "articles.Photo": lambda: a.Photo.objects.create(
        original="photos/1.jpg", description="现场", width=640, height=480
    ),
    "articles.PhotoUse": a_use,
    "articles.Section": make.make_section,
    "articles.Source": lambda: a.Source.objects.create(name="新华社"),
    "articles.Tag": a_tag,
    "people.User": an_account,
    "people.Award": make.make_award,
    "people.Honour": make.make_honour,
    "people.Organization": an_organization,
    "people.Post": make.make_post,
    "people.Person": a_person,
    "people.Reporter": a_reporter,
    "people.Official": an_official,
    "people.Membership": lambda: make.make_membership(start="2021", end="?"),
    "sites.Site": lambda: Site.objects.create(domain="example.cn", name="例"),
    "redirects.Redirect": lambda: Redirect.objects.create(
        site_id=1, old_path="/a/", new_path="/b/"
    ),
}
ONLY_READ = {
    "articles.Contribution", "articles.Version", "auth.Group", "admin.LogEntry", "people.Change", "people.Deleted"
}  # fmt: skip


@pytest.fixture
def boss(client):
    client.force_login(make.make_user(is_superuser=True, display_name="陈编"))
    return client


def delete(client, record):
    asked = client.get(address(record, "delete"), follow=True)
    query = asked.redirect_chain[-1][0] if asked.redirect_chain else ""
    answer = client.post(address(record, "delete") + query, {"post": "yes"})
    assert answer.status_code == 302, answer.status_code


def put_back(client, deleted):
    return client.post(reverse("admin:people_deleted_change", args=[deleted.pk]), follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_every_record_of_the_desk_is_made_here_or_cannot_be_deleted():
    labels = {model._meta.label for model in admin.site._registry}
    assert labels == MAKERS.keys() | ONLY_READ


@pytest.mark.parametrize("label", sorted(MAKERS))
def test_what_is_deleted_comes_back_to_the_byte(boss, label):
    record = MAKERS[label]()
    before = snapshot()
    delete(boss, record)
    assert snapshot() != before
    deleted = p.Deleted.objects.get()
    assert str(deleted.by) == "陈编"
    assert "回来了" in said(put_back(boss, deleted))
    after = snapshot()
    if label == "articles.PhotoUse":  # taking it from its story and back are changes of the story
        for name in ("articles.Article", "articles.Version"):
            before[name] = after[name]
    assert after == before


@pytest.mark.parametrize("label", ["people.Award", "articles.Section", "articles.Tag"])
def test_what_is_deleted_from_a_list_comes_back_too(boss, label):
    record = MAKERS[label]()
    before = snapshot()
    data = {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"}
    meta = record._meta
    boss.post(reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"), data)
    assert snapshot() != before
    put_back(boss, p.Deleted.objects.get())
    assert snapshot() == before


def test_a_row_ticked_away_on_a_form_comes_back(boss):
    person = a_person()
    membership = person.memberships.get()
    before = snapshot()
    data = filled_in(boss.get(address(person))) | {"memberships-0-DELETE": "on"}
    assert boss.post(address(person), data).status_code == 302
    assert not person.memberships.exists()
    put_back(boss, p.Deleted.objects.get(kind="people.membership"))
    assert person.memberships.get() == membership
    assert snapshot() == before


def test_a_row_that_was_changed_and_ticked_away_comes_back_as_it_was_stored(boss):
    person = a_person()
    before = snapshot()
    data = filled_in(boss.get(address(person)))
    assert (
        boss.post(
            address(person), data | {"other_names-0-name": "阿花", "other_names-0-DELETE": "on"}
        ).status_code
        == 302
    )
    assert not p.Change.objects.filter(kind="deleted", before__contains="阿花").exists()
    put_back(boss, p.Deleted.objects.get(kind="people.othername"))
    assert snapshot() == before


def test_a_person_merged_away_comes_back(boss):
    kept, other = make.make_person("黄奕奕"), a_person()
    key = other.pk
    with acting(make.make_user()):
        merge_persons(kept, other)
    put_back(boss, p.Deleted.objects.get(kind="people.person"))
    assert p.Person.objects.get(pk=key).name == "曾德华"


def test_a_tag_merged_away_comes_back(boss):
    tag = a_tag()
    key = tag.pk
    merge_tags(a.Tag.objects.get(name="工匠"), tag)
    put_back(boss, p.Deleted.objects.get(kind="articles.tag"))
    assert a.Tag.objects.filter(pk=key).exists()


def test_drafts_taken_back_to_their_page_lie_in_the_bin(boss):
    page = make.make_page()
    (draft,) = accept(page)
    undo(page)
    assert p.Deleted.objects.filter(kind="articles.article", record=draft.pk).exists()


def test_what_belongs_to_something_gone_says_to_what(boss):
    membership = make.make_membership(make.make_person("黄奕奕"))
    delete(boss, membership)
    person = p.Person.objects.get()
    delete(boss, person)
    of_membership = p.Deleted.objects.get(kind="people.membership")
    assert "黄奕奕" in said(put_back(boss, of_membership))
    assert "先恢复" in said(put_back(boss, of_membership))
    assert not p.Membership.objects.exists()
    put_back(boss, p.Deleted.objects.get(kind="people.person"))
    put_back(boss, of_membership)
    assert p.Membership.objects.get() == membership


def test_a_name_in_use_again_stands_in_the_way_and_is_named(boss):
    section = make.make_section("要闻", "news")
    delete(boss, section)
    make.make_section("要闻", "news")
    assert "news" in said(put_back(boss, p.Deleted.objects.get()))
    assert a.Section.objects.count() == 1
    assert p.Deleted.objects.get().restored_at is None


def test_a_reference_set_otherwise_meanwhile_stays(boss):
    page = a_page()
    draft = a.Article.objects.get()
    delete(boss, page)
    other = make.make_page("别的版")
    a.Article.objects.update(page=other)
    put_back(boss, p.Deleted.objects.get())
    draft.refresh_from_db()
    assert draft.page == other


def test_a_loose_link_to_what_is_gone_stays_empty(boss):
    author = make.make_user("记者")
    article = make.make_draft(created_by=author)
    delete(boss, article)
    author.delete()
    put_back(boss, p.Deleted.objects.get(kind="articles.article"))
    assert a.Article.objects.get().created_by is None


def test_it_is_put_back_once(boss):
    delete(boss, make.make_award())
    deleted = p.Deleted.objects.get()
    put_back(boss, deleted)
    assert "已经恢复" in said(put_back(boss, deleted))
    assert p.Award.objects.count() == 1


def test_a_photo_does_not_come_back_into_a_story_that_is_locked_or_approved(client):
    editor = make.make_user("编辑")
    client.force_login(editor)
    use = a_use()
    article = use.article
    delete(client, use)
    article.lock(make.make_user("编辑"))
    assert "没有恢复" in said(put_back(client, p.Deleted.objects.get()))
    article.unlock()
    a.Article.objects.get().approve()
    assert "没有恢复" in said(put_back(client, p.Deleted.objects.get()))
    a.Article.objects.get().withdraw()
    a.Article.objects.get().reopen()
    assert "回来了" in said(put_back(client, p.Deleted.objects.get()))


def test_what_comes_back_into_a_story_is_as_public_as_the_story_now(boss):
    """A photographer or a person known from a draft alone is shown to nobody, whatever was public once."""
    photographer, person = make.make_person("吴昊"), make.make_person("罗晃浩")
    use = a_use()
    a.Credit.objects.create(photo_use=use, name="吴昊", role="摄", person=photographer)
    article = use.article
    mention = make.make_mention(article, person)
    article.approve()
    with acting(None):
        people_bin.discard(a.Mention.objects.get(pk=mention.pk))
        people_bin.discard(use)
    article.withdraw()
    article.reopen()
    for deleted in p.Deleted.objects.all():
        people_bin.restore(deleted)
    assert (a.Mention.objects.get().confirmed, a.Credit.objects.count()) == (True, 2)
    assert not p.Person.objects.published().exists()
    a.Article.objects.get().approve()
    assert set(p.Person.objects.published()) == {photographer, person}


def test_what_comes_back_into_a_published_story_is_public_with_it(boss):
    """It was thrown away when the story was a draft."""
    person = make.make_person("罗晃浩")
    article = make.make_draft()
    with acting(None):
        people_bin.discard(make.make_mention(article, person))
    article.approve()
    people_bin.restore(p.Deleted.objects.get())
    assert list(p.Person.objects.published()) == [person]


def test_a_story_into_which_a_row_comes_back_keeps_a_version_with_the_reason(boss):
    article = make.make_draft()
    with acting(None):
        people_bin.discard(make.make_mention(article, make.make_person("罗晃浩")))
        use = a.PhotoUse.objects.create(article=article, caption="座谈会现场")
        people_bin.discard(use)
    versions.keep(article)
    for deleted in p.Deleted.objects.order_by("pk"):
        put_back(boss, deleted)
    first, second = article.versions.order_by("number")[1:]
    assert [row["name"] for row in first.read()["mentions"]] == ["罗晃浩"]
    assert [row["caption"] for row in second.read()["photo_uses"]] == ["座谈会现场"]
    assert [each.reason for each in (first, second)] == [
        "从回收站恢复“罗晃浩”", "从回收站恢复“座谈会现场”"
    ]  # fmt: skip
    assert first.author_name == second.author_name != ""


@pytest.mark.parametrize(("role", "back"), [("记者", False), ("总编辑", True)])
def test_a_person_comes_back_only_into_a_story_that_one_may_change(client, role, back):
    article = make.make_article()
    with acting(None):
        people_bin.discard(make.make_mention(article, make.make_person()))
    client.force_login(make.make_user(role))
    opened = a.Article.objects.get().lock_version
    put_back(client, p.Deleted.objects.get())
    assert a.Mention.objects.exists() == back
    noticed = a.Article.objects.get().lock_version > opened  # by forms of it that are open
    assert noticed == back


def test_history_and_log_tell_of_it(boss):
    person = make.make_person()
    delete(boss, person)
    put_back(boss, p.Deleted.objects.get())
    kinds = p.Change.objects.filter(record=person.pk).values_list("kind", flat=True)
    assert set(kinds) == {"created", "deleted", "restored"}
    assert LogEntry.objects.filter(object_id=person.pk, action_flag=2).exists()


@pytest.mark.parametrize(("role", "sees"), [("资料员", True), ("记者", False), ("管理员", False)])
def test_who_may_delete_a_kind_of_record_may_put_it_back(client, role, sees):
    person = make.make_person("刘艳")
    with acting(None):
        people_bin.discard(person)
    client.force_login(make.make_user(role))
    deleted = p.Deleted.objects.get()
    listed = client.get(reverse("admin:people_deleted_changelist"))
    assert ("刘艳" in listed.content.decode()) == sees
    url = reverse("admin:people_deleted_change", args=[deleted.pk])
    assert client.get(url).status_code == (200 if sees else 404)
    client.post(url)
    assert p.Person.objects.exists() == sees


def test_the_page_says_what_is_in_it(boss):
    delete(boss, an_article())
    page = boss.get(reverse("admin:people_deleted_change", args=[p.Deleted.objects.get().pk]))
    for words in ("黄奕奕", "座谈会现场", "劳模", "第1版"):
        assert words in page.content.decode(), words
    found = boss.get(
        reverse("admin:people_deleted_changelist"), {"q": "欢聚一堂", "kind": "articles.article"}
    )
    assert "劳模工匠欢聚一堂话发展" in found.content.decode()


def test_a_command_empties_the_bin_of_what_is_old_and_of_that_alone(boss):
    for name in ("劳动模范", "五一劳动奖章"):
        delete(boss, make.make_award(name))
    p.Deleted.objects.filter(label="劳动模范").update(at=timezone.now() - timedelta(days=91))
    call_command("emptybin", days=92)
    assert p.Deleted.objects.count() == 2
    call_command("emptybin")
    assert p.Deleted.objects.get().label == "五一劳动奖章"


def test_the_bin_is_not_emptied_of_what_was_deleted_today(boss):
    delete(boss, make.make_award())
    with pytest.raises(CommandError):
        call_command("emptybin", days=0)
    assert p.Deleted.objects.exists()


def test_nobody_deletes_from_the_bin(boss):
    delete(boss, make.make_award())
    url = reverse("admin:people_deleted_delete", args=[p.Deleted.objects.get().pk])
    assert boss.post(url, {"post": "yes"}).status_code == 403
