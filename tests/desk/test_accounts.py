"""An administrator keeps the accounts and cannot raise anybody above the house's groups."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles.models import Tag
from people.models import User
from tests import make
from tests.desk.forms import address, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.user = make.make_user("管理员")
    client.force_login(client.user)
    return client


def group(name):
    return Group.objects.get(name=name)


def test_groups_are_given_and_taken(administrator):
    account = make.make_user("记者")
    assert save(administrator, account, groups=[group("编辑").pk]).status_code == 302
    assert [row.name for row in account.groups.all()] == ["编辑"]


def test_nobody_is_made_superuser_or_given_single_permissions(administrator):
    account = make.make_user("记者")
    permission = Permission.objects.get(codename="approve_article")
    response = save(administrator, account, is_superuser="on", user_permissions=[permission.pk])
    assert response.status_code == 302
    account = User.objects.get(pk=account.pk)
    assert not account.is_superuser
    assert not account.user_permissions.exists()


def test_an_administrator_does_not_raise_himself(administrator):
    chief = [group("总编辑").pk]
    response = save(administrator, administrator.user, groups=chief, is_superuser="on")
    assert response.status_code == 302
    account = User.objects.get(pk=administrator.user.pk)
    assert [row.name for row in account.groups.all()] == ["管理员"]
    assert not account.is_superuser


def new_password(client, account):
    url = reverse("admin:auth_user_password_change", args=[account.pk])
    data = {"password1": "xin-mi-ma-2024", "password2": "xin-mi-ma-2024", "usable_password": "true"}
    return client.post(url, data)


def test_an_administrator_resets_a_password(administrator):
    account = make.make_user("记者")
    assert new_password(administrator, account).status_code == 302
    assert User.objects.get(pk=account.pk).check_password("xin-mi-ma-2024")


def test_a_superusers_account_is_out_of_reach(administrator):
    root = make.make_user(is_superuser=True)
    assert new_password(administrator, root).status_code == 403
    assert administrator.post(address(root), {"username": "x"}).status_code == 403
    assert administrator.post(address(root, "delete"), {"post": "yes"}).status_code == 403
    assert User.objects.get(pk=root.pk).check_password("x")


def test_a_superuser_may_make_another(client):
    client.force_login(make.make_user(is_superuser=True))
    account = make.make_user()
    save(client, account, is_superuser="on")
    assert User.objects.get(pk=account.pk).is_superuser


def test_who_has_worked_here_is_switched_off_not_deleted(administrator, client):
    idle, busy = make.make_user("编辑"), make.make_user("编辑")
    client.force_login(busy)
    save(client, make.make_draft(), headline="改过")
    client.force_login(administrator.user)
    assert administrator.post(address(busy, "delete"), {"post": "yes"}).status_code == 403
    assert administrator.post(address(idle, "delete"), {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=idle.pk).exists()


@pytest.mark.parametrize("role", ["记者", "编辑", "总编辑", "资料员"])
def test_accounts_are_for_administrators(client, role):
    client.force_login(make.make_user(role))
    assert client.get("/admin/people/user/").status_code == 403
    assert client.get("/admin/auth/group/").status_code == 403


def test_groups_are_shown_and_not_changed(administrator):
    url = reverse("admin:auth_group_change", args=[group("记者").pk])
    assert administrator.get(url).status_code == 200
    assert administrator.post(url, {"name": "别的"}).status_code == 403


def test_everybody_changes_his_own_password(client):
    account = make.make_user("记者")
    client.force_login(account)
    data = {
        "old_password": "x",
        "new_password1": "xin-mi-ma-2024",
        "new_password2": "xin-mi-ma-2024",
    }
    assert client.post(reverse("admin:password_change"), data).status_code == 302
    assert User.objects.get(pk=account.pk).check_password("xin-mi-ma-2024")


def merge_tags(client, *tags, **data):
    chosen = {"action": "merge", "_selected_action": [tag.pk for tag in tags]}
    return client.post("/admin/articles/tag/", chosen | data)


def test_merging_tags_asks_which_is_kept_and_leaves_a_redirect(client):
    client.force_login(make.make_user("编辑"))
    both, one = make.make_article(tags=["劳模", "劳动模范"]), make.make_article(tags=["劳动模范"])
    kept, other = Tag.objects.get(name="劳模"), Tag.objects.get(name="劳动模范")
    old = other.get_absolute_url()
    assert "劳动模范" in merge_tags(client, kept, other).content.decode()
    assert Tag.objects.count() == 2
    merge_tags(client, kept, other, kept=kept.pk)
    assert [list(story.tags.names()) for story in (both, one)] == [["劳模"], ["劳模"]]
    response = client.get(old, follow=True)
    assert response.redirect_chain[-1][0] == kept.get_absolute_url()


def test_tags_with_the_longest_names_are_merged(client):
    client.force_login(make.make_user("编辑"))
    names = ["劳" * 100, "模" * 100]
    story = make.make_article(tags=names)
    kept, other = (Tag.objects.get(name=name) for name in names)
    merge_tags(client, kept, other, kept=kept.pk)
    assert list(story.tags.names()) == names[:1]


def test_merging_tags_needs_the_right_to_change_and_to_delete(client):
    make.make_article(tags=["劳模", "劳动模范"])
    tags = list(Tag.objects.all())
    for codenames in (["change_tag"], ["delete_tag"], []):
        account = make.make_user()
        wanted = Permission.objects.filter(
            content_type__app_label="articles", codename__in=["view_tag", *codenames]
        )
        account.user_permissions.set(wanted)
        client.force_login(account)
        merge_tags(client, *tags, kept=tags[0].pk)
        assert Tag.objects.count() == 2


def test_taggits_own_page_is_gone(client):
    client.force_login(make.make_user(is_superuser=True))
    assert client.get("/admin/taggit/tag/").status_code == 404


def test_the_first_page_says_what_waits(client):
    reporter = make.make_user("记者")
    make.make_draft("我的草稿", created_by=reporter)
    make.make_draft("别人的草稿")
    client.force_login(reporter)
    page = client.get("/admin/").content.decode()
    assert "我的草稿" in page
    assert "别人的草稿" not in page
    client.force_login(make.make_user("编辑"))
    assert "别人的草稿" in client.get("/admin/").content.decode()


def test_an_account_has_a_name_that_can_be_printed(administrator):
    account = make.make_user("记者")
    response = save(administrator, account, display_name="")
    assert response.context["adminform"].form.errors.keys() == {"display_name"}


def test_a_superusers_password_is_not_offered_to_reset(administrator):
    boss, reporter = make.make_user(is_superuser=True), make.make_user("记者")
    assert "重设密码" not in administrator.get(address(boss)).content.decode()
    assert "重设密码" in administrator.get(address(reporter)).content.decode()
