"""Which articles: by state, lock and words, and what a list needs of them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Substr

from newsdesk.publishing import PublishedQuerySet

from .states import OPEN, State


class ArticleQuerySet(PublishedQuerySet):
    def newest_first(self):
        return self.order_by("-public_from", "-pk")

    def open(self):
        return self.filter(state__in=OPEN)

    def filed(self):
        return self.filter(filed_at__isnull=False)

    def newly_filed(self):
        """Handed in, and nobody at the desk has saved or locked it since."""
        versions = self.model.versions.rel.related_model.objects
        by_others = versions.filter(article=models.OuterRef("pk"), author__isnull=False)
        by_others = by_others.exclude(author=models.OuterRef("created_by"))
        handed_in = self.filed().filter(state=State.DRAFT, locked_by__isnull=True)
        return handed_in.exclude(models.Exists(by_others))

    def locked_for(self, user):
        """Those that somebody else has locked."""
        return self.filter(locked_by__isnull=False).exclude(locked_by=user)

    def with_source(self):
        """With what names it; a printed page without its text, which is as long as twenty stories."""
        stories = self.select_related("section", "source__publication", "page__publication")
        return stories.defer("page__raw", "page__overrides")

    def with_beginnings(self):
        """For lists: `beginning` instead of the whole text, and `pictures` that can be shown."""
        return (
            self.with_source()
            .defer("body", "plain_text")
            .annotate(beginning=Substr("plain_text", 1, 200))
            .prefetch_related(models.Prefetch("photo_uses", self._pictures(), "pictures"))
        )

    def _pictures(self):
        return self.model.photo_uses.rel.related_model.objects.with_pictures()

    def search(self, words: str):
        """Stories in which each of the words stands, in headlines, text or printed names."""
        query = Q()
        for word in words.split():
            found = Q(plain_text__icontains=word)
            for field in self.model.LINES:
                found |= Q(**{f"{field}__icontains": word})
            query &= found | Q(models.Exists(self._with_mention_of(word)))
        return self.filter(query)

    def _with_mention_of(self, word: str):
        mentions = self.model.mentions.rel.related_model.objects.confirmed()
        return mentions.filter(article=models.OuterRef("pk"), name__icontains=word)
