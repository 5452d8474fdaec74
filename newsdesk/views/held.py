"""The form that was held while its writer logged in again: shown to him, and sent by one press."""

import re

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsdesk import held, html
from people.models import User

_WORDS = re.compile(
    r"[^\x00-\x7f]|\s"
)  # a text somebody wrote, not a number or a name of the form's own


@require_safe
def held_form(request, *, token):
    form = held.held(request, token)
    if form is None:
        messages.warning(request, _("What was filled in is not kept any more."))
        return HttpResponseRedirect(reverse("admin:index"))
    mine = form["owner"] == request.user.pk
    context = admin.site.each_context(request) | {
        "title": _("What you filled in is still here") if mine else _("Not yours"),
        "form": form if mine else None,
        "texts": texts(form["fields"]) if mine else [],
        "token": token,
        "owner": User.objects.filter(pk=form["owner"]).first(),
    }
    return render(request, "admin/held.html", context)


def texts(fields) -> list[str]:
    """What was written, to be read and copied."""
    written = (
        html.plain(html.clean(value)).text for _name, value in fields if _WORDS.search(value)
    )
    return [text for text in written if text]
