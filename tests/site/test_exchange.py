"""What search engines read: the sitemap, robots.txt."""

from xml.etree import ElementTree

import pytest
from django.contrib.sites.models import Site

from articles.exchange.sitemap import SITEMAPS
from tests.make import make_article, make_section

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


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
