"""Make the card of every section: what is shown beside a story without a photo where it is passed on."""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError

from articles.models import Section
from newsdesk import cards

FAMILIES = {"serif": "Noto Serif CJK SC:bold", "sans": "Noto Sans CJK SC"}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--serif", type=font_file, help="font file, e.g. SourceHanSerif.otf")
        parser.add_argument("--sans", type=font_file, help="font file, e.g. SourceHanSans.otf")

    def handle(self, *, serif, sans, **options):
        fonts = [serif or installed("serif"), sans or installed("sans")]
        made = [section for section in Section.objects.all() if self.make(section, fonts)]
        self.stdout.write(f"{len(made)} cards made.")

    def make(self, section, fonts) -> bool:
        content = cards.card(section.name, settings.SITE_NAME, *fonts)
        name = f"{section.slug}-{sha256(content).hexdigest()[:12]}.png"  # another picture, another address
        if Path(section.card.name or "").name == name:
            return False
        section.card.save(name, ContentFile(content), save=False)
        Section.objects.filter(pk=section.pk).update(card=section.card.name)
        return True


def font_file(path: str) -> tuple[str, int]:
    return path, 0


def installed(kind: str) -> tuple[str, int]:
    """The system's file for the family, and the place in it."""
    program = shutil.which("fc-match")
    if not program:
        raise CommandError("fc-match is not here: install fontconfig, or name --serif and --sans.")
    command = [program, "-f", "%{family}|%{file}|%{index}", FAMILIES[kind]]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    family, path, place = found.split("|")
    if "CJK" not in family and "Han" not in family:
        raise CommandError(
            "No Chinese font is here: install fonts-noto-cjk, or name --serif and --sans."
        )
    return path, int(place)
