"""Persons and the titles they hold."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from newsdesk.actor import acting
from newsdesk.text import stroke_key
from people.models import Change, Honour, Membership, Official, Person, Reporter
from tests.make import (
    make_award,
    make_draft,
    make_honour,
    make_membership,
    make_organization,
    make_person,
    make_post,
    make_user,
)

DAY = date(2024, 1, 26)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("曾德华", "zeng de hua"),
        ("薄建国", "bo jian guo"),
        ("阚大山", "kan da shan"),
        ("乜小义", "nie xiao yi"),
        ("单田芳", "shan tian fang"),
        ("解晓东", "xie xiao dong"),
        ("仇和平", "qiu he ping"),
        ("区小燕", "ou xiao yan"),
        ("查良镛", "zha liang yong"),
        ("盖文启", "ge wen qi"),
        ("翟志刚", "zhai zhi gang"),
        ("覃大伟", "qin da wei"),
        ("朴永浩", "piao yong hao"),
        ("尉迟恭", "yu chi gong"),
        ("黄奕奕", "huang yi yi"),
        ("李单", "li dan"),
    ],
)
def test_a_surname_is_sorted_by_its_own_reading(db, name, key):
    assert make_person(name).sort_key == key


def test_sort_keys_can_be_edited(db):
    person = make_person("曾德华", sort_key="ceng de hua", stroke_key="01")
    person.save()
    assert (person.sort_key, person.stroke_key) == ("ceng de hua", "01")


@pytest.mark.parametrize("character", ["中", "噇", "一"])
def test_a_name_as_long_as_names_may_be_has_keys_that_fit(db, character):
    person, organization = make_person(character * 50), make_organization(character * 100)
    person.full_clean()
    organization.full_clean()
    assert person.sort_key
    assert person.stroke_key
    assert organization.sort_key


def test_strokes_stand_beside_the_pinyin(db):
    assert make_person("丁一").stroke_key == "02 01"


def test_padding_is_not_part_of_a_name(db):
    assert make_person("刘　艳").name == make_person("刘 艳").name == "刘艳"


def test_full_width_brackets_are_part_of_an_organizations_name(db):
    name = "欣捷安汽车电子（茂名）有限公司"
    assert make_organization(name).name == name
    assert make_organization("Ａ１ 公司").name == "A1 公司"


def two_posts():
    congress = make_organization("茂名市人民代表大会常务委员会", title_form="市人大常委会")
    union = make_organization("茂名市总工会", title_form="市总工会")
    return make_post("副主任", congress, rank=30), make_post("主席", union, rank=60)


def test_a_title_on_a_day_is_joined_by_rank(db):
    deputy, chair = two_posts()
    person = make_person()
    make_membership(person, chair, start="2021")
    make_membership(person, deputy, start="2022")
    assert person.title_on(DAY) == "市人大常委会副主任、市总工会主席"
    assert person.title_on(date(2021, 6, 1)) == "市总工会主席"
    assert person.title_on(date(2020, 6, 1)) == ""


def test_an_organization_is_not_said_twice_running(db):
    school = make_organization("中共茂名市委党校", title_form="茂名市委党校")
    person = make_person("刘艳")
    make_membership(person, make_post("教研室主任", school, rank=100))
    make_membership(person, make_post("副教授", school, rank=200, kind="academic"))
    assert person.title_on(DAY) == "茂名市委党校教研室主任、副教授"


def test_a_nominated_person_does_not_bear_the_title(db):
    _, chair = two_posts()
    person = make_person()
    make_membership(person, chair, start="2021", status="nominated")
    assert person.title_on(DAY) == ""


@pytest.mark.parametrize("label", ["市长", "代市长"])
def test_who_is_acting_bears_the_title_with_the_word_for_it(db, label):
    mayor = make_post(label, make_organization("茂名市人民政府", title_form="市政府"))
    membership = make_membership(make_person(), mayor, start="2021", status="acting")
    assert membership.title == "市政府代市长"
    assert membership.person.title_on(DAY) == "市政府代市长"


@pytest.mark.parametrize(
    ("status", "words"), [("holds", ""), ("acting", ""), ("nominated", "提名")]
)
def test_a_status_is_told_where_the_title_does_not_tell_it(db, status, words):
    assert words in make_membership(status=status).status_words
    assert bool(words) == bool(make_membership(status=status).status_words)


def test_a_nomination_gives_no_rank(db):
    deputy, chair = two_posts()
    nominee, holder = make_person("甲"), make_person("乙")
    make_membership(nominee, deputy, status="nominated")
    make_membership(holder, chair)
    assert [person.name for person in Person.objects.by_rank(DAY)] == ["乙", "甲"]


def test_officials_stand_by_rank_and_then_by_the_order_among_equals(db):
    committee = make_organization("中共茂名市委", title_form="市委")
    deputy, chair = two_posts()
    secretary = make_post("副书记", committee, rank=10)
    names = {"乙": (chair, 0), "甲": (secretary, 0), "丁": (deputy, 2), "丙": (deputy, 1)}
    for name, (post, order) in names.items():
        make_membership(make_person(name), post, order=order)
    make_person("戊")
    assert [person.name for person in Person.objects.by_rank(DAY)] == ["甲", "丙", "丁", "乙", "戊"]


def test_reporters_and_officials_are_told_apart_by_the_kind_of_post(db):
    writer, official = make_person("梁奈"), make_person("罗晃浩")
    make_membership(writer, make_post("记者", kind="reporter"))
    make_membership(official, make_post("副书记"))
    assert [p.name for p in Reporter.objects.all()] == ["梁奈"]
    assert [p.name for p in Official.objects.all()] == ["罗晃浩"]


def test_a_membership_is_of_a_post_or_of_a_team(db):
    person, post, team = make_person(), make_post(), make_organization("服务队", kind="team")
    make_membership(person, organization=team, role="队员")
    for both_or_none in ({"post": post, "organization": team}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(person=person, **both_or_none)


def test_an_honour_is_a_persons_or_a_collectives(db):
    award, person, team = make_award(), make_person(), make_organization("服务队", kind="team")
    make_honour(award, organization=team, year="2023")
    for both_or_none in ({"person": person, "organization": team}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Honour.objects.create(award=award, **both_or_none)


def test_two_posts_of_one_name_in_one_organization_are_refused(db):
    union = make_organization()
    make_post("主席", union)
    make_post("主席")
    for organization in (union, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_post("主席", organization)


def test_an_organization_is_no_part_of_itself(db):
    service = make_organization("服务队")
    squad = make_organization("制造业服务队", parent=service)
    service.parent = squad
    with pytest.raises(ValidationError):
        service.full_clean()


def test_an_organization_is_not_dissolved_before_it_was_founded(db):
    squad = make_organization(founded="2024-01-26", dissolved="2023")
    with pytest.raises(ValidationError):
        squad.full_clean()


def test_a_change_keeps_who_when_and_from_what(db):
    keeper, person = make_user("资料员"), make_person(note="市总工会")
    with acting(keeper):
        person.note = "市人大"
        person.save()
    change = Change.objects.get(kind="changed")
    assert (change.field, change.before, change.after) == ("note", "市总工会", "市人大")
    assert (change.by, change.person, change.record) == (keeper, person, person.pk)
    assert change.at is not None


def test_a_save_that_changes_nothing_leaves_no_trace(db):
    person = make_person()
    before = Change.objects.count()
    person.save()
    assert Change.objects.count() == before


def test_a_changed_membership_stands_in_the_persons_history(db):
    membership = make_membership(start="2021")
    membership.end = "2024-01"
    membership.save()
    change = membership.person.changes.get(kind="changed")
    assert (change.field, change.before, change.after) == ("end", "", "2024-01")


def test_a_deleted_person_leaves_what_was_known(db):
    _, chair = two_posts()
    person = make_person()
    make_membership(person, chair, start="2021", source="茂名晚报")
    person.delete()
    gone = Change.objects.filter(kind="deleted")
    assert any("茂名晚报" in change.before for change in gone)
    assert any("黄奕奕" in change.before for change in gone)


def test_a_deletion_that_is_refused_changes_nothing(db):
    person = make_membership().person
    make_draft(persons=[person])
    before = Change.objects.count()
    with pytest.raises(ProtectedError):
        person.delete()
    assert person.memberships.count() == 1
    assert Change.objects.count() == before


def test_the_honours_of_a_deleted_collective_stand_in_the_history(db):
    union = make_organization()
    make_honour(organization=union, source="茂名晚报")
    union.delete()
    gone = Change.objects.filter(kind="deleted", model="people.honour")
    assert "茂名晚报" in gone.get().before


def test_a_deletion_is_noted_in_words_that_an_editor_reads(db):
    person = make_person()
    person.delete()
    before = Change.objects.get(kind="deleted").before
    assert "拼音：huang yi yi" in before
    assert "sort_key" not in before
    assert "True" not in before
    assert "False" not in before


def test_a_character_that_no_table_counts_stands_last_by_strokes():
    assert stroke_key("\U00031340") > stroke_key("黄")
