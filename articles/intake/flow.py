"""Which lines are headings, which begin a paragraph, which continue one.

Every line can be each of the three at a price; the cheapest reading of the whole page is taken
(Viterbi), so that a line is judged with its neighbours: a heading stands between sentences that
have ended, a sentence that has not ended is continued, a dateline opens a story.
"""

import re

from . import genre
from .datelines import opens_story
from .headings import has_two_clauses, is_document, is_label, is_named_label
from .lists import is_counted, is_numbered
from .marks import FINAL, HAN, NEVER_FIRST, PAUSE, is_soft
from .printed import Page

HEADING, OPENING, CONTINUING = "heading", "opening", "continuing"
LABELS = (HEADING, OPENING, CONTINUING)

_STARTS = re.compile(
    "|".join(sorted(map(re.escape, genre.PARAGRAPH_OPENINGS), key=len, reverse=True))
    + r"|(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|[，,])|[\u4e00-\u9fff]{2,4}会上[，,]"
)
_SAYS = re.compile(
    rf"[\u4e00-\u9fff]{{1,4}}(?:[\u4e00-\u9fff]{{1,4}}地)?(?:{'|'.join(genre.SPEECH)}|道|笑着说)"
)
_SAID = re.compile(rf"[，。！？,!?.…][”\"][{HAN}·]{{0,12}}$")


def label(segments, between, width):
    """(labels, their price); `between[i]` holds the kinds that stand before segment i, or at the end."""
    if not segments:
        return [], 0
    page = Page(segments, between, width)
    paths = {each: (_at_start(each) + _own(page, 0, each), 0) for each in LABELS}
    trail = []
    for i in range(1, len(segments)):
        step, chosen = {}, {}
        for after in LABELS:
            prices = {
                each: price + _change(page, i, each, after, start)
                for each, (price, start) in paths.items()
            }
            before = chosen[after] = min(LABELS, key=prices.get)
            goes_on = after == CONTINUING and before != HEADING
            start = paths[before][1] if goes_on else i
            step[after] = prices[before] + _own(page, i, after), start
        paths = step
        trail.append(chosen)
    costs = {each: price for each, (price, _) in paths.items()}
    costs[HEADING] += 3
    if segments[-1].text[-1] in PAUSE and "onward" not in between[-1]:
        costs[CONTINUING] += 4
        costs[OPENING] += 4
    labels = [min(LABELS, key=costs.get)]
    price = costs[labels[0]]
    for chosen in reversed(trail):
        labels.append(chosen[labels[-1]])
    return labels[::-1], price


def _at_start(label):
    return {HEADING: 0, OPENING: 1.5, CONTINUING: 6}[label]


def _own(page, i, label):
    segment = page.segments[i]
    if segment.listed:
        return 0 if label == OPENING else 100
    return {HEADING: _as_heading, OPENING: _as_opening, CONTINUING: _as_continuing}[label](
        page, i, segment
    )


def _as_heading(page, i, segment):
    text = segment.text
    cost = _as_heading_text(text) - 6 * bool(segment.marker)
    cost += 0.4 * max(0, segment.width - 26)
    cost -= 3 * (not page.is_full(i) and has_two_clauses(text))
    last = i + 1 == len(page.segments)
    gap_after = last or page.gap(i + 1)
    cost += 4 * (text[-1] in "，、" and gap_after)
    cost += {(True, True): -1, (False, False): 1}.get((page.gap(i), gap_after), 0)
    cost += 6 * (text[0] == "被" and not stands_alone(page, i))
    if page.is_indented(i):
        cost += 3
    if page.is_full(i) and ((i and page.is_full(i - 1)) or (not last and page.is_full(i + 1))):
        cost += 1.5
    if not last and (opens_story(page.segments[i + 1].text) or page.has_byline_before(i + 1)):
        cost -= 3
    if is_label(text) and (is_named_label(text) or (page.gap(i) and (gap_after or segment.bullet))):
        cost -= 4
    if page.gap(i) and page.is_awaited(i):
        cost += 3
    return cost


def stands_alone(page, i):
    """Is there something between this line and both of its neighbours?"""
    return page.gap(i) and (i + 1 == len(page.segments) or page.gap(i + 1))


_SALUTATION = re.compile(
    rf"[{HAN}、，,“”（）()\s]{{0,30}}(?:同志|朋友|职工|工友|会员|代表|委员|同仁|同行|师傅|读者|家长|同学|市民|居民|乡亲|姐妹|先生|女士|编辑部?|领导|总工会|工会|单位|部门|企业)们?[：:]$"
)


def is_salutation(text):
    """编辑同志：, 全市广大职工朋友们："""
    return bool(_SALUTATION.fullmatch(text))


_NO_BEGINNING = "的了着及而们"
_TOLD = re.compile(rf"[^，,。“”\s]{{2,16}}(?:{'|'.join(genre.SPEECH)}|称)[，,]")
_COMMA = re.compile(r"，|,(?!\d)|(?<!\d),")  # not that of 1,208


_SPEAKER = re.compile(rf"[{HAN}·]{{1,6}}[：:]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def _as_heading_text(text):
    cost = 1.5 * len(_COMMA.findall(_QUOTED.sub("", text))) + 4 * sum(map(text.count, "；;"))
    if opens_story(text) or text[0] in NEVER_FIRST or len(text) < 2:
        cost += 12
    if text[0] in _NO_BEGINNING or _TOLD.match(text):
        cost += 6
    if _SPEAKER.match(text) and text[-1] in FINAL:
        cost += 6
    if re.search(r"。.", text):
        cost += 8
    if text.count("“") > text.count("”") or text.count('"') % 2:
        cost += 3
    if text.startswith(("—", "--")) or is_numbered(text):
        cost -= 3
    elif _STARTS.match(text) and text[0] != "“":
        cost += 1
    if text[-1] not in FINAL and (is_counted(text) or is_document(text)):
        return cost - 3
    if text[-1] in FINAL + ".":
        return cost + (7 if text[-1] in "。." else 2)
    if text[-1] in "，、；：,;:":
        return cost + (1 if text.startswith("—") else 6)
    return cost + 3 * bool(_DANGLING.search(text)) + (text[-1] == "了")


_DANGLING = re.compile("[的和与及并将对从被向让使]$|(?<![一两几])把$")  # 帮一把 is whole


def _as_opening(page, i, segment):
    text = segment.text
    cost = 10 if text[0] in NEVER_FIRST else 0
    cost -= 6 * opens_story(text) + 4 * bool(_ASKS.match(text))
    cost += 5 * bool(segment.marker) - 4 * (segment.bullet and not segment.marker)
    if page.indents:
        cost += -3 if segment.line.indent in (2, 4) else 3.5
    last = i + 1 == len(page.segments)
    bare = not segment.ended and not is_soft(text) and not page.is_full(i)
    if bare and segment.width <= 22 and not (_COMMA.search(text) or "。" in text):
        cost += (
            2
            if page.width and not (last or page.gap(i + 1))
            else 3 + (not page.width and not page.gap(i)) + (segment.width <= 8)
        )
    return cost


_ASKS = re.compile(r"(?:问|答|[QA]|读者|网友|编辑|律师|记者)[：:]")


def _as_continuing(page, i, segment):
    text = segment.text
    if opens_story(text) or segment.marker:
        return 12
    cost = 5 * page.is_indented(i) + 6 * segment.bullet + 6 * bool(_ASKS.match(text))
    cost += 6 * is_named_label(text)
    if page.gap(i) and (i + 1 == len(page.segments) or page.gap(i + 1)) and not segment.ended:
        cost += 6 * is_label(text) + (segment.width < 20 and not is_soft(text))
    if text[0] in NEVER_FIRST:
        cost -= 4
    if i and _SAID.search(page.segments[i - 1].text) and _SAYS.match(text):
        cost -= 8 if len(text) < 13 and segment.ended else 4
    return cost


def _change(page, i, before, after, start):
    """The price of `after` at i when `before` stands at i - 1."""
    byline = page.has_byline_before(i)
    if after == HEADING and _is_broken_off(page, i, before):
        return 12
    if after == HEADING != before and page.is_quoted_above(i):
        return 12
    if before == HEADING:
        glued = _PARTED * (page.parted and not page.gap(i))
        first = 1 if stands_alone(page, i) else 4  # a crosshead over the first part of the text
        return {HEADING: first * byline, OPENING: glued - 2 * byline, CONTINUING: 8}[after]
    if after == OPENING and opens_story(page.segments[i].text) and not page.between[i]:
        return _after(page, i, after, byline, start) + 5
    return _after(page, i, after, byline, start)


def _is_broken_off(page, i, before):
    """Text goes on elsewhere below this line, or comes from elsewhere above it."""
    if before == HEADING:
        return "from" in page.between[i]
    return "onward" in page.between[i + 1]


def _after(page, i, after, byline, start):
    """The price of `after` behind a line of text."""
    previous = page.segments[i - 1]
    if "onward" in page.between[i] and after == HEADING:
        return 0
    if previous.listed:
        return {HEADING: 0, OPENING: 0, CONTINUING: 50}[after]
    if byline and after == CONTINUING:
        return 8
    if is_salutation(previous.text) and (page.gap(i) or page.is_indented(i)):
        return {HEADING: 4, OPENING: 0, CONTINUING: 8}[after]
    if after != CONTINUING and page.closes(i):
        return 8
    if _announces(previous.text, page.segments[i].text):
        return {HEADING: 1, OPENING: 0, CONTINUING: 5}[after]
    ended = page.has_ended(i - 1)
    if not ended and previous.text[-1] in PAUSE:
        ragged = 2 if page.wraps(i - 1) and not page.is_full(i - 1) and not page.gap(i) else 0
        return {HEADING: 5 if page.gap(i) else 8, OPENING: 6, CONTINUING: ragged}[after]
    if after == HEADING:
        return 0.5 * (not page.gap(i)) if ended else _heading_after_break(page, i, start)
    signs = [page.form(i, start), page.words(i, start), -3 * page.is_open(i, start)]
    signs += [page.crop(i), page.gap(i) if ended else _lost(page, i), _parts(page, i, ended)]
    sense = -1 if after == OPENING else 1
    against = sum(max(0, sense * each) for each in signs)
    return against if ended else against + _MISFIT * page.misfit(i, start)


_MISFIT = 0.4


_FIRST_ITEM = re.compile(r"(?:一、|[（(]一[）)]|1[.、．]\s*\D)")


def _announces(above, below):
    """……倡议如下： and below it 一、"""
    return above[-1] in "：:" and bool(_FIRST_ITEM.match(below))


def _parts(page, i, ended):
    """What an empty line says, or its absence, where the page prints one after each paragraph."""
    if not page.parted or "caption" in page.between[i]:
        return 0
    return (_PARTED if ended else 1) if page.segments[i].gap else -_PARTED


_PARTED = 4


def _heading_after_break(page, i, start):
    cut_short = not page.is_full(i - 1) if page.wraps(i - 1) else len(page.around(i, start)[0]) < 14
    counted = is_counted(page.segments[i].text)
    within = page.wraps(i - 1) and page.is_full(i - 1) and not page.gap(i)
    return (2.5 if cut_short or counted else 5) + 4 * page.is_counting(i) + _WITHIN * within


_WITHIN = 4  # right below a full line that breaks off stands the rest of its sentence


_SPOKEN_ENDS = 5
_SPOKEN = re.compile(
    rf"[。！？?!…][”\"][{HAN}· \u3000]{{1,12}}(?:说|道|表示|介绍|感慨|坦言|告诉记者)$"
)


def _has_spoken(page, i):
    """“……。”张三说, and below an empty line something else: the full stop was lost."""
    goes_on = page.segments[i].text[0] in '“"：:，,起到着完出话'
    return page.gap(i) and not goes_on and bool(_SPOKEN.search(page.segments[i - 1].text))


def _lost(page, i):
    """What else tells a lost full stop from a sentence that the column broke."""
    passed = set(page.between[i]) - {"guessed"}
    odds = -2 if page.wraps(i - 1) else -1
    odds -= (3 if "caption" in page.between[i] else 1.5) if passed else -0.5 * page.gap(i)
    odds += _SPOKEN_ENDS * _has_spoken(page, i)
    odds += 3 * page.ends_well(i) * page.introduces(i)
    odds -= 3 * is_soft(page.segments[i - 1].text)
    return odds + page.known(i) - 2 * page.crosses(i) - 4 * page.is_counting(i)
