"""Addresses that changed: each leaves a redirect, and filters follow it too.

Paths are kept as reverse() gives them and browsers send them: quoted, where a slug is not Latin.
"""

from urllib.parse import unquote

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.urls import Resolver404, resolve, reverse


@transaction.atomic
def leave_redirect(old: str, new: str):
    """Send readers from one path to another; earlier moves to `old` go straight to `new`."""
    here = Redirect.objects.filter(site_id=settings.SITE_ID)
    here.filter(old_path=new).delete()  # moved back: the address is in use again
    here.filter(new_path=old).update(new_path=new)
    Redirect.objects.update_or_create(
        site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new}
    )


def new_path(old: str) -> str:
    """Where readers of this path are sent, "" where nothing moved."""
    moved = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=old)
    return moved.values_list("new_path", flat=True).first() or ""


def moved_to(url_name: str, key: str, value: str) -> str:
    """The slug or number that a record's page has now; "" where nothing moved."""
    path = new_path(reverse(url_name, kwargs={key: value}))
    try:
        match = resolve(unquote(path))
    except Resolver404:
        return ""
    return str(match.kwargs.get(key, "")) if match.url_name == url_name else ""


class MovesWithSlug:
    """For a model with a slug in its address: a changed slug leaves a redirect behind."""

    @transaction.atomic
    def save(self, *args, **kwargs):
        before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        if before and before.slug != self.slug and self.moved_for_readers():
            leave_redirect(before.get_absolute_url(), self.get_absolute_url())

    def moved_for_readers(self) -> bool:
        """Could they have known the old address?"""
        return True
