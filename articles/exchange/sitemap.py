"""The sitemap: every public page of a record."""

from django.contrib.sitemaps import Sitemap, views
from django.urls import reverse

from articles.models import Article, Event, PrintPage, Section, Tag, Topic
from people.models import Organization, Person


class Pages(Sitemap):
    def items(self):
        return [
            "front",
            "article_list",
            "person_list",
            "organization_list",
            "event_list",
            "archive",
            "honour_list",
            "topic_list",
        ]

    def location(self, item):
        return reverse(item)


class Stories(Sitemap):
    limit = 5000

    def items(self):
        return Article.objects.published().only("pk", "updated").newest_first()

    def lastmod(self, item):
        return item.updated


class Records(Sitemap):
    """The published rows of one model."""

    limit = 5000

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.published().order_by("pk")


SITEMAPS = {"pages": Pages(), "stories": Stories()} | {
    model._meta.model_name: Records(model)
    for model in (Person, Organization, Event, Section, Tag, PrintPage, Topic)
}


def sitemap(request):
    """Everything in one map as long as it fits; beyond that an index of maps, one or more a kind."""
    if all(pages.paginator.num_pages == 1 for pages in SITEMAPS.values()):
        return views.sitemap(request, SITEMAPS)
    return views.index(request, SITEMAPS, sitemap_url_name="sitemap_part")


def sitemap_part(request, *, section):
    return views.sitemap(request, SITEMAPS, section)
