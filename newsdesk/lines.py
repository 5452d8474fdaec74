"""Lines that somebody types or pastes: kept is what can be seen of them."""

from django import forms
from django.db import models

from newsdesk.text import seen


class SeenField(forms.CharField):
    """So that nothing is saved under a name that nobody sees."""

    def to_python(self, value):
        return super().to_python(seen(value) if isinstance(value, str) else value)


class LinesAsSeen:
    """For every admin and its rows."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if type(db_field) is models.CharField and not db_field.choices:
            kwargs.setdefault("form_class", SeenField)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
