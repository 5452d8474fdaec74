"""What is said of a text that cannot be a page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.intake import MAX_CHARACTERS

_WHY = {
    "empty": _("There is no text in it."),
    "binary": _("This is no text but another kind of file. A page comes as plain text (.txt)."),
}


def why_unreadable(unreadable) -> str:
    if unreadable.key == "too_long":
        return ngettext(
            "This is too long for a page: at most %(most)s character.",
            "This is too long for a page: at most %(most)s characters.",
            MAX_CHARACTERS,
        ) % {"most": f"{MAX_CHARACTERS:,}"}
    return str(_WHY[unreadable.key])
