"""Rules that read the whole clause around a name: what somebody did, and what he is."""

import re

from people.names import foreign, resumes
from people.names.evidence import GOOD, STRICT
from people.names.follows import stops
from people.names.rules import all_given
from people.names.search import Candidate
from people.names.surnames import RARE

_SUBJECT = re.compile(r"(?:^|(?<=[。；！？”\n]))(?=[一-鿿]{3,4}[是，])")
_WHOSE = re.compile(
    r"(?:[，。；：！？“”\n]|^)[^，。；：！？“”\n]{0,20}?(?:了|着|过|第一次|首次|刚|正在|曾|来自|参加|负责|担任|从事|获得|退休)[^，。；：！？“”\n]{2,20}?的(?=[一-鿿])"
)


def by_deed_before(search):
    """第一次参加马拉松的骆小北顺利完赛: three characters behind what somebody does, who goes on."""
    text = search.text
    for match in _WHOSE.finditer(text):
        name = search.name_at(match.end(), GOOD)
        sure = name and len(name.text) > 2 and name.text[0] not in RARE and all_given(name)
        if sure and not stops(text, name.end) and not foreign.somewhere(name.text):
            yield Candidate(name, "acts", 2)


def by_predicate(search):
    """张大山是市公交公司驾驶员; 马小军，机械厂钳工，干活细."""
    text = search.text
    for match in _SUBJECT.finditer(text):
        name = search.name_at(match.end(), GOOD)
        title = name and resumes.said_of(text, name.end)
        sure = title and len(name.text) > 2 and name.text[0] not in RARE and all_given(name)
        if sure and not foreign.somewhere(name.text):
            yield Candidate(name, "personal", 4, title=title)


def by_entry(search):
    """陈晓东，永兴机械公司职工。 A sentence that is nothing but a name and what he is."""
    text = search.text
    for sentence in re.finditer(r"(?:^|(?<=[。\n；]))[^。\n；，]{2,4}(?=，)", text):
        name = search.name_at(sentence.start(), STRICT)
        if name and name.end == sentence.end() and resumes.is_entry(text, name.end):
            title = resumes.title_behind(text, name.end)
            yield Candidate(name, "personal", 4, title=title)
