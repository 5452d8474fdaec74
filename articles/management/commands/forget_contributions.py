"""Once a day: files of forms never sent, and who sent what was declined long ago (docs/decisions/contributions.md)."""

from django.core.management.base import BaseCommand

from articles.incoming import contributing, taking_over


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        contributing.forget_waiting()
        count = taking_over.forget_declined()
        self.stdout.write(f"{count} declined contributions made anonymous")
