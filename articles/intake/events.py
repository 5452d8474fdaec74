"""Events a story tells of, proposed with the day on which they took place."""

import re
from dataclasses import dataclass, replace
from itertools import chain, islice

from articles.intake.dates import DAY_WORDS, resolved
from articles.intake.event_days import Days, back_to
from articles.intake.event_words import EVENT, EVENT_WORD, TELLING, VAGUE, is_body


@dataclass(frozen=True)
class ProposedEvent:
    """`date` is ISO ("2024-01-26"), "" where unknown.

    `paragraph` counts from 0, on through the captions; an event of the headlines has a negative
    one, counted from their end. `reason` is the rule that saw it.
    """

    name: str
    date: str
    paragraph: int
    start: int
    end: int
    reason: str


_MOST = 50  # no story tells of more events
HELD, TAKES_PLACE, LEARNT_AT = "held", "takes place", "learnt at"
ATTENDED, HEADED = "attended", "in the headline"

_QUOTED = re.compile(r"“[^”]{0,200}”|《[^》]{0,200}》|（[^）]{0,200}）")
_MARKS = "，。；：！？\n"
_HOLDS = re.compile(
    r"(?:联合|共同|组织|隆重|成功|集中)?(?:举行|举办|召开|开展|组织|主办|承办|启动|开启|举行了)(?!仪式|式|大会|会)(?:了)?"
    r"(?:一场|一次|为期[^，。的]{1,6}的)?"
)
_NAMED = re.compile(rf"(?={EVENT})")
_HAPPENS = re.compile(
    r"(?P<between>[^，。；：！？、\n]{0,30}?)"
    r"(?:正式|隆重|成功|圆满|顺利|如期|同步|盛大|火热|胜利|全面|激情|欢乐|鸣[哨枪锣])*"
    r"(?:举行|召开|举办|开展(?=[，。])|开幕|闭幕|落幕|启动|启幕|开赛|打响|收官|揭幕|揭晓|拉开帷幕|拉开序幕|拉开战幕|落下帷幕|圆满收官|开锣|鸣锣|鸣枪|鸣哨|开跑|开班|开课|开讲|开营|结营|开唱|开拍|开市|开馆|收[拍杆枪官兵]|开始(?:征稿|报名|招募)|启动(?:征稿|报名|招募)|征稿启动|上演|谢幕|结束)"
    r"(?!仪式|式|后|前|时|以来|的|之际|期间|地|权)|"
    r"(?P<visits>走进)(?=[一-鿿“])"
)
_LEARNT = re.compile(
    rf"从(?P<name>[^，。；：\n]{{3,50}}?{EVENT})(?:上|中)?(?:获悉|了解到|传出|传来)"
)
_AT = re.compile(rf"(?<![一-鿿])在(?P<name>[^，。；：\n]{{3,40}}?{EVENT})(?:上|现场)(?=，)")
# in mid-clause only what is counted or quoted: 女工在第三届采茶大赛上一展身手
_DID_AT = re.compile(
    rf"(?<=[一-鿿”])在(?P<name>(?:第[一二三四五六七八九十\d]+届|首届|“)[^，。；：\n在]{{2,30}}?{EVENT})(?:上|中)(?=[一-鿿])"
)
_NO_REPORT = re.compile(
    r"(?:将|拟|计划|预计|要|应|需|可|力争|即将|定于|部署|号召|希望|鼓励|支持|引导|推动|推进|加强|加快|为|通过|以|围绕|继续|持续|"
    r"深入|扎实|广泛|积极|大力|常态化|定期|不断|着力|能|未|没有|不|负责|统筹|按照|如何|每年|多次|先后|曾)[^，。；、]{0,8}$"
)
_GOES_ON = re.compile(
    r"$|[，。；！？\n]|学习|传达|部署|总结|表彰|对|在|并|以(?!来)|为|来|旨在|贯彻|通报|研究|审议|听取|现场|上|，"
)
_BEFORE_NAME = re.compile(r"的|宣布|祝贺|确保|——|参加了?|出席了?|记者从")
_LEADING = re.compile(
    r"^(?:[上下中]午|晚上|晚间|当晚|当天|当日|凌晨|早上|\d{1,2}[:：]\d\d|我[市省县区国]|本市|在[^，]{0,20}?(?:时|之际)|"
    r"随着|据悉|此外|在|随后|届时|同时|期间|会后|会前|由|一场|一次|了)+"
)


def propose(headlines, paragraphs, *, page_date, captions=()):
    """Events with a name that are reported as held; plans and bare words are left out."""
    texts = enumerate([*paragraphs, *captions])
    found = chain.from_iterable(_of_paragraphs(texts, page_date))
    return _merged(islice(found, _MOST)) or _of_headlines(headlines, paragraphs, page_date)


def _of_paragraphs(texts, page_date):
    told = ""
    for number, text in texts:
        days = Days(_masked(text), page_date, told)
        yield _of_paragraph(text, number, days)
        told = days.last() or told


def _of_paragraph(text, number, days):
    masked = _masked(text)
    places = [
        *_held(masked, days, lead=number == 0),
        *_taking_place(masked, days),
        *_learnt(masked),
        *_attended(masked, days),
    ]
    for start, end, reason in sorted(places):
        yield ProposedEvent(text[start:end], days.of(start, end), number, start, end, reason)


def _masked(text):
    """Quoted words hidden, but for the event word at the end of a quoted name: “…公开课”."""
    return _QUOTED.sub(_mask, text)


def _mask(match):
    noun = re.search(rf"{EVENT}(?=”$)", match[0])
    shown = noun[0] if noun else ""
    return shown.rjust(len(match[0]), "〇")


def _clause(text, end):
    return back_to(text, _MARKS, end)


def _held(text, days, *, lead):
    """我市举行2024年劳模工匠代表迎春座谈会."""
    for verb in _HOLDS.finditer(text):
        clause = _clause(text, verb.start())
        if _is_intended(text[clause : verb.start()]):
            continue
        end = _noun_end(text, verb.end())
        dated = days.near(verb.start())
        if not end or not (dated or lead and not text.endswith(_EVERYDAY, 0, end)):
            continue
        start = verb.end() + _cut(text[verb.end() : end])
        if _named(text[start:end], held=True) and not _INNER.search(text[start:end]):
            yield start, end, HELD


def _is_intended(before):
    """Is it only meant to be held? An event that is announced for a day counts."""
    plan = _NO_REPORT.search(before)
    return plan and not (plan[0].startswith(("将", "定于")) and re.search(r"\d[日号]", before))


_EVERYDAY = ("培训", "集训", "骑行")  # events only on a day
_INNER = re.compile("(?:举行|举办|召开|开展|主办|承办)(?!仪式|式)")


def _noun_end(text, start):
    """The end of the last event word of the clause, where nothing but a purpose follows."""
    stop = re.compile("[，。；：！？、\n]").search(text, start, start + 60)
    stop = stop.start() if stop else min(len(text), start + 60)
    nouns = [
        match.end()
        for match in re.finditer(EVENT, text[start:stop])
        if not is_body(match[0], len(match[0]))
    ]
    for end in reversed(nouns):
        if _GOES_ON.match(text[start:stop], end):
            return start + end
    return None


def _taking_place(text, days):
    """全市工会工作会议在海陵会堂召开, …行动25日正式启动."""
    for end in sorted(
        {EVENT_WORD.match(text, noun.start()).end() for noun in _NAMED.finditer(text)}
    ):
        happens = _HAPPENS.match(text, end)
        if not happens or not _reported(happens, days) or is_body(text, end):
            continue
        clause = _clause(text, end)
        start = clause + _cut(text[clause:end])
        by = _BY.match(text, start, end) if happens["visits"] else None
        start = by.end() if by else start
        planned = re.search(r"将[于在]?|拟于|计划", text[clause:end])
        if not planned and not _FOR_IT.search(text[start:end]):
            yield start, end, TAKES_PLACE


# 市总工会“送健康”活动走进焦化厂: who goes there is no part of what the visit is called
_BY = re.compile(r"[^〇]{0,20}(?:会|集团|公司|医院|学院|大学|银行|中心|[局院厂校社])(?=〇)")


def _reported(happens, days):
    """A visit is one event only on a day; it may be anybody's habit else."""
    if happens["visits"]:
        return days.near(happens.start())
    return _joins(happens["between"])


def _joins(between):
    """What may stand between an event and its verb: a day, a place, nothing.

    An event that is announced for a day counts, a mere intention does not.
    """
    if re.search("拟|计划|筹备|要|未|每", between):
        return False
    planned = re.search("将|定于", between)
    if planned and not re.search(r"\d[日号]", between):
        return False
    rest = _CLOCK.sub("", DAY_WORDS.sub("", between))
    rest = re.sub(r"^(?:将|定)?于?|^至\S*?日", "", rest)
    return not rest or rest.startswith(_BETWEEN)


_CLOCK = re.compile(r"\d{1,2}[:：]\d\d|\d{1,2}[时点]半?|[上下中]午|晚上?")
_BETWEEN = ("在", "于", "上午", "下午", "晚", "举", "正", "隆", "如", "天", "日", "至", "一连")


def _learnt(text):
    for match in _LEARNT.finditer(text):
        start, end = match.span("name")
        start += _cut(text[start:end])
        if _named(text[start:end], held=False) and not is_body(text, end):
            yield start, end, LEARNT_AT


def _attended(text, days):
    """5月1日，在鹭川市总工会“五一”服务市集上，…"""
    for match in chain(_AT.finditer(text), _DID_AT.finditer(text)):
        start, end = match.span("name")
        start += _cut(text[start:end])
        named = _named(text[start:end], held=False) and not is_body(text, end)
        if named and days.near(match.start()):
            yield start, end, ATTENDED


def _cut(piece):
    """How much at the front of a piece is no part of the event's name."""
    shown = piece.replace("党的", "〇〇")
    cut = max((match.end() for match in _BEFORE_NAME.finditer(shown)), default=0)
    while True:
        rest = piece[cut:]
        day = DAY_WORDS.match(rest)
        leading = _LEADING.match(rest)
        more = (day and day.end()) or (leading and leading.end()) or 0
        if not more:
            return cut
        cut += more


# 市长盛怀远为比赛鸣枪, 副主席代表省总工会向大会致辞: what somebody does for the event.
_FOR_IT = re.compile(rf"[为向对](?:{VAGUE.pattern})$")


def _named(name, *, held):
    if held and TELLING.fullmatch(name):
        return True
    if _FOR_IT.search(name) or re.match(r"\d+[多余]?[名位人]", name):
        return False
    return len(name) > 4 and not VAGUE.fullmatch(name)


def _merged(events):
    """One row an event: 研讨会 is the same as 全国性技能人才工作研讨会 named before it."""
    kept = []
    for event in events:
        alone = event.reason != TAKES_PLACE or _named(event.name, held=False)
        for at, known in enumerate(kept):
            if _same(known.name, event.name):
                named = known if len(known.name) >= len(event.name) else event
                kept[at] = replace(named, date=_day(known, event))
                break
        else:
            if alone:
                kept.append(event)
    return kept


def _day(known, event):
    if known.reason == LEARNT_AT and event.date:
        return event.date
    return known.date or event.date


def _same(one, other):
    if one in other or other in one:
        return True
    quoted = set(_QUOTED.findall(one)) & set(_QUOTED.findall(other))
    return bool(quoted) and one[-2:] == other[-2:]


def _of_headlines(headlines, paragraphs, page_date):
    """An event that only the headline names took place on the first day the text gives."""
    day = _first_day(paragraphs, page_date)
    for number, headline in enumerate(headlines, start=-len(headlines)):
        masked = _masked(headline)
        nothing = Days("", page_date)
        for start, end, reason in [
            *_taking_place(masked, nothing),
            *_held(masked, nothing, lead=True),
        ]:
            if _named(headline[start:end], held=reason == HELD):
                return [ProposedEvent(headline[start:end], day, number, start, end, HEADED)]
    return []


def _first_day(paragraphs, page_date):
    for paragraph in paragraphs[:2]:
        for match in DAY_WORDS.finditer(paragraph):
            day = resolved(match, page_date)
            if len(day) == 10:
                return day
    return ""
