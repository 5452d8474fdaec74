"""The directory of names is made of the records of people."""

from datetime import date

import pytest

from people.directory import directory
from people.models import OtherName
from people.names import find
from tests.make import make_membership, make_organization, make_person, make_post

pytestmark = pytest.mark.django_db


def keys(text, day=None):
    return [one.key for one in find(text, directory(day))]


def test_a_known_person_is_found_and_linked():
    person = make_person("罗晃浩")
    assert keys("活动邀请罗晃浩到场。") == [person.pk]


def test_a_person_is_found_by_an_other_name():
    person = make_person("周树人")
    OtherName.objects.create(person=person, name="鲁小迅", kind=OtherName.Kind.PEN)
    assert keys("作家鲁小迅说，") == [person.pk]


def test_titles_tell_namesakes_apart():
    union = make_organization("茂名市总工会", title_form="市总工会")
    official, nurse = make_person("李敏"), make_person("李敏")
    make_membership(official, make_post("副主席", union))
    make_membership(nurse, make_post("护士长", make_organization("市人民医院")))
    assert keys("市总工会副主席李敏出席。") == [official.pk]
    assert keys("村民李敏说，") == [None]


def test_titles_of_the_day_tell_namesakes_apart():
    post = make_post("主席", make_organization("市总工会"))
    before, now = make_person("李敏"), make_person("李敏")
    make_membership(before, post, start="2018", end="2021")
    make_membership(now, post, start="2022")
    assert keys("市总工会主席李敏出席。", date(2024, 1, 27)) == [now.pk]
    assert keys("市总工会主席李敏出席。", date(2019, 1, 27)) == [before.pk]
    assert keys("市总工会主席李敏出席。") == [None]


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    for name in ("罗晃浩", "黄奕奕"):
        make_membership(make_person(name), make_post(name, make_organization(name)))
    with django_assert_num_queries(3):
        directory(date(2024, 1, 27))
