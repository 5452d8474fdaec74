"""Topic pages at the desk: who prepares, who publishes; rows change places; history and bin."""

import pytest

from articles.models import Topic
from people.bin import discard, restore
from people.models import Change, Deleted
from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db


def log_in(client, role):
    client.force_login(make.make_user(role))
    return client


def test_an_editor_prepares_a_topic_and_cannot_show_it(client):
    log_in(client, "编辑")
    story = make.make_article()
    rows = {"items-TOTAL_FORMS": 1, "items-INITIAL_FORMS": 0, "items-0-article": story.pk}
    data = {"title": "安全生产月", "newest": 5, "shown": "on", "items-0-order": 1} | rows
    assert client.post("/admin/articles/topic/add/", data).status_code == 302
    topic = Topic.objects.get()
    assert (topic.shown, topic.public_from) == (False, None)
    assert [item.article for item in topic.items.all()] == [story]


def test_who_may_publish_shows_a_topic_and_takes_it_off(client):
    log_in(client, "栏目主任")
    topic = make.make_topic(shown=False)
    assert save(client, topic, shown="on").status_code == 302
    assert Topic.objects.published().get() == topic
    data = filled_in(client.get(address(topic)))
    del data["shown"]
    assert client.post(address(topic), data).status_code == 302
    assert not Topic.objects.published().exists()


@pytest.mark.parametrize(("role", "status"), [("编辑", 403), ("总编辑", 302)])
def test_what_readers_see_is_changed_only_by_those_who_may_publish(client, role, status):
    topic = make.make_topic("原题")
    data = filled_in(log_in(client, "总编辑").get(address(topic)))
    log_in(client, role)
    assert client.post(address(topic), data | {"title": "新题"}).status_code == status
    topic.refresh_from_db()
    assert topic.title == ("新题" if status == 302 else "原题")


@pytest.mark.parametrize(("role", "status"), [("记者", 403), ("编辑", 200)])
def test_reporters_do_not_make_topics(client, role, status):
    assert log_in(client, role).get("/admin/articles/topic/add/").status_code == status


def test_two_stories_of_a_topic_change_places(client):
    log_in(client, "总编辑")
    stories = [make.make_article(name) for name in "甲乙"]
    topic = make.make_topic(stories=stories)
    keys = {"items-0-article": stories[1].pk, "items-1-article": stories[0].pk}
    assert save(client, topic, **keys).status_code == 302
    assert [item.article for item in topic.items.all()] == stories[::-1]


def test_what_changed_stands_in_the_history(client):
    log_in(client, "总编辑")
    topic = make.make_topic("原题")
    save(client, topic, title="新题")
    change = Change.objects.get(field="title")
    assert (change.model, change.before, change.after) == ("articles.topic", "原题", "新题")
    assert "原题" in client.get(address(topic, "history")).content.decode()


def test_a_deleted_topic_comes_back_with_its_stories():
    story = make.make_article()
    topic = make.make_topic(stories=[story])
    discard(topic)
    assert not Topic.objects.exists()
    restore(Deleted.objects.get())
    assert [item.article for item in Topic.objects.get().items.all()] == [story]
