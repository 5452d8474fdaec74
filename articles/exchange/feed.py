"""The Atom feed of the newest stories (RFC 4287)."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from articles.models import Article

ENTRIES = 30


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
        return item.title

    def item_description(self, item):
        return item.standfirst or item.plain_text[:120]

    def item_author_name(self, item):
        return "、".join(byline.name for byline in item.bylines.all()) or self.author_name()

    def item_pubdate(self, item):
        return item.public_from

    def item_updateddate(self, item):
        return max(item.updated, item.public_from)

    def item_categories(self, item):
        return [tag.name for tag in item.tags.all()]
