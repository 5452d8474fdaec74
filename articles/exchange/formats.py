"""What Django's feed formats leave out: several authors, the next page, and JSON Feed 1.1."""

import json

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date

from articles.exchange.outside import filled

DUBLIN_CORE = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}


class Atom(Atom1Feed):
    written_language = "zh-Hans"

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["older"]:  # RFC 5005
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["older"]})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author["name"])
            if author["url"]:
                handler.addQuickElement("uri", author["url"])
            handler.endElement("author")


class Rss(Rss201rev2Feed):
    written_language = "zh-cn"  # of the list of languages that RSS allows

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["older"]:
            handler.addQuickElement("atom:link", "", {"rel": "next", "href": self.feed["older"]})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:  # RSS's own author must be a mail address
            handler.addQuickElement("dc:creator", author["name"], DUBLIN_CORE)


class Json(SyndicationFeed):
    written_language = "zh-Hans"
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        known = self.feed
        feed = filled(
            version="https://jsonfeed.org/version/1.1",
            title=known["title"],
            home_page_url=known["link"],
            feed_url=known["feed_url"],
            description=known["subtitle"],
            next_url=known["older"],
            authors=[{"name": known["author_name"]}],
            language=known["language"],
        )
        items = [self.item(row) for row in self.items]
        outfile.write(json.dumps(feed | {"items": items}, ensure_ascii=False).encode(encoding))

    def item(self, row) -> dict:
        picture = row["enclosures"][0].url if row["enclosures"] else ""
        return filled(
            id=row["unique_id"],
            url=row["link"],
            title=row["title"],
            image=picture,
            date_published=rfc3339_date(row["pubdate"]),
            date_modified=rfc3339_date(row["updateddate"]),
            authors=[filled(**author) for author in row["authors"]],
            tags=list(row["categories"]),
        ) | {"content_text": row["text"]}
