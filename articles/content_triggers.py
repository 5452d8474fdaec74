"""Triggers that count each transaction that writes what readers see, whoever writes it; see docs/performance.md."""

from django.apps import apps
from django.db import connections, router, transaction

from articles.models import ContentChange

APPS = ("articles", "people", "redirects", "sites")
NOT_SHOWN = {
    "articles.BrokenLock",
    "articles.ContentChange",
    "articles.ContributedFile",
    "articles.Contribution",
    "articles.Filing",
    "articles.Presence",
    "articles.SavedSearch",
    "articles.UnsavedWork",
    "articles.Version",
    "people.Change",
    "people.Deleted",
    "people.User",
    "people.User_groups",
    "people.User_user_permissions",
}
NAME = "content_changed"

# The row is another one where somebody else's transaction holds the first: no editor waits for another.
POSTGRESQL = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM {counts} WHERE writer = txid_current()) THEN
        RETURN NULL;
    END IF;
    UPDATE {counts} SET number = number + 1, writer = txid_current()
        WHERE id = (SELECT id FROM {counts} LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        INSERT INTO {counts} (number, writer) VALUES (1, txid_current());
    END IF;
    RETURN NULL;
END $$;
"""
POSTGRESQL_TABLE = """
CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
# SQLite has one writer at a time, and triggers for rows only.
SQLITE_TABLE = """
CREATE TRIGGER IF NOT EXISTS {trigger} AFTER {act} ON {table} BEGIN
    INSERT INTO {counts} (id, number, writer) VALUES (1, 1, 0)
        ON CONFLICT (id) DO UPDATE SET number = number + 1;
END;
"""


def tables() -> list[str]:
    """What readers see may stand in any of these; a new model counts unless it is named above."""
    models = apps.get_models(include_auto_created=True)
    return sorted(
        {
            model._meta.db_table
            for model in models
            if model._meta.app_label in APPS
            and model._meta.managed
            and model._meta.label not in NOT_SHOWN
        }
    )


def put_in_place(using="default"):
    """Idempotent; run after every migrate: SQLite drops a table's triggers when it is remade."""
    if not router.allow_migrate_model(using, ContentChange):
        return
    connection = connections[using]
    there = connection.introspection.table_names()
    counts = ContentChange._meta.db_table
    if counts not in there:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for statement in statements(connection.vendor, counts, set(there).intersection(tables())):
            cursor.execute(statement)


def statements(vendor: str, counts: str, shown) -> list[str]:
    if vendor == "postgresql":
        every = [POSTGRESQL_TABLE.format(name=NAME, table=table) for table in sorted(shown)]
        return [POSTGRESQL.format(name=NAME, counts=counts), *every]
    return [
        SQLITE_TABLE.format(trigger=f"{NAME}_{table}_{act}", act=act, table=table, counts=counts)
        for table in sorted(shown)
        for act in ("insert", "update", "delete")
    ]
