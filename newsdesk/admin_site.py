"""The desk: Django's own admin under our name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class DeskAdminSite(admin.AdminSite):
    site_header = _("News desk")
    site_title = _("News desk")
    index_title = _("Today at the desk")
