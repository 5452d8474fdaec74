"""A .docx as text: bytes in, headline, HTML of ours and pictures out. Reads no network and runs nothing."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers.expat import ExpatError

import mammoth
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsdesk import html

MAX_UNPACKED = 200 * 1024**2
MAX_PARTS = 3000
LONGEST_HEADLINE = 40  # characters of a first line that is taken for the headline
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='标题'] => h1:fresh"
# what reading a broken or hostile document may end in
BROKEN = (
    zipfile.BadZipFile, ExpatError, KeyError, ValueError, AttributeError, IndexError, TypeError, OSError,
    EOFError, RecursionError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
_FIRST = re.compile(r"<(p|h1|h2|h3)>(.*?)</\1>", re.DOTALL)
_ENDS_A_SENTENCE = tuple("。；，、：;,!！?？…")


@dataclass
class Document:
    headline: str
    html: str
    images: list[bytes] = field(default_factory=list)


def read(content: bytes) -> Document:
    """ValidationError says in words why a file cannot be read."""
    check(content)
    images = []

    def set_aside(image):
        with image.open() as opened:
            images.append(opened.read())
        return {"src": ""}

    try:
        found = mammoth.convert_to_html(
            BytesIO(content),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(set_aside),
            external_file_access=False,
        )
    except BROKEN:
        raise unreadable() from None
    return Document(*headline_and_text(found.value), images)


def check(content: bytes):
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            known = parts.infolist()
    except BROKEN:
        raise unreadable() from None
    if "word/document.xml" not in {part.filename for part in known}:
        raise unreadable()
    if len(known) > MAX_PARTS or sum(part.file_size for part in known) > MAX_UNPACKED:
        raise ValidationError(_("Unpacked, the document is too large."), code="too_large")


def unreadable() -> ValidationError:
    text = _("This is no Word document (.docx) that we can read. In Word or WPS save it as .docx.")
    return ValidationError(text, code="unreadable")


def headline_and_text(found: str) -> tuple[str, str]:
    """The title or a first short line that is no sentence; the rest is the text."""
    first = _FIRST.match(found)
    words = html.plain(html.clean(first[0])).text.strip() if first else ""
    if not words or len(words) > LONGEST_HEADLINE * (2 if first[1] == "h1" else 1):
        return "", html.clean(found)
    if first[1] != "h1" and words.endswith(_ENDS_A_SENTENCE):
        return "", html.clean(found)
    return words, html.clean(found[first.end() :])
