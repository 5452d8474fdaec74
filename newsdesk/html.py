"""The one place that decides which HTML is allowed and that returns safe markup."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django_prose_editor.config import allowlist_from_extensions

from newsdesk import paragraphs, pasted
from newsdesk.paragraphs import Plain
from newsdesk.text import HAN, within

# one list for the editor's buttons and for the sanitiser
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Photo": True,
    "CleanPaste": {
        "before": pasted.BEFORE,
        "after": pasted.AFTER,
        "dropped": ", ".join(pasted.DROPPED),
    },
}
BLOCKS = {"p", "h2", "h3", "li", "blockquote", "td", "th", "tr", "hr", "br", "ul", "ol", "table"}
VOID = {"br", "hr", "img"}

# what of a headline stands on one line: a name, a quotation, a title of a work, with the marks at its ends
UNBROKEN = 15  # characters; a longer one may break, for a phone's line holds no more
_QUOTED = [f"{first}[^{first}{last}]{{1,{UNBROKEN - 2}}}{last}" for first, last in ("“”", "《》")]
_BEFORE, _BEHIND = "(?:——|[“《（])*", "[”》），。、：；！？…]*"

_GAP = re.compile(f"(?<=[{HAN}”》）！？])[ 　]+|[ 　]+(?=[{HAN}“《（])")
_RUN = re.compile(r"[^\n\r]+")
_NOT_IN_DATA = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_CHARACTER = re.compile(r"&#?\w+;?|.", re.DOTALL)
_PHOTO = re.compile(r'<img data-photo="(\d{1,12})">')
_ANY_PHOTO = re.compile(r'<img(?: data-photo="\d{1,12}")?>')


def _photo_number(tag, attribute, value):
    return value if tag != "img" or re.fullmatch(r"[0-9]{1,12}", value) else None


_ALLOWED = allowlist_from_extensions(EXTENSIONS)
_sanitised = nh3.Cleaner(
    tags=_ALLOWED.pop("tags"),
    attributes=_ALLOWED.pop("attributes") | {"*": set()},  # else lang and title, anywhere
    **_ALLOWED,
    clean_content_tags=set(pasted.DROPPED),
    attribute_filter=_photo_number,
).clean


def clean(html: str) -> str:
    """Allowed elements only, in our form: no indents typed or pasted, no empty paragraphs, headings as crossheads."""
    if paragraphs.only(html):
        return html
    return _sanitised(pasted.settled(_sanitised(pasted.prepared(html))))


def safe(html: str) -> SafeString:
    """An editor's HTML for the page, sanitised again as it leaves; without its photos."""
    return mark_safe(_ANY_PHOTO.sub("", _sanitised(html)))  # noqa: S308 - sanitised in this very line


def marked(text: str, spans) -> SafeString:
    """Plain text with <mark> around what was found there: (start, end), in order, not overlapping."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308 - escaped piece by piece


def story_parts(body: str, dateline: str) -> list[SafeString | int]:
    """A story's text for the page; where a photo stands in it, the photo's number.

    The dateline (茂名晚报讯) stands where it is printed: at the start of the first line.
    """
    parts = _PHOTO.split(_sanitised(body))  # text and numbers in turn
    first = next((n for n, part in enumerate(parts) if n % 2 == 0 and part), 0)
    if dateline:
        parts[first] = _with_dateline(parts[first], dateline)
    return [
        int(part) if n % 2 else mark_safe(_ANY_PHOTO.sub("", part))  # noqa: S308 - sanitised above
        for n, part in enumerate(parts)
        if part
    ]


def _with_dateline(text, dateline):
    head = f'<span class="dateline">{escape(dateline)}</span>'
    start = f"<p>{head}　"
    return start + text.removeprefix("<p>") if text.startswith("<p>") else f"<p>{head}</p>{text}"


def with_photos(body: str, numbers) -> str:
    """The body with these photos only."""
    return with_numbers(body, {number: number for number in numbers})


def with_numbers(body: str, numbers: dict[int, int]) -> str:
    """The body with its photos under other numbers; what has none goes."""

    def numbered(match):
        number = numbers.get(int(match[1]))
        return f'<img data-photo="{number}">' if number else ""

    return _PHOTO.sub(numbered, body)


def data_block(data) -> SafeString:
    """Data for programs in a page (JSON-LD): no script, so it needs no nonce; nothing in it can end it."""
    text = json.dumps(data, ensure_ascii=False).translate(_NOT_IN_DATA)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above


def with_addresses(body: str, addresses: dict[int, str]) -> str:
    """The body for elsewhere: each photo also with the address of its picture, where it has one."""

    def addressed(match):
        address = addresses.get(int(match[1]))
        return f'{match[0][:-1]} src="{escape(address)}">' if address else match[0]

    return _PHOTO.sub(addressed, body)


def clauses(headline: str, names=(), hits=()) -> SafeString:
    """A headline for the page: parted where the editor put a space, names and quotations kept whole, hits marked."""
    shown, end = [], 0
    for clause in filter(None, _GAP.split(headline)):
        start = headline.index(clause, end)
        end = start + len(clause)
        inner = unbroken(clause, names, within(hits, start, end))
        shown.append(f'<span class="clause">{inner}</span>')
    return mark_safe(" ".join(shown))  # noqa: S308 - unbroken() escapes


def unbroken(headline: str, names=(), hits=()) -> SafeString:
    """The headline with its names and quotations held together, so that no line ends within one."""
    there = {name for name in names if 1 < len(name) <= UNBROKEN and name in headline}
    whole = sorted(there, key=len, reverse=True)
    runs = "|".join([*_QUOTED, *map(re.escape, whole)])
    shown, start = [], 0
    for n, piece in enumerate(re.split(f"({_BEFORE}(?:{runs}){_BEHIND})", headline)):
        inner = marked(piece, within(hits, start, start + len(piece)))
        shown.append(f'<span class="whole">{inner}</span>' if n % 2 else inner)
        start += len(piece)
    return mark_safe("".join(shown))  # noqa: S308 - marked() escapes each piece


def text_to_html(blocks: list[tuple[str, str]]) -> str:
    """(tag, text) pairs, for example ("p", "1月26日，…") or ("h2", "小标题"), as the body's HTML."""
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in blocks)


class _Placed(HTMLParser):
    """Knows at every call where in the HTML it is."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=False)
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    @property
    def place(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column


class _Reader(_Placed):
    """Whole runs of text at a time: a long story has thousands of characters and few runs."""

    def __init__(self, html: str):
        self.pieces, self.offsets = [], []
        super().__init__(html)

    def add(self, text: str, places):
        if text:
            self.pieces.append(text)
            self.offsets += places

    def add_break(self):
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.add("\n", [self.place])

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.add_break()

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.add_break()

    def handle_data(self, data):
        place = self.place
        for run in _RUN.finditer(data):
            self.add(run[0], range(place + run.start(), place + run.end()))

    def handle_entityref(self, name):
        character = unescape(f"&{name};")
        self.add(character, [self.place] * len(character))

    def handle_charref(self, name):
        self.handle_entityref(f"#{name}")


def plain(html: str) -> Plain:
    """The text that counting, search, proofing and digests work on."""
    if paragraphs.only(html):
        return paragraphs.plain(html)
    reader = _Reader(html)
    text = "".join(reader.pieces).rstrip("\n")
    return Plain(text, tuple(reader.offsets[: len(text)]))


def with_edits(html: str, edits) -> str:
    """(start, end, text) of the plain text put into the HTML, whose elements stay as they are; not overlapping."""
    offsets = plain(html).offsets
    pieces, done = [], 0
    for start, end, text in sorted(edits):
        for index in range(start, end):
            place = offsets[index]
            pieces += [html[done:place], escape(text) if index == start else ""]
            done = place + len(_CHARACTER.match(html, place)[0])
    return "".join([*pieces, html[done:]])


class _Cuts(_Placed):
    """Where a block at the top begins or ends."""

    def __init__(self, html: str):
        self.depth, self.cuts = 0, {0, len(html)}
        super().__init__(html)

    def handle_starttag(self, tag, attrs):
        if self.depth == 0:
            self.cuts.add(self.place)
        if tag in VOID:
            self.cut_after(len(self.get_starttag_text()))
        else:
            self.depth += 1

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.depth -= 1
            self.cut_after(len(f"</{tag}>"))

    def cut_after(self, length):
        if self.depth == 0:
            self.cuts.add(self.place + length)


def blocks(html: str) -> list[str]:
    """Sanitised HTML cut into its paragraphs, headings, lists, tables; joined, they are the HTML again."""
    cuts = sorted(_Cuts(html).cuts)
    return [html[start:end] for start, end in pairwise(cuts) if start < end]


def photos_apart(body: str) -> str:
    """Each photo as a block of its own, before or behind the paragraph, list or table that it stood in."""
    return clean("".join(map(_photos_apart, blocks(body))))


def _photos_apart(block):
    photos = "".join(match[0] for match in _PHOTO.finditer(block))
    if not photos:
        return block
    before, text = plain(block[: block.index("<img")]).text, _PHOTO.sub("", block)
    return text + photos if before.strip() else photos + text


def photo_of(block: str) -> int | None:
    """The number, if the block is a photo."""
    match = _PHOTO.fullmatch(block)
    return int(match[1]) if match else None
