"""Who is at work: the user of this request or command, for records that say who changed what."""

from contextlib import contextmanager
from contextvars import ContextVar

_actor = ContextVar("actor", default=None)


def current():
    """The user at work, or None where a command runs without one."""
    return _actor.get()


@contextmanager
def acting(user):
    token = _actor.set(user)
    try:
        yield
    finally:
        _actor.reset(token)


class ActorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # only requests that may change something ask who sends them: reading stays free of a session query
        user = None if request.method in ("GET", "HEAD") else request.user
        with acting(user if user and user.is_authenticated else None):
            return self.get_response(request)
