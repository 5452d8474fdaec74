"""Which articles: by state, lock and words, and what a list needs of them."""

from django.db import models
from django.db.models.functions import Coalesce, Substr

from newsdesk.publishing import PublishedQuerySet

from .finding_words import FindsWords
from .states import OPEN, State

BEGINNING = 200  # characters of the text
IN_LISTS = (
    "kicker", "headline", "subheadline", "web_headline", "short_title", "standfirst", "dateline",
    "section__name", "section__slug", "public_from", "updated", "front", "pinned",
)  # fmt: skip


class ArticleQuerySet(FindsWords, PublishedQuerySet):
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
            .annotate(beginning=Substr("plain_text", 1, BEGINNING))
            .prefetch_related(models.Prefetch("photo_uses", self._pictures(), "pictures"))
        )

    def for_lists(self):
        """As little of each as a list shows; see articles/lists/rows.py."""
        shown = self.select_related("section").only(*IN_LISTS)
        return shown.annotate(beginning=Substr("plain_text", 1, BEGINNING))

    def _pictures(self):
        return self.model.photo_uses.rel.related_model.objects.with_pictures()
