"""What a list can be narrowed by: exact counts, links that keep them, and nothing that readers may not see."""

from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.pages_kept import RedisError
from tests.make import (
    LONG_AGO,
    make_article,
    make_award,
    make_draft,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_section,
)

pytestmark = pytest.mark.django_db


def choices(client, address="/articles/") -> dict[str, dict]:
    """{label of the facet: {name: (count, address)}}"""
    response = client.get(address)
    assert response.status_code == 200
    return {
        facet.label: {choice.name: (choice.count, choice.url) for choice in facet.choices}
        for facet in response.context["narrow"].facets
    }


@pytest.fixture
def story():
    """One story of everything, and a second that shares its person alone."""
    person, union = make_person("黄奕奕"), make_organization("市总工会")
    held = make_membership(person, make_post("主席", union))
    make_honour(make_award("劳动模范"), person=person)
    campaign = make_event("专项行动")
    story = make_article(
        "甲",
        persons=[person],
        reporters=[make_person("梁奈")],
        organizations=[union],
        events=[make_event("座谈会", part_of=campaign)],
        section=make_section("要闻"),
        page=make_page(publication=make_paper("晚报")),
        tags=["劳模"],
    )
    make_article("丙", events=[campaign], published_at=LONG_AGO + timedelta(days=400))
    story.mentions.get().memberships.add(held)
    make_article("乙", persons=[person])
    return story


@pytest.mark.parametrize("counted", [1000, 1])
def test_every_choice_leads_to_as_many_stories_as_it_says(client, story, monkeypatch, counted):
    monkeypatch.setattr("articles.lists.facets.COUNTED", counted)
    found = choices(client)
    assert len(found) == (11 if counted == 1000 else 3)  # 3: what the newest story has
    for facet in found.values():
        for count, address in facet.values():
            response = client.get(address)
            assert response.status_code == 200, address
            assert min(len(response.context["page"].rows), counted + 1) == count


def test_what_is_chosen_is_not_offered_again_and_counts_follow(client, story):
    person = story.mentions.get().person
    found = choices(client, f"/articles/?person={person.pk}")
    assert len(found) == 10
    assert [count for count, _url in found["当时职务"].values()] == [1]
    assert [count for count, _url in found["所获荣誉"].values()] == [2]
    _count, address = found["栏目"]["要闻"]
    assert f"person={person.pk}" in address


def test_nothing_that_readers_may_not_see_is_offered_or_found(client, story):
    draft_only, hidden, proposed = (
        make_person("草稿人"),
        make_person("隐藏人"),
        make_person("建议人"),
    )
    secret = make_organization("隐藏单位", hidden=True)
    post = make_post("书记", secret)
    make_draft(persons=[draft_only], events=[make_event("未公开活动")], tags=["未公开"])
    make_mention(story, hidden)
    make_mention(story, proposed, confirmed=False)
    award = make_honour(make_award("内部奖"), person=hidden).award
    story.mentions.get(person=hidden).memberships.add(make_membership(hidden, post))
    hidden.visibility = "nothing"
    hidden.save()
    words = str(choices(client))
    for name in ("草稿人", "隐藏人", "建议人", "未公开", "隐藏单位", "书记", "内部奖"):
        assert name not in words
    for query in (f"post={post.pk}", f"honour={award.pk}", "campaign=999", "post=x"):
        assert client.get(f"/articles/?{query}").status_code in (400, 404)


@pytest.fixture
def long_list(monkeypatch):
    """Six stories, where three are many: one person in all, another in two of different years."""
    monkeypatch.setattr("articles.lists.facets.COUNTED", 3)
    often, seldom, union = make_person("常见"), make_person("少见"), make_organization()
    for number in range(6):
        persons = [often, seldom] if number in (0, 5) else [often]
        moment = LONG_AGO - timedelta(days=100 * number)
        make_article(f"座谈会{number}", persons=persons, organizations=[union], published_at=moment)


def test_of_a_long_list_each_choice_is_counted_in_the_whole(client, long_list):
    response = client.get("/articles/")
    assert response.context["narrow"].count == "3+"
    found = choices(client)
    assert [found["人物"][name][0] for name in ("常见", "少见")] == [4, 2]
    page = response.content.decode()
    assert ">3+</span>" in page  # 常见
    assert ">2</span>" in page  # 少见
    assert "篇数取自最近" not in page
    for name, (number, address) in found["日期"].items():
        assert len(client.get(address).context["page"].rows) == number, name
    assert sum(number for number, _address in found["日期"].values()) == 6


def test_of_words_in_a_long_list_the_newest_are_counted_and_the_page_says_so(client, long_list):
    response = client.get("/articles/?q=座谈会")
    found = choices(client, "/articles/?q=座谈会")
    assert response.context["narrow"].count == "3+"
    assert "篇数取自最近 3 篇报道" in response.content.decode()
    assert [found["人物"][name][0] for name in ("常见", "少见")] == [3, 1]
    assert "日期" not in found


def test_a_list_that_is_counted_whole_says_nothing_of_the_newest(client, story):
    assert "篇数取自最近" not in client.get("/articles/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_story_that_comes_out_is_counted_at_once(client, story):
    """PostgreSQL counts a change once a transaction, and other tests are one."""
    assert choices(client)["人物"]["黄奕奕"][0] == 2
    make_article("丁", persons=[story.mentions.get().person])
    assert choices(client)["人物"]["黄奕奕"][0] == 3


def test_what_the_records_know_of_a_hidden_person_leads_to_no_story(client):
    """Not even where the body may be named, and another has received the same."""
    hidden, award = make_person("隐藏人"), make_award("劳动模范")
    make_honour(award, person=hidden)
    known = make_honour(award, person=make_person("公开人")).person
    post = make_post("书记", make_organization("市总工会"))
    story = make_article("甲", persons=[hidden])
    story.mentions.get().memberships.add(make_membership(hidden, post))
    make_article("乙", persons=[known])
    hidden.visibility = "nothing"
    hidden.save()
    found = choices(client)
    assert "当时职务" not in found
    [(count, address)] = found["所获荣誉"].values()
    assert count == 1
    assert [row.headline for row in client.get(address).context["page"].rows] == ["乙"]
    assert client.get(f"/articles/?post={post.pk}").status_code == 404


def test_a_list_stands_also_where_the_shared_cache_does_not_answer(client, story, monkeypatch):
    class Away:
        def get(self, *args):
            raise RedisError

        set = get

    monkeypatch.setattr("articles.lists.facets.cache", Away())
    assert choices(client)["人物"]["黄奕奕"][0] == 2


def test_of_a_year_its_months_are_offered(client):
    for month in (1, 3, 3):
        make_article(published_at=datetime(2023, month, 9, tzinfo=UTC))
    make_article()
    found = choices(client)["日期"]
    assert {name: count for name, (count, _url) in found.items()} == {"2024年": 1, "2023年": 3}
    found = choices(client, found["2023年"][1])["日期"]
    assert {name: count for name, (count, _url) in found.items()} == {
        "2023年3月": 2,
        "2023年1月": 1,
    }
    assert "日期" not in choices(client, found["2023年3月"][1])


def test_a_section_s_a_person_s_an_event_s_own_total_is_exact_however_many(client, monkeypatch):
    monkeypatch.setattr("articles.lists.facets.COUNTED", 2)
    section, person, event = make_section(), make_person(), make_event()
    for _number in range(4):
        make_article(section=section, persons=[person], events=[event], tags=["劳模"])
    own = ("/sections/news/", f"/articles/?person={person.pk}", f"/articles/?event={event.pk}")
    assert [count(client, address) for address in own] == ["4"] * 3
    others = (
        "/articles/",
        f"/sections/news/?person={person.pk}",
        "/articles/?q=座谈会&section=news",
    )
    assert [count(client, address) for address in others] == ["2+"] * 3


def count(client, address) -> str:
    return client.get(address).context["narrow"].count
