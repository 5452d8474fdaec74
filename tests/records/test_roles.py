"""The roles of the desk and what each may do."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from newsdesk.roles import ROLES
from tests.make import make_user

# what a role may do, and what it may not
RULES = [
    ("记者", "articles.add_article", "articles.approve_article"),
    ("记者", "people.view_person", "people.change_person"),
    ("记者", "articles.preview_article", "articles.delete_article"),
    ("编辑", "articles.accept_printpage", "articles.withdraw_article"),
    ("编辑", "people.add_person", "people.change_membership"),
    ("编辑", "people.add_organization", "people.add_membership"),
    ("栏目主任", "articles.place_article", "articles.approve_article"),
    ("总编辑", "articles.approve_article", "people.change_user"),
    ("总编辑", "articles.withdraw_article", "auth.change_group"),
    ("校对", "articles.change_article", "articles.delete_article"),
    ("资料员", "people.change_membership", "articles.change_article"),
    ("资料员", "people.hide_person", "articles.approve_article"),
    ("管理员", "people.change_user", "articles.approve_article"),
    ("管理员", "people.view_person", "people.change_person"),
]


@pytest.mark.parametrize(("role", "may", "may_not"), RULES)
def test_a_role_may_do_its_work_and_no_more(db, role, may, may_not):
    user = make_user(role)
    assert user.has_perm(may)
    assert not user.has_perm(may_not)


def test_every_role_is_ruled_both_ways():
    assert {role for role, _may, _may_not in RULES} == set(ROLES)


def test_every_permission_in_the_table_exists(db):
    for name, codenames in ROLES.items():
        given = Group.objects.get(name=name).permissions.values_list("codename", flat=True)
        assert set(given) == codenames, name


def test_migrating_again_puts_a_changed_group_right(db):
    group = Group.objects.get(name="记者")
    group.permissions.clear()
    call_command("migrate", verbosity=0)
    assert group.permissions.count() == len(ROLES["记者"])
