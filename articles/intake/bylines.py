"""Bylines and credits: who wrote, who took the picture, in the forms newspapers print."""

import re
from dataclasses import dataclass

from people.names.foreign import RUN as _SOUNDS
from people.names.surnames import COMMON, COMPOUND

from . import genre
from .marks import HAN


def _any(words):
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ROLE = re.compile(
    rf"(?P<unit>[{HAN}（）()·“”—－-]{{0,24}}?)\s*(?P<role>{genre.WRITER})\s*[:：/／|｜丨]?\s*"
)
_SLASHED = re.compile(
    r"(?P<before>文[/／、]图|图[/／、]文|文图|图文|摄影报道|摄影|撰文)(?!记者)(?:\s*[:：/／|｜丨]\s*|\s+)"
    rf"|(?P<role>{_any((*genre.PAIRED_ROLES, *genre.OTHER_ROLES))})\s*[/／:：丨|｜]\s*"
)
_UNIT = re.compile(
    r"[报社台网刊局会司院校厂部团委区县市省镇乡村街道心队所站处科组办室行馆店矿企区园港]$|[油气]田$|公司$|集团$|中心$"
)
_CLOSING = re.compile(
    rf"(?:\s*(?P<role>{_any(genre.CLOSING_ROLES)})|\s*[/／|｜丨]\s*(?P<slashed>文图|[文图摄影])"
    r"|\s+(?P<spaced>图|影|画|作)(?=[\s）)]*(?:$|\s\S))|\s+(?P<text>文)(?=\s+\S.{1,30}[图摄影]\s*$))"
    rf"(?![{HAN}]|\s*[/／:：])(?<!摄影(?=[ \u3000][{HAN}]))"
)
_RUN = re.compile(rf"[{HAN}]+")
_MINORITY = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・.．][{HAN}]{{1,8}}){{1,3}}")
_COMPOUND = _any(COMPOUND)
_PADDED = re.compile(rf"(?:{_COMPOUND}|[{HAN}])[ \u3000\xa0]+(?=[{HAN}])")
_NEXT = re.compile(rf"[{HAN}][ \u3000]+[{HAN}](?![{HAN}])")
_ALONE_UNIT = re.compile(rf"[\s（(□■◎●○◆◇]*(?P<unit>[{HAN}]{{2,16}})[ \u3000]+")
_GIVEN = re.compile(rf"[{HAN}]{{2,14}}(?:提供|供图)")
_BETWEEN = re.compile(r"[\s、，,;；]*")
_COLUMN = re.compile(
    r"[\s（(【\[]*(?:本栏目?|本版|本组|以上|均)(?:稿件|文字|报道|消息|新闻|内容|简讯|稿)*(?:均|皆|都)?(?:由|据|系)?\s*"
    r"(?=\S*(?:记者|通讯员|实习生))"
)
_LEADING = re.compile(r"[\s（(【\[□■◎●○◆★◇▲△]*")
_OPENING = re.compile(
    r"[从据在由随对就跟近昨讯电问]|获悉|了解|采访|看到|走访|来到|发现|注意到|表示|报道|"
    rf"{_any(genre.OPENINGS)}"
)
_NOBODY = ("同志", "先生", "女士", "朋友")  # 编辑同志： opens a letter
_OFFICES = "部处科局厅委办厂矿站队组"  # no given name ends so: 安环部, 金工组
_AFTER_NAMES = "从据在由随就跟"


@dataclass(frozen=True)
class Credit:
    """One credited name as it stands: `start` and `end` are the places of the name."""

    name: str
    role: str
    unit: str
    start: int = 0
    end: int = 0


def parse(text, start=0, end=None):
    """The names in a text that is nothing but credits; None where it is something else."""
    end = len(text) if end is None else end
    column = _COLUMN.match(text, start, end)
    place = (column or _LEADING.match(text, start, end)).end()
    while end > place and text[end - 1] in " \t\u3000\xa0）)】]。":
        end -= 1
    credits, rest = entries(text, place, end)
    return credits if credits and rest == end else None


def signs_column(text):
    """（本栏稿件由记者 X 整理）"""
    return bool(_COLUMN.match(text))


def entries(text, place, end, known=frozenset()):
    """Read entry after entry; (credits, where reading stopped)."""
    credits, stop = [], place
    while place < end:
        found, after = _entry(text, place, end, known)
        if not found and after == place:
            break
        credits += found
        stop, place = after, _BETWEEN.match(text, after, end).end()
    return credits, stop


def _role(text, place, end):
    """A role word with its unit before it; a name before it is no unit."""
    role = _ROLE.match(text, place, end)
    return role if role and (not role["unit"] or _UNIT.search(role["unit"])) else None


def _entry(text, place, end, known):
    slashed = _SLASHED.match(text, place, end)
    if slashed:
        given = _GIVEN.match(text, slashed.end(), end)
        if given:
            return [], given.end()
        role = (slashed["role"] or slashed["before"]).replace("／", "/")
        return _named(text, place, slashed.end(), end, role, "", known)
    role = _role(text, place, end)
    if role:
        return _named(text, place, role.end(), end, role["role"], _plain(role["unit"]), known)
    names, after = _names(text, place, end, known)
    closing = names and _CLOSING.match(text, after, end)
    if closing and (text[after].isspace() or _is_short(closing) or _are_people(names)):
        unit, people = _of_unit(names)
        return _credits(people, _printed(closing), unit), closing.end()
    return [], place


def _of_unit(names):
    """塔河油田 哈力克 摄: a body that stands before the first name is its unit."""
    first = _plain(names[0][0])
    if len(names) < 2 or len(first) < 3 or is_name(first) or not _UNIT.search(first):
        return "", names
    return first, names[1:]


def _is_short(closing):
    return len(_printed(closing)) < 2 or "/" in closing.group()


def _are_people(names):
    """一张手绘图 is no drawing by one 一张手."""
    return all(is_name(_plain(text)) or "·" in text for text, _, _ in names)


def _named(text, begin, place, end, role, unit, known):
    """The names behind a role word; 记者昨日从… at `begin` names nobody and is read no further."""
    inner = _role(text, place, end)
    if inner:
        role, unit, place = inner["role"], _plain(inner["unit"]), inner.end()
    names, after = _names(text, place, end, known)
    closing = _CLOSING.match(text, after, end)
    body = _BODY.match(text, place, end) if not names else None
    if body:
        return _credits([(body[0], *body.span())], role, unit), body.end()
    if not names and _OPENING.match(text, place, end):
        return [], begin
    return _credits(names, role, unit), closing.end() if closing and names else after


# 通讯员 市总工会办公室
_BODY = re.compile(
    rf"[{HAN}]{{2,14}}(?:办公室|宣传部|宣教部|组织部|委员会|总工会|工会|公司|集团|编辑部|支队|医院|学院)(?![{HAN}])"
)


def _printed(closing):
    return closing[closing.lastgroup].replace("／", "/")


def _credits(names, role, unit):
    return [Credit(_plain(text), role, unit, start, end) for text, start, end in names]


def _names(text, place, end, known, until=None):
    """Names one after the other, as far as they go, and the place behind the last."""
    names, stop = [], place
    while place < end:
        after = _name(text, place, end, known, first=not names)
        if not after or (until and until.match(text, place, end)):
            break
        names.append((text[place:after], place, after))
        stop, place = after, _BETWEEN.match(text, after, end).end()
        glued = place == stop and not _is_padded(text, place, end)
        if glued or _CLOSING.match(text, stop, end):
            break
    return names, stop


def _name(text, place, end, known, first):
    """Where the name that begins here ends; 0 where none does."""
    if not first and (_role(text, place, end) or _SLASHED.match(text, place, end)):
        return 0
    if match := _MINORITY.match(text, place, end):
        return match.end()
    if padded := _padded(text, place, end):
        return padded
    if text.startswith(_NOBODY, place, end):
        return 0
    run = _RUN.match(text, place, end)
    alone = run and len(run[0]) in (2, 3) and _CLOSING.match(text, run.end(), end)  # 从容 摄
    opens = run and not alone and _OPENING.match(text, place, end)
    if opens and text[place : place + 2] not in COMPOUND:
        return 0
    if not run:
        return 0
    stop = _before_role(text, place, run.end(), end)
    longest = 4 if re.match(_COMPOUND, text[place : place + 2]) else 3
    whole = stop == end or text[stop].isspace()
    if 2 <= stop - place <= longest or (whole and _is_long_name(text[place:stop])):
        counts = not first and text[stop : stop + 1].isdigit()  # 早上10时
        return 0 if counts and not is_name(text[place:stop]) else stop
    return _glued(text, place, stop, known, first)


def _is_long_name(name):
    """古丽娜尔: four or five characters that stand alone and begin no sentence."""
    return 4 <= len(name) <= 5 and not any(_OPENING.match(name, i) for i in (2, 3))


def _padded(text, place, end):
    """Where 张 三 or 贾 思明 ends; 0 where the gap stands for something else."""
    match = _PADDED.match(text, place, end)
    if not match:
        return 0
    given = match.end()
    for stop in (given + 1, given + 2):
        if stop <= end and _RUN.fullmatch(text, given, stop) and _is_over(text, stop, end):
            return stop
    return 0


def _is_over(text, place, end):
    """Does a name end here: at a gap, a mark, a role word, or where a sentence begins?"""
    if place == end or not _RUN.match(text, place, end):
        return True
    over = _OPENING.match(text, place, end) or _CLOSING.match(text, place, end)
    return bool(over) or _is_padded(text, place, end)


def _is_padded(text, place, end):
    """Does 高 原 stand here, right behind a name that ended the line before?"""
    return place < end and text[place] in COMMON and bool(_NEXT.match(text, place, end))


def _before_role(text, place, stop, end):
    """A role word glued to the name: 梁奈通讯员, 吴昊摄, 张三文/图."""
    for cut in range(place + 2, min(stop, place + 5)):
        closing = _CLOSING.match(text, cut, end)
        role = _role(text, cut, end)
        if closing or (role and not role["unit"]):
            return cut
    return stop


def _glued(text, place, stop, known, first):
    """A name glued to the sentence: 记者赖碧怡为引导."""
    lengths = (3, 4, 2) if re.match(_COMPOUND, text[place : place + 2]) else (3, 2)
    if text[place + 2 : place + 3] in tuple(_AFTER_NAMES):
        lengths = (2,)
    fits = [place + length for length in lengths if place + length < stop]
    for cut in fits:
        if text[place:cut] in known:
            return cut
    for cut in fits:
        if _OPENING.match(text, cut):
            return cut
    return fits[0] if first and fits else 0


def _plain(name):
    return re.sub(r"\s+", "", name)


def name_list(text, place, end, until=None):
    """(name, start, end) each behind a role word, to where `until` matches; the place behind them."""
    names, stop = _names(text, place, end, frozenset(), until)
    return [(_plain(name), start, after) for name, start, after in names], stop


def is_name(text):
    """Two or three characters that begin with a surname, or more with a compound one."""
    if len(text) in (3, 4) and text[:2] in COMPOUND:
        return True
    return 2 <= len(text) <= 3 and text[0] in COMMON and bool(_RUN.fullmatch(text))


def bare_names(text, start=0, end=None, *, signed=False):
    """Names that stand alone, without any role, perhaps after their unit: 市总工会 张晓明.

    `signed`: they stand where names do, so that pen names count too.
    """
    end = len(text) if end is None else end
    unit = _ALONE_UNIT.match(text, start, end)
    unit = unit if unit and _is_unit(unit["unit"], signed) else None
    place = unit.end() if unit else _LEADING.match(text, start, end).end()
    while end > place and text[end - 1] in " \t\u3000\xa0）)】]。":
        end -= 1
    names, stop = _names(text, place, end, frozenset())
    plain = [_plain(name) for name, _, _ in names]
    fits = all(is_name(each) or "·" in each or (signed and len(each) < 6) for each in plain)
    if stop != end or not fits or plain[:1] in (["待续"], ["未完"], ["全文"]):
        return []
    return _credits(names, "", unit["unit"] if unit else "")


def _is_unit(text, signed):
    """港务集团; where names stand, also 江城石化: too long for a name."""
    long = signed and len(text) > 3 and not (text[:2] in COMPOUND or _SOUNDS.fullmatch(text))
    return text[-1] in _OFFICES or ((long or bool(_UNIT.search(text))) and not is_name(text))
