"""A file sent whole or, where a player asks for it, from one byte to another (RFC 9110, 14)."""

import re

from django.http import FileResponse, HttpResponse
from django.utils.cache import get_conditional_response

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Slice:
    """`length` bytes of an open file, from `start` on."""

    def __init__(self, file, start: int, length: int):
        file.seek(start)
        self.file, self.left = file, length

    def read(self, size=-1) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        piece = self.file.read(wanted)
        self.left -= len(piece)
        return piece

    def close(self):
        self.file.close()


def asked_for(header: str, size: int) -> tuple[int, int] | None:
    """(first, last byte) of one range; None for what is not understood, which gets the whole.

    Several ranges at once are not understood, as the standard allows. ValueError: there is nothing there.
    """
    found = _RANGE.fullmatch(header.replace(" ", ""))
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:  # the last so many bytes
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last or size), size - 1)
        if last and int(last) < start:
            return None
    if start > end:
        raise ValueError(header)
    return start, end


def deliver(request, opened, *, size: int, etag: str, type: str, download_as="") -> HttpResponse:
    """`opened()` gives the file; it is not called where nothing of it is sent.

    With `download_as` the browser saves it under this name instead of showing it.
    """
    response = get_conditional_response(request, etag=etag) or _sent(
        request, opened, size, etag, {"content_type": type, "filename": download_as}
    )
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    return response


def _sent(request, opened, size, etag, options) -> HttpResponse:
    header = request.headers.get("Range", "") if request.method == "GET" else ""
    if request.headers.get("If-Range", etag) != etag:
        header = ""  # it was another file then
    try:
        part = asked_for(header, size)
    except ValueError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = part or (0, size - 1)
    length = end - start + 1
    as_attachment = bool(options["filename"])
    file = Slice(opened(), start, length)
    response = FileResponse(
        file, as_attachment=as_attachment, status=206 if part else 200, **options
    )
    response["Content-Length"] = length
    if part:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response
