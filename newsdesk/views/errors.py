"""The site's own pages for what went wrong."""

from django.http import Http404
from django.shortcuts import render

from newsdesk.held import hold_refused


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def csrf_failure(request, reason=""):
    return hold_refused(request) or render(request, "403_csrf.html", status=403)


class MissingPage:
    """What a view does not find is answered with our page, also where DEBUG would show Django's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Http404):
            return render(request, "404.html", status=404)
        return None


def nothing_here(request, address):
    """The last address of all: what no other one matched."""
    raise Http404
