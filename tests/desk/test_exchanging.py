"""Rows of a form exchange what they point to, though each may stand there only once."""

import pytest

from articles.models import Mention, Participation
from people.models import Person
from tests import make
from tests.desk.forms import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    client.force_login(make.make_user("总编辑"))
    return client


@pytest.fixture
def two():
    return make.make_person("黄奕奕"), make.make_person("刘艳")


def test_two_persons_of_a_story_change_places(chief, two):
    story = make.make_article(persons=two)
    keys = {"mentions-0-person": two[1].pk, "mentions-1-person": two[0].pk}
    assert save(chief, story, **keys).status_code == 302
    rows = Mention.objects.published().order_by("pk")
    assert [(row.name, row.person) for row in rows] == [("黄奕奕", two[1]), ("刘艳", two[0])]


def test_a_row_takes_over_the_person_of_one_that_is_deleted(chief, two):
    story = make.make_article(persons=two)
    changes = {"mentions-0-person": two[1].pk, "mentions-1-DELETE": "on"}
    assert save(chief, story, **changes).status_code == 302
    assert Mention.objects.get().person == two[1]
    assert list(Person.objects.published()) == [two[1]]


def test_two_events_of_a_story_change_places(chief):
    events = make.make_event("座谈会"), make.make_event("启动仪式")
    story = make.make_article(events=events)
    keys = {"coverages-0-event": events[1].pk, "coverages-1-event": events[0].pk}
    assert save(chief, story, **keys).status_code == 302
    assert [row.event for row in story.coverages.published()] == [events[1], events[0]]


def test_the_same_person_twice_in_a_story_is_refused_in_words(chief, two):
    story = make.make_article(persons=two)
    response = save(chief, story, **{"mentions-0-person": two[1].pk})
    assert response.status_code == 200
    assert response.context["errors"]
    assert [row.person for row in Mention.objects.published().order_by("pk")] == list(two)


def test_two_roles_at_an_event_change_places(chief, two):
    event = make.make_event()
    for role in ("出席", "讲话"):
        make.make_participation(event, two[0], role)
    changes = {"participations-0-role": "讲话", "participations-1-role": "出席"}
    assert save(chief, event, **changes).status_code == 302
    assert [row.role for row in Participation.objects.order_by("pk")] == ["讲话", "出席"]


def test_of_two_participations_one_is_deleted_and_the_other_takes_its_place(chief, two):
    event = make.make_event()
    for person in two:
        make.make_participation(event, person)
    changes = {"participations-0-person": two[1].pk, "participations-1-DELETE": "on"}
    assert save(chief, event, **changes).status_code == 302
    assert Participation.objects.get().person == two[1]
