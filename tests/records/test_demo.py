"""The demo: the real page, imported by the project's own intake and published."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Event, PrintPage
from newsdesk.demo import accounts
from newsdesk.roles import ROLES
from people.models import Honour, Membership, Organization, Person, User


@pytest.fixture
def demo(db, settings, capsys):
    settings.DEBUG = True
    call_command("demo")
    return capsys.readouterr().out


def stories():
    return list(Article.objects.published().order_by("page_order"))


def told_of(name):
    person = Person.objects.get(name=name)
    return [a.page_order for a in stories() if a.mentions.confirmed().filter(person=person)]


def test_the_three_stories_of_the_page_are_public(demo):
    assert [(story.kicker, story.headline) for story in stories()] == [
        ("我市大力弘扬劳模工匠精神", "劳模工匠欢聚一堂话发展"),
        ("", "茂名市“劳模工匠助企行”专项行动启动"),
        (
            "团市委组织开展宣讲会学习贯彻党的二十大精神",
            "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量",
        ),
    ]


def test_who_is_told_of_stands_in_exactly_those_stories(demo):
    assert told_of("罗晃浩") == told_of("黄奕奕") == [1, 2]
    assert told_of("刘艳") == [3]


def test_what_the_scan_misread_is_put_right_and_marked_so(demo):
    text = "".join(story.plain_text for story in stories())
    assert all(after in text and before not in text for before, after in MENDED)
    assert {override["fault"] for override in PrintPage.objects.get().overrides} == {"reading"}


MENDED = [("深人", "深入"), ("纳人", "纳入"), ("人脑人心", "入脑入心")]


def test_events_and_who_took_part_are_records(demo):
    forum = Event.objects.get(short_name="迎春座谈会")
    roles = [(row.person.name, row.role) for row in forum.participations.all()]
    assert roles == [("罗晃浩", "出席"), ("罗晃浩", "讲话"), ("黄奕奕", "出席")]
    assert Event.objects.published().count() == Event.objects.count() == 6
    assert Event.objects.get(short_name="助企行启动").part_of.kind == "campaign"


def test_the_service_team_has_the_one_squad_that_the_page_names(demo):
    team = Organization.objects.get(name="茂名市劳模工匠技术服务队")
    assert (team.founded, team.parent.name) == ("2024-01-26", "茂名市总工会")
    assert [squad.name for squad in team.children.all()] == ["制造业劳模工匠技术服务队"]


def test_nothing_is_invented_and_what_is_worked_out_is_marked(demo):
    page = PrintPage.objects.get()
    assert (page.date_inferred, page.number, page.issue) == (True, "", "")
    assert not page.staff.exists()
    assert not Honour.objects.exists()
    assert {(row.start, row.end) for row in Membership.objects.all()} == {("", "?")}
    inferred = Event.objects.filter(date_inferred=False).values_list("short_name", flat=True)
    assert set(inferred) == {"劳模工匠助企行", "迎春座谈会"}
    founded = Organization.objects.exclude(founded="")
    assert ["推定" in each.about for each in founded] == [True, True]


def test_every_role_has_an_account_that_is_named_on_the_screen(demo):
    assert {group for *_, group in accounts.ACCOUNTS} == set(ROLES)
    for username, display_name, group in accounts.ACCOUNTS:
        user = User.objects.get(username=username)
        assert user.check_password(accounts.PASSWORD)
        assert [each.name for each in user.groups.all()] == [group]
        assert username in demo
        assert display_name in demo


def test_a_second_run_keeps_what_was_changed(demo):
    person = Person.objects.get(name="刘艳")
    person.name = "刘燕"
    person.save()
    call_command("demo")
    assert not Person.objects.filter(name="刘艳").exists()
    assert Article.objects.count() == 3


def test_without_debug_there_are_no_demo_accounts(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("demo")
    assert not User.objects.exists()
