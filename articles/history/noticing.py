"""What others changed in one's own story since one last saved it oneself."""

from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from articles import policy
from articles.models import Version


@dataclass(frozen=True)
class Changes:
    """From the version one knows to the newest; `by` are those of others in between, the last one last."""

    known: Version
    newest: Version
    by: list[Version]

    @property
    def who(self) -> str:
        return "、".join(dict.fromkeys(version.author_name for version in self.by))

    @property
    def why(self) -> str:
        return "；".join(dict.fromkeys(version.reason for version in self.by if version.reason))

    @property
    def at(self):
        return self.by[-1].at


def changes_by_others(user, article) -> Changes | None:
    """None also where others saved and nothing differs: who only signs it off changes nothing."""
    if not policy.is_own(user, article):
        return None
    kept = article.versions.defer("content").order_by("number")
    known = kept.filter(author=user).last() or kept.first()
    if known is None:
        return None
    by = list(kept.filter(number__gt=known.number, author__isnull=False))
    if not by or kept.last().sha256 == known.sha256:
        return None
    return Changes(known, kept.last(), by)


def with_changes_by_others(articles, user):
    """For lists of one's own stories: from the version `known` to `newest`, null where nothing differs."""
    kept = Version.objects.filter(article=OuterRef("pk")).order_by("-number")
    mine = Subquery(kept.filter(author=user).values("number")[:1])
    last = Subquery(kept.values("sha256")[:1])
    by_others = kept.filter(number__gt=OuterRef("known"), author__isnull=False)
    known = kept.filter(number=OuterRef("known")).exclude(sha256=OuterRef("last_digest"))
    return articles.annotate(known=Coalesce(mine, 1), last_digest=last).annotate(
        newest=Case(
            When(Exists(by_others) & Exists(known), then=Subquery(kept.values("number")[:1]))
        )
    )
