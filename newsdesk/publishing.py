"""What is public, and when. Every public query goes through published()."""

from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Replace
from django.db.models.lookups import IsNull
from django.utils import timezone

from newsdesk.search import parse


class PublishedQuerySet(models.QuerySet):
    """For what has its own column public_from: null means not public, a date means from then on."""

    def published(self, at=None):
        return self.filter(public_from__lte=at or timezone.now())

    def next_due(self, at=None):
        """When the next one becomes public by itself; None where nothing waits."""
        waiting = self.filter(public_from__gt=at or timezone.now()).order_by("public_from")
        return waiting.values_list("public_from", flat=True).first()


def without_gaps(name: str):
    """买买提艾力 for 买买提·艾力, zengdehua for zeng de hua."""
    return Replace(Replace(name, Value("·"), Value("")), Value(" "), Value(""))


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
        typed = words.strip()
        return self.called(typed, parse(words).wanted, joined) if typed else self

    def called(self, typed: str, terms, joined=and_):
        """The same, of words that are parsed already."""
        names = self.model.searched
        bare = {f"bare_{name}": without_gaps(name) for name in names}
        return self.alias(**bare).filter(self._called_by(names, typed, terms, joined))

    def _called_by(self, names, typed, terms, joined=and_) -> Q:
        """Of rows that have their names without gaps, too."""
        found = [self._called(term, [f"bare_{name}" for name in names]) for term in terms]
        whole = self._called(typed, names)
        return whole | reduce(joined, found) if found else whole

    def _called(self, term: str, names) -> Q:
        return reduce(or_, (Q((f"{name}__icontains", term)) for name in names))

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
