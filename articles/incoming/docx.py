"""A .docx as text: bytes in, headline, HTML of ours and pictures out. Reads no network and runs nothing."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePath
from xml.parsers.expat import ExpatError

import mammoth
from defusedxml import ElementTree
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from articles.incoming.numbering import write_out
from newsdesk import html

MAX_MEGABYTES = 20
MAX_UNPACKED = 200 * 1024**2
MAX_TEXT = 6 * 1024**2  # of XML: 300,000 characters need less, and each takes the reader long
MAX_PARTS = 3000
LONGEST_HEADLINE = 40  # characters of a first line that is taken for the headline
_BECOMES = {
    "h1:fresh": ("Title", "标题"),
    "blockquote > p:fresh": ("Quote", "Intense Quote", "引用", "明显引用"),
}
NUMBERING = "word/numbering.xml"
TEXTS = {f"word/{name}.xml" for name in ("document", "footnotes", "endnotes")}
STYLES = "\n".join(
    f"p[style-name='{style}'] => {element}"
    for element, styles in _BECOMES.items()
    for style in styles
)
# what reading a broken or hostile document may end in
BROKEN = (
    zipfile.BadZipFile, ExpatError, KeyError, ValueError, AttributeError, IndexError, TypeError, OSError,
    EOFError, RecursionError, NotImplementedError, RuntimeError, AssertionError, SyntaxError, zlib.error, LZMAError,
)  # fmt: skip
_FIRST = re.compile(r"<(p|h1|h2|h3)>(.*?)</\1>", re.DOTALL)
_ENDS_A_SENTENCE = tuple("。；，、：;,!！?？…")
_BOLD_LINE = re.compile(r"<p><strong>([^<>]{2,30})</strong></p>")
_BACK = re.compile(r'\s*<a href="#[^"]*">↑</a>')
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what .doc begins with, and a .docx under a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = {b"\xff\xd8": ".jpg", b"\x89P": ".png", b"GI": ".gif", b"RI": ".webp"}


@dataclass
class Document:
    """In `html`, <img data-photo="2"> stands for the second of the images; an empty one cannot be read."""

    headline: str
    html: str
    images: list[bytes] = field(default_factory=list)

    def pictures(self) -> Iterator[tuple[int, ContentFile]]:
        """Named by what they hold: a document does not keep their names."""
        for number, content in enumerate(self.images, 1):
            yield number, ContentFile(content, name=f"{number}{_KINDS.get(content[:2], '')}")


def read_file(file) -> Document:
    """A file as somebody chose it; ValidationError says in words why it cannot be read."""
    if file.size == 0:
        text = _("The document is empty. Save it again in Word or WPS, then choose it anew.")
        raise ValidationError(text, code="empty")
    if file.size > MAX_MEGABYTES * 1024**2:
        text = _(
            "The document is too big: at most %d MB. Make its pictures smaller or send them apart."
        )
        raise ValidationError(text % MAX_MEGABYTES, code="too_big")
    file.seek(0)
    content = file.read()
    if content.startswith(_OLD):
        raise old_or_encrypted(content)
    if PurePath(file.name).suffix.lower() != ".docx":
        raise unreadable()
    document = read(content)
    if not (document.headline or document.html):
        raise ValidationError(_("There is neither text nor a picture in it."), code="nothing")
    return document


def read(content: bytes) -> Document:
    check(content)
    images = []

    def set_aside(image):
        try:
            with image.open() as opened:
                images.append(opened.read())
        except BROKEN:
            images.append(b"")
        return {"data-photo": str(len(images))}

    try:
        found = mammoth.convert_to_html(
            as_shown(content),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(set_aside),
            external_file_access=False,
        )
    except BROKEN:
        raise unreadable() from None
    headline, text = headline_and_text(_BACK.sub("", found.value))
    return Document(headline, html.photos_apart(crossheads(text)), images)


def as_shown(content: bytes) -> BytesIO:
    """The document without the text that is formatted as hidden, and with the numbers that its program writes."""
    made = BytesIO(content)
    with zipfile.ZipFile(made, "a") as parts, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of two parts of one name the later is read
        names = set(parts.namelist())
        numbering = parts.read(NUMBERING) if NUMBERING in names else b""
        for name in sorted(TEXTS & names):
            part = parts.read(name)
            if b"vanish" in part or (numbering and b"numPr" in part):
                parts.writestr(name, rewritten(part, numbering))
    return made


def rewritten(part: bytes, numbering: bytes) -> bytes:
    root = ElementTree.fromstring(part)
    for holder in list(root.iter()):
        for run in filter(is_hidden, list(holder)):
            holder.remove(run)
    if numbering:
        write_out(root, ElementTree.fromstring(numbering))
    return ElementTree.tostring(root)


def is_hidden(element) -> bool:
    mark = element.find("{*}rPr/{*}vanish") if element.tag.endswith("}r") else None
    return mark is not None and not {"0", "false", "off"} & set(mark.attrib.values())


def check(content: bytes):
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            known = parts.infolist()
            text = sum(part.file_size for part in known[:MAX_PARTS] if may_be_text(parts, part))
    except BROKEN:
        raise unreadable() from None
    if "word/document.xml" not in {part.filename for part in known}:
        raise unreadable()
    if len(known) > MAX_PARTS or sum(part.file_size for part in known) > MAX_UNPACKED:
        text = _("Unpacked, the document is too large. Make its pictures smaller, or part it.")
        raise ValidationError(text, code="too_large")
    if text > MAX_TEXT:
        text = _("There is too much text in the document. Part it, and choose the parts.")
        raise ValidationError(text, code="too_much_text")


def may_be_text(parts, part) -> bool:
    """By how it begins: whatever its name, the document may say that its text is there."""
    with parts.open(part) as opened:
        return opened.read(99).lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] in (b"<", b"")


def old_or_encrypted(content) -> ValidationError:
    if _ENCRYPTED in content:
        text = _(
            "The document is locked with a password. Save it without one, then choose it again."
        )
        return ValidationError(text, code="encrypted")
    text = _(
        "This is an old Word document (.doc). Open it in Word or WPS, save it as .docx and choose that."
    )
    return ValidationError(text, code="old")


def unreadable() -> ValidationError:
    text = _("This is no Word document (.docx) that we can read. In Word or WPS save it as .docx.")
    return ValidationError(text, code="unreadable")


def headline_and_text(found: str) -> tuple[str, str]:
    """The title or a first short line that is no sentence; the rest is the text."""
    first = _FIRST.match(found)
    words = html.plain(html.clean(first[0])).text.strip().replace("\n", " ") if first else ""
    if not words or len(words) > LONGEST_HEADLINE * (2 if first[1] == "h1" else 1):
        return "", html.clean(found)
    if first[1] != "h1" and words.endswith(_ENDS_A_SENTENCE):
        return "", html.clean(found)
    return words, html.clean(found[first.end() :])


def crossheads(text: str) -> str:
    """A short line in bold is a crosshead, unless it is a sentence."""
    return _BOLD_LINE.sub(
        lambda line: line[0] if line[1].endswith(_ENDS_A_SENTENCE) else f"<h2>{line[1]}</h2>", text
    )
