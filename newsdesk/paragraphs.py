"""HTML that is paragraphs and crossheads of text and nothing else, as most stories are.

The sanitiser leaves it as it is, and its text is what stands between the tags: tests/site/test_paragraphs.py holds both
to what newsdesk/html.py finds by its parsers, which take some fifteen times as long.
"""

import re
from dataclasses import dataclass

from newsdesk.text import NOT_SEEN

# nothing that a tag or an entity could begin with, nor what is taken out; spaces one by one and inside
_RUN = rf"[^\s<>&{NOT_SEEN}]++"
_ONE = re.compile(rf"<(p|h2|h3)>({_RUN}(?:[ 　]{_RUN})*+)</\1>")
_ALL = re.compile(rf"(?:{_ONE.pattern})*")


@dataclass(frozen=True)
class Plain:
    """Plain text of HTML: one line a block; offsets[i] is where text[i] begins in the HTML."""

    text: str
    offsets: tuple[int, ...]


def only(html: str) -> bool:
    return _ALL.fullmatch(html) is not None


def plain(html: str) -> Plain:
    """One line a paragraph, whose end stands where its closing tag does."""
    lines, offsets = [], []
    for match in _ONE.finditer(html):
        lines.append(match[2])
        offsets += range(match.start(2), match.end(2) + 1)
    return Plain("\n".join(lines), tuple(offsets[:-1]))
