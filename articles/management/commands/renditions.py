"""Make the renditions of photos that came before there were several: sizes, formats and cuts."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.models import Photo
from newsdesk.renditions import CUT, WHOLE


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="also those that have them")

    def handle(self, *args, **options):
        made, failed = 0, 0
        for photo in Photo.objects.order_by("pk").iterator(chunk_size=50):
            if photo.is_cut and not options["all"]:
                continue
            try:
                photo.make_again(WHOLE, CUT)
            except (OSError, ValueError) as error:
                failed += 1
                self.stderr.write(f"{photo.pk} {photo.original.name}: {error}")
                continue
            photo.save(update_fields=["renditions", "sha256"])
            made += 1
        words = _("Renditions made of %(made)d photos; %(failed)d failed and stay as they were.")
        self.stdout.write(words % {"made": made, "failed": failed})
