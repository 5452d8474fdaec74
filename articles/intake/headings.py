"""Which of a story's heading lines is the banner, kicker, headline, subheadline."""

import re

from . import genre
from .edges import clause_edge
from .lists import is_counted
from .marks import HAN, is_han, squeezed

_PHRASES = [re.compile(each) for each in genre.BANNER_PHRASES]
_NUMBER = re.compile(r"[①-⑳⑴-⒇]$|[（(][一二三四五六七八九十\d]{1,2}[）)]$")
_PREDICATE = re.compile("|".join(genre.PREDICATES))
_ATTENDED = re.compile(
    r"(?:出席|讲话|致辞|主持|宣布|参加|陪同|强调|作报告|当选|授牌|颁奖|揭牌)(?:并\S{2,6})?$"
)
_ABOUT = re.compile(r"^——?|^--")
_UNFINISHED = re.compile(
    r"[的与和及为在对把将从向以让使是被比并，、：“（《]$|[比选跑干走闯拼评]出$|(?:开启|开创|通报|会见|参观|优化|扩大|走进|打造|迎来|成为|推动|助力|促进|获评|荣获|喜获|夺得|普及|做好)$|\d年$|\d$"
)
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
    counted = next((i for i, each in enumerate(segments) if i and is_counted(each.text)), None)
    if counted:
        under = [(each, "crosshead") for each in segments[counted:]]
        return roles(segments[:counted]) + under
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
    if is_banner(first.text) or is_spaced(first.text):
        return True
    named = first.width <= 8 and not _PREDICATE.search(first.text)
    return named and second.gap and second.width > first.width


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
    marked = [i for i, each in enumerate(segments) if each.marker]
    first, last = marked[0], marked[-1]
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
    if _PLACE.match(first.text) and _PREDICATE.search(first.text):
        return False
    return abs(first.width - second.width) <= (4 if fields == 2 else 1)


def _has_gap(segment):
    return bool(re.search(r"\S\s+\S", segment.text))


def _is_detail(fields):
    first, second = (sum(each.width for each in field) for field in fields)
    detailed = second > first * 1.5 and second >= 16 and re.search(r"\d", fields[1][0].text)
    return bool(detailed) and not _PLACE.match(fields[0][0].text)


def is_unfinished(above, below):
    """Does the clause of the line above run on into the line below?"""
    if below[0] in "—-":
        return False
    if is_cut(above, below) or min(len(above), len(below)) < 3:
        return True
    if _PREDICATE.search(above):
        return clause_edge(above, below) < _UNLIKELY
    if _GOES_ON.match(below):
        return True
    if _size(above) == _size(below):
        return False
    return clause_edge(above, below) < _SURE


def _size(text):
    return sum(map(is_han, text))


_CERTAIN, _SURE, _UNLIKELY = 2.2, 0.3, -1
_GOES_ON = re.compile(
    r"在|圆满|正式|隆重|成功|顺利|今日|昨日|今天|昨天|将|举行|召开|启动|开幕|闭幕|落幕|开赛|揭晓|揭牌|成立"
)


def is_cut(above, below):
    """The words themselves say that the clause goes on."""
    if above.count("“") > above.count("”") or above.count('"') % 2:
        return True
    if clause_edge(above, below) > _CERTAIN:
        return False
    if _UNFINISHED.search(above):
        return True
    if "关于" in above and not re.search(r"的.{2}$", above):
        return True
    return below[0] in "的了和与及、，”"


def gap_is_meant(left, right):
    """A printed gap in a headline: between two clauses it stays, else the line broke there."""
    if _NUMBER.fullmatch(right):
        return True
    shorter, longer = sorted((len(left), len(right)))
    if shorter < 3 or not _clause_mark(left[-1]) or is_cut(left, right):
        return False
    unquoted = re.sub('“.*?”|".*?"', "", left)
    if not _PREDICATE.search(unquoted) and (_GOES_ON.match(right) or _is_named(left, right)):
        return False
    named = left[-1] in '”"》' and not _PREDICATE.search(left)
    if shorter >= longer * (0.6 if named else 0.4):
        return True
    return not named and shorter > 3 and clause_edge(left, right) > _SURE


def _is_named(left, right):
    """The gap parts a name in quotes from the event that bears it: 岚州“匠心杯” 技能大赛开幕."""
    return left[-1] in '”"》' and bool(_EVENT_TAKES_PLACE.search(right))


_EVENT_TAKES_PLACE = re.compile(
    r"(?:活动|行动|[竞大比决联球]赛|赛|大会|[^机社工]会|展|仪式|项目|工程|计划|讲堂|课堂|培训班?|论坛|节|月)"
    r"(?:在.{1,8}|今日|昨日|正式|圆满|隆重|顺利)?"
    r"(?:启动|举行|举办|召开|开幕|闭幕|落幕|收官|收拍|收杆|收枪|开赛|开班|开讲|开展|揭晓|揭幕|打响|结束|上线|启幕|进行)$"
)


def _clause_mark(char):
    return is_han(char) or char.isalnum() or char in '”》）!！?？」’")%％'
