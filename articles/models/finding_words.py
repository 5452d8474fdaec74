"""Stories by their words: as conditions on their search entries, by the cheaper of two plans; see docs/search.md."""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import Q

from newsdesk.search import Query, pairs, parse

ENTRY = "search_entry__"
EVERYWHERE, HEAD, ELSEWHERE = "everywhere", "head", "elsewhere"  # head: all in headlines and names
SAMPLE = 200  # stories that are asked how common a word is
SMALL = 3000  # of so few stories nobody need ask
# what a hit in the index costs, against reading one story after the other: looked up and sorted, or only counted
READ, UNREAD = 2, 0.02


@dataclass(frozen=True)
class Asked:
    query: Query
    where: str = EVERYWHERE

    def standing(self, entry="") -> Q:
        """The terms stand in the story; one character is looked for in headlines and names."""
        found = [Q((f"{entry}{self._column(term)}__has", term)) for term in self.query.wanted]
        found += [Q((f"{entry}{column(term)}__lacks", term)) for term in self.query.unwanted]
        if self.where == ELSEWHERE:
            found.append(
                reduce(or_, (Q((f"{entry}head__lacks", term)) for term in self.query.wanted))
            )
        return reduce(and_, found)

    def indexed(self, entry="") -> Q:
        """The index knows the story under the terms; `standing` tells which of these few it is."""
        grams = set().union(*map(pairs, self.query.long))
        if self.where == HEAD:
            return Q((f"{entry}head__indexed", grams.union(self.query.lone)))
        found = Q((f"{entry}text__indexed", grams)) if grams else Q()
        return found & Q((f"{entry}head__indexed", self.query.lone)) if self.query.lone else found

    def _column(self, term):
        return "head" if self.where == HEAD else column(term)


def column(term: str) -> str:
    return "text" if len(term) > 1 else "head"


class FindsWords(models.QuerySet):
    def search(self, words: str, rows: int = 21, where: str = EVERYWHERE):
        """Stories in which each of the words stands, in no order of their own.

        `rows` is how many of them will be read, newest first: the plan is chosen for that. `where` parts them into
        those that have all in headlines and names, and the others.
        """
        asked = Asked(parse(words), where)
        if not asked.query:
            return self.none() if words.strip() else self
        if where == ELSEWHERE and not asked.query.long:
            return self.none()
        if self.model.objects.is_common(asked, rows):
            return self.filter(asked.standing(ENTRY))
        entries = self.model.search_entry.related.related_model.objects
        return self.filter(pk__among=entries.filter(asked.indexed(), asked.standing()).values("pk"))

    def search_in_no_order(self, words: str, rows: int = 1001, where: str = EVERYWHERE):
        """The same stories, for counting no more than `rows` of them: as they come out of the index."""
        asked = Asked(parse(words), where)
        if not asked.query or (where == ELSEWHERE and not asked.query.long):
            return self.search(words, where=where)
        common = self.model.objects.is_common(asked, rows, each=UNREAD)
        narrowed = Q() if common else asked.indexed(ENTRY)
        return self.filter(narrowed, asked.standing(ENTRY)).order_by()

    def is_common(self, asked: Asked, rows: int, each: float = READ) -> bool:
        """Whether `rows` hits are read sooner from the newest story on than out of the index.

        A sample of the newest stories and one of all tell: a word may have been common once, or be just now.
        `each` is what one hit in the index costs.
        """
        last = self.order_by("-pk").values_list("pk", flat=True).first() or 0
        lately = last > SMALL and self.published().newest_first()._hits(asked)
        spread = range(1, last, max(last // SAMPLE, 1))
        anywhere = lately and self.filter(pk__in=spread).order_by()._hits(asked)
        if not anywhere:
            return False
        walked = rows * SAMPLE / min(lately, anywhere)
        return walked < each * last * anywhere / SAMPLE

    def _hits(self, asked: Asked) -> int:
        hit = models.Case(models.When(asked.standing(ENTRY), then=1))
        return self.annotate(hit=hit).values("hit")[:SAMPLE].aggregate(n=models.Count("hit"))["n"]
