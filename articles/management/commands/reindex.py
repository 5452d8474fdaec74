"""Index for search the stories that are not: after an import, or all after the index has changed. Goes on where it stopped."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from articles.models import Article, SearchEntry
from newsdesk import search

BATCH = 500
MANY = 5000  # for so many PostgreSQL makes its index anew, which is quicker than filling it
COLUMNS = {"head": "true", "text": "false"}  # as the migration made the index
DROP = "DROP INDEX IF EXISTS articles_searchentry_%(name)s_grams"
MAKE = (
    "CREATE INDEX IF NOT EXISTS articles_searchentry_%(name)s_grams ON articles_searchentry "
    "USING gin (search_grams(%(name)s, %(singles)s)) WITH (fastupdate = off)",
    "ALTER INDEX articles_searchentry_%(name)s_grams ALTER COLUMN 1 SET STATISTICS 0",
)


class Command(BaseCommand):
    help = "Index for search the stories that are not (after an import, or a new version of the index)."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only say whether some are not")
        parser.add_argument("--all", action="store_true", help="forget the index and begin anew")

    def handle(self, *, check, **options):
        outdated = SearchEntry.objects.exclude(version=search.VERSION).exists()
        if check:
            return self.say(waiting().count(), outdated)
        if outdated or options["all"]:
            SearchEntry.objects.empty()
        count = waiting().count()
        if count >= MANY:
            on_postgresql(DROP)
        index_waiting()
        on_postgresql(*MAKE)
        return f"{count} stories indexed."

    def say(self, count, outdated):
        if outdated:
            raise CommandError("The index is of an older version: run manage.py reindex.")
        if count:
            raise CommandError(f"{count} stories are not indexed: run manage.py reindex.")
        return "All stories are indexed."


def waiting():
    return Article.objects.filter(search_entry__isnull=True).order_by("pk")


def index_waiting():
    last = 0
    while keys := list(waiting().filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            SearchEntry.objects.index(keys)
        last = keys[-1]


def on_postgresql(*statements):
    """Not within somebody's transaction: PostgreSQL makes no index of a table with rows that are not committed."""
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        for name, singles in COLUMNS.items():
            for statement in statements:
                cursor.execute(statement % {"name": name, "singles": singles})
