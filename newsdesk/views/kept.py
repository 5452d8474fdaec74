"""Readers' pages are kept and sent again; what caches on the way may do with them. See docs/performance.md."""

import re
import time
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.cache import cache
from django.utils.cache import get_conditional_response

from articles.freshness import Freshness, watch
from articles.lists.filters import StoryFilter
from articles.views.events import EventFilter
from newsdesk.pages_kept import KeptPage, PagesKept, PagesShared
from newsdesk.views.honours import HonourFilter
from newsdesk.views.organizations import OrganizationFilter
from newsdesk.views.people import PersonFilter

LONGEST = 300  # seconds that a page is kept
RENEWED = 5  # seconds that others wait for the one who makes a stale page anew
PUBLIC = (
    "public, max-age=0, s-maxage=5"  # who reads asks again; a cache in front asks every 5 seconds
)
PRIVATE = "private, no-store"
ASK_AGAIN = "no-cache"

# the parameters of our lists; an address with any other is answered, and not kept
PARAMETERS = {
    name
    for form in (StoryFilter, EventFilter, PersonFilter, OrganizationFilter, HonourFilter)
    for name in form.base_fields
}
# what others hang on addresses and no page of ours reads
TRACKING = re.compile("utm_[a-z]+|from|isappinstalled|scene|clicktime|enterid|gclid|fbclid|spm")
MAX_QUERY, MAX_PARAMETERS = 500, 20


class ReadersPages:
    """Stands before everything that reads a cookie or the database, behind what sends readers to https."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.kept = PagesKept(settings.PAGE_CACHE_MEGABYTES * 1024**2)
        self.shared = PagesShared(cache) if is_shared() else None

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if is_known(request):
            return with_default(self.get_response(request), PRIVATE)
        key = key_of(request) if settings.PAGE_CACHE else None
        if key is None:
            return conditional(request, finished(request, self.get_response(request)))
        return self.of_reader(request, key)

    def of_reader(self, request, key):
        fresh, page = watch.look(), self.kept.get(key)
        if page is None:
            return self.made(request, key, fresh)
        if page.is_good(fresh.generation, time.time()):
            return page.reply(request)
        return self.renewed(request, key, page)

    def renewed(self, request, key, stale: KeptPage):
        """After a change all ask for the same page at once: one makes it, the others wait for that."""
        alone = stale.renewing.acquire(timeout=RENEWED)
        try:
            fresh, page = watch.look(), self.kept.get(key)
            if page and page.is_good(fresh.generation, time.time()):  # the one before us made it
                return page.reply(request)
            return self.made(request, key, fresh)
        finally:
            if alone:
                stale.renewing.release()

    def made(self, request, key, fresh: Freshness):
        """Anew, or as another process made it; `fresh` was read before, so it is never called newer than it is."""
        if self.shared and (page := self.shared.get(key, fresh.generation)):
            self.kept.put(key, page)
            return page.reply(request)
        request.freshness = fresh
        response = finished(request, self.get_response(request))
        if request.method == "GET":
            self.keep(key, response, fresh)
        return conditional(request, response)

    def keep(self, key, response, fresh: Freshness):
        if not response.has_header("ETag") or response["Cache-Control"] != PUBLIC:
            self.kept.drop(key)
            return
        now = time.time()
        page = KeptPage.of(response, fresh.generation, min(fresh.until, now + LONGEST))
        self.kept.put(key, page)
        if self.shared and page.until > now:
            self.shared.put(key, page, page.until - now)


def is_shared() -> bool:
    return not settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache"))


def is_known(request) -> bool:
    """Somebody who has logged in, or says so: nothing is kept for them, nothing kept is sent to them."""
    return "HTTP_COOKIE" in request.META and settings.SESSION_COOKIE_NAME in request.COOKIES


def key_of(request) -> str | None:
    """The address with its parameters in order; None for one whose reply is not kept."""
    query = request.META.get("QUERY_STRING", "")
    if query:
        query = normalised(query)
        if query is None:
            return None
    return f"{request.scheme}://{request.get_host()}{request.path_info}?{query}"


def normalised(query: str) -> str | None:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MAX_PARAMETERS)
    except ValueError:
        return None
    pairs = [(k, v) for k, v in pairs if k in PARAMETERS or not TRACKING.fullmatch(k)]
    if len(query) > MAX_QUERY or any(name not in PARAMETERS for name, _value in pairs):
        return None
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def finished(request, response):
    """With the headers for a reader who is nobody in particular."""
    if not is_for_everybody(request, response):
        return with_default(response, ASK_AGAIN)
    response["Cache-Control"] = PUBLIC
    # the newest story's time goes back when that story is withdrawn: only the content says what changed
    del response["Last-Modified"]
    if not response.has_header("ETag"):
        response["ETag"] = f'"{blake2b(response.content, digest_size=16).hexdigest()}"'
    return response


def is_for_everybody(request, response) -> bool:
    """Nothing in it is one reader's: no cookie, no form's token, no nonce; and the view did not say otherwise."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Vary")
        and not response.has_header("Cache-Control")
        and not getattr(request, "_csp_nonce", None)
    )


def conditional(request, response):
    etag = response.get("ETag")
    if response.status_code != 200 or not etag or response.streaming:
        return response
    return get_conditional_response(request, etag=etag, response=response)


def with_default(response, cache_control: str):
    """A view's own word stands; what leads elsewhere, and files, say themselves how long they hold."""
    if response.status_code not in (301, 302) and not response.streaming:
        response.headers.setdefault("Cache-Control", cache_control)
    return response
