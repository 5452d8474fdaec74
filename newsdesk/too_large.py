"""A form too large to take is answered in words, before anything else reads it."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import UnreadablePostError
from django.shortcuts import render

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
PIECE = 1024 * 1024


class TooLargeMiddleware:
    """Stands before the check of the CSRF token, which reads the form and would end in a bare 400."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            _ = request.POST
        except TOO_LARGE:
            read_to_the_end(request)
            return render(request, "413.html", status=413)
        return self.get_response(request)


def read_to_the_end(request):
    """A browser that is still sending shows a broken connection instead of the answer."""
    try:
        while request.read(PIECE):
            pass
    except UnreadablePostError:
        return
