"""Word tables, written as one text with spaces."""


def table(words):
    return frozenset(words.split())
