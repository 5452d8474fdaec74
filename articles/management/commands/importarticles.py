"""Take an archive's stories in, one JSON object a line; see docs/import.md."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.incoming.importing import Import
from people.models import User

EVERY = 20  # batches between two words about how far it is


class Command(BaseCommand):
    help = "Take in the stories of an archive (JSON lines: the plain form or ninjs 3)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="JSON lines, UTF-8")
        parser.add_argument(
            "--archive", required=True, help="its name: with it a second run knows what is there"
        )
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--user", help="who takes them in; needs the permission to import")
        whose.add_argument(
            "--nobody", action="store_true", help="as the system itself, in nobody's name"
        )
        parser.add_argument(
            "--make-sections", action="store_true", help="make sections that are not there"
        )
        parser.add_argument(
            "--no-index", action="store_true", help="leave the search index to manage.py reindex"
        )

    def handle(self, *, file, archive, user, make_sections, **options):
        if not file.is_file():
            raise CommandError(_("There is no file %(file)s.") % {"file": file})
        run = Import(archive, by=user and allowed(user), makes_sections=make_sections)
        with file.open("rb") as lines:
            told = 0
            for batch, _run in enumerate(run.take(lines), 1):
                self.tell(run.refused[told:])
                told = len(run.refused)
                if batch % EVERY == 0 and options["verbosity"]:
                    self.stderr.write(_("%(count)d stories so far") % {"count": run.made})
        if not options["no_index"]:
            call_command("reindex", stdout=self.stderr)
        self.stdout.write(
            _("%(made)d imported, %(known)d were there, %(refused)d lines kept out.")
            % {"made": run.made, "known": run.known, "refused": len(run.refused)}
        )
        if run.refused:
            raise CommandError(_("Not every line was imported."))

    def tell(self, refused):
        for number, why in refused:
            self.stderr.write(_("Line %(number)d: %(why)s") % {"number": number, "why": why})


def allowed(name) -> User:
    user = User.objects.filter(username=name).first()
    if user is None or not user.is_active:
        raise CommandError(_("There is no account %(name)s.") % {"name": name})
    if not user.has_perm("articles.import_article"):
        raise CommandError(_("%(name)s may not import stories.") % {"name": name})
    return user
