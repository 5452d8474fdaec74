"""Queries of readers' pages that stay the same but for their values: Django writes their SQL once, not for each page.

    @prepared
    def bylines_of(*, article):
        return Byline.objects.filter(article=article).select_related("person")

    bylines_of(article=7)  # a list; what stands before the * (a limit, a kind) belongs to the SQL

Whole numbers, texts, days, moments and lists of keys are values; what else is given, None too, belongs to the SQL.
The moment now must be given, or it would be kept: that, and all else that cannot be kept, is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import update_wrapper
from itertools import count
from operator import itemgetter

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model
from django.db.models.query import FlatValuesListIterable, ModelIterable, get_related_populators
from django.utils import timezone

LISTS = (list, tuple, set, frozenset, dict)
LARGEST = 2**63 - 1  # of numbers in a database; of a key beyond it Django knows that there is none
SHORTEST = 8  # of a list of keys
MOST = 500  # ways in which one query is written


class Unprepared(TypeError):
    """This query cannot be kept."""


def prepared(make):
    return update_wrapper(Prepared(make), make)


class Prepared:
    def __init__(self, make):
        self.make, self.model, self._written = make, None, {}

    def __call__(self, *shape, **values) -> list:
        """The rows that the queryset has."""
        query, values = self._query(shape, values)
        return query.rows(values)

    def written(self, *shape, **values) -> tuple[str, list]:
        """SQL and parameters, to be a part of a larger query."""
        query, values = self._query(shape, values)
        return query.sql, query.filled(values)

    def _query(self, shape, values):
        values = {name: padded(value) for name, value in values.items()}
        alias = router.db_for_read(self.model) if self.model else None
        form = (alias, shape, *((name, *form_of(value)) for name, value in values.items()))
        return self._written.get(form) or self._write(shape, form, values), values

    def _write(self, shape, form, values):
        """Twice, with different values: what else differs then was not given as a value."""
        one, other = (self._with_marks(shape, values, start) for start in (1, 10_000))
        if (one.sql, one.fixed) != (other.sql, other.fixed):
            raise Unprepared(f"{self.make.__qualname__}: not every value in its SQL was given")
        if len(self._written) >= MOST:
            self._written.clear()
        self.model = one.model
        self._written[one.alias, *form[1:]] = one
        return one

    def _with_marks(self, shape, values, start):
        numbers = count(start)
        marks = {name: mark_for(value, numbers) for name, value in values.items()}
        try:
            return Written(self.make(*shape, **marks), marks)
        except Unprepared as why:
            raise Unprepared(f"{self.make.__qualname__}: {why}") from why


def padded(value):
    """A list of keys gets one of few lengths, its last key again and again."""
    if not isinstance(value, LISTS):
        return value
    keys = list(value)
    length = max(SHORTEST, 1 << (len(keys) - 1).bit_length()) if keys else 0
    return keys + keys[-1:] * (length - len(keys))


def form_of(value):
    """What of a value the SQL depends on."""
    if isinstance(value, list):
        return list, len(value)
    if isinstance(value, Model):
        raise Unprepared(f"{value!r} is no value: give its key")
    return (type(value), None) if is_value(value) else (None, value)


def is_value(value) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) <= LARGEST
    return isinstance(value, (str, date))


def mark_for(value, numbers):
    """Something of the same type that stands nowhere else."""
    if isinstance(value, list):
        return [mark_for(each, numbers) for each in value]
    if not is_value(value):
        return value
    number = next(numbers)
    if isinstance(value, int):
        return 4_001_000_000_000_000_000 + number
    if isinstance(value, str):
        return f"\x02%_{number}\x03"
    if isinstance(value, datetime):
        return datetime(4001, 1, 1, tzinfo=timezone.get_current_timezone()) + timedelta(number)
    return date(4001, 1, 1) + timedelta(number)


@dataclass(frozen=True)
class Place:
    """Where among the parameters a value goes, and how it is written there."""

    parameter: int
    name: str
    number: int | None  # in its list
    adapt: Callable

    def value(self, values):
        value = values[self.name]
        return self.adapt(value if self.number is None else value[self.number])


class Written:
    """The SQL of a query, where in it values go, and what becomes of its rows."""

    def __init__(self, queryset, marks):
        if queryset._prefetch_related_lookups:
            raise Unprepared("it fetches more in further queries")
        self.alias, self.model = queryset.db, queryset.model
        self.compiler = queryset.query.get_compiler(self.alias)
        try:
            self.sql, self.parameters = self.compiler.as_sql()
        except EmptyResultSet:
            if not constants(marks):
                raise Unprepared("it finds nothing, whatever is given") from None
            self.sql, self.fixed = "", []
            return
        self.places = list(self._places(marks))
        if missing := set(marks) - {place.name for place in self.places} - constants(marks):
            raise Unprepared(f"its SQL does not have the value of {', '.join(sorted(missing))}")
        taken = {place.parameter for place in self.places}
        self.fixed = [repr(each) for n, each in enumerate(self.parameters) if n not in taken]
        self._read_rows(queryset)

    def _places(self, marks):
        written = {
            adapt(mark): (name, number, adapt)
            for name, number, mark in each_of(marks)
            for adapt in self._adapters(mark)
        }
        for place, parameter in enumerate(self.parameters):
            if isinstance(parameter, (int, str, date)) and parameter in written:
                name, number, adapt = written[parameter]
                is_int = isinstance(parameter, int)  # PostgreSQL is told how large it may be
                yield Place(place, name, number, type(parameter) if is_int else adapt)

    def _adapters(self, mark):
        ops = self.compiler.connection.ops
        if isinstance(mark, str):
            return [str, lambda text: f"%{ops.prep_for_like_query(text)}%"]
        if isinstance(mark, datetime):
            return [ops.adapt_datetimefield_value]
        return [ops.adapt_datefield_value if isinstance(mark, date) else int]

    def _read_rows(self, queryset):
        compiler, kind = self.compiler, queryset._iterable_class
        columns = [each[0] for each in compiler.select[: compiler.col_count]]
        self.converters = compiler.get_converters(columns)
        self.made = (
            instances(compiler, self.alias)
            if kind is ModelIterable
            else itemgetter(0)
            if kind is FlatValuesListIterable
            else lambda row: tuple(row[: compiler.col_count])
        )

    def filled(self, values) -> list:
        parameters = list(self.parameters)
        for place in self.places:
            parameters[place.parameter] = place.value(values)
        return parameters

    def rows(self, values) -> list:
        if not self.sql:
            return []
        with connections[self.alias].cursor() as cursor:
            cursor.execute(self.sql, self.filled(values))
            rows = cursor.fetchall()
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [self.made(row) for row in rows]


def each_of(marks):
    for name, mark in marks.items():
        if isinstance(mark, list):
            yield from ((name, number, each) for number, each in enumerate(mark))
        elif is_value(mark):
            yield name, None, mark


def constants(marks) -> set[str]:
    """The names of what is no value, and of lists without any."""
    return {
        name
        for name, mark in marks.items()
        if not mark or not (is_value(mark) or isinstance(mark, list))
    }


def instances(compiler, alias):
    """What makes an object of a row, as Django's ModelIterable does."""
    info, places = compiler.klass_info, compiler.klass_info["select_fields"]
    first, last = places[0], places[-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[first:last]]
    related = get_related_populators(info, compiler.select, alias)
    more = list(compiler.annotation_col_map.items())

    def made(row):
        record = info["model"].from_db(alias, names, row[first:last])
        for each in related:
            each.populate(row, record)
        for name, place in more:
            setattr(record, name, row[place])
        return record

    return made
