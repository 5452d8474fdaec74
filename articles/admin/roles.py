"""The role of a byline or a credit is what was printed; the usual words are offered."""

from django import forms

from articles.models.byline import ROLES


class OffersRoles:
    """For inlines with a field `role`; the form's page carries the list (admin/articles/_roles.html)."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "role":
            kwargs["widget"] = forms.TextInput(attrs={"list": "roles", "size": 10})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class WithRoles:
    """For the admin of a record with such an inline."""

    def render_change_form(self, request, context, *args, **kwargs):
        return super().render_change_form(request, context | {"roles": ROLES}, *args, **kwargs)
