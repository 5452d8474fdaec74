"""Find people and their titles in Chinese news text."""

from people.names.directory import EMPTY, Directory, Entry
from people.names.find import find
from people.names.found import Found

__all__ = ["EMPTY", "Directory", "Entry", "Found", "find"]
