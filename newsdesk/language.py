"""Readers get the paper in its own language; the desk in the language of the browser."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse
from django.utils import translation


class DeskLocaleMiddleware(LocaleMiddleware):
    """Public pages do not vary with the browser's language: one copy serves all readers."""

    def process_request(self, request):
        if self.is_desk(request):
            return super().process_request(request)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return None

    def process_response(self, request, response):
        if self.is_desk(request):
            return super().process_response(request, response)
        response.headers.setdefault("Content-Language", settings.LANGUAGE_CODE)
        return response

    def is_desk(self, request) -> bool:
        return request.path_info.startswith(reverse("admin:index"))
