"""What a group may do, in the desk's words: Django keeps the names of permissions in English."""

from itertools import groupby

from django.contrib.auth.models import Permission
from django.utils.translation import pgettext_lazy

VERBS = {
    "view": pgettext_lazy("permission", "view"),
    "add": pgettext_lazy("permission", "add"),
    "change": pgettext_lazy("permission", "change"),
    "delete": pgettext_lazy("permission", "delete"),
}


def in_words(permissions) -> list[str]:
    """One line a kind of record: 稿件：查看、新建、修改."""
    rows = sorted(permissions, key=lambda row: (row.content_type.name, row.pk))
    return [
        f"{name}：{'、'.join(dict.fromkeys(map(_verb, group)))}"
        for name, group in groupby(rows, key=lambda row: row.content_type.name)
    ]


def _verb(permission: Permission) -> str:
    model = permission.content_type.model_class()
    own = dict(model._meta.permissions) if model else {}
    if permission.codename in own:
        return str(own[permission.codename])
    return str(VERBS.get(permission.codename.partition("_")[0], permission.name))
