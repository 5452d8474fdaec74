"""The desk's pages of people: persons, organizations, posts, honours, accounts, the history."""

from . import accounts, bin, changes, honours, organizations, persons  # noqa: F401
