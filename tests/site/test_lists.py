"""Lists of stories: filters that combine, pages, and what is said to those who ask amiss."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from articles.lists import paging
from articles.lists.paging import PER_PAGE, Place
from articles.models import Article, Credit, PhotoUse, Source
from newsdesk import listing
from tests.make import (
    LONG_AGO,
    make_article,
    make_award,
    make_event,
    make_honour,
    make_membership,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_section,
)

pytestmark = pytest.mark.django_db


def headlines(response) -> list[str]:
    return [story.headline for story in response.context["page"].rows]


def listed(client, **filters) -> list[str]:
    response = client.get("/articles/", filters)
    assert response.status_code == 200, response.context["filter"].errors
    return sorted(headlines(response))


@pytest.fixture
def stories():
    """Three stories of which no two agree in everything."""
    luo, huang, liang = make_person("罗晃浩"), make_person("黄奕奕"), make_person("梁奈")
    forum, launch = make_event("座谈会"), make_event("启动")
    news, union = make_section("要闻", "news"), make_section("工会", "union")
    first = make_article(
        "甲", persons=[luo, huang], events=[forum], section=news, reporters=[liang]
    )
    second = make_article("乙", persons=[luo, huang], events=[launch], section=union, tags=["劳模"])
    third = make_article("丙", persons=[luo], events=[launch], section=news, reporters=[liang])
    return first, second, third


def test_filters_combine(client, stories):
    first, *_ = stories
    luo, huang = (row.person for row in first.mentions.order_by("pk"))
    forum = first.coverages.get().event
    liang = first.bylines.get().person
    assert listed(client, person=luo.pk) == ["丙", "乙", "甲"]
    assert listed(client, person=huang.pk) == ["乙", "甲"]
    assert listed(client, person=huang.pk, event=forum.pk) == ["甲"]
    assert listed(client, person=huang.pk, section="union") == ["乙"]
    assert listed(client, reporter=liang.pk) == ["丙", "甲"]
    assert listed(client, reporter=liang.pk, person=huang.pk, section="news") == ["甲"]
    assert listed(client, tag=stories[1].tags.get().slug) == ["乙"]
    assert listed(client, q="甲") == ["甲"]
    assert listed(client, q="甲", section="union") == []


def test_a_photographer_is_found_by_the_credit(client):
    story, photographer = make_article("甲"), make_person("吴昊")
    make_article("乙")
    use = PhotoUse.objects.create(article=story, caption="活动现场。")
    Credit.objects.create(photo_use=use, person=photographer, name="吴昊", role="摄")
    assert listed(client, reporter=photographer.pk) == ["甲"]
    assert "吴昊" in client.get("/people/?kind=reporters").content.decode()


def test_a_collective_byline_is_found_under_its_organization(client):
    story, league = make_article("甲"), make_organization("共青团茂名市委员会")
    story.bylines.create(organization=league, name="团宣")
    assert listed(client, organization=league.pk) == ["甲"]


def test_publication_means_the_printed_page_or_the_source(client):
    paper, other = make_paper(), make_paper("茂名日报")
    make_article("甲", page=make_page(publication=paper))
    make_article("乙", source=Source.objects.create(name="晚报", publication=paper))
    make_article("丙", page=make_page(publication=other))
    assert listed(client, publication=paper.pk) == ["乙", "甲"]


@pytest.mark.parametrize(
    ("date", "found"),
    [("2024", ["乙", "甲"]), ("2024-01", ["甲"]), ("2024-01-27", ["甲"]), ("2024-02-01", ["乙"])],
)
def test_a_date_is_a_year_a_month_or_a_day_of_the_house_s_clock(client, date, found):
    make_article("甲", published_at=datetime(2024, 1, 26, 16, 0, tzinfo=UTC))  # 27th, 0:00 in China
    make_article("乙", published_at=datetime(2024, 1, 31, 16, 0, tzinfo=UTC))  # 1 February
    make_article("丙", published_at=datetime(2023, 12, 31, 15, 59, tzinfo=UTC))
    assert listed(client, date=date) == found
    address = "/archive/" + date.replace("-", "/") + "/"
    context = client.get(address).context
    stories = context["stories"] if date.count("-") == 2 else context["page"].rows
    assert sorted(story.headline for story in stories) == found


def test_a_chosen_filter_is_removed_by_its_link(client, stories):
    person = stories[0].mentions.first().person
    response = client.get("/articles/", {"person": person.pk, "section": "news", "page": 1})
    links = {one.name: one.without for one in response.context["filter"].chosen()}
    assert links == {
        "section": f"/articles/?person={person.pk}",
        "person": "/articles/?section=news",
    }
    assert f'name="person" value="{person.pk}"' in response.content.decode()  # the form keeps it


def test_links_narrow_by_what_the_stories_shown_are_about(client, stories):
    response = client.get("/articles/?section=union")
    facets = {facet.label: facet.choices for facet in response.context["narrow"].facets}
    found = facets[response.context["filter"].fields["person"].label]
    persons = {choice.name: choice.url for choice in found}
    assert set(persons) == {"罗晃浩", "黄奕奕"}
    assert headlines(client.get(persons["黄奕奕"])) == ["乙"]


def test_officials_stand_by_rank_in_the_links_and_in_the_list_of_persons(client):
    low, high, nobody = make_person("安某"), make_person("张某"), make_person("白某")
    make_membership(low, make_post("副主任", rank=20))
    make_membership(high, make_post("书记", rank=10))
    make_article(persons=[low, nobody, high])
    facets = client.get("/articles/").context["narrow"].facets
    assert [choice.name for choice in facets[0].choices] == ["张某", "安某", "白某"]
    people = client.get("/people/").context["page"].rows
    assert people == [high, low, nobody]
    assert client.get("/people/?kind=officials").context["page"].rows == [high, low]


def test_pages_follow_each_other_without_a_gap(client):
    for number in range(PER_PAGE + 3):
        make_article(f"第{number}篇", published_at=LONG_AGO + timedelta(minutes=number))
    first = client.get("/articles/")
    assert len(headlines(first)) == PER_PAGE
    assert first.context["newer_url"] == ""
    second = client.get(first.context["older_url"])
    assert headlines(second) == ["第2篇", "第1篇", "第0篇"]
    assert second.context["older_url"] == ""
    assert client.get(second.context["newer_url"]).context["page"].number == 1


def test_beyond_the_last_page_the_list_goes_on_from_the_last_story(client, monkeypatch):
    monkeypatch.setattr("articles.lists.paging.LAST_PAGE", 1)
    for number in range(2 * PER_PAGE + 1):
        make_article(f"第{number}篇", published_at=LONG_AGO)  # all of one moment
    seen, address = [], "/articles/"
    while address:
        response = client.get(address)
        seen += headlines(response)
        address = response.context["older_url"]
    assert "before=" in response.request["QUERY_STRING"]
    assert seen == [f"第{number}篇" for number in reversed(range(2 * PER_PAGE + 1))]
    assert reverse("archive") in response.content.decode()


def test_a_place_is_read_as_it_was_written():
    place = Place(datetime(2024, 1, 27, 1, 2, 3, 456789, tzinfo=UTC), 12)
    assert Place.read(str(place)) == place


def test_pinned_stories_stand_first_in_their_section_alone(client):
    news = make_section()
    make_article("旧而置顶", section=news, pinned=True, published_at=LONG_AGO - timedelta(days=9))
    make_article("新", section=news)
    section = client.get(news.get_absolute_url())
    assert section.context["lead"].headline == "旧而置顶"
    assert [story.headline for story in section.context["seconds"]] == ["新"]
    assert headlines(client.get("/articles/")) == ["新", "旧而置顶"]
    assert headlines(client.get(f"{news.get_absolute_url()}?q=置顶")) == ["旧而置顶"]
    assert headlines(client.get(f"{news.get_absolute_url()}?date=2024")) == ["新", "旧而置顶"]


def test_a_section_begins_like_a_front_page_and_goes_on_as_a_list(client):
    news = make_section()
    stories = [
        make_article(f"第{number}篇", section=news, published_at=LONG_AGO - timedelta(days=number))
        for number in range(25)
    ]
    for number in (23, 24):
        Article.objects.filter(pk=stories[number].pk).update(pinned=True)
    first = client.get(news.get_absolute_url())
    large = [first.context["lead"], *first.context["seconds"]]
    assert large == [stories[23], stories[24], *stories[:2]]
    assert first.context["rows"] == stories[2:20]
    text = first.content.decode()
    assert all(text.count(f">第{number}篇<") == 1 for number in range(20))
    second = client.get(f"{news.get_absolute_url()}?page=2")
    assert 'class="lead' not in second.content.decode()
    assert second.context["rows"] == stories[20:23]
    assert 'class="lead' not in client.get(f"{news.get_absolute_url()}?q=第1篇").content.decode()


MALFORMED = [
    "page=zzz", "page=0", "page=-1", "page=51", "page=1e3", "person=abc", "person=1;drop", "person=²",
    "event=-1", "organization=1.5", "reporter=%E5%BC%A0", "publication=x", "date=2024-13",
    "date=2024-02-30", "date=0000", "date=9999", "date=%3F", "before=x", "before=1-", "q=%00",
    "person=%00", "section=%00", "tag=%00", f"q={'长' * 101}", f"q={'x' * 5000}",
    "before=999999999999999999-1", "q=ok&page=zzz&date=x",
]  # fmt: skip
UNKNOWN = [
    "page=2", "page=50", "person=999999", "person=999999999999999999", "event=999999", "section=nosuch",
    "tag=nosuch", "reporter=999999", "publication=999999", "organization=999999", "section=a/b",
]  # fmt: skip


@pytest.mark.parametrize("path", ["/articles/", "/search/", "/archive/"])
@pytest.mark.parametrize(
    ("query", "status"), [(query, 400) for query in MALFORMED] + [(query, 404) for query in UNKNOWN]
)
def test_what_makes_no_sense_is_said_on_a_page_of_the_site(client, query, status, path):
    make_article()
    response = client.get(f"{path}?{query}")
    text = response.content.decode()
    assert response.status_code == status
    assert 'role="alert"' in text
    assert 'class="filter"' in text
    assert f'href="{reverse("archive")}"' in text


def test_words_that_are_too_many_are_counted_in_chinese(client):
    assert "太长：最多 100 个字，现在有 101 个。" in client.get(f"/search/?q={'长' * 101}").text


def test_the_form_stays_filled_where_something_was_wrong(client):
    response = client.get("/articles/?q=劳模&date=2024-13&person=abc")
    text = response.content.decode()
    assert 'value="劳模"' in text
    assert 'value="2024-13"' in text
    assert "“abc”" in text


def test_readers_get_one_page_whatever_their_browser_speaks(client):
    texts = {
        client.get("/articles/?page=51", headers={"accept-language": language}).content
        for language in ("en", "zh-CN", "fr")
    }
    assert len(texts) == 1


@pytest.mark.parametrize(
    "query", ["page=zzz", "page=0", "kind=king", "q=%00", "page=99999999", f"q={'长' * 101}"]
)
@pytest.mark.parametrize("path", ["/people/", "/organizations/", "/events/"])
def test_lists_of_records_say_what_is_wrong_too(client, path, query):
    response = client.get(f"{path}?{query}")
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


@pytest.mark.parametrize("path", ["/people/", "/organizations/", "/events/", "/honours/"])
def test_a_page_beyond_the_end_of_a_list_of_records_is_not_found(client, path):
    assert client.get(f"{path}?page=2").status_code == 404
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/articles/?q=%00&date=2024-13",
        "/events/?date=x&kind=x",
        "/people/?q=%00",
        "/honours/?q=%00",
    ],
)
def test_a_field_leads_to_what_is_wrong_with_it(client, address):
    text = client.get(address).content.decode()
    assert "空字符串" not in text  # as Django says of a character that nobody sees
    described = re.findall(r'aria-describedby="([^"]+)"', text)
    assert described
    for name in described:
        assert text.count(f'id="{name}"') == 1


@pytest.mark.parametrize("path", ["/people/", "/organizations/", "/events/", "/honours/"])
def test_a_page_beyond_the_end_leads_to_no_other_that_is_missing(client, path):
    assert "page=8" not in client.get(f"{path}?page=9").content.decode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/people/", ("上一页", "下一页")),
        ("/honours/?by=award", ("上一页", "下一页")),
        ("/events/", ("较新", "较早")),
        ("/articles/", ("较新", "较早")),
        ("/search/?q=座谈会", ("上一页", "下一页")),
    ],
)
def test_only_what_is_newest_first_has_newer_and_older_pages(client, monkeypatch, path, words):
    for module in (listing, paging):
        monkeypatch.setattr(module, "PER_PAGE", 1)
    award = make_award()
    for number in range(3):
        make_honour(award, person=make_person(f"黄奕{number}", opened=True), year="2020")
        make_article(events=[make_event(f"座谈会{number}")])
    page = client.get(f"{path}{'&' if '?' in path else '?'}page=2").content.decode()
    assert re.findall(r'rel="(?:prev|next)" [^>]*>([^<]*)</a>', page) == list(words)


def test_events_are_listed_by_words_kind_and_date(client):
    forum = make_event("迎春座谈会", "2024-01-26", kind="meeting")
    tour = make_event("疗休养", "2024-01", kind="tour")
    make_article(events=[forum, tour, make_event("早年的会", "2020", kind="meeting")])
    get = lambda query: client.get(f"/events/?{query}").context["page"].rows  # noqa: E731
    assert get("q=座谈") == [forum]
    assert get("kind=tour") == [tour]
    assert get("date=2024-01-26") == [forum, tour]
    assert get("date=2024-01&kind=meeting") == [forum]


@pytest.mark.parametrize(
    "path",
    [
        "/archive/2024/13/",
        "/archive/2024/00/",
        "/archive/2024/02/30/",
        "/archive/0000/",
        "/archive/2024/1/",
    ],
)
def test_a_day_that_is_none_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_day_of_the_archive_leads_up_to_its_month_and_year(client):
    make_article("甲", published_at=datetime(2024, 1, 26, 16, 0, tzinfo=UTC))
    assert [way["url"] for way in client.get("/archive/2024/01/27/").context["above"]] == [
        "/archive/", "/archive/2024/", "/archive/2024/01/",
    ]  # fmt: skip


def test_search_finds_stories_persons_organizations_and_events(client):
    person, event = make_person("劳模甲"), make_event("劳模座谈会")
    union = make_organization("劳模协会")
    make_article("欢聚一堂", persons=[person], events=[event], organizations=[union])
    response = client.get("/search/?q=劳模")
    assert [each.record for each in response.context["records"]] == [person, union, event]
    assert headlines(response) == ["欢聚一堂"]  # by the name of the person in it
    assert client.get("/search/").status_code == 200


def test_officials_stand_by_the_strokes_of_their_surnames_where_one_asks(client):
    names = ["欧阳宏毅", "丁一", "刘洋", "任重", "刘一", "王磊", "丁山"]
    for rank, name in enumerate(names):
        person = make_person(name, opened=True)
        make_membership(person, make_post(f"职务{rank}", rank=rank), start="2020")
    page = client.get("/people/?kind=officials&sort=strokes")
    listed = [person.name for person in page.context["page"].rows]
    assert listed[:3] + listed[-1:] == ["丁一", "丁山", "王磊", "欧阳宏毅"]
    assert "刘一 刘洋" in " ".join(listed)  # who bears one surname stands together
    assert (
        'href="/people/?kind=officials&amp;sort=strokes"'
        in client.get("/people/?kind=officials").content.decode()
    )
    items = client.get("/api/v1/people/?kind=officials&sort=strokes").json()["items"]
    assert [item["name"] for item in items] == listed
    assert client.get("/people/?sort=zzz").status_code == 400
