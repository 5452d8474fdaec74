"""Which of a story's heading lines is the banner, kicker, headline, subheadline."""

import re

from . import genre
from .clauses import NUMBER, PREDICATE, gap_is_meant, has_verb, is_unfinished, tells
from .lists import is_counted, is_list
from .marks import HAN, squeezed, width

_PHRASES = [re.compile(each) for each in genre.BANNER_PHRASES]
_ATTENDED = re.compile(
    r"出席\S{2,8}并\S{2,6}$|(?:出席|讲话|致辞|主持|宣布|参加|陪同|强调|作报告|当选)(?:并\S{2,6})?$|(?:为.{2,}|并|共同|和.{2,4})(?:授牌|颁奖|揭牌)$"
)
_ABOUT = re.compile(r"^——?|^--")
_PLACE = re.compile(
    r"^(?:我[市省县区国]|全[市省县区国]|.{1,4}[市省县区镇]|市|省|县|区|团市委|.{2,6}(?:总工会|集团|公司))"
)


def is_briefs(text):
    plain = squeezed(text)
    return len(plain) <= 12 and any(word in plain for word in genre.BRIEFS_WORDS)


def is_spaced(text):
    """港 城 匠 心: letters set apart as over a column of the page."""
    return bool(_SPACED.fullmatch(text))


_SPACED = re.compile(rf"[{HAN}](?:[ \u3000]+[{HAN}]){{1,6}}")


def is_label(text):
    """图片新闻, 职 工 说: what stands over a column of the page."""
    return squeezed(text) in genre.BRIEFS_WORDS or is_spaced(text)


def is_named_label(text):
    return squeezed(text) in _LABELS


_LABELS = frozenset(each for each in genre.BRIEFS_WORDS if len(each) > 2)


def is_document(text):
    """关于表彰先进集体和先进个人的决定: the title of what is printed below it."""
    return bool(_DOCUMENT.fullmatch(text))


_DOCUMENT = re.compile(
    r"关于[^。！？；]{4,60}的(?:决定|通知|通报|公告|通告|公示|意见|倡议书?|说明|函|批复|规定|方案)"
)


def has_two_clauses(text):
    """土专家进果园 果农吃下“定心丸”: a gap between two clauses of like length, no mark beside it."""
    clauses = text.split()
    sizes = [width(each) for each in clauses]
    like = len(clauses) == 2 and min(sizes) >= 4 and max(sizes) <= 2 * min(sizes)
    return like and not re.search(r"[，。；：、,;:]", text) and gap_is_meant(*clauses)


def is_banner(text):
    """Names of columns, and the slogans under which several stories stand."""
    plain = squeezed(text).strip("【】[]●■◆★☆—*「」《》<>")
    if len(plain) < 2 or len(plain) > 26:
        return False
    if NUMBER.search(plain) or text[0] in "【[★☆◆" or is_briefs(plain):
        return True
    if len(plain) <= 12 and any(plain.endswith(word) for word in genre.BANNER_WORDS):
        return True
    return any(phrase.search(plain) for phrase in _PHRASES) and not tells(plain)


def roles(segments):
    """(segment, role) for the heading lines of one story, in printed order."""
    counted = next((i for i, _ in enumerate(segments) if i and _heads_part(segments, i)), None)
    if counted:
        under = [(each, "crosshead") for each in segments[counted:]]
        return roles(segments[:counted]) + under
    if any(each.role for each in segments):
        return [(each, each.role or "headline") for each in segments]
    rest, found = list(segments), []
    while len(rest) > 1 and _stands_over(rest):
        found.append((rest.pop(0), "banner"))
    return found + _roles(rest)


def _heads_part(segments, i):
    """Does it stand over a part of the list that the heading above announces?"""
    each = segments[i]
    announced = is_list(segments[i - 1].text) and not is_list(each.text)
    return is_counted(each.text) or (each.listed and announced)


def _stands_over(segments):
    first, second = segments[:2]
    if first.marker and not second.marker or _ABOUT.match(second.text):
        return False
    if is_banner(first.text) or is_spaced(first.text):
        return True
    if is_slogan(first.text) and len(first.text.split()) > 2:
        return True
    if second.width <= first.width:
        return False
    if len(segments) > 2 and is_slogan(first.text):
        return True
    named = first.width <= 6 and not has_verb(first.text)
    apart = second.gap or (len(segments) > 2 and not _runs_on(first, second))
    return named and apart


def is_slogan(text):
    """庆丰收 迎华诞: two clauses or more, all of three or all of four characters."""
    sizes = [len(each) for each in text.split()]
    return 1 < len(sizes) < 5 and set(sizes) in ({3}, {4})


def _roles(segments):
    if any(each.marker for each in segments):
        return _marked(segments)
    tail = len(segments)
    while tail > 1 and _ATTENDED.search(segments[tail - 1].text):
        tail -= 1
    about = next((i for i, each in enumerate(segments) if _ABOUT.match(each.text) and i), tail)
    tail = min(tail, about)
    return _kicker_and_headline(segments[:tail]) + [
        (each, "subheadline") for each in segments[tail:]
    ]


def _marked(segments):
    """Where ** or # sets the headline off, a kicker stands on its line, a banner above that."""
    level = min(each.marker for each in segments if each.marker)
    marked = [i for i, each in enumerate(segments) if each.marker == level]
    about = [i for i in marked[1:] if _ABOUT.match(segments[i].text)]
    first, last = marked[0], (about[0] - 1 if about else marked[-1])
    line = segments[first].line.number
    beside = any(each.line.number == line for each in segments[:first])

    def role(i, each):
        if first <= i <= last:
            return "headline"
        if i > last:
            return "subheadline"
        return "banner" if beside and each.line.number != line else "kicker"

    return [(each, role(i, each)) for i, each in enumerate(segments)]


def _kicker_and_headline(heads):
    """Lines of one clause are one field; of several fields the first is the kicker."""
    fields = []
    for each in heads:
        if fields and _runs_on(fields[-1][-1], each):
            fields[-1].append(each)
        else:
            fields.append([each])
    while len(fields) > 1 and _is_parallel(fields[-2], fields[-1], len(fields)):
        fields[-2:] = [fields[-2] + fields[-1]]
    names = ["headline"] * len(fields) if len(fields) < 2 else ["kicker", "headline"]
    if len(fields) == 2 and _is_detail(fields):
        names = ["headline", "subheadline"]
    names += ["subheadline"] * (len(fields) - 2)
    return [(each, name) for field, name in zip(fields, names, strict=True) for each in field]


def _runs_on(above, below):
    return not below.gap and is_unfinished(above.text, below.text)


def _is_parallel(above, below, fields):
    """Two lines of like length, each a clause, none of them about where it happened: a headline."""
    first, second = above[-1], below[0]
    if second.gap or len(above) + len(below) > 2 or _has_gap(first) != _has_gap(second):
        return False
    if _PLACE.match(first.text) and PREDICATE.search(first.text):
        return False
    if [each.width > 9 and _is_news(each.text) for each in (first, second)].count(True) == 1:
        return False
    close = 4 if fields == 2 and not _has_gap(first) else 1
    return abs(first.width - second.width) <= close


def _is_news(text):
    """Who did what, as against a phrase about it."""
    placed = _PLACE.match(text) and (PREDICATE.search(text) or re.search(r"\d", text))
    return bool(placed or tells(text))


def _has_gap(segment):
    return bool(re.search(r"\S\s+\S", segment.text))


# 同比增长17.3%, 总投资386亿元: figures of what the line above tells
_FIGURES = re.compile(
    r"(?:同比|环比|[较比][去上前]年|其中|增[长幅]|降幅|总投资|总额|人均|惠及|覆盖|涉及|历时|为期|[首第][一二三四]?批|预计|计划|力争|累计|截至|平均|最[高多大快])[^，。]{0,8}\d"
)


def _is_detail(fields):
    said = tells(fields[0][-1].text) or PREDICATE.search(fields[0][-1].text)
    if said and _FIGURES.match(fields[1][0].text):
        return True
    first, second = (sum(each.width for each in field) for field in fields)
    detailed = second > first * 1.5 and second >= 16 and re.search(r"\d", fields[1][0].text)
    return bool(detailed) and not _PLACE.match(fields[0][0].text)
