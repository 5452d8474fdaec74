"""How addresses and text stand in what other programs read."""

import re
from urllib.parse import urlsplit

from django.conf import settings

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def absolute(path: str) -> str:
    """With the site before it; an address that is whole already, and "", as they are."""
    return f"{settings.SITE_URL.rstrip('/')}{path}" if path.startswith("/") else path


def host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def readable(text: str) -> str:
    """Without the characters that XML cannot hold and scanned text may."""
    return _NOT_IN_XML.sub("", text)


def filled(**values) -> dict:
    """What says something: neither "" nor None nor an empty list."""
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}
