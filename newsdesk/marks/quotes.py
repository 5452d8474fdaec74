"""Straight quotes, paired."""

from .characters import is_han


def paired(chars):
    """(place, replacement) for each straight quote of a text given as a list of characters."""
    live = [i for i, char in enumerate(chars) if char]
    text = "".join(chars[i][0] for i in live)
    return [
        (live[k], mark)
        for straight, pair in (('"', "“”"), ("'", "‘’"))
        for k, mark in _paired(text, straight, pair)
    ]


def _paired(text, straight, pair):
    places = [k for k, char in enumerate(text) if char == straight and _counts(text, k)]
    opened, found = False, []
    for n, k in enumerate(places):
        start = places[n - 1] + 1 if n else 0
        opened = _after(text[start:k], pair, opened)
        last = n + 1 == len(places)
        if last and not opened and pair[1] not in text[k:]:
            opened = _closes(text, k)
        found.append((k, pair[opened]))
        opened = not opened
    return found


def _after(between, pair, opened):
    """Round quotes among the straight ones count too."""
    for char in between:
        if char in pair:
            opened = char == pair[0]
    return opened


def _counts(text, k):
    """An apostrophe in Latin text is none of these."""
    if text[k] == '"':
        return True
    around = text[k - 1 : k] + text[k + 1 : k + 2]
    return any(is_han(char) or char in '“”"，。' for char in around)


def _closes(text, k):
    """A single straight quote without a partner."""
    return k > 0 and (k + 1 == len(text) or text[k + 1] in "，。、；：！？,;:!?)）")
