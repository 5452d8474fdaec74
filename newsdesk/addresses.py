"""Addresses of records by number or slug; a page has a hundred, and Django looks each pattern up anew."""

from functools import cache

from django.urls import reverse

ANY = 987_654_321


def of_record(name: str, key: int | str, by: str = "pk") -> str:
    """As `reverse` has it, for an address in which a number or a slug of ASCII stands once."""
    if not key:  # `reverse` says what is wrong
        return reverse(name, kwargs={by: key})
    before, after = _around(name, by)
    return f"{before}{key}{after}"


@cache
def _around(name: str, by: str) -> list[str]:
    return reverse(name, kwargs={by: ANY}).split(str(ANY))
