"""A form that was sent after its login had ended is held until the one who filled it in has logged in again.

It lies in a session of its own, which neither login nor logout touches, named by a cookie of this browser alone.
Whose it is says the form's CSRF token: another cookie, signed, knows to whom each of the last tokens was given.
"""

import hashlib
from importlib import import_module
from secrets import token_hex

from django.conf import settings
from django.core import signing
from django.http import HttpResponseRedirect
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_TOKEN_LENGTH, _unmask_cipher_token
from django.urls import reverse

HELD, OWNERS = "held", "desk"  # the cookies
MAX_LENGTH = 4_000_000  # characters of all fields together
HOURS = 12
AT_MOST = 5  # forms held, and tokens remembered, of one browser
NEVER = ("login", "logout", "password")  # where what is sent is not a text but a secret


class HeldMiddleware:
    """Stands behind the one that says who is logged in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not of_desk(request):
            return response
        if getattr(request, "held_key", None) is not None:
            set_cookie(response, HELD, request.held_key)
        elif response.status_code == 302 and "held" in request.POST:
            forget(request, request.POST["held"])
        remember_owner(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """The CSRF token was found good: this browser filled in a form of ours."""
        if request.method != "POST" or not of_desk(request) or not is_page(request):
            return None
        if getattr(view, "answers_itself", False):
            return None
        owner = owner_of(request)
        if request.user.is_authenticated and owner in (None, request.user.pk):
            return None
        return hold(request, owner)


def answers_itself(view):
    """For a view that is asked by a script and tells it that nobody is logged in."""
    view.answers_itself = True
    return view


def of_desk(request) -> bool:
    return request.path.startswith(reverse("admin:index"))


def is_page(request) -> bool:
    """Not what a script sends: that hears the answer itself."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def is_same_origin(request) -> bool:
    """Said by the browser itself; one that says nothing is not believed."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    here = f"{request.scheme}://{request.get_host()}"
    return (site == "same-origin" and origin in (None, here)) or (site is None and origin == here)


def hold_refused(request):
    """For a form whose token is not good any more; None where it may be another site's."""
    if of_desk(request) and is_page(request) and is_same_origin(request):
        return hold(request, owner_of(request))
    return None


def hold(request, owner) -> HttpResponseRedirect | None:
    """Keep what was sent and ask for the login of its owner; None where it is not to be kept."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [field for field in fields if field[0] not in ("csrfmiddlewaretoken", "held")]
    secret = any(word in part for word in NEVER for part in (request.path, *dict(fields)))
    if owner is None or secret or sum(len(value) for _name, value in fields) > MAX_LENGTH:
        return None
    files = [file.name for _name, many in request.FILES.lists() for file in many]
    store, token = store_of(request), token_hex(8)
    forms = store.get("forms", {})
    forms[token] = {
        "owner": owner,
        "address": request.get_full_path(),
        "fields": fields,
        "files": files,
    }
    store["forms"] = dict(list(forms.items())[-AT_MOST:])
    store.set_expiry(HOURS * 3600)
    store.save()
    request.held_key = store.session_key
    return HttpResponseRedirect(reverse("admin:held", args=[token]))


def store_of(request):
    """The session in which this browser's forms are held."""
    engine = import_module(settings.SESSION_ENGINE)
    key = request.COOKIES.get(HELD)
    store = engine.SessionStore(key)
    return store if "forms" in store else engine.SessionStore()


def held(request, token) -> dict | None:
    return store_of(request).get("forms", {}).get(token)


def forget(request, token):
    store = store_of(request)
    forms = store.get("forms", {})
    if token and forms.pop(token, None):
        store["forms"] = forms
        store.save()


def owner_of(request) -> int | None:
    """The key of the account to which the sent form was shown."""
    said = request.POST.get("unsaved_user", "")  # a form that takes a fresh token says whose it is
    if said.isdecimal():
        return int(said)
    token = request.POST.get("csrfmiddlewaretoken", "")
    if len(token) == CSRF_TOKEN_LENGTH and set(token) <= set(CSRF_ALLOWED_CHARS):
        token = _unmask_cipher_token(token)
    return owners(request).get(digest(token))


def owners(request) -> dict:
    try:
        return signing.loads(request.COOKIES.get(OWNERS, ""), salt=OWNERS)
    except signing.BadSignature:
        return {}


def remember_owner(request, response):
    secret = request.META.get("CSRF_COOKIE")
    if not secret or not request.user.is_authenticated:
        return
    known = owners(request)
    if known.get(digest(secret)) != request.user.pk:
        known = dict(list(known.items())[1 - AT_MOST :]) | {digest(secret): request.user.pk}
        set_cookie(response, OWNERS, signing.dumps(known, salt=OWNERS))


def digest(secret) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()[:16]


def set_cookie(response, name, value):
    response.set_cookie(
        name,
        value,
        path=reverse("admin:index"),
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )
