"""What an answer looks like, said once: the value of each field, and its JSON schema for the description."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
FLAG = {"type": "boolean"}
URL = {"type": "string", "format": "uri"}
MOMENT = {"type": "string", "format": "date-time"}
PAGE = {"type": "string", "description": _("address of the page; empty where there is none")}
PARTIAL_DATE = {
    "type": "string",
    "pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$",
    "description": _("2024, 2024-01 or 2024-01-27, as far as known; empty if unknown"),
}


@dataclass(frozen=True)
class Field:
    schema: dict
    value: Callable


@dataclass(frozen=True)
class Shape:
    """Every field is always there: "" and [] where there is nothing."""

    name: str
    fields: dict[str, Field]

    def of(self, row) -> dict:
        return {name: field.value(row) for name, field in self.fields.items()}

    def with_more(self, name: str, fields: dict[str, Field]) -> "Shape":
        return Shape(name, self.fields | fields)

    @property
    def ref(self) -> dict:
        return {"$ref": f"#/components/schemas/{self.name}"}

    @property
    def schema(self) -> dict:
        properties = {name: field.schema for name, field in self.fields.items()}
        return {"type": "object", "properties": properties, "required": list(properties)}


def many(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def maybe(schema: dict) -> dict:
    return {"oneOf": [schema, {"type": "null"}]}


def code(choices) -> dict:
    return {"type": "string", "enum": list(choices.values)}
