"""Empty the bin of what has lain in it for long. Nothing does this by itself (docs/decisions/no-lost-work.md)."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.bin import empty


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=90, help="what was deleted before (90)")

    def handle(self, *args, days, **options):
        if days < 1:
            raise CommandError(_("At least one day: what was deleted today may be a mistake."))
        count = empty(timezone.now() - timedelta(days=days))
        words = ngettext(
            "%(count)d record is gone from the bin for good.",
            "%(count)d records are gone from the bin for good.",
            count,
        )
        self.stdout.write(words % {"count": count})
