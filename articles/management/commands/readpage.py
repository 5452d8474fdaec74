"""Read the text of a printed page into stories, and print or keep the reading."""

import json
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from articles.intake import MAX_BYTES, Unreadable, decode, read
from articles.models import PrintPage
from articles.printed.accepting import Refused, accept
from articles.printed.page_texts import why_unreadable
from articles.printed.reading_report import report
from newsdesk.text import normalise_name
from people.directory import known_people
from people.models import Organization
from people.names import EMPTY


class Command(BaseCommand):
    help = "Read the text of a printed page (UTF-8, UTF-16 or GBK) into stories."

    def add_arguments(self, parser):
        parser.add_argument("file", help="text file, or - for the standard input")
        parser.add_argument("--date", default="", help="date of the paper, 2024-01-27")
        parser.add_argument("--publication", default="", help="name of the paper, 茂名晚报")
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--save", action="store_true", help="keep the page and make drafts")
        parser.add_argument(
            "--rules-only",
            action="store_true",
            help="find people by rules alone, without those that the database knows",
        )

    def handle(self, *, file, date, publication, json, save, rules_only, **options):
        raw, day = text_of(file), parse_date(date)
        if save:
            refuse_without_tables()
        directory = EMPTY if rules_only else known_people(day)
        reading = read(raw, page_date=day, directory=directory)
        notes = self.save_page(raw, day, publication, reading) if save else []
        self.stdout.write(in_json(reading) if json else report(reading.as_json()))
        for note in notes:
            (self.stderr if json else self.stdout).write(note)

    def save_page(self, raw, day, publication, reading):
        page = PrintPage.objects.same_text(raw).first()
        notes = [_("This page is here already: %(page)s.") % {"page": page}] if page else []
        page = page or PrintPage.objects.create(
            raw=raw, publication=paper(publication), date=day or reading.date
        )
        try:
            drafts = accept(page)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        saved = _("Page %(pk)s: %(count)d new drafts.") % {"pk": page.pk, "count": len(drafts)}
        return [*notes, saved, *(f"  {draft.pk} {draft}" for draft in drafts)]


def text_of(file) -> str:
    """The text of the file; CommandError in words where there is none to be had."""
    try:
        return decode(bytes_of(file))
    except FileNotFoundError:
        raise CommandError(_("There is no file %(file)s.") % {"file": file}) from None
    except OSError as error:
        message = _("%(file)s cannot be read (%(why)s).") % {"file": file, "why": error.strerror}
        raise CommandError(message) from None
    except Unreadable as unreadable:
        raise CommandError(f"{file}: {why_unreadable(unreadable)}") from None


def bytes_of(file) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(file).open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def parse_date(text) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        message = _("“%(date)s” is no date. Write it as 2024-01-27.") % {"date": text}
        raise CommandError(message) from None


def paper(name):
    """The publication of this name; named by who runs the command, so made where it is new."""
    if not name:
        return None
    name = normalise_name(name)
    known = Organization.objects.papers().named(name).first()
    return known or new_paper(name)


def new_paper(name) -> Organization:
    longest = Organization._meta.get_field("name").max_length
    if not 0 < len(name) <= longest:
        message = _(
            "“%(name)s” is no name of a paper: it has no character to be seen, or more than %(most)s."
        )
        raise CommandError(message % {"name": name, "most": longest})
    return Organization.objects.create(name=name, kind=Organization.Kind.PAPER)


def refuse_without_tables():
    if PrintPage._meta.db_table not in connection.introspection.table_names():
        message = _(
            "Nothing can be saved: the database has no tables yet. Run “manage.py migrate” first."
        )
        raise CommandError(message)


def in_json(reading) -> str:
    return json.dumps(reading.as_json(), ensure_ascii=False, indent=2)
