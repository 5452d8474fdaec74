"""What a browser would send back of a page of the desk, unchanged."""

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
        for form in formset.initial_forms:
            data |= values(form)
    return data


def values(form) -> dict:
    found = {}
    for field in form:
        value = field.value()
        if value is True:
            found[field.html_name] = "on"
            continue
        shown = field.field.prepare_value(value) if value is not None else None
        if hasattr(field.field.widget, "format_value") and shown is not None:
            shown = field.field.widget.format_value(shown)
        if shown in (None, False, [], "") or shown == [""]:
            continue
        found[field.html_name] = shown
    return found


def save(client, record, **changes):
    """Open the record's form, change these fields, save."""
    data = filled_in(client.get(address(record)))
    return client.post(address(record), data | changes)
