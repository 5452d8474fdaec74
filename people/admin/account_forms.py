"""The forms of an account: of a password one learns no more than that there is one."""

from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    UserChangeForm,
)
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class WhetherThereIsAPassword(ReadOnlyPasswordHashWidget):
    def get_context(self, name, value, attrs):
        context = super().get_context(name, "", attrs)
        there = value and not value.startswith("!")
        label = (
            gettext("A password is set.") if there else gettext("No password: nobody can log in.")
        )
        words = gettext("Reset password") if there else gettext("Set password")
        return context | {"summary": [{"label": label}], "button_label": words}


class AccountForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(
        label=_("Password"),
        help_text=_("Raw passwords are not stored, so there is no way to see the user’s password."),
        widget=WhetherThereIsAPassword,
    )


class NewPasswordForm(AdminPasswordChangeForm):
    """Who shall not log in any more is switched off; taking the password away is not offered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True
