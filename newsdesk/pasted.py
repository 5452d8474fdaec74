"""What Word, WPS and web pages bring along, put into our form: the same rules here and in the editor.

Each rule is a pattern and what takes its place, written so that Python and a browser read it alike. The first
ones run before a parser has put the tags in order, the others after it, until nothing changes.
"""

import re

from newsdesk.text import UNSEEN

# every repetition has a bound: no text, however odd, takes longer than its length allows
_ATTRIBUTES = r"(?:\s[^>]{0,800})?"
_INLINE = rf"(?:</?(?:a|b|strong|i|em|u|s|span|font|small|big|ins|o:p){_ATTRIBUTES}>){{0,6}}"
_BREAK = r"<br\s?/?>"
_BLANK = rf"(?:[ \u3000]|{_BREAK})"
_PARTS = "p|h[1-6]|li|t[dh]|blockquote"
_BLOCKS = "p|h[1-6]|li|ul|ol|blockquote|table|thead|tbody|tr|t[dh]|hr|img"
_AS_PARAGRAPHS = "div|section|article|header|footer|main|aside|center|d[dlt]|figure|figcaption|caption|pre|address"
_HAN = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—]"
# the sign before a point of a list of Word or WPS: a letter of a font of signs (l is a black dot)
_SIGN = (
    r"<!(?:--)?\[if !supportLists\](?:--)?>"
    r"(?:(?!<!).){0,400}font-family: ?(?:&quot;|[\"'])?(?:Symbol|Wingdings)(?:(?!<!).){0,900}"
    r"<!(?:--)?\[endif\](?:--)?>"
)

# not of the text: what a colleague struck out, how a character is read, what can be pressed, drawn or played
DROPPED = (
    "script", "style", "title", "xml", "del", "rt", "rp", "button", "select", "noscript", "textarea", "svg", "math",
    "audio", "video", "object", "iframe", "canvas",
)  # fmt: skip
BEFORE = (
    (UNSEEN, ""),
    (r"[\u2028\u2029]", "<br>"),
    (rf"(?<={_HAN})[\r\n]{{1,4}}(?={_HAN})", ""),  # lines that a program broke by width
    (r"(?:&nbsp;|[ \t\r\n\f\v\u00a0])+", " "),
    (r"[ \u3000]{3,}", "\u3000"),
    (r"<div\s[^>]{0,200}mso-element: ?comment-list.*", ""),  # of colleagues, behind the text
    (r"<a\s[^>]{0,400}#_msocom_[^>]{0,200}>[^<]{0,20}</a>(?:<!(?:--)?\[endif\](?:--)?>)? ?", ""),
    (r"<span\s[^>]{0,200}mso-special-character: ?comment[^>]{0,99}> ?</span>", ""),
    (  # hidden: its writer does not see it either
        r"<(p|div|section|span)\s[^>]{0,400}(?:display: ?none|mso-hide: ?all)[^>]{0,400}>(?:(?!</?\1\b).){0,2000}</\1>",
        "",
    ),
    (  # the empty table that holds a drawing of Word in its place
        r"<span\s[^>]{0,200}mso-ignore: ?vglayout[^>]{0,200}>(?:<(?!/span)[^>]{0,400}>| ){0,60}</span>",
        "",
    ),
    (rf"<p{_ATTRIBUTES}> ?{_SIGN}((?:(?!</?p\b).){{0,8000}})</p>", r"<ul><li>\1</li></ul>"),
    (
        r"<b\s[^>]{0,200}(?<![-\w])font-weight:\s?(?:normal|400)[^>]{0,200}>",
        "<span>",
    ),  # Google Docs
    (rf"<(/?)b{_ATTRIBUTES}>", r"<\1strong>"),
    (rf"<(/?)i{_ATTRIBUTES}>", r"<\1em>"),
    (rf"<(/?)h1{_ATTRIBUTES}>", r"<\1h2>"),
    (rf"<(/?)h[4-6]{_ATTRIBUTES}>", r"<\1h3>"),
    (rf"<(/?)(?:{_AS_PARAGRAPHS}){_ATTRIBUTES}>", r"<\1p>"),
    (rf"{_BREAK} ?(?:{_BREAK} ?)*(?:{_BREAK}|\u3000)\u3000*", "</p><p>"),  # a break and an indent
)
AFTER = (
    (UNSEEN, ""),
    (r"&nbsp;", " "),
    (  # a link to nowhere, or to a place in the document that it was copied from
        r'<a(?![^>]{0,800}\shref="[^#])(?:\s[^>]{0,800})?>((?:(?!</?a\b).){0,3000})</a>',
        r"\1",
    ),
    (r"</ul> ?<ul>", ""),
    (  # 一、 and （一） of an automatic numbering
        rf"(<(?:p|h2|h3|li)>{_INLINE}(?:[一二三四五六七八九十百]{{1,4}}、|（[一二三四五六七八九十百]{{1,4}}）)) (?={_INLINE}{_HAN})",
        r"\1",
    ),
    (r'<img(?! data-photo="\d{1,12}">)[^>]*>', ""),  # pictures are the article's own, by number
    (rf"(<(?:{_PARTS}){_ATTRIBUTES}>{_INLINE}){_BLANK}{{1,4}}", r"\1"),
    (rf"{_BLANK}{{1,4}}({_INLINE}</(?:{_PARTS})>)", r"\1"),
    (
        rf"<(p|h2|h3|li|ul|ol|blockquote|strong|em){_ATTRIBUTES}>{_BLANK}?{_INLINE}{_BLANK}?</\1>",
        "",
    ),
    (rf"(</?(?:{_BLOCKS}){_ATTRIBUTES}>) {{1,4}}(?=</?(?:{_BLOCKS})\b)", r"\1"),
)
_ROUNDS = 6  # spaces in six nested tags; more is nobody's text


def prepared(html: str) -> str:
    return _once(html, _COMPILED[BEFORE])


def settled(html: str) -> str:
    for _round in range(_ROUNDS):
        before, html = html, _once(html, _COMPILED[AFTER])
        if html == before:
            break
    return html.strip()


def _once(html, rules):
    for pattern, replacement in rules:
        html = pattern.sub(replacement, html)
    return html


_COMPILED = {
    rules: [(re.compile(pattern, re.IGNORECASE), after) for pattern, after in rules]
    for rules in (BEFORE, AFTER)
}
