"""Folded text in the database, and the conditions on it that the index answers; the same on both databases."""

from django.db import models
from django.db.models import Lookup
from django.db.models.lookups import In

# SQLite's tokeniser parts tokens at ASCII marks and spaces: in its index they stand full width, which folding leaves free
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_FULL_WIDTH[0x20] = 0x3000


def as_token(gram: str) -> str:
    """A pair or character as the index of SQLite holds it."""
    return gram.translate(_FULL_WIDTH)


class FoldedField(models.TextField):
    """Text as newsdesk.search folds it, indexed by its pairs of characters; with `singles` by each character, too.

    The index is made by a migration: on PostgreSQL over the function search_grams, on SQLite a table of its own
    that is named after the column.
    """

    def __init__(self, *args, singles=False, **kwargs):
        self.singles = singles
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"singles": True} if self.singles else {})


@FoldedField.register_lookup
class Has(Lookup):
    """The term stands in the text."""

    lookup_name = "has"
    holds = "> 0"

    def as_sql(self, compiler, connection):
        text, params = self.process_lhs(compiler, connection)
        term, more = self.process_rhs(compiler, connection)
        position = "instr" if connection.vendor == "sqlite" else "strpos"
        return f"{position}({text}, {term}) {self.holds}", [*params, *more]


@FoldedField.register_lookup
class Lacks(Has):
    lookup_name = "lacks"
    holds = "= 0"


@FoldedField.register_lookup
class Indexed(Lookup):
    """The index knows the text under all these pairs (or characters): a term that has them all may stand there."""

    lookup_name = "indexed"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [sorted(value)]

    def as_postgresql(self, compiler, connection):
        text, params = self.process_lhs(compiler, connection)
        grams, more = self.process_rhs(compiler, connection)
        singles = "true" if self.lhs.target.singles else "false"
        return f"search_grams({text}, {singles}) @> {grams}::text[]", [*params, *more]

    def as_sqlite(self, compiler, connection):
        target = self.lhs.target
        index = f"{target.model._meta.db_table}_{target.column}"
        key = compiler.compile(target.model._meta.pk.get_col(self.lhs.alias))[0]
        query = " AND ".join(f'"{as_token(gram)}"' for gram in sorted(self.rhs))
        return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)", [query]  # noqa: S608 - names of ours


@models.BigAutoField.register_lookup
class Among(In):
    """`in`, but PostgreSQL finds the rows of the subquery first: it cannot take them for many and walk all dates."""

    lookup_name = "among"

    def get_rhs_op(self, connection, rhs):
        return f"= ANY(ARRAY{rhs})" if connection.vendor == "postgresql" else f"IN {rhs}"
