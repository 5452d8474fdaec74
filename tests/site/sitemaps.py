"""The sitemap as a crawler reads it."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(client, address) -> list[str]:
    """The paths of a map or an index."""
    root = ElementTree.fromstring(client.get(address).content)
    return [urlsplit(found.text).path for found in root.iter(LOC)]


def all_locations(client) -> list[str]:
    """What the parts that the index names hold together."""
    return [path for part in locations(client, "/sitemap.xml") for path in locations(client, part)]
