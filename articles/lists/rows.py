"""The stories of one page of a list: of each as much as a list shows."""

from django.utils import timezone

from articles.models import Article, PhotoUse
from newsdesk.prepared import prepared

TITLES = ("headline", "web_headline", "short_title", "public_from")


@prepared
def titled(*, keys, now):
    """Only what a line needs, newest first."""
    return Article.objects.published(now).filter(pk__in=keys).only(*TITLES).newest_first()


@prepared
def _stories(*, keys, now):
    return Article.objects.published(now).filter(pk__in=keys).for_lists().order_by()


@prepared
def _pictures(*, keys):
    return PhotoUse.objects.with_pictures().filter(article__in=keys).for_lists()


def stories_of(keys) -> list[Article]:
    """In the order of the keys, those that are public; with `beginning` and `pictures`."""
    found = by_key(keys)
    return [found[key] for key in keys if key in found]


def by_key(keys) -> dict[int, Article]:
    stories = {story.pk: story for story in _stories(keys=keys, now=timezone.now())}
    for story in stories.values():
        story.pictures = []
    for use in _pictures(keys=stories):
        stories[use.article_id].pictures.append(use)
    return stories
