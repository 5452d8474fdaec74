"""What the search for names hands back."""

from dataclasses import dataclass

SET_PHRASE = "set phrase"
CARRIED = "carried"


@dataclass(frozen=True)
class Found:
    """One mention: text[start:end] is the name as printed, `name` the same without padding.

    `key` is the directory's key, None where nobody or several people of that name are known.
    """

    name: str
    title: str
    start: int
    end: int
    rule: str
    key: object = None
