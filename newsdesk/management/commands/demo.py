"""Load the demo: one real printed page with its records, and an account for each role."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from newsdesk.demo import accounts, page, records


class Command(BaseCommand):
    help = _("Load the demo; what is there stays as it is.")

    @transaction.atomic
    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError(
                _(
                    "The demo's accounts have a known password: only with DEBUG=1, never on a real site."
                )
            )
        if not accounts.are_there():  # loaded before: what was changed or deleted since stays so
            accounts.make()
            records.make()
            page.make()
        self.stdout.write(_("Demo accounts for /admin/ (password %s):") % accounts.PASSWORD)
        for username, display_name, group in accounts.ACCOUNTS:
            self.stdout.write(f"  {username:<12} {display_name}（{group}）")
