"""What a browser would send back of a page of the desk, unchanged."""

from django.core.files import File
from django.forms import ModelMultipleChoiceField
from django.urls import reverse


def address(record, name="change"):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[record.pk])


def filled_in(response) -> dict:
    """The fields of the page's form and of its rows, with the values that stand in them."""
    main = response.context["adminform"].form
    data = values(main)
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        data |= values(formset.management_form)
        for form in formset.forms:
            data |= values(form)
    return data


def values(form) -> dict:
    found = {field.html_name: as_sent(field) for field in form}
    return {name: value for name, value in found.items() if value}


def as_sent(field) -> str | list:
    """What the browser sends of the field; nothing for files, empty fields and open boxes."""
    value = field.value()
    if value is None or isinstance(value, File | bool):
        return "on" if value is True else ""
    value = field.field.prepare_value(value)
    if isinstance(field.field, ModelMultipleChoiceField):
        return list(value)
    shown = field.field.widget.format_value(value)
    return "".join(shown) if isinstance(shown, list) else shown or ""


def save(client, record, **changes):
    """Open the record's form, change these fields, save."""
    data = filled_in(client.get(address(record)))
    return client.post(address(record), data | changes)
