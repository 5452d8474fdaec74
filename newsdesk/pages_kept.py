"""Replies kept in this process's memory: bounded in bytes; what was asked for longest ago goes first."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from django.http import HttpResponse
from django.utils.cache import get_conditional_response

try:
    from redis.exceptions import RedisError
except ImportError:  # the package is needed only where CACHE_URL names a Redis
    RedisError = ConnectionError

OVERHEAD = 1500  # bytes of an entry beside its content: headers, key, the objects themselves


@dataclass
class KeptPage:
    """A reply as it was in one generation of the content, good until a time (seconds since 1970)."""

    content: bytes
    headers: dict[str, str]
    generation: int
    until: float
    renewing: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def of(cls, response, generation: int, until: float):
        return cls(response.content, dict(response.items()), generation, until)

    @property
    def weight(self) -> int:
        return len(self.content) + OVERHEAD

    def is_good(self, generation: int, now: float) -> bool:
        return self.generation == generation and now < self.until

    def reply(self, request) -> HttpResponse:
        response = HttpResponse(self.content, headers=self.headers)
        return get_conditional_response(request, etag=self.headers["ETag"], response=response)


class PagesKept:
    def __init__(self, limit: int):
        self.limit, self.weight = limit, 0
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._lock = Lock()

    def __len__(self):
        return len(self._pages)

    def get(self, key: str) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: KeptPage):
        self.drop(key)
        if page.weight > self.limit // 8:  # a sitemap of years would drive a thousand pages out
            return
        with self._lock:
            self._pages[key] = page
            self.weight += page.weight
            while self.weight > self.limit:
                _key, oldest = self._pages.popitem(last=False)
                self.weight -= oldest.weight

    def drop(self, key: str):
        with self._lock:
            page = self._pages.pop(key, None)
            self.weight -= page.weight if page else 0


class PagesShared:
    """Behind every process's own memory where CACHE_URL names a cache of all; without it pages are made anew."""

    def __init__(self, cache):
        self.cache = cache

    def get(self, key: str, generation: int) -> KeptPage | None:
        try:
            parts = self.cache.get(self._key(key, generation))
        except RedisError:
            return None
        return KeptPage(*parts) if parts else None

    def put(self, key: str, page: KeptPage, seconds: float):
        parts = (page.content, page.headers, page.generation, page.until)
        with suppress(RedisError):
            self.cache.set(self._key(key, page.generation), parts, seconds)

    def _key(self, key, generation) -> str:
        return f"page:{generation}:{sha256(key.encode()).hexdigest()}"
