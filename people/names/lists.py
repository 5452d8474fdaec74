"""Lists of honours: names that vouch for each other."""

import re
from bisect import bisect_left

from people.names.evidence import STRICT, WORDY
from people.names.follows import goes_on
from people.names.foreign import DOTTED, RUN
from people.names.heads import HEADS, OFFICE
from people.names.rules import bracket_title, skip_bracket
from people.names.search import Candidate
from people.names.shape import NEVER, Name, like_a_word, surname_length
from people.names.surnames import GIVEN
from people.names.words import CHOSEN, UNLIKELY

_NUMBERED = re.compile(r"[ \u3000]*(?:\d{1,3}[.．、 ]|[①-⑳]|[（(]\d{1,3}[）)])?[ \u3000]*")
_GAP = re.compile(r"[ \u3000：，]+")
_ALONE = re.compile(r"[ \u3000]*([一-鿿]{2,4}|[一-鿿]{1,6}·[一-鿿]{1,8})(（[^（）\n]+）)")
_TWO = re.compile(
    r"[ \u3000]*([一-鿿]{2,4})(（[^（）\n]+）)?[ \u3000]+([^ \u3000。，；！？\n]{2,40})[ \u3000]*"
)
_ENDS_IN_HEAD = re.compile(f"(?:{'|'.join(sorted(HEADS, key=len, reverse=True))}|[员师工手匠])$")
_LINE = re.compile(r"[^\n]+")


def by_lines(search):
    """A name and what he is on each line: 韦秀兰（女，壮族） 纺织集团挡车工, or the other way round."""
    text = search.text
    rows, perhaps = [], []
    for line in _LINE.finditer(text):
        found = _row(search, line)
        other = None if found else _bracketed(line)
        if found:
            rows.append(found)
        elif other:
            perhaps.append(other)
        else:
            yield from _vouched(rows, perhaps)
            rows, perhaps = [], []
    yield from _vouched(rows, perhaps)


def _bracketed(line):
    """霜叶（局医院） on a line of its own: the lines beside it tell whether that is a name."""
    match = _ALONE.fullmatch(line[0])
    if not match or not _TITLED.fullmatch(match[2]):
        return _beside(line)
    start, end = line.start() + match.start(1), line.start() + match.end(1)
    return Candidate(Name(start, end, match[1]), "line", 10, title=match[2][1:-1])


def _beside(line):
    """林则清 海运公司船长: a gap, and what ends in an office or a job."""
    match = _TWO.fullmatch(line[0])
    if (
        not match
        or not surname_length(match[1], 0, seldom=True)
        or not _ENDS_IN_HEAD.search(match[3])
    ):
        return None
    start, end = line.start() + match.start(1), line.start() + match.end(1)
    return Candidate(Name(start, end, match[1]), "line", 10, title=match[3])


def _all_titled(rows):
    return len(rows) > 2 and all(_ENDS_IN_HEAD.search(row.title) for row in rows)


def _vouched(rows, perhaps):
    return (
        rows + perhaps
        if len(rows) > 1 and len(rows) >= len(perhaps) or rows and _all_titled(rows + perhaps)
        else [row for row in rows if not like_a_word(row.name.text) and row.title]
    )


def _row(search, line):
    """The candidate of a line that is nothing but a name and its title."""
    text = search.text
    if line.end() - line.start() > 60 or "。" in line[0]:
        return None
    at = _NUMBERED.match(text, line.start()).end()
    name = _dotted_at(text, at) or search.name_at(at, WORDY)
    if not name:
        return None
    gap = _GAP.match(text, skip_bracket(text, name.end))
    if gap:
        title = text[gap.end() : line.end()].strip()
        several = _GAP.search(title) and not _ENDS_IN_HEAD.search(title)
        if re.search(r"[；！？]|的", title) or several or search.name_at(gap.end(), STRICT):
            return None
        return Candidate(name, "line", 10, title=title)
    if skip_bracket(text, name.end) == line.end():
        return Candidate(name, "line", 10, title=bracket_title(text, name.end))
    return None


def _dotted_at(text, at):
    match = DOTTED.match(text, at)
    return Name(at, match.end(), match[0]) if match else None


_PIECE = r"[一-鿿·]{2,12}(?:（[^（）\n]{1,30}）)?"
# Lists of persons mark women and minorities: one mark shows what the whole list is.
_MARKED = re.compile("（(?:女|[^（）]{1,5}族)")
# 岑溪（热电厂检修工）、时节（公交公司驾驶员）、…: what each is stands in brackets.
_TITLED = re.compile(
    "（[^（）\n]{1,20}(?:公司|集团|厂|局|院|校|大学|中学|小学|中心|站|所|队|店|矿|场|委|部|会|处|馆|社|段|村|社区|镇|乡|街道|班|[员师工手匠长者士任])）"
)
_COUNTED = re.compile(r"等?(?:\d+|[两二三四五六七八九十几]+)[余多]?(?:[名位]|人)")
_GAPS = re.compile(r"、|[ \u3000]+")
_SERIES = re.compile(rf"(?<![一-鿿·]){_PIECE}(?:(?:、|[ \u3000]+){_PIECE})+")


def by_series(search):
    """张伟、李娜、王芳…: a run of names, whatever stands before it.

    Names that most pieces are vouch for the rest: 任重、远航、盘明秀 are three persons; and a line
    of names vouches for those above and below it.
    """
    runs = [(each, _series(search, each)) for each in _SERIES.finditer(search.text)]
    sure = {run.start() for run, pieces in runs if _is_series(search.text, run, pieces)}
    ends = [line.end() for line in _LINE.finditer(search.text)]
    lines = {bisect_left(ends, start) for start in sure}
    for run, pieces in runs:
        line = bisect_left(ends, run.start())
        beside = bool({line - 1, line + 1} & lines) and all(name for name, _ in pieces)
        if run.start() not in sure and not (beside and len(pieces) > 2):
            continue
        for name, _sure in pieces:
            if name:
                yield Candidate(name, "series", 4, title=bracket_title(search.text, name.end))


def _series(search, run):
    marked = len(_MARKED.findall(run[0])) > 0 or len(_TITLED.findall(run[0])) > 2
    return _pieces(search, run, marked)


def _is_series(text, run, pieces):
    return _is_run(text, run.start(), pieces, [name for name, sure in pieces if sure])


def _pieces(search, series, marked):
    """(name or None, is it surely one) of each piece; what follows the last one is not it."""
    text, at, pieces = search.text, series.start(), []
    while at < series.end():
        gap = _GAPS.search(text, at, series.end())
        end = gap.start() if gap else series.end()
        pieces.append(_piece(search, at, end, marked))
        at = gap.end() if gap else series.end()
    return pieces


def _piece(search, start, end, marked):
    text = search.text
    name = search.name_at(start, WORDY) or _dotted_at(text, start)
    if name and (skip_bracket(text, name.end) >= end or goes_on(text, name.end) == 3):
        return name, marked or start in search.padded or not like_a_word(name.text)
    bracket = text.find("（", start, end)
    stop = bracket if bracket > 0 else end
    if (
        marked
        and (stop - start == 2 or bracket > 0 and RUN.fullmatch(text, start, stop))
        or _may_be_name(text, start, stop)
    ):
        return Name(start, stop, text[start:stop]), marked
    return None, False


def _may_be_name(text, start, end):
    """Also 萧山, 何为民: what names beside it will vouch for."""
    surname = surname_length(text, start, seldom=end - start == 2)
    given = text[start + surname : end]
    if not surname or NEVER.intersection(given) or given.endswith("等"):
        return False
    unlikely = sum(char in UNLIKELY for char in given)
    plain = GIVEN.issuperset(given) or not (unlikely > 1 or like_a_word(text[start:end]))
    return len(given) == 1 or len(given) == 2 and plain


def _end_of(pieces):
    return pieces[-1][0].end if pieces[-1][0] else 0


def _is_run(text, start, pieces, names):
    announced = text[max(0, start - 1) : start] == "：" or _COUNTED.match(text, _end_of(pieces))
    bracketed = sum(bool(bracket_title(text, name.end)) for name in names)
    if len(pieces) < (2 if announced or bracketed > 1 else 3):
        return False
    longer = any(len(name.text) > 2 for name in names)
    if len(pieces) > 3 and all(name for name, _sure in pieces):
        return len(names) * 2 >= len(pieces) and (announced or longer)
    return len(names) * 3 >= len(pieces) * 2 and (announced or longer)


_OFFICES = "|".join(sorted(OFFICE, key=len, reverse=True))
_BECOMES = re.compile(
    rf"(?:当选为?|担任|出任|兼任|就任|升任|任|为)(?=[^，。；、：\n]{{0,30}}(?:{_OFFICES})(?:[，。；、候职]|$))"
)
_BEFORE = re.compile(
    r"(?:[，。；：！？\n“]|^|选举产生|选举|任命|推选|聘任|聘请|聘|提名|补选|决定|免去)(?=[^，。；：！？\n]*$)"
)


def by_appointment(search):
    """选举韩冰为市总工会主席，白桦、陈曦为副主席."""
    text = search.text
    for becomes in _BECOMES.finditer(text):
        floor = max(0, becomes.start() - 40)
        start = (
            max(match.end() for match in _BEFORE.finditer(text[floor : becomes.start()])) + floor
        )
        names = list(_all_named(text, start, becomes.start()))
        if all(names):
            yield from (Candidate(name, "called", 6) for name in names)


def _all_named(text, start, end):
    """The name, or None, of each piece between 、."""
    for piece in text[start:end].split("、"):
        surname = surname_length(text, start)
        stop, given = start + len(piece), piece[surname:]
        plain = surname and len(given) in (1, 2) and GIVEN.issuperset(given)
        sure = plain and (piece in CHOSEN or not like_a_word(piece))
        yield Name(start, stop, piece) if sure else None
        start = stop + 1
