"""From the bytes of a file to the text of a page, or a refusal that says why."""

import codecs

MAX_CHARACTERS = 200_000
MAX_BYTES = 4 * MAX_CHARACTERS

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Unreadable(ValueError):
    """`key` is one of: empty, binary, too_long."""

    def __init__(self, key):
        super().__init__(key)
        self.key = key


def decode(data: bytes) -> str:
    """UTF-8 and UTF-16 with their marks, UTF-8 without, GB18030; line ends stay as they are."""
    if len(data) > MAX_BYTES:
        raise Unreadable("too_long")
    return check(_decoded(data))


def check(raw: str) -> str:
    """A text that can be read as a page, without its byte order mark."""
    raw = raw.removeprefix("\ufeff")
    if len(raw) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    if not raw.strip():
        raise Unreadable("empty")
    if _is_binary(raw):
        raise Unreadable("binary")
    return raw


def _decoded(data):
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _or_binary(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _or_binary(data, "gb18030")


def _or_binary(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("binary") from None


def _is_binary(raw):
    """Control characters or private ones: a file of another kind that happened to decode."""
    odd = sum(
        (char < " " and char not in "\t\n\r\v\f") or "\ue000" <= char <= "\uf8ff" for char in raw
    )
    return "\0" in raw or odd * 50 > len(raw)
