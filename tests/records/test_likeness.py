"""Who is there under a like name, before somebody new is made; and which events are like one."""

import pytest

from articles.linking.known_events import KnownEvents
from people.likeness import persons_like
from people.models import OtherName
from tests.make import make_event, make_membership, make_person, make_post

pytestmark = pytest.mark.django_db


def like(name) -> list[tuple[str, str]]:
    return [(person.name, person.like) for person in persons_like([name])[name]]


@pytest.mark.parametrize(
    ("known", "name", "how"),
    [
        ("黄奕奕", "黄奕奕", "same"),
        ("黄奕奕", "黄 奕奕", "same"),
        ("黄奕奕", "黄弈弈", "sound"),
        ("李伟", "李玮", "sound"),
        ("曾宪林", "增宪林", "sound"),
        ("李己", "李巳", "shape"),
        ("陈晓冬", "陈晓秋", "one"),
        ("欧阳小雪", "欧阳大雪", "one"),
    ],
)
def test_a_like_name_is_found_and_said_how(known, name, how):
    make_person(known)
    assert like(name) == [(known, how)]


@pytest.mark.parametrize(
    ("known", "name"),
    [("李伟", "李强"), ("黄奕奕", "黄奕"), ("王小明", "李小红"), ("王小明", "小明")],
)
def test_another_name_is_not_like_it(known, name):
    make_person(known)
    assert like(name) == []


def test_other_names_count_and_the_nearest_stand_first():
    pen, twin, far = make_person("梁文"), make_person("黄奕奕"), make_person("黄奕弘")
    OtherName.objects.create(person=pen, name="黄奕奕")
    assert like("黄奕奕") == [(twin.name, "same"), (pen.name, "other"), (far.name, "one")]


def test_queries_do_not_grow_with_the_names(django_assert_num_queries):
    for name in ("黄奕奕", "陈晓东", "林志强"):
        make_membership(make_person(name), make_post(f"{name}的岗位"))
    with django_assert_num_queries(5):
        persons_like(["黄奕奕"])
    with django_assert_num_queries(5):
        persons_like(["黄奕奕", "陈晓东", "林志强", "谁也不是"])


def test_an_event_of_this_name_on_this_day_is_meant():
    event = make_event("职工运动会", "2024-05-01")
    make_event("职工运动会", "2023-05-01")
    known = KnownEvents([("职工运动会", "2024-05-01"), ("职工运动会", "2024-05-02")])
    assert known.of("职工运动会", "2024-05-01")[0] == event
    assert known.of("职工运动会", "2024-05-02")[0] is None
    assert known.of("读书会", "2024-05-01")[0] is None


@pytest.mark.parametrize(
    ("name", "start", "is_like"),
    [
        ("职工运动会", "2024-05-03", True),
        ("市第三届职工运动会", "2021-05-01", True),  # the name in theirs, whenever
        ("读书分享会", "2024-05-01", True),  # the day alone
        ("职工趣味运动会", "2024-05-06", True),  # like it, within days
        ("职工趣味运动会", "2024-06-06", False),
        ("读书分享会", "2024-05-02", False),
    ],
)
def test_events_that_are_like_one(name, start, is_like):
    event = make_event(name, start)
    found = KnownEvents([("职工运动会", "2024-05-01")]).like("职工运动会", "2024-05-01")
    assert (event in found) == is_like
