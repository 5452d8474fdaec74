"""Feeds of the newest stories, of any list: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1.

/feed/ takes the parameters of every list: /feed/?section=news, /feed/rss/?person=3&q=劳模.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.exchange.answers import for_programs, older_address, stories_asked_for
from articles.exchange.formats import Atom, Json, Rss
from articles.exchange.outside import absolute, readable
from articles.lists.filters import StoryFilter
from articles.lists.paging import Page
from articles.lists.rows import stories_of
from articles.models import Byline, TaggedArticle
from articles.public.showing import set_links
from newsdesk.prepared import prepared
from newsdesk.renditions import TYPES, WHOLE

# what a record's own page shows the stories of; a paper's does not show what it printed
OF_A_PAGE = {"person", "reporter", "organization", "event", "section", "tag"}
FORMATS = {"feed": Atom, "feed_rss": Rss, "feed_json": Json}


@dataclass(frozen=True)
class Asked:
    chosen: StoryFilter
    page: Page


@prepared
def _bylines(*, keys):
    bylines = Byline.objects.filter(article__in=keys).order_by("order", "pk")
    return bylines.select_related("person", "organization")


@prepared
def _tags(*, keys):
    rows = TaggedArticle.objects.filter(content_object__in=keys).order_by("pk")
    return rows.values_list("content_object", "tag__name")


def for_feed(keys) -> list:
    """With `signed`, the bylines with their links, and `tagged_with`, the names of its tags."""
    stories = stories_of(keys)
    bylines, tags = _bylines(keys=keys), _tags(keys=keys)
    set_links(bylines)
    for story in stories:
        story.signed = [row for row in bylines if row.article_id == story.pk]
        story.tagged_with = [name for key, name in tags if key == story.pk]
    return stories


class StoryFeed(Feed):
    def __init__(self, name: str):
        self.name, self.feed_type = name, FORMATS[name]
        self.language = self.feed_type.written_language

    def get_object(self, request):
        return Asked(*stories_asked_for(request, for_feed))

    def title(self, asked):
        words = "，".join(choice.value for choice in asked.chosen.chosen())
        return readable(f"{settings.SITE_NAME} - {words}" if words else settings.SITE_NAME)

    def subtitle(self, asked):
        return _("The newest stories")

    description = subtitle  # as RSS calls it

    def link(self, asked):
        """The page that shows the same: a record's own, or the list."""
        chosen = asked.chosen.values
        if not chosen:
            return absolute(reverse("front"))
        name, record = next(iter(chosen.items()))
        if len(chosen) == 1 and name in OF_A_PAGE:
            return absolute(record.get_absolute_url())
        query = asked.chosen.address().removeprefix(asked.chosen.path)
        return absolute(reverse("article_list") + query)

    def feed_url(self, asked):
        page = {"page": asked.page.number} if asked.page.number > 1 else {}
        place = asked.chosen.cleaned_data["before"]
        return absolute(asked.chosen.address(**({"before": place} if place else page)))

    def feed_guid(self, asked):
        """One for all its pages and formats."""
        return absolute(reverse("feed") + asked.chosen.address().removeprefix(asked.chosen.path))

    def feed_extra_kwargs(self, asked):
        return {"older": absolute(older_address(asked.chosen, asked.page))}

    def author_name(self, asked):
        return settings.SITE_OWNER or settings.SITE_NAME

    def items(self, asked):
        return asked.page.rows

    def item_link(self, item):
        return absolute(item.get_absolute_url())

    def item_guid(self, item):
        return absolute(item.get_absolute_url())

    def item_title(self, item):
        return readable(item.list_title)

    def item_description(self, item):
        return escape(summary(item))  # Atom and RSS take it for HTML

    def item_extra_kwargs(self, item):
        authors = [{"name": readable(row.name), "url": absolute(row.url)} for row in item.signed]
        return {"authors": authors, "text": summary(item)}

    def item_pubdate(self, item):
        return item.public_from

    def item_updateddate(self, item):
        return max(item.updated, item.public_from)

    def item_categories(self, item):
        section = [item.section.name] if item.section else []
        return [readable(name) for name in (*section, *item.tagged_with)]

    def item_enclosures(self, item):
        return [enclosure(use.photo) for use in item.pictures if use.photo.get_absolute_url()][:1]


def enclosure(photo) -> Enclosure:
    """The largest JPEG. RSS wants a length; 0 says that it is not known."""
    largest = photo.of_shape(WHOLE, "jpg")[-1]
    return Enclosure(absolute(photo.address(largest)), str(largest.get("bytes", 0)), TYPES["jpg"])


def summary(item) -> str:
    return readable(item.standfirst or item.beginning)


VIEWS = {name: for_programs(StoryFeed(name)) for name in FORMATS}
