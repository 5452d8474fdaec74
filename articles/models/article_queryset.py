"""Which articles: by state, lock and words, and what a list needs of them."""

from django.db import models
from django.db.models.functions import Coalesce, Substr

from newsdesk.publishing import PublishedQuerySet
from newsdesk.search import parse

from .search_entry import indexed, standing
from .states import OPEN, State

ENTRY = "search_entry__"
SAMPLE = 200  # stories that are asked how common a word is
SMALL = 3000  # of so few stories nobody need ask


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

    def set_publication(self):
        """The paper that each was printed in; where that is not known, the one it is from."""
        found = {}
        for name in ("page", "source"):
            model = self.model._meta.get_field(name).related_model
            found[name] = model.objects.filter(pk=models.OuterRef(name)).values("publication")
        paper = Coalesce(models.Subquery(found["page"]), models.Subquery(found["source"]))
        return self.update(publication=paper)

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

    def search(self, words: str, rows: int = 21):
        """Stories in which each of the words stands; docs/search.md says where they are looked for, and how.

        `rows` is how many of them will be read, newest first: the plan is chosen for that.
        """
        query = parse(words)
        if not query:
            return self.none() if words.strip() else self
        if self.model.objects.is_common(query, rows):
            return self.filter(standing(query, ENTRY))
        entries = self.model.search_entry.related.related_model.objects
        return self.filter(pk__among=entries.filter(indexed(query), standing(query)).values("pk"))

    def is_common(self, query, rows: int) -> bool:
        """Whether `rows` hits are read sooner from the newest story on than out of the index.

        A sample of the newest stories and one of all tell: a word may have been common once, or be just now.
        """
        last = self.order_by("-pk").values_list("pk", flat=True).first() or 0
        lately = last > SMALL and self.published().newest_first()._hits(query)
        spread = range(1, last, max(last // SAMPLE, 1))
        anywhere = lately and self.filter(pk__in=spread).order_by()._hits(query)
        if not anywhere:
            return False
        walked = rows * SAMPLE / min(lately, anywhere)
        return walked < last * anywhere / SAMPLE

    def _hits(self, query) -> int:
        hit = models.Case(models.When(standing(query, ENTRY), then=1))
        return self.annotate(hit=hit).values("hit")[:SAMPLE].aggregate(n=models.Count("hit"))["n"]

    def search_in_no_order(self, words: str):
        """The same stories, for counting no more than the first thousand: as they come out of the index."""
        query = parse(words)
        if not query:
            return self.search(words)
        return self.filter(indexed(query, ENTRY), standing(query, ENTRY))
