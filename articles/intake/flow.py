"""Which lines are headings, which begin a paragraph, which continue one.

Every line can be each of the three at a price; the cheapest reading of the whole page is taken
(Viterbi), so that a line is judged with its neighbours: a heading stands between sentences that
have ended, a sentence that has not ended is continued, a dateline opens a story.
"""

import re

from . import genre
from .datelines import opens_story
from .edges import sentence_edge
from .headings import is_spaced
from .lists import is_counted
from .marks import FINAL, NEVER_FIRST, is_soft, squeezed
from .printed import Page

HEADING, OPENING, CONTINUING = "heading", "opening", "continuing"
LABELS = (HEADING, OPENING, CONTINUING)

_FRAGMENT = re.compile(r"[\u4e00-\u9fff\d]{1,2}[，。、；！？”》）,;]")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|0?\d[.、．]\s*\D)"
)
_STARTS = re.compile(
    "|".join(sorted(map(re.escape, genre.PARAGRAPH_OPENINGS), key=len, reverse=True))
    + r"|(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|[，,])|[\u4e00-\u9fff]{2,4}会上[，,]"
)
_SAYS = re.compile(rf"[\u4e00-\u9fff]{{1,4}}(?:{'|'.join(genre.SPEECH)}|道|笑着说)")
_SPEAKS = re.compile(rf"[\u4e00-\u9fff]{{2,4}}(?:{'|'.join(genre.SPEECH)})")


def label(segments, between, width):
    """(labels, their price); `between[i]` holds the kinds that stand before segment i, or at the end."""
    if not segments:
        return [], 0
    page = Page(segments, between, width)
    costs = {each: _at_start(each) + _own(page, 0, each) for each in LABELS}
    trail = []
    for i in range(1, len(segments)):
        step, chosen = {}, {}
        for after in LABELS:
            before = min(LABELS, key=lambda each: costs[each] + _change(page, i, each, after))
            chosen[after] = before
            step[after] = costs[before] + _change(page, i, before, after) + _own(page, i, after)
        costs = step
        trail.append(chosen)
    costs[HEADING] += 3
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
    cost = _as_heading_text(text) - 6 * segment.marker
    cost += 0.25 * max(0, segment.width - 26)
    last = i + 1 == len(page.segments)
    gap_after = last or page.gap(i + 1)
    cost += {(True, True): -1, (False, False): 1}.get((page.gap(i), gap_after), 0)
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


def is_label(text):
    """图片新闻, 职 工 说: what stands over a column of the page."""
    return squeezed(text) in genre.BRIEFS_WORDS or is_spaced(text)


def is_named_label(text):
    return squeezed(text) in _LABELS


_LABELS = frozenset(each for each in genre.BRIEFS_WORDS if len(each) > 2)


_COMMA = re.compile(r"，|,(?!\d)|(?<!\d),")  # not that of 1,208


def _as_heading_text(text):
    cost = 1.5 * len(_COMMA.findall(text)) + 4 * sum(map(text.count, "；;"))
    if opens_story(text) or text[0] in NEVER_FIRST:
        cost += 12
    if re.search(r"。.", text):
        cost += 8
    if text.count("“") > text.count("”") or text.count('"') % 2:
        cost += 3
    if text.startswith(("—", "--")) or _NUMBERED.match(text):
        cost -= 3
    elif _STARTS.match(text) and text[0] != "“":
        cost += 1
    if is_counted(text) and text[-1] not in FINAL:
        return cost - 3
    if text[-1] in "。.":
        return cost + 7
    if text[-1] in FINAL:
        return cost + 2
    if text[-1] in "，、；：,;:":
        return cost + (1 if text.startswith("—") else 6)
    return cost + 3 * (text[-1] in "的了和与及并把将")


def _as_opening(page, i, segment):
    text = segment.text
    cost = 10 if text[0] in NEVER_FIRST else 0
    cost -= 6 * opens_story(text)
    cost += 5 * segment.marker - 4 * (segment.bullet and not segment.marker)
    if page.indents:
        cost += -3 if segment.line.indent in (2, 4) else 3.5
    if _starts(page, text):
        cost -= 1
    last = i + 1 == len(page.segments)
    bare = not segment.ended and not is_soft(text) and not page.is_full(i)
    if bare and segment.width <= 22 and not (_COMMA.search(text) or "。" in text):
        cost += (
            2
            if page.width and not (last or page.gap(i + 1))
            else 3 + (not page.width and not page.gap(i))
        )
    return cost


def _as_continuing(page, i, segment):
    text = segment.text
    if opens_story(text) or segment.marker:
        return 12
    cost = 5 * page.is_indented(i) + 6 * segment.bullet + 6 * is_named_label(text)
    if page.gap(i) and (i + 1 == len(page.segments) or page.gap(i + 1)) and not segment.ended:
        cost += 6 * is_label(text) + 2 * (segment.width < 20 and not is_soft(text))
    if text[0] in NEVER_FIRST or (_FRAGMENT.match(text) and not _NUMBERED.match(text)):
        cost -= 4
    if _starts(page, text):
        cost += 1.5
    if i and page.segments[i - 1].text[-1] in '”"' and _SAYS.match(text):
        cost -= 4
    return cost


def _starts(page, text):
    """Words that paragraphs begin with; where paragraphs are indented they prove little."""
    return not page.indents and bool(_STARTS.match(text) or _SPEAKS.match(text))


def _change(page, i, before, after):
    """The price of `after` at i when `before` stands at i - 1."""
    byline = page.has_byline_before(i)
    if after == HEADING and _is_broken_off(page, i, before):
        return 12
    if before == HEADING:
        prices = {HEADING: 4 * byline, OPENING: -2 * byline, CONTINUING: 8}
        return prices[after]
    if after == OPENING and opens_story(page.segments[i].text) and not page.between[i]:
        return _after(page, i, after, byline) + 5
    return _after(page, i, after, byline)


def _is_broken_off(page, i, before):
    """Text goes on elsewhere below this line, or comes from elsewhere above it."""
    if before == HEADING:
        return "from" in page.between[i]
    return "onward" in page.between[i + 1]


def _after(page, i, after, byline):
    """The price of `after` behind a line of text."""
    previous = page.segments[i - 1]
    if "onward" in page.between[i] and after == HEADING:
        return 0
    if previous.listed:
        return {HEADING: 0, OPENING: 0, CONTINUING: 50}[after]
    if byline and after == CONTINUING:
        return 8
    if page.has_ended(i - 1):
        return _after_end(page, i, after)
    if is_soft(previous.text):
        ragged = 2 if page.wraps(i - 1) and not page.is_full(i - 1) and not page.gap(i) else 0
        return {HEADING: 5 if page.gap(i) else 8, OPENING: 6, CONTINUING: ragged}[after]
    return _after_break(page, i, after) + 4 * (after != CONTINUING and page.is_inside(i))


def _after_end(page, i, after):
    if after == HEADING:
        return 0 if page.gap(i) else 0.5
    full = page.is_full(i - 1)
    if after == CONTINUING:
        return (1.5 if page.gap(i) else 0.5) if full else 5
    return 1 if full and not page.gap(i) and not page.indents else 0


def _after_break(page, i, after):
    """After a line without a mark: broken by the column, or its full stop was lost."""
    previous, full = page.segments[i - 1], page.is_full(i - 1)
    cut_short = not full and (page.wraps(i - 1) or previous.width < 14)
    if after == CONTINUING:
        ragged = 3 if cut_short and not page.gap(i) else 0
        cut = 3 if "caption" in page.between[i] else 1.5
        passed = set(page.between[i]) - {"guessed"}
        apart = -cut if passed else 0.5 * page.gap(i)
        return ragged + apart - 2 * page.crosses(i)
    if after == OPENING:
        edge = sentence_edge(previous.text, page.segments[i].text)
        base = (5 if full else 1.5) - page.is_known(i)
        return max(-1, base - 0.7 * max(-3, edge)) + 3 * page.has_open_quote(i - 1)
    return 2.5 if cut_short or is_counted(page.segments[i].text) else 5
