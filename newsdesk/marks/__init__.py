"""Marks of punctuation in Chinese text: one set of rules for the intake and for the desk."""

from .characters import is_han
from .proposals import Change, Edit, applied, changes
from .quotes import paired
from .widths import widened

__all__ = ["Change", "Edit", "applied", "changes", "is_han", "paired", "widened"]
