"""The API's description (OpenAPI 3.1), made from the same table as its answers."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from articles.exchange.answers import PROBLEM
from articles.exchange.outside import absolute

from . import shapes
from .resources import RESOURCES, Resource
from .shape import Shape, many

PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": many(
            {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
            }
        ),
    },
}


def description() -> dict:
    named = [each for each in vars(shapes).values() if isinstance(each, Shape)]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Open data of %(site)s") % {"site": settings.SITE_NAME},
            "version": "1.0.0",
            "description": _("Published records, for reading only; no key is needed."),
        },
        "servers": [{"url": absolute("/api/v1")}],
        "paths": dict(path for resource in RESOURCES for path in paths(resource)),
        "components": {
            "schemas": {shape.name: shape.schema for shape in named} | {"Problem": PROBLEM_SCHEMA}
        },
    }


def paths(resource: Resource):
    label = {"name": str(resource.label)}
    yield (
        f"/{resource.name}/",
        {
            "get": {
                "operationId": f"list_{resource.name}",
                "summary": _("%(name)s: a list") % label,
                "parameters": parameters(resource.form),
                "responses": answers(listing(resource.item), {"400", "404"}),
            }
        },
    )
    if resource.full:
        yield (
            f"/{resource.name}/{{id}}/",
            {
                "get": {
                    "operationId": f"read_{resource.name}",
                    "summary": _("%(name)s: one") % label,
                    "parameters": [
                        {
                            "name": "id",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "integer"},
                        }
                    ],
                    "responses": answers(resource.full.ref, {"404"}),
                }
            },
        )


def listing(item: Shape) -> dict:
    """A page: what stands on it, and the address of the next, "" on the last."""
    return {
        "type": "object",
        "required": ["items", "next"],
        "properties": {"items": many(item.ref), "next": {"type": "string"}},
    }


def answers(schema: dict, errors: set[str]) -> dict:
    wrong = {"$ref": "#/components/schemas/Problem"}
    words = {"400": _("A parameter makes no sense."), "404": _("There is nothing here.")}
    return {
        "200": {"description": _("Found."), "content": {"application/json": {"schema": schema}}},
        "304": {"description": _("Unchanged since the ETag that was sent.")},
    } | {
        status: {"description": words[status], "content": {PROBLEM: {"schema": wrong}}}
        for status in sorted(errors)
    }


def parameters(form) -> list[dict]:
    return [
        {"name": name, "in": "query", "description": str(field.label), "schema": schema_of(field)}
        for name, field in form.base_fields.items()
    ]


def schema_of(field) -> dict:
    if isinstance(field, forms.IntegerField):
        return {"type": "integer", "minimum": field.min_value, "maximum": field.max_value}
    if isinstance(field, forms.ChoiceField):
        known = [value for value, _label in field.choices if value]
        return {"type": "string"} | ({"enum": known} if known else {})
    most = {"maxLength": field.max_length} if field.max_length else {}
    example = field.widget.attrs.get("placeholder")
    return {"type": "string"} | most | ({"examples": [example]} if example else {})
