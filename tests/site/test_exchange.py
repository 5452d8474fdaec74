"""What search engines read: the sitemap with its parts, the news of two days, robots.txt."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.exchange import sitemap
from articles.models import Article
from tests.make import make_article, make_draft, make_section
from tests.site.sitemaps import all_locations, locations

pytestmark = pytest.mark.django_db
SITE = "https://news.example"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


def read(client, address):
    response = client.get(address)
    assert response["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.content)


def test_the_sitemap_names_sections_with_stories_only(client):
    make_article(section=make_section())
    make_section("空栏", "empty")
    assert "/sections/news/" in all_locations(client)
    assert "/sections/empty/" not in all_locations(client)


def test_addresses_in_the_sitemap_are_whole_and_stand_once(client):
    story = make_article(section=make_section(), tags=["劳模"])
    root = read(client, "/sitemap-article-0.xml")
    assert root.tag == f"{MAP}urlset"
    assert [found.text for found in root.iter(f"{MAP}loc")] == [SITE + story.get_absolute_url()]
    found = all_locations(client)
    assert len(found) == len(set(found))


def test_a_part_holds_the_stories_whose_numbers_begin_alike(client, monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 2)
    stories = [make_article(f"第{number}篇").get_absolute_url() for number in range(5)]
    parts = [path for path in locations(client, "/sitemap.xml") if "article" in path]
    assert len(parts) in (3, 4)
    assert max(len(locations(client, part)) for part in parts) == 2
    assert [path for part in parts for path in locations(client, part)] == stories


def test_the_index_names_no_empty_part(client, monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 2)
    for number in range(5):
        make_article(f"第{number}篇")
    Article.objects.order_by("pk")[2].withdraw()
    Article.objects.order_by("pk")[3].withdraw()
    index = read(client, "/sitemap.xml")
    assert index.tag == f"{MAP}sitemapindex"
    assert all(locations(client, part) for part in locations(client, "/sitemap.xml"))


@pytest.mark.parametrize("name", ["article-9", "nothing-0", "user-0"])
def test_there_is_no_other_part(client, name):
    make_article()
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_lastmod_is_when_the_story_changed_and_never_before_it_came_out(client):
    story = make_article()
    Article.objects.update(updated=story.public_from - timedelta(days=1))
    assert lastmod(client) == story.public_from
    story.save()
    assert lastmod(client) == story.updated.replace(microsecond=0)


def lastmod(client) -> datetime:
    return datetime.fromisoformat(
        read(client, "/sitemap-article-0.xml").find(f"*/{MAP}lastmod").text
    )


def test_the_news_sitemap_holds_the_stories_of_two_days_and_no_others(client, settings):
    settings.SITE_NAME = "茂名晚报"
    now = timezone.now()
    fresh = make_article("甲 & 乙", published_at=now - timedelta(days=1, hours=23))
    make_article("两天前的", published_at=now - timedelta(days=2, minutes=1))
    make_article("明天的", published_at=now + timedelta(days=1))
    make_draft("没签发的")
    [url] = read(client, "/sitemap-news.xml")
    assert url.findtext(f"{MAP}loc") == SITE + fresh.get_absolute_url()
    about = url.find(f"{NEWS}news")
    publication = about.find(f"{NEWS}publication")
    assert publication.findtext(f"{NEWS}name") == "茂名晚报"
    assert publication.findtext(f"{NEWS}language") == "zh-cn"
    assert about.findtext(f"{NEWS}title") == "甲 & 乙"
    date = datetime.fromisoformat(about.findtext(f"{NEWS}publication_date"))
    assert date == fresh.public_from.replace(microsecond=0)


def test_the_news_sitemap_may_be_empty(client):
    make_article()
    assert list(read(client, "/sitemap-news.xml")) == []


def test_robots_are_kept_from_the_desk_and_led_to_the_sitemaps(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/sitemap-news.xml" in lines
