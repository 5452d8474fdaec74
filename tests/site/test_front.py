"""The front page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from newsdesk.templatetags.site import SUMMARY, shorten
from tests.make import (
    LONG_AGO,
    make_article,
    make_event,
    make_membership,
    make_person,
    make_post,
    make_section,
)

pytestmark = pytest.mark.django_db


def front(client):
    response = client.get("/")
    assert response.status_code == 200
    return response.context


def aged(headline, days, **fields):
    return make_article(headline, published_at=LONG_AGO - timedelta(days=days), **fields)


def test_a_site_without_a_story_says_so(client):
    context = front(client)
    assert context["lead"] is None
    assert context["river"] == []


def test_by_date_where_nobody_chose(client):
    stories = [aged(str(days), days) for days in range(6)]
    context = front(client)
    assert context["lead"] == stories[0]
    assert context["seconds"] == stories[1:4]
    assert context["river"] == [{"section": None, "stories": stories[4:]}]


def test_editors_choose_lead_and_order(client):
    newest = aged("最新", 0)
    lead = aged("头条", 5, front="lead")
    second = aged("推荐二", 6, front="pick", front_order=2)
    first = aged("推荐一", 7, front="pick", front_order=1)
    context = front(client)
    assert context["lead"] == lead
    assert context["seconds"] == [first, second]
    assert [group["stories"] for group in context["river"]] == [[newest]]


def test_picks_without_a_lead_stand_below_the_newest_story(client):
    pick = aged("推荐", 3, front="pick")
    newest = aged("最新", 0)
    context = front(client)
    assert (context["lead"], context["seconds"]) == (newest, [pick])


def test_a_second_lead_stands_among_the_seconds(client):
    leads = [aged(f"头条{order}", 3, front="lead", front_order=order) for order in (1, 2)]
    context = front(client)
    assert [context["lead"], *context["seconds"]] == leads


def test_the_river_runs_by_section_pinned_first_and_no_story_twice(client):
    sections = [make_section("工会", "union", order=2), make_section("要闻", "news", order=1)]
    for section in sections:
        for days in range(8):
            aged(f"{section}{days}", days + 1, section=section)
    pinned = aged("置顶的", 99, section=sections[0], pinned=True)
    context = front(client)
    assert [group["section"] for group in context["river"]] == [sections[1], sections[0]]
    assert context["river"][1]["stories"][0] == pinned
    shown = [context["lead"], *context["seconds"]]
    shown += [story for group in context["river"] for story in group["stories"]]
    assert len(shown) == len(set(shown)) == 14


def test_events_of_this_week_or_else_the_newest(client):
    old, today = make_event("旧会", "2020-01-01"), timezone.localdate()
    make_article(events=[old])
    assert list(front(client)["events"]) == [old]
    now = make_event("今日的会", today.isoformat())
    make_article(events=[now])
    assert list(front(client)["events"]) == [now]


def test_persons_stand_by_rank_and_only_where_an_editor_wants_them(client):
    low, high, worker = (make_person(name, featured=1) for name in ("安某", "张某", "白某"))
    make_membership(low, make_post("副主任", rank=20))
    make_membership(high, make_post("书记", rank=10))
    other = make_person("李某")
    make_article(persons=[low, high, worker, other])
    assert list(front(client)["persons"]) == [high, low, worker]


def test_the_footer_shows_what_is_set_and_nothing_else(client, settings):
    assert "ICP" not in client.get("/").content.decode()
    settings.ICP_NUMBER, settings.REPORT_TELEPHONE = "粤ICP备12345678号", "0668-1234567"
    text = client.get("/").content.decode()
    assert "粤ICP备12345678号" in text
    assert 'href="tel:0668-1234567"' in text
    assert "公安备案" not in text
    settings.POLICE_NUMBER = "粤公网安备 44090002000001号"
    text = client.get("/").content.decode()
    assert "webSearch?code=44090002000001" in text


def test_the_short_title_stands_wherever_a_story_is_one_of_several(client):
    section = make_section()
    for number in range(6):
        aged(f"建言献策聚合力{number}", number, short_title=f"座谈会短题{number}", section=section)
    for address in ("/", section.get_absolute_url(), "/articles/"):
        text = client.get(address).content.decode()
        assert "建言献策聚合力" not in text, address
        assert all(f"座谈会短题{number}" in text for number in range(6)), address
    story = Article.objects.get(short_title="座谈会短题3")
    text = client.get(story.get_absolute_url()).content.decode()
    assert "座谈会短题2" in text
    assert "建言献策聚合力2" not in text


def test_a_lead_is_found_however_many_recommendations_there_are(client):
    for number in range(12):
        aged(f"推荐{number}", 1, front="pick", front_order=1)
    lead = aged("头条", 5, front="lead", front_order=9)
    assert front(client)["lead"] == lead


def test_summaries_end_with_a_sentence_or_say_that_they_go_on():
    whole, part = "第一句话说完了。" * 20, "、".join(["没有句号的长句"] * 20)
    assert shorten("短的") == "短的"
    assert shorten(whole).endswith("说完了。")
    assert len(shorten(whole)) <= SUMMARY
    assert shorten(part) == part[:SUMMARY].rstrip("、") + "……"
    assert shorten("甲" * 60 + "，" + "乙" * 60) == "甲" * 60 + "……"
