"""Where Django's admin would speak in code: wrong addresses of lists, rows without a name, icons, what was changed."""

import json
from copy import copy

from django.apps import apps
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.views.main import ERROR_FLAG, PAGE_VAR
from django.http import HttpResponseRedirect, QueryDict
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

ICONS = {True: "yes", False: "no", None: "unknown"}


def boolean_icon(value):
    words = {True: _("Yes"), False: _("No"), None: _("Unknown")}[value]
    return format_html(
        '<img src="{}" alt="{}">', static(f"admin/img/icon-{ICONS[value]}.svg"), words
    )


admin_list._boolean_icon = boolean_icon  # Django's says True and False, and offers no setting

_of_django = LogEntry.get_change_message


def what_was_changed(entry) -> str:
    """Django keeps a field's label as a form shows it, in English with a capital: no text that is translated."""
    if not entry.change_message.startswith("[{"):  # words of the desk's own
        return _of_django(entry)
    changes = json.loads(entry.change_message)
    for told in (told for change in changes for told in change.values() if "fields" in told):
        told["fields"] = ["、".join(map(in_our_words, told["fields"]))]
    entry = copy(entry)
    entry.change_message = json.dumps(changes)
    return _of_django(entry)


def in_our_words(label: str) -> str:
    said = _(label)
    return said if said != label else _(label[:1].lower() + label[1:])


LogEntry.get_change_message = what_was_changed  # for every page that shows one, and for old entries


class InWords:
    """For every admin of the desk."""

    def changelist_view(self, request, extra_context=None):
        """A filter that cannot be understood is named and left out; Django leads to ?e=1 without a word."""
        response = super().changelist_view(request, extra_context)
        if not self._is_refusal(request, response):
            return response
        kept, wrong = self._understood(request)
        for words in wrong:
            text = _("“%s” in the address could not be understood; the list is shown without it.")
            messages.warning(request, text % words)
        return HttpResponseRedirect(f"{request.path}?{kept.urlencode()}" if kept else request.path)

    def _is_refusal(self, request, response) -> bool:
        return ERROR_FLAG in request.GET or response.get("Location", "").endswith(
            f"?{ERROR_FLAG}=1"
        )

    def _understood(self, request) -> tuple[QueryDict, list[str]]:
        """What of the address makes a list, and what does not, as it stands there."""
        kept, wrong = QueryDict(mutable=True), []
        names = [name for name in request.GET if name != ERROR_FLAG]
        for name in sorted(
            names, key=lambda name: name == PAGE_VAR
        ):  # the page depends on the rest
            tried = kept.copy()
            tried.setlist(name, request.GET.getlist(name))
            if self._makes_a_list(request, tried):
                kept = tried
            else:
                wrong.append(f"{name}={request.GET[name]}")
        return kept, wrong

    def _makes_a_list(self, request, query) -> bool:
        asked = copy(request)
        asked.GET = query
        try:
            self.get_changelist_instance(asked)
        except IncorrectLookupParameters:
            return False
        return True

    def get_deleted_objects(self, objs, request):
        """Without the rows that only tie two records or are kept by the software: their names say nothing."""
        rows, counts, permissions, protected = super().get_deleted_objects(objs, request)
        ties = [
            model._meta
            for model in apps.get_models(include_auto_created=True)
            if model._meta.auto_created or not getattr(model, "kept_in_bin", True)
        ]
        beginnings = tuple(f"{capfirst(meta.verbose_name)}: " for meta in ties)
        plurals = {meta.verbose_name_plural for meta in ties}
        counts = {name: count for name, count in counts.items() if name not in plurals}
        return _without(rows, beginnings), counts, permissions, protected


def _without(rows, beginnings) -> list:
    return [
        _without(row, beginnings) if isinstance(row, list) else row
        for row in rows
        if isinstance(row, list) or not str(row).startswith(beginnings)
    ]
