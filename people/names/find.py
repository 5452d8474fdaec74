"""The search itself: every rule's candidates, settled against each other and carried on."""

import re

from people.names.directory import EMPTY
from people.names.found import Found

OFFICE = re.compile(r"([一-鿿]*(?:书记|主席|主任|局长|成员|教授))([一-鿿]{3})")


def find(text, directory=EMPTY):
    """Every mention of a person in the text, in order of place."""
    return [
        Found(m[2], m[1], m.start(2), m.end(2), "office", directory.key(m[2], m[1]))
        for m in OFFICE.finditer(text)
    ]
