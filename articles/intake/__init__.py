"""The text of a printed page becomes stories: text in, a reading out."""

from .fields import Block, Photo, Story
from .overrides import FAULTS, KINDS, RULES
from .reading import INTAKE_VERSION, Reading, read
from .text import MAX_BYTES, MAX_CHARACTERS, Unreadable, check, decode

__all__ = [
    "FAULTS",
    "INTAKE_VERSION",
    "KINDS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "RULES",
    "Block",
    "Photo",
    "Reading",
    "Story",
    "Unreadable",
    "check",
    "decode",
    "read",
]
