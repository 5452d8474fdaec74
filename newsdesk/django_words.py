"""Texts of Django's own that the desk says otherwise, or that Django has not translated.

Named here they are collected with ours, and our translation comes before Django's.
"""

from django.utils.translation import gettext_noop as _

DJANGO_WORDS = [
    _(":"),  # after the label of a field
    _("Error:"),
    _("None available"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Add %s"),
    _("Add %(name)s"),
    _("Change %s"),
    _("View %s"),
    _("Add another %(verbose_name)s"),
    _("The {name} “{obj}” was added successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _(
        "Designates whether this user should be treated as active."
        " Unselect this instead of deleting accounts."
    ),
]
