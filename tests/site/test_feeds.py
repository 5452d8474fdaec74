"""Feeds: the rules of RFC 4287, RSS 2.0 and JSON Feed 1.1 by name, of every list, read by a parser."""

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils.html import escape

from articles.lists.paging import PER_PAGE
from articles.models import Article
from tests.make import (
    LONG_AGO,
    make_article,
    make_draft,
    make_event,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_section,
)
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db
SITE = "https://news.example"
ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}"
ADDRESSES = {"atom": "/feed/", "rss": "/feed/rss/", "json": "/feed/json/"}
TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
# RFC 3339 with a zone, as RFC 4287 3.3 and JSON Feed ask
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE
    settings.SITE_NAME = "茂名晚报"
    settings.SITE_OWNER = "茂名市总工会"


@pytest.fixture
def read(client):
    """A feed as XML or as JSON."""

    def read(kind, query=""):
        response = client.get(ADDRESSES[kind] + query)
        assert response["Content-Type"].startswith(TYPES[kind])
        if kind == "json":
            return json.loads(response.content)
        return ElementTree.fromstring(response.content)

    return read


@pytest.fixture
def parse(client):
    """A feed as feedparser reads it."""

    def parse(kind, query=""):
        response = client.get(ADDRESSES[kind] + query)
        headers = {"content-type": response["Content-Type"]}
        found = feedparser.parse(response.content, response_headers=headers)
        assert not found.bozo, found.get("bozo_exception")
        return found

    return parse


def full_story():
    story = make_article(
        "甲 & 乙",
        section=make_section(),
        reporters=[make_person("梁奈"), make_person("赖碧怡")],
        tags=["劳模"],
        standfirst="提要",
    )
    add_picture(story)
    return story


# what all three must do, read by somebody else's parser


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_a_parser_finds_all_of_a_story(parse, kind):
    story = full_story()
    found = parse(kind)
    [entry] = found.entries
    assert (found.feed.title, found.feed.link) == ("茂名晚报", f"{SITE}/")
    assert (entry.title, entry.link) == ("甲 & 乙", SITE + story.get_absolute_url())
    assert entry.id == SITE + story.get_absolute_url()
    assert entry.summary == "提要"
    assert [author["name"] for author in entry.authors] == ["梁奈", "赖碧怡"]
    assert [tag.term for tag in entry.tags] == ["要闻", "劳模"]
    assert entry.published_parsed[:5] == LONG_AGO.timetuple()[:5]
    [enclosure] = entry.enclosures
    assert enclosure.type == "image/jpeg"
    assert re.fullmatch(rf"{SITE}/photos/\d+/a.jpg", enclosure.href)


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_a_feed_without_stories_is_a_feed(parse, kind):
    assert parse(kind).entries == []


def words_of(feed) -> str:
    return feed if isinstance(feed, str) else ElementTree.tostring(feed, encoding="unicode")


@pytest.mark.parametrize("kind", ADDRESSES)
def test_only_what_is_published_is_in_it(client, kind):
    make_draft("还没签发")
    make_article("已经下线").withdraw()
    hidden = make_person("周隐", visibility="nothing")
    story = make_article("发布了的", reporters=[hidden])
    text = client.get(ADDRESSES[kind]).content.decode()
    assert "发布了的" in text
    assert story.get_absolute_url() in text
    assert "还没签发" not in text
    assert "已经下线" not in text
    assert hidden.get_absolute_url() not in text


@pytest.mark.parametrize("kind", ADDRESSES)
def test_the_short_title_stands_where_the_headline_says_nothing_alone(client, kind):
    make_article("建言献策聚合力", short_title="劳模迎春座谈")
    text = client.get(ADDRESSES[kind]).content.decode()
    assert "劳模迎春座谈" in text
    assert "建言献策聚合力" not in text


@pytest.mark.parametrize("kind", ADDRESSES)
@pytest.mark.parametrize(
    "name", ["section", "person", "reporter", "organization", "event", "tag", "date", "q"]
)
def test_there_is_a_feed_of_every_list(client, kind, name):
    records = {
        "section": make_section(), "person": make_person(), "organization": make_organization(),
        "event": make_event(), "reporter": make_person("梁奈"),
    }  # fmt: skip
    story = make_article(
        "座谈会上的话",
        section=records["section"],
        persons=[records["person"]],
        organizations=[records["organization"]],
        events=[records["event"]],
        reporters=[records["reporter"]],
        tags=["劳模"],
    )
    make_article("另一篇报道", body="<p>别的。</p>", published_at=datetime(2023, 5, 1, tzinfo=UTC))
    values = {key: record.pk for key, record in records.items()}
    values |= {"section": "news", "tag": story.tags.get().slug, "date": "2024-01", "q": "座谈会"}
    text = client.get(f"{ADDRESSES[kind]}?{name}={values[name]}").content.decode()
    assert "座谈会上的话" in text
    assert "另一篇报道" not in text


@pytest.mark.parametrize("kind", ADDRESSES)
def test_what_makes_no_sense_is_refused_in_words(client, kind):
    for query, status in (("date=2024-13", 400), ("person=999", 404), ("page=9", 404)):
        response = client.get(f"{ADDRESSES[kind]}?{query}")
        assert (response.status_code, json.loads(response.content)["status"]) == (status, status)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_an_unchanged_feed_is_not_sent_twice_and_a_withdrawn_story_changes_it(client, kind):
    make_article("另一篇")
    story = make_article()
    tags = {"if-none-match": client.get(ADDRESSES[kind])["ETag"]}
    assert client.get(ADDRESSES[kind], headers=tags).status_code == 304
    story.withdraw()
    assert client.get(ADDRESSES[kind], headers=tags).status_code == 200


def test_older_stories_are_on_the_next_page(client, read):
    for number in range(PER_PAGE + 1):
        make_article(f"第{number}篇", section=make_section() if not number else None)
    newest = [story.title for story in Article.objects.newest_first()]
    first = read("atom")
    assert [e.findtext(f"{ATOM}title") for e in first.findall(f"{ATOM}entry")] == newest[:-1]
    older = first.find(f"{ATOM}link[@rel='next']").get("href")
    assert older == read("rss").find(f"channel/{ATOM}link[@rel='next']").get("href").replace(
        "/rss/", "/"
    )
    assert older == read("json")["next_url"].replace("/json/", "/")
    second = read("atom", older.removeprefix(f"{SITE}/feed/"))
    assert [e.findtext(f"{ATOM}title") for e in second.findall(f"{ATOM}entry")] == newest[-1:]
    assert second.find(f"{ATOM}link[@rel='next']") is None
    assert second.findtext(f"{ATOM}id") == first.findtext(f"{ATOM}id")
    assert second.find(f"{ATOM}link[@rel='self']").get("href") == older


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_characters_that_xml_cannot_hold_are_left_out(parse, kind):
    make_article("甲\x0b乙\ufffe", standfirst="<b>丙</b> & \x1f丁", tags=["戊\x0c"])
    [entry] = parse(kind).entries
    assert entry.title == "甲乙"
    assert entry.summary in ("&lt;b&gt;丙&lt;/b&gt; &amp; 丁", "<b>丙</b> & 丁")
    assert entry.tags[0].term == "戊"


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_text_is_never_taken_for_markup(read, kind):
    make_article("<i>标题</i>", standfirst="<b>丙</b>")
    root = read(kind)
    name = "summary" if kind == "atom" else "description"
    entry = root.find(f"{ATOM}entry") if kind == "atom" else root.find("channel/item")
    space = ATOM if kind == "atom" else ""
    assert entry.findtext(space + name) == escape("<b>丙</b>")
    assert entry.findtext(f"{space}title") == "<i>标题</i>"


# RFC 4287, by paragraph


def test_4287_4_1_1_a_feed_has_one_id_title_updated_and_self_link(read):
    full_story()
    root = read("atom")
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(ATOM + name)) == 1
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE}/feed/"
    assert root.find(f"{ATOM}link[@rel='alternate']").get("href") == f"{SITE}/"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"


def test_4287_4_1_1_self_and_alternate_of_a_chosen_feed_are_its_own(read):
    make_article(section=make_section(), tags=["劳模"])
    root = read("atom", "?tag=lao-mo&section=news")
    address = root.find(f"{ATOM}link[@rel='self']").get("href")
    assert address == f"{SITE}/feed/?section=news&tag=lao-mo"
    assert root.findtext(f"{ATOM}id") == address
    assert root.find(f"{ATOM}link[@rel='alternate']").get("href") == (
        f"{SITE}/articles/?section=news&tag=lao-mo"
    )
    section = read("atom", "?section=news")
    assert section.find(f"{ATOM}link[@rel='alternate']").get("href") == f"{SITE}/sections/news/"
    assert section.findtext(f"{ATOM}title") == "茂名晚报 - 要闻"


def test_the_alternate_of_a_paper_that_no_story_names_is_its_list(client, read):
    paper = make_paper()
    make_article(page=make_page(publication=paper))
    [alternate] = read("atom", f"?publication={paper.pk}").findall(f"{ATOM}link[@rel='alternate']")
    path = alternate.get("href").removeprefix(SITE)
    assert client.get(path).status_code == 200, path


def test_4287_4_1_2_an_entry_has_one_id_title_updated_and_an_alternate_link(read):
    full_story()
    entry = read("atom").find(f"{ATOM}entry")
    for name in ("id", "title", "updated", "published", "summary"):
        assert len(entry.findall(ATOM + name)) == 1
    assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1


def test_4287_4_2_1_each_author_is_a_person_construct_with_a_name(read):
    story = full_story()
    story.bylines.create(name="临工宣", order=9)
    authors = read("atom").find(f"{ATOM}entry").findall(f"{ATOM}author")
    assert [author.findtext(f"{ATOM}name") for author in authors] == ["梁奈", "赖碧怡", "临工宣"]
    first = story.bylines.first().person
    assert authors[0].findtext(f"{ATOM}uri") == SITE + first.get_absolute_url()
    assert authors[2].find(f"{ATOM}uri") is None


def test_4287_4_1_2_an_entry_without_author_has_that_of_the_feed(read):
    make_article()
    root = read("atom")
    assert root.find(f"{ATOM}entry/{ATOM}author") is None
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "茂名市总工会"


def test_4287_4_2_6_the_id_is_the_permanent_address_and_stays(read):
    story = make_article()
    Article.objects.update(updated=LONG_AGO)
    before = read("atom").find(f"{ATOM}entry")
    story.headline = "改过的标题"
    story.section = make_section()
    story.approve(at=datetime(2024, 2, 1, tzinfo=UTC))
    after = read("atom").find(f"{ATOM}entry")
    assert before.findtext(f"{ATOM}id") == SITE + story.get_absolute_url()
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")


def test_4287_4_2_15_updated_moves_when_the_story_changes_and_never_lies_before_it_came_out(read):
    story = make_article()
    Article.objects.update(updated=datetime(2024, 1, 1, tzinfo=UTC))
    first = read("atom")
    assert datetime.fromisoformat(first.findtext(f"{ATOM}entry/{ATOM}updated")) == LONG_AGO
    assert datetime.fromisoformat(first.findtext(f"{ATOM}updated")) == LONG_AGO
    story.save()
    later = read("atom")
    assert datetime.fromisoformat(later.findtext(f"{ATOM}updated")) > LONG_AGO


def test_4287_3_3_dates_are_rfc_3339_with_a_zone(read):
    full_story()
    root = read("atom")
    names = {f"{ATOM}updated", f"{ATOM}published"}
    dates = [element.text for element in root.iter() if element.tag in names]
    assert len(dates) == 3
    assert [date for date in dates if not RFC_3339.fullmatch(date)] == []


def test_4287_4_2_7_and_4_2_2_links_have_types_and_categories_terms(read):
    full_story()
    entry = read("atom").find(f"{ATOM}entry")
    enclosure = entry.find(f"{ATOM}link[@rel='enclosure']")
    assert enclosure.get("type") == "image/jpeg"
    assert enclosure.get("length").isdigit()
    assert [c.get("term") for c in entry.findall(f"{ATOM}category")] == ["要闻", "劳模"]
    assert entry.find(f"{ATOM}summary").get("type") == "html"


# RSS 2.0


def test_rss_a_channel_has_title_link_description_language_and_date(read):
    full_story()
    channel = read("rss").find("channel")
    assert channel.findtext("title") == "茂名晚报"
    assert channel.findtext("link") == f"{SITE}/"
    assert channel.findtext("description") == "最新报道"
    assert channel.findtext("language") == "zh-cn"
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
    assert channel.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE}/feed/rss/"


def test_rss_dates_are_rfc_822(read):
    full_story()
    text = read("rss").findtext("channel/item/pubDate")
    assert re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", text)
    assert parsedate_to_datetime(text) == LONG_AGO


def test_rss_the_guid_is_the_permanent_address(read):
    story = full_story()
    guid = read("rss").find("channel/item/guid")
    assert guid.text == SITE + story.get_absolute_url()
    assert guid.get("isPermaLink", "true") == "true"


def test_rss_an_enclosure_has_address_length_and_type(read):
    full_story()
    enclosure = read("rss").find("channel/item/enclosure")
    assert enclosure.get("url").startswith(f"{SITE}/photos/")
    assert enclosure.get("length").isdigit()
    assert enclosure.get("type") == "image/jpeg"


def test_rss_names_of_authors_stand_in_dc_creator_since_author_is_a_mail_address(read):
    full_story()
    item = read("rss").find("channel/item")
    assert [creator.text for creator in item.findall(f"{DC}creator")] == ["梁奈", "赖碧怡"]
    assert item.find("author") is None


# JSON Feed 1.1


def test_json_feed_has_version_and_title_and_its_addresses(read):
    feed = read("json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["language"]) == ("茂名晚报", "zh-Hans")
    assert (feed["home_page_url"], feed["feed_url"]) == (f"{SITE}/", f"{SITE}/feed/json/")
    assert feed["authors"] == [{"name": "茂名市总工会"}]
    assert feed["items"] == []


def test_json_feed_an_item_has_a_string_id_content_and_dates(read):
    story = full_story()
    [item] = read("json")["items"]
    assert item["id"] == item["url"] == SITE + story.get_absolute_url()
    assert (item["title"], item["content_text"], item["tags"]) == (
        "甲 & 乙",
        "提要",
        ["要闻", "劳模"],
    )
    assert RFC_3339.fullmatch(item["date_published"])
    assert RFC_3339.fullmatch(item["date_modified"])
    assert [author["name"] for author in item["authors"]] == ["梁奈", "赖碧怡"]
    assert item["authors"][0]["url"].startswith(f"{SITE}/people/")
    assert item["image"].startswith(f"{SITE}/photos/")


def test_json_feed_an_item_without_text_has_empty_content_since_one_is_asked(read):
    make_article(body="")
    assert read("json")["items"][0]["content_text"] == ""


# where readers find them


@pytest.mark.parametrize("kind", TYPES)
def test_the_sites_feeds_are_named_on_every_page(client, kind):
    text = client.get("/people/").content.decode()
    assert f'type="{TYPES[kind]}"' in text
    assert f'href="{ADDRESSES[kind]}"' in text


def test_a_page_of_a_list_or_record_names_its_own_feeds(client):
    person, event, organization = make_person(), make_event(), make_organization()
    section = make_section()
    story = make_article(
        section=section,
        persons=[person],
        events=[event],
        organizations=[organization],
        tags=["劳模"],
    )
    make_mention(story, make_person("罗晃浩"))
    expected = {
        person: f"person={person.pk}", event: f"event={event.pk}", section: "section=news",
        organization: f"organization={organization.pk}", story.tags.get(): "tag=lao-mo",
    }  # fmt: skip
    for record, query in expected.items():
        text = client.get(record.get_absolute_url()).content.decode()
        assert f'href="/feed/?{query}"' in text, record
        assert f'href="/feed/json/?{query}"' in text, record
    shown = client.get("/sections/news/").content.decode().split("<main")[1]
    assert '<a href="/feed/rss/?section=news">RSS</a>' in shown
    narrowed = client.get(f"/sections/news/?person={person.pk}&q=座谈会").content.decode()
    assert (
        f'href="/feed/?q=%E5%BA%A7%E8%B0%88%E4%BC%9A&amp;person={person.pk}&amp;section=news"'
        in narrowed
    )
