"""A story as the editor of 公众号 keeps it: every style inline, no class, no script, pictures by their address.

What that editor was seen to take out: style sheets, classes, ids, links to other sites. So a link is its text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

INK, QUIET, RED, LINE = "#1a1a1a", "#5c5a55", "#b3201c", "#d9d5cc"
_TEXT = f"font-size:16px;line-height:1.8;color:{INK};text-align:justify;"
STYLES = {
    "p": f"margin:0 0 18px;{_TEXT}",
    "h2": f"margin:28px 0 14px;font-size:18px;line-height:1.5;color:{RED};font-weight:bold;text-align:center;",
    "h3": f"margin:22px 0 10px;font-size:16px;line-height:1.5;color:{INK};font-weight:bold;",
    "blockquote": f"margin:0 0 18px;padding:0 0 0 14px;border-left:3px solid {RED};{_TEXT}",
    "ul": f"margin:0 0 18px;padding:0 0 0 1.5em;list-style-type:disc;{_TEXT}",
    "ol": f"margin:0 0 18px;padding:0 0 0 1.8em;list-style-type:decimal;{_TEXT}",
    "li": "margin:0 0 6px;",
    "table": "width:100%;margin:0 0 18px;border-collapse:collapse;",
    "th": f"padding:6px 8px;border:1px solid {LINE};font-size:15px;line-height:1.6;font-weight:bold;text-align:left;",
    "td": f"padding:6px 8px;border:1px solid {LINE};font-size:15px;line-height:1.6;",
    "hr": f"margin:24px 0;border:0;border-top:1px solid {LINE};",
    "span": "font-weight:bold;",  # the dateline
    "strong": "font-weight:bold;",
    "em": "font-style:italic;",
    "thead": "",
    "tbody": "",
    "tr": "",
    "br": "",
}
KICKER = f"margin:0 0 6px;font-size:15px;line-height:1.6;color:{RED};letter-spacing:1px;text-align:center;"
SUBHEADLINE = f"margin:0 0 20px;font-size:17px;line-height:1.6;color:{INK};text-align:center;"
STANDFIRST = f"margin:0 0 20px;padding:10px 14px;border:1px solid {LINE};font-size:15px;line-height:1.8;color:{QUIET};"
PICTURE = "margin:0 0 6px;text-align:center;"
IMAGE = "display:block;max-width:100%;height:auto;margin:0 auto;"
CAPTION = f"margin:0 0 18px;font-size:14px;line-height:1.6;color:{QUIET};text-align:center;"
IMPRINT = f"margin:24px 0 0;padding:12px 0 0;border-top:1px solid {LINE};font-size:14px;line-height:1.8;color:{QUIET};"
_INSIDE = "margin:0;"  # of a paragraph in a list, a table, a quotation
_NAMES = {"h2": "p", "h3": "p", "blockquote": "section"}
_HOLDERS = {"li", "td", "th", "blockquote"}
_KEPT = {"colspan", "rowspan", "start"}


@dataclass(frozen=True)
class Picture:
    path: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Story:
    """`parts` are sanitised HTML and pictures in turn; `imprint` the lines at the foot."""

    headline: str
    parts: list[str | Picture]
    kicker: str = ""
    subheadline: str = ""
    standfirst: str = ""
    imprint: tuple[str, ...] = ()


def to_html(story: Story, absolute: Callable[[str], str]) -> str:
    """Without the headline, which has a field of its own there; `absolute` makes a path an address."""
    inside = []  # goes on behind a picture that stands in a list, a table, a quotation
    pieces = [
        line(story.kicker, KICKER),
        line(story.subheadline, SUBHEADLINE),
        line(story.standfirst, STANDFIRST),
        *(
            picture(part, absolute) if isinstance(part, Picture) else Inlined(part, inside).html
            for part in story.parts
        ),
        line("<br>".join(map(escape, story.imprint)), IMPRINT, ready=True),
    ]
    return f"<section>{''.join(pieces)}</section>"


def to_text(story: Story) -> str:
    lines, inside = [story.kicker, story.subheadline, story.standfirst], []
    for part in story.parts:
        if isinstance(part, Picture):
            lines.append("　".join(filter(None, (part.caption, part.credit))))
        else:
            lines += Inlined(part, inside).text.split("\n")
    return "\n".join(filter(None, [*map(str.strip, lines), *story.imprint]))


def line(text, style, *, ready=False) -> str:
    words = text if ready else escape(text)
    return f'<p style="{style}">{words}</p>' if words else ""


def picture(part, absolute) -> str:
    source = escape(absolute(part.path))
    image = f'<img src="{source}" alt="{escape(part.caption)}" style="{IMAGE}">'
    below = line("　".join(filter(None, (part.caption, part.credit))), CAPTION)
    return f'<section style="{PICTURE}">{image}</section>{below}'


class Inlined(HTMLParser):
    """Sanitised HTML with the style of each element in it, and its text, a line a paragraph.

    `inside` are the elements that are open where it begins; afterwards, where it ends.
    """

    def __init__(self, html: str, inside: list[str]):
        super().__init__()
        self.pieces, self.words, self.inside = [], [], inside
        self.feed(html)
        self.close()
        self.html, self.text = "".join(self.pieces), "".join(self.words)

    def handle_starttag(self, tag, attrs):
        if tag not in STYLES:
            return
        style = _INSIDE if tag == "p" and self.inside else STYLES[tag]
        kept = [(name, value) for name, value in attrs if name in _KEPT]
        attributes = [*kept, ("style", style)] if style else kept
        written = "".join(f' {name}="{escape(value or "")}"' for name, value in attributes)
        self.pieces.append(f"<{_NAMES.get(tag, tag)}{written}>")
        if tag in _HOLDERS:
            self.inside.append(tag)
        if tag == "br":
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag not in STYLES:
            return
        if tag in _HOLDERS:
            self.inside.pop()
        self.pieces.append(f"</{_NAMES.get(tag, tag)}>")
        self.words.append(self.behind(tag))

    def behind(self, tag) -> str:
        if tag in ("td", "th"):
            return "\t"
        if tag in ("h2", "h3", "li", "tr") or (tag == "p" and set(self.inside) <= {"blockquote"}):
            return "\n"
        return ""

    def handle_data(self, data):
        self.pieces.append(escape(data, quote=False))
        self.words.append(data)
