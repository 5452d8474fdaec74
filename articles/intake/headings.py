"""Which of a story's heading lines is the banner, kicker, headline, subheadline."""

import re

from . import genre
from .marks import is_han, squeezed

_PHRASES = [re.compile(each) for each in genre.BANNER_PHRASES]
_NUMBER = re.compile(r"[①-⑳⑴-⒇]$|[（(][一二三四五六七八九十\d]{1,2}[）)]$")
_PREDICATE = re.compile("|".join(genre.PREDICATES))
_ATTENDED = re.compile(r"(?:出席|讲话|致辞|主持|宣布|参加|陪同|强调)(?:并\S{2,4})?$")
_ABOUT = re.compile(r"^——?|^--")
_UNFINISHED = re.compile(
    r"[的与和及为在对把将从向以让使是被比并，、：“（《]$|[比选跑干走闯拼评]出$|\d年$|\d$"
)
_PLACE = re.compile(
    r"^(?:我[市省县区国]|全[市省县区国]|.{1,4}[市省县区镇]|市|省|县|区|团市委|.{2,6}(?:总工会|集团|公司))"
)


def is_briefs(text):
    return any(word in text for word in genre.BRIEFS_WORDS) and len(squeezed(text)) <= 12


def is_banner(text):
    """Names of columns, and the slogans under which several stories stand."""
    plain = squeezed(text).strip("【】[]●■◆★☆—*「」《》<>")
    if len(plain) < 2 or len(plain) > 26:
        return False
    if _NUMBER.search(plain) or text[0] in "【[★☆◆" or is_briefs(plain):
        return True
    if len(plain) <= 12 and any(plain.endswith(word) for word in genre.BANNER_WORDS):
        return True
    return any(phrase.search(plain) for phrase in _PHRASES)


def roles(segments):
    """(segment, role) for the heading lines of one story, in printed order."""
    if any(each.role for each in segments):
        return [(each, each.role or "headline") for each in segments]
    rest, found = list(segments), []
    while len(rest) > 1 and _stands_over(rest):
        found.append((rest.pop(0), "banner"))
    return found + _roles(rest)


def _stands_over(segments):
    first, second = segments[:2]
    if first.marker and not second.marker:
        return False
    if is_banner(first.text):
        return True
    short = first.width <= 7 and not _PREDICATE.search(first.text)
    return short and second.gap and len(segments) > 1 and second.width > first.width + 3


def _roles(segments):
    marked = [i for i, each in enumerate(segments) if each.marker]
    if marked:
        first, last = marked[0], marked[-1]
        return [
            (each, "kicker" if i < first else "headline" if i <= last else "subheadline")
            for i, each in enumerate(segments)
        ]
    about = next((i for i, each in enumerate(segments) if _ABOUT.match(each.text) and i), None)
    if about is None and len(segments) > 1 and _ATTENDED.search(segments[-1].text):
        about = len(segments) - 1
    heads = segments[:about] if about else segments
    tail = [(each, "subheadline") for each in segments[len(heads) :]]
    return _kicker_and_headline(heads) + tail


def _kicker_and_headline(heads):
    """Lines that hang together are one field; of two fields the first is the kicker."""
    fields = []
    for each in heads:
        if fields and continues(fields[-1][-1], each):
            fields[-1].append(each)
        else:
            fields.append([each])
    if len(fields) < 2:
        names = ["headline"] * len(fields)
    elif len(fields) == 2:
        names = _two(fields)
    else:
        names = ["kicker", "headline"] + ["subheadline"] * (len(fields) - 2)
    return [(each, name) for field, name in zip(fields, names, strict=True) for each in field]


def _two(fields):
    first, second = (sum(each.width for each in field) for field in fields)
    details = fields[1][0].text
    longer = second > first * 1.5 and second >= 16
    if longer and re.search(r"\d", details) and not _PLACE.match(fields[0][0].text):
        return ["headline", "subheadline"]
    return ["kicker", "headline"]


def continues(above, below):
    """Are two heading lines one field (a headline over two lines)?"""
    if below.gap or below.line.number - above.line.number > 1:
        return False
    if is_unfinished(above.text, below.text):
        return True
    if _PLACE.match(above.text) and _PREDICATE.search(above.text):
        return False
    return abs(above.width - below.width) <= 3


def is_unfinished(above, below):
    """Does the clause of the line above run on into the line below?"""
    if _UNFINISHED.search(above) or above.count("“") > above.count("”") or above.count('"') % 2:
        return True
    if re.search(r"关于", above) and not re.search(r"的.{2}$", above):
        return True
    if below[0] in "的了和与及、，”":
        return True
    return not _PREDICATE.search(above) and bool(_PREDICATE.search(below[-4:]))


def gap_is_meant(left, right):
    """A gap within a headline: between two clauses it stays, else the line broke there."""
    if min(len(left), len(right)) < 3 or not (_clause_mark(left[-1]) and right):
        return False
    if is_unfinished(left, right):
        return False
    shorter, longer = sorted((len(left), len(right)))
    return shorter * 2 >= longer or bool(_PREDICATE.search(left) and _PREDICATE.search(right))


def _clause_mark(char):
    return is_han(char) or char.isalnum() or char in '”》）!！?？」’")%％'
