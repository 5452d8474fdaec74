"""Many new rows at once, as an archive brings them: what bulk_create does, without writing a statement for every few.

A table's rows go in by one prepared statement on SQLite, as one stream on PostgreSQL. Constraints and triggers look at
them as at any other row.
"""

from functools import cache, partial

from django.db import connections, router, transaction

LAST_KEY = "SELECT seq FROM sqlite_sequence WHERE name = %s"
NEXT_KEYS = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
STREAM = "COPY {table} ({columns}) FROM STDIN"
STATEMENT = "INSERT INTO {table} ({columns}) VALUES ({places})"


def insert(rows) -> list:
    """New objects of one model, of single values (no JSON), whose relations are stored; each gets its key."""
    rows = list(rows)
    if rows:
        _insert(type(rows[0]), rows)
    return rows


def _insert(model, rows):
    connection = connections[router.db_for_write(model)]
    with transaction.atomic(using=connection.alias, savepoint=False):
        for row, key in zip(rows, _new_keys(connection, model, len(rows)), strict=True):
            row.pk, row._state.adding, row._state.db = key, False, connection.alias
        fields = model._meta.concrete_fields
        columns = [list(_values(connection, field, rows)) for field in fields]
        _write(connection, model, fields, zip(*columns, strict=True))


def _values(connection, field, rows):
    """As the database takes them; most of a column's come again and again."""
    prepared = cache(partial(field.get_db_prep_save, connection=connection))
    return (prepared(field.pre_save(row, add=True)) for row in rows)


def _new_keys(connection, model, count):
    """SQLite has one writer at a time, and a transaction is one from its beginning: nobody takes these keys."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEXT_KEYS, [table, model._meta.pk.column, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute(LAST_KEY, [table])
        (last,) = cursor.fetchone() or (0,)
        return range(last + 1, last + 1 + count)


def _write(connection, model, fields, rows):
    names = {
        "table": connection.ops.quote_name(model._meta.db_table),
        "columns": ", ".join(connection.ops.quote_name(field.column) for field in fields),
        "places": ", ".join(["%s"] * len(fields)),
    }
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with cursor.copy(STREAM.format(**names)) as stream:
                for row in rows:
                    stream.write_row(row)
        else:
            cursor.executemany(STATEMENT.format(**names), rows)
