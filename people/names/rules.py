"""The rules: each yields candidates with the evidence it has for them."""

import re

from people.names import foreign, resumes
from people.names.evidence import GOOD, MANY, OFFICE, STANDING, STRICT, WORDY, Evidence
from people.names.follows import goes_on, leads_on, speaks, stops
from people.names.heads import ANYONE, COURTESY
from people.names.mistaken import mistaken
from people.names.phrases import LEADERS
from people.names.search import Candidate
from people.names.shape import SPACES, Name, is_han, like_a_word, surname_length
from people.names.surnames import COMMON, GIVEN, RARE
from people.names.words import UNLIKELY

_BEHIND_TITLE = {
    "office": OFFICE,
    "standing": STANDING,
    "many": MANY,
}
# 综采队工人 is one of them, 广大工人 are many.
_UNITS = ("公司", "集团", *"厂矿队站所局院校学店段班村系", "中心", "车间", "社区", "工区")
QUOTED = Evidence(follow=2, words=True)
_NOBODY = "人手加施开分化军竣复动完停打务罢赶"  # 人工, 加工: work, not workers
_LISTED = Evidence(follow=2, words=True, titled=2, plain=True)
_AT_WORK = Evidence(follow=3, plain=True)
_BRACKET = re.compile(r"（[^（）\n]{1,40}）")
_NO_TITLE = re.compile(
    r"^(?:[男女]|[^，、]{1,5}族|[左右中前后上下][^，、]{0,3}|[一二三四五六七八九]|图|资料图|化名|音|音译|已故|\d+岁|[，、])+$"
)
_SEPARATOR = re.compile(r"[、和及与]|[ \u3000]{1,4}(?=[一-鿿])")


def skip_bracket(text, at):
    match = _BRACKET.match(text, at)
    return match.end() if match else at


def bracket_title(text, at):
    """（沅川热电厂） behind a name is a title; （女，壮族） and （左二） are none."""
    match = _BRACKET.match(text, at)
    if not match:
        return ""
    inside = match[0][1:-1]
    parts = [part for part in re.split("[，,]", inside) if not _NO_TITLE.match(part)]
    return "，".join(parts)


def by_office(search):
    """市总工会主席黄奕奕; all further names of a list under the one office."""
    for end, (start, kind) in search.heads.items():
        if kind == "writer" or search.text.endswith(LEADERS, 0, start):
            continue
        one = kind == "many" and search.text.endswith(_UNITS, 0, start)
        evidence = STANDING if one else _BEHIND_TITLE[kind]
        name = _after_title(search, end, evidence)
        if name and not mistaken(search.text, start, name):
            weight = 7 if kind == "office" else 5
            yield Candidate(name, kind, weight, title_end=_title_end(search.text, name.start))
            yield from heirs(search, name, weight)


def _after_title(search, end, evidence):
    """The name behind the title: perhaps after a space, a colon, or the end of a quotation."""
    text = search.text
    if text.startswith("工程", end - 1):
        return None
    if text.startswith(("”", "：", " ：", "　："), end):
        evidence = STRICT if "：" in text[end : end + 2] else QUOTED
    at = end
    while at < end + 2 and text[at : at + 1] in (*SPACES, "：", "”"):
        at += 1
    return search.name_at(at, evidence)


def _title_end(text, start):
    while text[start - 1] in (*SPACES, "："):
        start -= 1
    return start


def _past_work(text, at):
    """周涛《春到船台》 林芳《检修夜》: behind what somebody made."""
    closed = text.find("》", at, at + 40)
    return closed + 1 if text[at : at + 1] == "《" and closed > 0 else at


def heirs(search, name, weight):
    """王晓东、李敏: who follows in a list has the title of the one before."""
    text = search.text
    while True:
        separator = _SEPARATOR.match(text, _past_work(text, skip_bracket(text, name.end)))
        if not separator:
            return
        name = _in_list(search, separator.end(), weight)
        if not name:
            return
        title = bracket_title(text, name.end)
        rule, weigh = ("dotted", 10) if len(name.text) > 4 else ("list", weight - 1)
        yield Candidate(name, rule, weigh, heir=not title, title=title)


def _in_list(search, at, weight):
    """The name at a place of a list; behind an office one of doubtful characters too."""
    text = search.text
    name = search.name_at(at, _LISTED)
    if not name:
        return foreign.named_at(text, at)
    sure = weight > 6 and stops(text, name.end) or leads_on(text, name.end)
    if _doubtful(search, name) and not sure:
        return None
    return name


def _doubtful(search, name):
    rare = name.text[0] in RARE and len(name.text) == 2 and not foreign.is_beginning(name.text)
    return rare and name.text not in search.directory and name.start not in search.padded


def by_anyone(search):
    """起重机吊装手王铁柱: any word for somebody at work."""
    text = search.text
    for match in re.finditer(
        f"(?<![{_NOBODY}])[{ANYONE}](?![程作业会厂地商资具期艺序傅生范])", text
    ):
        end = match.end()
        if end in search.heads or end < 2 or not is_han(text[end - 2]):
            continue
        name = search.name_at(end, _AT_WORK)
        if name and (end in search.padded or all_given(name) and not _doubtful(search, name)):
            yield Candidate(name, "standing", 3, title_end=end)
            yield from heirs(search, name, 3)


def by_title_behind(search):
    """习近平总书记, 李克勤局长; 王建国同志 has no title."""
    text = search.text
    for start, end in search.behind:
        name = _name_ending(search, start)
        word = text[start:end]
        if not name or (word not in COURTESY and len(name.text) < 3 and goes_on(text, end) < 2):
            continue
        yield Candidate(name, "title behind", 4, title="" if word in COURTESY else word)


def _name_ending(search, end):
    text = search.text
    for length in (3, 4, 2):
        start = end - length
        if start < 0 or length == 4 and surname_length(text, start) != 2:
            continue
        name = Name(start, end, text[start:end])
        if name.text in LEADERS:
            return name
        if _plain(name) and opens(search, start):
            return name
    return None


def _plain(name):
    """Nothing in it speaks against a name."""
    surname = surname_length(name.text, 0)
    given = name.text[surname:]
    return (
        surname > 0
        and len(given) in (1, 2)
        and all(char in GIVEN for char in given)
        and name.text[0] not in RARE
        and not like_a_word(name.text)
        and not name.text.endswith(("小学", "中学", "大学"))
    )


def all_given(name):
    surname = surname_length(name.text, 0)
    return all(char in GIVEN for char in name.text[surname:])


_OPENERS = (
    "对此",
    "随后",
    "其中",
    "会上",
    "据",
    "的",
    "和",
    "与",
    "对",
    "向",
    "由",
    "请",
    "同",
    "跟",
    "给",
    "为",
    "在",
    "是",
    "受",
)


def opens(search, at):
    """May a name begin here: at the start of a clause, after a title or a small word?"""
    if at == 0 or not is_han(search.text[at - 1]) or at in search.heads:
        return True
    return search.text.endswith(_OPENERS, 0, at)


def at_clause_start(text, at):
    return at == 0 or not (is_han(text[at - 1]) or text[at - 1].isalnum() or text[at - 1] in "·-—")


def by_speech(search):
    """X说, “……”X告诉记者; and whoever of three characters does something."""
    text = search.text
    for at, char in enumerate(text):
        if char not in COMMON or not at_clause_start(text, at):
            continue
        name = search.name_at(at, STRICT)
        if not name or name.text[0] in RARE or stops(text, name.end):
            continue
        if foreign.somewhere(name.text):
            continue
        if speaks(text, name.end) and (len(name.text) > 2 or all_given(name)):
            yield Candidate(name, "speech", 4)
        elif len(name.text) > 2 and not UNLIKELY.intersection(name.text[1:]):
            yield Candidate(name, "acts", 2)


_CALLED = re.compile(
    r"来自[^，。；、\n]{2,30}的|(?:(?<![一-鿿其])|(?<=[，。“]))[他她我]们?[和与跟同]|(?:[一二三特]等奖|金奖|银奖|铜奖|优秀奖)：|(?:得主|冠军|第一名|获得者|获奖者)[是为：]|任命|免去|增补|名叫|叫做|岁的|追授|追记|授予|颁给|授予给|他叫|她叫|我叫"
)
_PERSONAL = re.compile(
    r"（(?:[男女][，、）]|[左右中前后][一二三四五六七八九）]|[左右中]）|[一-鿿]{1,5}族[，、）]|化名|已故|前排|后排)"
    r"|，[男女]，|，\d{2}岁|今年\d{2}岁|，(?:19|20)\d\d年[^，。]{0,4}[生人]"
)


def by_context(search):
    """名叫X, 授予X; X（女，壮族）, X今年48岁."""
    text = search.text
    for match in _CALLED.finditer(text):
        name = search.name_at(match.end(), GOOD)
        if name:
            yield Candidate(name, "called", 4, title=bracket_title(text, name.end))
            yield from heirs(search, name, 4)
    for match in _PERSONAL.finditer(text):
        name = _name_ending_openly(search, match.start())
        if name:
            title = bracket_title(text, name.end) or resumes.title_behind(text, name.end)
            yield Candidate(name, "personal", 5, title=title)


def _name_ending_openly(search, end):
    for start in (end - 3, end - 4, end - 2):
        if start >= 0 and opens(search, start):
            name = search.name_at(start, WORDY)
            if name and name.end == end:
                return name
    return None


def by_directory(search):
    """Known names of three characters and more; shorter ones only where they act."""
    text = search.text
    for start, end in search.directory.places(text):
        acts = (
            at_clause_start(text, start)
            and goes_on(text, end) == 3
            and is_han(text[end : end + 1] or " ")
        )
        if end - start > 2 or (acts and not like_a_word(text[start:end])):
            yield Candidate(
                Name(start, end, text[start:end]), "directory", 6 if end - start > 2 else 3
            )
