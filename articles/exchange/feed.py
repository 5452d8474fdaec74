"""The Atom feed of the newest stories (RFC 4287)."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.models import Article

ENTRIES = 30
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def readable(text: str) -> str:
    """Without the control characters that XML cannot hold and scanned text may."""
    return CONTROL.sub("", text)


def absolute(path: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{path}"


class StoryFeed(Feed):
    feed_type = Atom1Feed
    language = "zh-Hans"

    def title(self):
        return settings.SITE_NAME

    def subtitle(self):
        return _("The newest stories")

    def link(self):
        return reverse("front")

    def feed_guid(self):
        return absolute(reverse("feed"))

    def author_name(self):
        return settings.SITE_OWNER or settings.SITE_NAME

    def items(self):
        stories = Article.objects.published().with_source().prefetch_related("bylines", "tags")
        return stories.newest_first()[:ENTRIES]

    def item_guid(self, item):
        return absolute(item.get_absolute_url())

    def item_title(self, item):
        return readable(item.title)

    def item_description(self, item):
        return escape(readable(item.standfirst or item.plain_text[:120]))  # Atom takes it for HTML

    def item_author_name(self, item):
        names = "、".join(byline.name for byline in item.bylines.all())
        return readable(names) or self.author_name()

    def item_pubdate(self, item):
        return item.public_from

    def item_updateddate(self, item):
        return max(item.updated, item.public_from)

    def item_categories(self, item):
        return [readable(tag.name) for tag in item.tags.all()]
