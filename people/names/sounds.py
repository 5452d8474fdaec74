"""The rules for names in transliteration."""

from people.names import foreign
from people.names.follows import speaks
from people.names.heads import ANYONE
from people.names.rules import at_clause_start, bracket_title, heirs
from people.names.search import Candidate
from people.names.shape import Name


def by_sounds(search):
    """佩特罗表示: a transliterated name that speaks."""
    text = search.text
    for match in foreign.RUN.finditer(text):
        start, end = match.start(), foreign.sounded(text, match.start())
        if not end or not at_clause_start(text, start) or not speaks(text, end):
            continue
        name = Name(start, end, text[start:end])
        if not foreign.somewhere(name.text):
            yield Candidate(name, "sounds", 3)


def by_dot(search):
    """阿依古丽·买买提, 唐纳德·特朗普."""
    for start, end in foreign.dotted(search.text, search.heads):
        name = Name(start, end, search.text[start:end])
        title_end = start if _somebody(search, start) else None
        if search.heads.get(start, (0, ""))[1] != "writer":
            title = bracket_title(search.text, end) if title_end is None else ""
            yield Candidate(name, "dotted", 9, title_end=title_end, title=title)
            if title_end is not None:
                yield from heirs(search, name, 9)


_UNITS = (
    "厂",
    "公司",
    "集团",
    "队",
    "站",
    "局",
    "院",
    "校",
    "所",
    "店",
    "中心",
    "车间",
    "村",
    "社区",
)


def _somebody(search, end):
    """Does a title or a unit end here: 机修工, 洗煤厂?"""
    text = search.text
    return end in search.heads or text.endswith((*ANYONE, *_UNITS), 0, end)


def by_country(search):
    """法国总统马克龙, 藏族小伙扎西顿珠."""
    text = search.text
    for end, (start, kind) in search.heads.items():
        if kind == "writer":
            continue
        local = foreign.named_at(text, end)
        if local and "·" not in local.text:
            yield Candidate(local, "foreign", 8, title_end=end)
            yield from heirs(search, local, 8)
        elif text[start - 1 : start] == "族" or kind == "office" and foreign.abroad(text, start):
            last = foreign.sounded(text, end)
            if last and text[last : last + 1] != "·":
                yield Candidate(Name(end, last, text[end:last]), "foreign", 8, title_end=end)
