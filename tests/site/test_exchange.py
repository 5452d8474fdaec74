"""What others read: the feed, the sitemap, robots.txt."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.contrib.sites.models import Site

from articles.exchange.feed import ENTRIES
from articles.exchange.sitemap import SITEMAPS
from articles.models import Article
from tests.make import LONG_AGO, make_article, make_person, make_section

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client, settings):
    settings.SITE_URL = "https://news.example"

    def read():
        response = client.get("/feed/")
        assert response["Content-Type"].startswith("application/atom+xml")
        return ElementTree.fromstring(response.content)

    return read


def test_the_feed_says_of_each_story_what_rfc_4287_asks(feed):
    story = make_article(
        "甲 & 乙", reporters=[make_person("梁奈")], tags=["劳模"], standfirst="提要"
    )
    root = feed()
    entry = root.find(f"{ATOM}entry")
    for name in ("id", "title", "updated"):
        assert root.findtext(ATOM + name)
        assert entry.findtext(ATOM + name)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert root.findtext(f"{ATOM}id") == "https://news.example/feed/"
    assert entry.findtext(f"{ATOM}id") == f"https://news.example{story.get_absolute_url()}"
    assert entry.findtext(f"{ATOM}title") == "甲 & 乙"
    assert entry.findtext(f"{ATOM}summary") == "提要"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "梁奈"
    assert entry.find(f"{ATOM}category").get("term") == "劳模"
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}published")) == LONG_AGO
    assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith("/feed/")


def test_the_id_of_an_entry_stays_when_the_story_changes(feed):
    story = make_article()
    Article.objects.update(updated=LONG_AGO)
    before = feed().find(f"{ATOM}entry")
    story.headline = "改过的标题"
    story.approve(at=datetime(2024, 2, 1, tzinfo=UTC))
    after = feed().find(f"{ATOM}entry")
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert datetime.fromisoformat(before.findtext(f"{ATOM}updated")) == LONG_AGO
    assert datetime.fromisoformat(after.findtext(f"{ATOM}updated")) > LONG_AGO


def test_the_feed_holds_the_newest_stories(feed):
    for number in range(ENTRIES + 2):
        make_article(f"第{number}篇")
    entries = feed().findall(f"{ATOM}entry")
    newest = Article.objects.newest_first()[:ENTRIES]
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [row.title for row in newest]


def test_the_feed_holds_whatever_was_scanned(feed):
    make_article("甲\x0b乙", standfirst="<b>丙</b> & \x1f丁", tags=["戊\x0c"])
    entry = feed().find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "甲乙"
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert entry.findtext(f"{ATOM}summary") == "&lt;b&gt;丙&lt;/b&gt; &amp; 丁"


def test_the_feed_is_found_from_every_page(client):
    assert 'type="application/atom+xml"' in client.get("/people/").content.decode()


def test_the_sitemap_names_sections_with_stories_only(client):
    make_article(section=make_section())
    make_section("空栏", "empty")
    text = client.get("/sitemap.xml").content.decode()
    assert "/sections/news/" in text
    assert "/sections/empty/" not in text


def locations(client, address) -> set[str]:
    root = ElementTree.fromstring(client.get(address).content)
    return {found.text.removeprefix("http://testserver") for found in root.iter(f"{SITEMAP}loc")}


def test_a_site_too_large_for_one_sitemap_has_an_index_of_several(client, monkeypatch):
    Site.objects.update(domain="testserver")
    stories = {make_article(f"第{number}篇").get_absolute_url() for number in range(3)}
    assert stories < locations(client, "/sitemap.xml")
    monkeypatch.setattr(SITEMAPS["stories"], "limit", 2)
    parts = locations(client, "/sitemap.xml")
    assert not stories & parts
    assert stories < set.union(*(locations(client, part) for part in parts))
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_robots_are_kept_from_the_desk_and_led_to_the_sitemap(client, settings):
    settings.SITE_URL = "https://news.example"
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: https://news.example/sitemap.xml" in lines
