"""Topic pages: what stands on them, in which order, and who sees one."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.redirects.models import Redirect
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.merging import merge_tags
from articles.models import Photo, Topic, TopicItem
from tests.make import make_article, make_draft, make_event, make_topic
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db


def later():
    return timezone.now() + timedelta(days=1)


def groups_at(client, topic) -> list[tuple[str, list[str]]]:
    groups = client.get(topic.get_absolute_url()).context["groups"]
    return [(group["name"], [story.list_title for story in group["stories"]]) for group in groups]


def test_stories_stand_under_their_headings_in_the_editor_s_order(client):
    stories = [make_article(name) for name in ("甲", "乙", "丙", "丁")]
    topic = make_topic()
    for order, (story, group) in enumerate(zip(stories, ("动态", "人物", "动态", ""), strict=True)):
        TopicItem.objects.create(topic=topic, article=story, group=group, order=9 - order)
    assert groups_at(client, topic) == [("", ["丁"]), ("动态", ["丙", "甲"]), ("人物", ["乙"])]


def test_a_story_may_have_another_headline_here_and_keeps_its_own_elsewhere(client):
    story = make_article("原题")
    topic = make_topic()
    TopicItem.objects.create(topic=topic, article=story, headline="专题里的题")
    assert groups_at(client, topic) == [("", ["专题里的题"])]
    assert "专题里的题" not in client.get("/articles/").content.decode()


def test_a_story_that_is_not_public_is_not_on_the_page(client):
    draft, scheduled = make_draft("草稿甲"), make_article("待发乙", published_at=later())
    topic = make_topic(stories=[make_article("公开丙"), draft, scheduled])
    assert groups_at(client, topic) == [("", ["公开丙"])]
    text = client.get(topic.get_absolute_url()).content.decode()
    assert "草稿甲" not in text
    assert "待发乙" not in text
    draft.approve()
    assert groups_at(client, topic) == [("", ["公开丙", "草稿甲"])]


PLACES = ["/topics/", "/", "/sitemap-topic-0.xml"]


@pytest.mark.parametrize(
    ("fields", "public"),
    [
        ({}, True),
        ({"shown": False}, False),
        ({"published_at": datetime(2024, 1, 1, tzinfo=UTC)}, True),
        ({"published_at": datetime(2999, 1, 1, tzinfo=UTC)}, False),
        ({"shown": False, "published_at": datetime(2024, 1, 1, tzinfo=UTC)}, False),
    ],
)
def test_a_topic_is_on_the_site_when_it_is_shown_and_its_time_has_come_else_nowhere(
    client, fields, public
):
    topic = make_topic("安全生产月", stories=[make_article()], **fields)
    assert client.get(topic.get_absolute_url()).status_code == (200 if public else 404)
    words = {"/sitemap-topic-0.xml": topic.get_absolute_url()}
    for place in PLACES:
        found = words.get(place, topic.title) in client.get(place).content.decode()
        assert found == public, place


def test_the_list_without_topics_says_so(client):
    response = client.get("/topics/")
    assert (response.status_code, "编辑部还没有制作专题" in response.content.decode()) == (
        200,
        True,
    )


def newest_at(client, topic) -> list[str]:
    newest = client.get(topic.get_absolute_url()).context["newest"]
    return [story.headline for story in newest.get("stories", [])]


def test_the_newest_stories_of_a_tag_follow_without_those_chosen(client):
    days = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    first, *_rest = (make_article(f"第{day.day}天", day, tags=["安全"]) for day in days)
    make_draft("草稿", tags=["安全"])
    make_article("另一标签", tags=["其他"])
    topic = make_topic(stories=[first], tag=first.tags.get())
    assert newest_at(client, topic) == ["第3天", "第2天"]
    topic.newest = 1
    topic.save()
    assert newest_at(client, topic) == ["第3天"]


def test_a_campaign_brings_the_stories_of_its_events(client):
    campaign = make_event("专项行动")
    part = make_event("启动仪式", part_of=campaign)
    make_article("启动", events=[part])
    make_article("部署", events=[campaign])
    make_article("无关", events=[make_event("别的会")])
    assert sorted(newest_at(client, make_topic(event=campaign))) == ["启动", "部署"]
    assert newest_at(client, make_topic("另一专题", event=part)) == ["启动"]


def test_a_topic_without_stories_says_so(client):
    text = client.get(make_topic().get_absolute_url()).content.decode()
    assert "这里还没有报道" in text


def test_a_renamed_topic_is_found_at_the_old_address(client):
    topic = make_topic(slug="old")
    topic.slug = "new"
    topic.save()
    response = client.get("/topics/old/")
    assert (response.status_code, response.url) == (301, "/topics/new/")


def test_a_topic_renamed_before_anybody_knew_it_leaves_no_trace(client):
    for fields in ({"shown": False}, {"published_at": later()}):
        topic = make_topic(slug="old", **fields)
        topic.slug = "secret"
        topic.save()
        assert client.get("/topics/old/").status_code == 404
        topic.delete()
    assert not Redirect.objects.exists()


def test_the_address_comes_from_the_title_and_is_free():
    assert [make_topic("五一劳动节").slug for _time in range(3)] == [
        "wu-yi-lao-dong-jie", "wu-yi-lao-dong-jie-2", "wu-yi-lao-dong-jie-3",
    ]  # fmt: skip
    assert make_topic("！？").slug == "topic"
    assert make_topic("“两会”" * 14).slug.startswith("liang-hui-liang-hui")


def test_the_picture_of_a_public_topic_is_everybody_s_and_of_another_the_desk_s():
    photo = add_picture(make_draft()).photo
    topic = make_topic(picture=photo, shown=False)
    assert not Photo.objects.published().filter(pk=photo.pk).exists()
    topic.shown = True
    topic.save()
    assert Photo.objects.published().filter(pk=photo.pk).exists()


def test_the_database_keeps_what_is_shown_and_from_when_together():
    topic = make_topic(shown=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Topic.objects.filter(pk=topic.pk).update(public_from=timezone.now())


def test_a_topic_follows_its_tag_into_a_merge(client):
    story = make_article(tags=["安全生产"])
    other = make_article("另一篇", tags=["安生"]).tags.get()
    topic = make_topic(tag=other)
    merge_tags(story.tags.get(), other)
    assert sorted(newest_at(client, topic)) == sorted([story.headline, "另一篇"])
