"""Lists of names and units: each printed entry is a paragraph of its own, its gaps are meant."""

import re

from .bylines import is_name
from .datelines import opens_story
from .furniture import is_bare_date
from .marks import HAN, full_width

_NAME = (
    r"(?:[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff]{1,4}(?:[·•][\u4e00-\u9fff]{1,8})*)(?:[（(][^）)]{1,12}[）)])?"
)
_ENTRY = re.compile(rf"{_NAME}[ \u3000]+[^\s，。]*[\u4e00-\u9fff]{{2}}[^\s，。]*$")
_PRIZE = re.compile(r"[^，。：:；]{2,12}[：:]\s*[^，。：:；]{2,200}$")
_PIECE = re.compile(r"[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8})+")
_SINGLE = re.compile(r"(?<=[\s、])([\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff]{1,2}(?:[\s、]|$))")
_OF_UNIT = re.compile(rf"{_NAME}\s*[（(][\u4e00-\u9fff\d、]{{2,24}}[）)]$")
_UNIT = re.compile(
    r"[^\s，。：；、]{2,24}(?:公司|集团|[厂校院局站部队社所室馆店处科组委会园场行段班号村岗库矿]|街道|社区|中心|支行|家庭)$"
)
_BY_UNIT = re.compile(
    rf"[^\s，。：；、]{{1,20}}(?:公司|集团|[厂校院局站部队社所馆店处科组委会段班岗矿]|街道|社区|中心)[ \u3000：:]+{_NAME}(?:[ \u3000、]+{_NAME})*$"
)
_GROUP = re.compile(
    r"[^\s，。：；、！？]{0,18}(?:奖状|奖章|先锋号|集体|个人|单位|企业|模范|标兵|能手|工匠|状元|岗|工作者|家庭|班组|车间|奖|获得者|名单|"
    r"[员工][人]?|职工|教师|护士|干部|组织|之家|团队|女职工)[：:]?$"
)
_LIST = re.compile(r"(?:名单|获得者|获奖者|光荣榜|英雄榜|红榜|一览表?)$")
_COUNTED = re.compile(
    r"[（(](?:共|各)?\d+(?:名|个|人|家|项|件)[）)][：:]?$|^[一二三四五六七八九十]+、"
)


def mark_lists(segments):
    """Set `listed` on the entries of lists."""
    free = [_may_be_listed(each) for each in segments]
    for i, each in enumerate(segments):
        each.listed = free[i] and (_are_names(each.text) or _under_counted(segments, free, i))
    for form in (_ENTRY, _PRIZE, _OF_UNIT, _BY_UNIT):
        texts = [full_width(each.text) for each in segments]
        fitting = [free[i] and bool(form.match(text)) for i, text in enumerate(texts)]
        for i, each in enumerate(segments):
            beside = fitting[max(0, i - 1) : i] + fitting[i + 1 : i + 2]
            each.listed = each.listed or (fitting[i] and any(beside))
    for above, each in zip(segments, segments[1:], strict=False):
        if is_sign_off(above, each):
            above.listed = each.listed = True


def is_counted(text):
    """A heading over a list: 二、工人先锋号（2个）."""
    return bool(_COUNTED.search(text))


def is_numbered(text):
    """一、…, （1）…, 01 …: a heading that counts parts of its story."""
    return bool(_NUMBERED.match(text))


_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|0?\d[.、．]\s*\D|0\d\s+\D)"
)


def counting(segments):
    """The ids of 01 爷爷的铁锹, 02 父亲的风镐, …: headings that count are no pages."""
    numbered = [(int(found[1]), each) for each in segments if (found := _COUNTING.match(each.text))]
    near = zip(numbered, numbered[1:], strict=False)
    pairs = [(one, other) for (n, one), (m, other) in near if m == n + 1]
    return {id(each) for pair in pairs for each in pair}


_COUNTING = re.compile(rf"0(\d)[\s.、]*(?=[{HAN}]{{2}})")


def is_list(text):
    """凉原市“最美职工家庭”名单"""
    return bool(_LIST.search(text))


def is_group(text):
    """A heading that may stand over a part of a list: 二、工人先锋号（2个）, 优秀护林员."""
    return is_counted(text) or bool(_GROUP.fullmatch(text))


def _may_be_listed(segment):
    plain = not segment.kind and not segment.marker and not segment.ended
    plain = plain and len(segment.text) <= 300
    return plain and not opens_story(segment.text)


def _are_names(text):
    """Three or more names with nothing but gaps between them, perhaps with （女） after some."""
    plain = re.sub(r"[（(][^）)]{1,12}[）)]", " ", text)
    names = _SINGLE.sub(r"\1", " " + plain).replace("、", " ").split()
    if len(names) < 3 or not all(map(_PIECE.fullmatch, names)):
        return False
    return sum(is_name(each) or "·" in each for each in names) >= 0.6 * len(names)


def _under_counted(segments, free, i):
    """A short line in the block under a heading such as 二、工人先锋号（2个）."""
    if (
        not i
        or not free[i]
        or not free[i - 1]
        or (segments[i].width > 30 and len(segments[i].text.split()) < 3)
    ):
        return False
    above, each = segments[i - 1], segments[i]
    if is_counted(each.text):
        return False
    if _UNIT.fullmatch(each.text) and not is_list(each.text):
        over = above.listed and not is_bare_date(above.text)
        return over or is_group(above.text) or is_list(above.text)
    if above.listed and not each.gap and not _are_names(above.text):
        return True
    following = segments[i + 1].text if i + 1 < len(segments) else ""
    heads = each.gap and (_ENTRY.match(following) or _are_names(following))
    return is_counted(above.text) and not heads


def is_sign_off(above, segment):
    """Who issued a notice, and under it the date."""
    short = not above.kind and not above.ended and above.width <= 20
    return short and not segment.gap and is_bare_date(segment.text)
