"""The site, and the view against which its pages are measured."""

from django.http import HttpResponse
from django.urls import path

from newsdesk import urls

handler400 = urls.handler400


def bare(request):
    return HttpResponse("ok", headers={"Cache-Control": "no-store"})


urlpatterns = [path("bare/", bare), *urls.urlpatterns]
