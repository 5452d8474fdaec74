"""Who may do what with an article: approve, take off, put aside, bring back, edit, delete."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles import policy
from articles.models import Article, State
from tests import make

pytestmark = pytest.mark.django_db
EVERYBODY = {"记者", "编辑", "栏目主任", "总编辑", "校对", "资料员", "管理员"}


def act(client, article, name, **data):
    """Press the button on the act's own page, as it was shown."""
    version = Article.objects.get(pk=article.pk).lock_version
    url = reverse("admin:articles_article_act", args=[article.pk, name])
    return client.post(url, {"lock_version": version} | data)


def in_state(state):
    article = make.make_draft()
    if state in (State.APPROVED, State.WITHDRAWN):
        article.approve()
    if state == State.WITHDRAWN:
        article.withdraw()
    if state == State.SPIKED:
        article.spike()
    return article


def state_of(article):
    return Article.objects.get(pk=article.pk).state


ALLOWED = [
    ("approve", State.DRAFT, State.APPROVED, {"总编辑"}),
    ("withdraw", State.APPROVED, State.WITHDRAWN, {"总编辑"}),
    ("spike", State.DRAFT, State.SPIKED, {"栏目主任", "总编辑"}),
    ("restore", State.SPIKED, State.DRAFT, {"栏目主任", "总编辑"}),
    ("reopen", State.WITHDRAWN, State.DRAFT, {"总编辑"}),
]


@pytest.mark.parametrize(("name", "before", "after", "roles"), ALLOWED)
@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_each_act_is_for_its_roles_alone(client, name, before, after, roles, role):
    article = in_state(before)
    client.force_login(make.make_user(role))
    response = act(client, article, name)
    assert response.status_code == (302 if role in roles else 403)
    assert state_of(article) == (after if role in roles else before)
    assert LogEntry.objects.filter(object_id=article.pk).count() == (1 if role in roles else 0)


def test_every_act_of_the_policy_is_tested_here():
    assert {row[0] for row in ALLOWED} == set(policy.ACTS)


def test_a_question_stands_before_every_act(client):
    client.force_login(make.make_user("总编辑"))
    for name, before, _after, _roles in ALLOWED:
        article = in_state(before)
        url = reverse("admin:articles_article_act", args=[article.pk, name])
        assert "劳模工匠欢聚一堂话发展" in client.get(url).content.decode()
        assert state_of(article) == before


@pytest.mark.parametrize("name", [row[0] for row in ALLOWED])
def test_an_act_that_does_not_fit_the_state_does_nothing(client, name):
    client.force_login(make.make_user("总编辑"))
    wrong = next(s for s in (State.DRAFT, State.APPROVED) if s not in policy.ACTS[name].states)
    article = in_state(wrong)
    assert act(client, article, name).status_code == 302
    assert state_of(article) == wrong
    assert not LogEntry.objects.exists()


def test_approved_for_later_waits(client):
    client.force_login(make.make_user("总编辑", display_name="陈编"))
    article = make.make_draft()
    later = timezone.localtime() + timedelta(days=2)
    answer = act(client, article, "approve", at=later.strftime("%Y-%m-%dT%H:%M"))
    said = client.get(answer.url).text
    assert later.strftime("将于 %Y-%m-%d %H:%M 自动发布") in said
    assert '<span class="state state-approved">待发</span>' in said
    article.refresh_from_db()
    assert article.is_due_later
    assert article.responsible_editor == "陈编"
    assert client.get(article.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("at", ["明天", "0202-01-27T08:00", "2924-01-27T08:00"])
def test_a_time_that_is_none_is_refused(client, at):
    client.force_login(make.make_user("总编辑"))
    article = make.make_draft()
    assert act(client, article, "approve", at=at).status_code == 200
    assert state_of(article) == State.DRAFT


def test_what_changed_since_it_was_shown_is_not_approved(client):
    client.force_login(make.make_user("总编辑"))
    article = make.make_draft()
    assert act(client, article, "approve", lock_version=article.lock_version - 1).status_code == 200
    assert state_of(article) == State.DRAFT


def test_undecided_proposals_are_named_before_approval(client):
    client.force_login(make.make_user("总编辑"))
    article = make.make_draft()
    make.make_mention(article, make.make_person("刘艳"), confirmed=False)
    url = reverse("admin:articles_article_act", args=[article.pk, "approve"])
    assert "刘艳" in client.get(url).content.decode()


def asked(client, article) -> str:
    url = reverse("admin:articles_article_act", args=[article.pk, "approve"])
    return client.get(url).content.decode()


def test_what_readers_would_miss_is_said_before_approval(client):
    client.force_login(make.make_user("总编辑"))
    whole = make.make_draft(page=make.make_page(date=timezone.localdate()))
    old = make.make_draft(body="", page=make.make_page("旧版面", date=date(2024, 3, 12)))
    old.photo_uses.create(caption="比赛现场。")
    words = ["正文是空的", "还没有配上图片", "登在 2024-03-12 的版面上"]
    assert [word in asked(client, whole) for word in words] == [False] * 3
    assert [word in asked(client, old) for word in words] == [True] * 3


def may_change(role, article, **account):
    return policy.may_change(make.make_user(role, **account), article)


def test_a_reporter_changes_his_own_drafts_alone():
    someone = make.make_person("梁奈")
    reporter = make.make_user("记者", person=someone)
    own, signed, other = (
        make.make_draft(created_by=reporter),
        make.make_draft(reporters=[someone]),
        make.make_draft(),
    )
    assert policy.may_change(reporter, own)
    assert policy.may_change(reporter, signed)
    assert not policy.may_change(reporter, other)
    own.approve()
    assert not policy.may_change(reporter, own)


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_an_approved_story_is_changed_by_who_may_approve_alone(role):
    assert may_change(role, in_state(State.APPROVED)) == (role == "总编辑")


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_draft_is_changed_by_editors_and_proofreaders(role):
    assert may_change(role, make.make_draft()) == (role in {"编辑", "栏目主任", "总编辑", "校对"})


@pytest.mark.parametrize("state", [State.SPIKED, State.WITHDRAWN])
def test_what_was_put_aside_is_restored_before_it_is_changed(state):
    assert not may_change("总编辑", in_state(state))


def test_what_readers_saw_is_not_deleted():
    chief = make.make_user("总编辑")
    assert policy.may_delete(chief, make.make_draft())
    assert not policy.may_delete(chief, in_state(State.APPROVED))
    assert not policy.may_delete(chief, in_state(State.WITHDRAWN))
    assert not policy.may_delete(make.make_user("编辑"), make.make_draft())


def test_a_login_name_is_never_printed(client):
    """An account from before display names were asked for: the story must name somebody itself."""
    client.force_login(make.make_user("总编辑", username="zongbian", display_name=""))
    article = make.make_draft()
    page = client.post(
        reverse("admin:articles_article_act", args=[article.pk, "approve"]),
        {"lock_version": article.lock_version},
        follow=True,
    )
    assert "责任编辑" in str(*page.context["messages"])
    article.refresh_from_db()
    assert (article.state, article.responsible_editor) == ("draft", "")
