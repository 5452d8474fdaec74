"""Stories found by words, the best first: those with all words in headlines and names, then the others."""

from articles.lists.paging import Place
from articles.models.finding_words import ELSEWHERE, HEAD


class Ranked:
    """Two lists, each newest first, read as one: no more is read, or even asked, than the page needs."""

    def __init__(self, found):
        """`found(where)` gives the Stories that have all words in headlines and names, or the others."""
        self.found = found

    def places(self, many: int, *, first: int = 0, before=None) -> list[Place]:
        """So many from the first-th on; none lies before a moment here: that is the order by date."""
        best = self.found(HEAD)
        places = best.places(many, first=first)
        missing = many - len(places)
        if not missing:
            return places
        passed = first + len(places) if places or not first else best.count()
        return places + self.found(ELSEWHERE).places(missing, first=max(0, first - passed))
