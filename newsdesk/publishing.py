"""What is public, and when. Every public query goes through published()."""

from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat, Lower, Replace
from django.db.models.lookups import IsNull
from django.utils import timezone

from newsdesk.search import fold, parse
from newsdesk.search_fields import FoldedField


class PublishedQuerySet(models.QuerySet):
    """For what has its own column public_from: null means not public, a date means from then on."""

    def published(self, at=None):
        return self.filter(public_from__lte=at or timezone.now())

    def next_due(self, at=None):
        """When the next one becomes public by itself; None where nothing waits."""
        waiting = self.filter(public_from__gt=at or timezone.now()).order_by("public_from")
        return waiting.values_list("public_from", flat=True).first()


_GAPS = (" ", "·")


def without_gaps(*names: str):
    """The names in these columns, one a line: 买买提艾力 for 买买提·艾力, zengdehua for zeng de hua."""
    lines = reduce(lambda lines, name: Concat(lines, Value("\n"), name), names, Value(""))
    bare = reduce(lambda text, gap: Replace(text, Value(gap), Value("")), _GAPS, lines)
    return Lower(bare, output_field=FoldedField())


def sought(words: str) -> tuple[str, tuple[str, ...]]:
    """As they are looked for in names: all as one name, and each by itself where there are several."""
    whole = reduce(lambda text, gap: text.replace(gap, ""), _GAPS, fold(words))
    terms = parse(words).wanted
    return whole, () if terms == (whole,) else terms


class NamedQuerySet(models.QuerySet):
    """For what is public once a published story names it; the model's `named_by` lists the links.

    Each link row carries a copy of its story's public_from (null while it is only proposed).
    """

    def published(self, at=None):
        named = Q(opened=True) | self.named_in_published(at)
        return self.filter(named, self.model.showable())

    def search(self, words: str, joined=and_):
        """Those in one of whose names (the model's `searched`) each of the words stands; with joined=or_ any of them.

        Names are stored in one form; what is typed may be padded, traditional, full width, with any interpunct.
        """
        return self.called(*sought(words), joined) if words.strip() else self

    def called(self, whole: str, terms, joined=and_, has=None):
        """The same, of words as `sought` tells them; `has`: whether a name has one of them."""
        if not whole:
            return self.none()
        found, *others = map(has or self.has, (whole, *terms))
        found = found | reduce(joined, others) if others else found
        return self.alias(bare=without_gaps(*self.model.searched)).filter(found)

    def has(self, term: str) -> Q:
        return Q(bare__has=term)

    def known_only_from_drafts(self, at=None):
        """Whom stories name, and none that is public: not even the name may stand on a page."""
        named = reduce(or_, (self._links(name) for name in self.model.named_by))
        return self.filter(named, opened=False).exclude(self.named_in_published(at))

    def named_in_published(self, at=None) -> Q:
        public = {"public_from__lte": at or timezone.now()}
        return reduce(or_, (self._links(name, **public) for name in self.model.named_by))

    def _links(self, name: str, **conditions) -> Q:
        """Is there such a row? Looked up record by record: of Exists PostgreSQL may make a table of all links, to show four."""
        link = self.model._meta.get_field(name).field
        rows = link.model._base_manager.filter(**conditions, **{link.name: OuterRef("pk")})
        return Q(IsNull(Subquery(rows.order_by().values(link.attname)[:1]), False))


class LinkQuerySet(PublishedQuerySet):
    """For rows that tie a story to somebody or something; a proposal is never public."""

    def confirmed(self):
        return self.filter(confirmed=True)

    def proposed(self):
        return self.filter(confirmed=False)
