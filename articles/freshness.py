"""What every kept page hangs on: the generation of the content, and when it changes by itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock

from django.conf import settings
from django.utils import timezone

from articles.lists.selection import midnight
from articles.models import Article, ContentChange, Topic

REREAD = 1.0  # seconds; a query for each request would cost four fifths of a bare view


@dataclass(frozen=True)
class Freshness:
    generation: int
    until: float  # seconds since 1970: the next story or topic is due, or the day ends

    @classmethod
    def read(cls):
        """The generation first: what is written in between makes a page stale, never the other way."""
        generation = ContentChange.objects.generation()
        now = timezone.now()
        ends = midnight(timezone.localdate(now) + timedelta(days=1))
        due = (records.next_due(now) for records in (Article.objects, Topic.objects))
        return cls(generation, min([ends, *filter(None, due)]).timestamp())


class Watch:
    """One a process: reads at most once a second, and at once where a time has come."""

    def __init__(self):
        self._known, self._read_at = None, 0.0
        self._lock = Lock()

    def look(self) -> Freshness:
        known = self._known
        outdated = known is None or time.time() >= known.until
        if not outdated and time.monotonic() - self._read_at < REREAD:
            return known
        if not self._lock.acquire(blocking=outdated):
            return known  # another thread is reading it
        try:
            return self._look_again(known)
        finally:
            self._lock.release()

    def _look_again(self, known) -> Freshness:
        if self._known is known:  # nobody was faster
            read_at = time.monotonic()
            self._known = Freshness.read()
            self._read_at = read_at
        return self._known


watch = Watch()


class Remembered:
    """Something small that every page needs, made once until the content changes; anew each time where pages are not kept.

    What it is made of tells several such things apart: it must be one of a few.
    """

    def __init__(self, make: Callable):
        self.make, self._known = make, (None, {})

    def __call__(self, *of):
        if not settings.PAGE_CACHE:
            return self.make(*of)
        fresh, (as_of, known) = watch.look(), self._known
        if as_of != fresh:
            known = {}
            self._known = (fresh, known)
        if of not in known:
            known[of] = self.make(*of)
        return known[of]
