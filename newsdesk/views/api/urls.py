"""The addresses of the API."""

from django.urls import path

from articles.exchange.answers import for_programs, json_answer
from articles.exchange.outside import absolute

from .openapi import description
from .resources import RESOURCES, Resource


def listed(resource: Resource):
    @for_programs
    def view(request):
        rows, older = resource.rows(request)
        items = [resource.item.of(row) for row in rows]
        return json_answer({"items": items, "next": absolute(older)})

    return view


def read(resource: Resource):
    @for_programs
    def view(request, *, pk):
        return json_answer(resource.full.of(resource.one(pk)))

    return view


@for_programs
def openapi(request):
    return json_answer(description())


urlpatterns = [
    path("openapi.json", openapi, name="openapi"),
    *(path(f"{each.name}/", listed(each)) for each in RESOURCES),
    *(path(f"{each.name}/<int:pk>/", read(each)) for each in RESOURCES if each.full),
]
