"""An editor's corrections laid over a finished reading: a line nobody spoke of stays what it was."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from . import furniture
from .headings import roles
from .marks import squeezed
from .running import blank_end
from .segments import forced_segment

NO_STORY = ("furniture", "staff", "repeat", "markup")


def correct(page, lines, orders, mended):
    """Change the segments of the page; return the moves that name no story of it."""
    kinds, edges = orders.cuts(mended)
    allowed = orders.allows(mended)
    _restore_repeats(page, allowed)
    _restore_markup(page, allowed)
    count = max((each.story or 0 for each in page.segments), default=0)
    if kinds or edges:
        edges = sorted({*edges, *(place for each in kinds for place in each[:2])})
        page.segments = [part for each in page.segments for part in _cut(each, edges)]
        _force(page, lines, kinds)
    stale = _move(page.segments, orders.moves(mended), count)
    _house(page.segments)
    _refuse_joins(page, allowed)
    return stale


def _restore_repeats(page, allowed):
    """A line that does stand twice is what it was where it stood first."""
    first, story = {}, None
    for each in page.segments:
        twin = first.setdefault(squeezed(each.text), each)
        if each.kind == "repeat" and not allowed(each.start, each.end, "repeat"):
            each.kind, each.role, each.opens, each.story = twin.kind, twin.role, True, story
        story = each.story or story


def _restore_markup(page, allowed):
    """Refused to go, ** or □ is the text of what stands beside it."""
    starts = {each.start: each for each in page.segments}
    ends = {each.end: each for each in page.segments}
    for start, end in list(page.markup):
        if allowed(start, end, "markup"):
            continue
        if after := starts.get(blank_end(page.text, end)):
            after.start = start
            after.text = page.text[start : after.end]
        elif before := ends.get(start):
            before.end = end
            before.text = page.text[before.start : end]
        else:
            continue
        page.markup.remove((start, end))


def _cut(segment, edges):
    """A segment as parts of its kind; what was found in it stays with one of them."""
    inside = edges[bisect_right(edges, segment.start) : bisect_left(edges, segment.end)]
    parts = [
        _part(segment, start, end)
        for start, end in zip([segment.start, *inside], [*inside, segment.end], strict=True)
    ]
    parts = [each for each in parts if each.text]
    for each in parts[1:]:
        each.gap = each.opens = False
    for each in parts[:-1] if segment.kind == "caption" else parts[1:]:
        each.extra = []
    return parts


def _part(segment, start, end):
    printed = segment.text[start - segment.start : end - segment.start]
    start += len(printed) - len(printed.lstrip())
    text = printed.strip()
    return replace(segment, start=start, end=start + len(text), text=text)


def _force(page, lines, kinds):
    """Put the editor's own segments in the place of what was read there."""
    known = {each.start: each for each in page.segments}
    made = [each for kind in kinds for each in _forced(page, lines, known, kind)]
    page.segments = sorted(
        [each for each in page.segments if not _within(each.start, kinds)] + made,
        key=lambda each: each.start,
    )
    page.markup = [each for each in page.markup if not _within(each[0], kinds)]
    _open_paragraphs(page.segments)


def _within(place, kinds):
    at = bisect_right(kinds, place, key=lambda each: each[0]) - 1
    return at >= 0 and place < kinds[at][1]


def _forced(page, lines, known, kind):
    """One segment for each line that the editor's span touches."""
    start, end, name, owner = kind
    first = bisect_right(lines, start, key=lambda each: each.end)
    last = bisect_left(lines, end, key=lambda each: each.start)
    for line in lines[first:last]:
        begin, stop = max(start, line.start), min(end, line.end)
        segment = forced_segment(page.text, line, begin, stop, name, owner)
        if segment:
            old = [each for each in _between(page.segments, begin, stop) if each.story]
            segment.story = old[0].story if old and name not in NO_STORY else None
            before = known.get(segment.start)
            if name == "staff":
                segment.extra = furniture.staff(segment.text) or []
            elif before and before.kind == segment.kind and name != "credit":
                segment.extra = before.extra
            yield segment


def _between(segments, start, end):
    first = bisect_left(segments, start, key=lambda each: each.start)
    return segments[first : bisect_left(segments, end, key=lambda each: each.start)]


def _open_paragraphs(segments):
    """An editor's span begins a paragraph; so does text that a heading now parts from its own."""
    above = {}
    for each in segments:
        before = above.get(each.story)
        if each.kind == "paragraph" and each.forced is not None:
            each.opens = not before or before.forced != each.forced
        elif each.kind == "paragraph" and before and before.forced is not None:
            each.opens = each.opens or before.kind == "heading"
        if each.kind in ("paragraph", "heading", "crosshead"):
            above[each.story] = each


def _move(segments, moves, count):
    """Numbers are those of the reading before any move; new stories are counted on."""
    stale, last = [], count
    for start, end, story in moves:
        begins = story == "new"
        if isinstance(story, tuple):
            story = _story_at(segments, story[1])
        elif begins:
            story = last = last + 1
        inside = [each for each in _between(segments, start, end) if each.kind not in NO_STORY]
        if not story or story > last or not inside:
            stale.append({"start": start, "end": end, "story": story})
            continue
        for each in inside:
            each.moved = not begins
            each.story = story
        if begins:
            _head(inside)
        else:
            _as_crossheads(segments, inside, story)
    return stale


def _story_at(segments, place):
    return next((each.story for each in segments if each.start <= place < each.end), None)


def _head(inside):
    """The heading lines at the top of a story that an editor begins are its own."""
    top = next((i for i, each in enumerate(inside) if not _is_head(each)), len(inside))
    free = [each for each in inside[:top] if each.forced is None]
    for each in free:
        each.kind, each.role = "heading", ""
    for each, role in roles(free) if free else ():
        each.kind, each.role = "crosshead" if role == "crosshead" else "heading", role


def _is_head(segment):
    return segment.kind in ("heading", "crosshead")


def _as_crossheads(segments, inside, story):
    """Headings that come to stand below the text of a story are no headline of it."""
    text = next((each.start for each in segments if _is_text_of(each, story)), None)
    for each in inside:
        below = text is not None and text < each.start
        if below and each.kind == "heading" and each.forced is None and each.role != "banner":
            each.kind = each.role = "crosshead"


def _is_text_of(segment, story):
    return segment.kind == "paragraph" and segment.story == story


def _house(segments):
    """A story for what an editor takes out of the furniture: the one around it, or its own."""
    if not any(_is_homeless(each) and each.forced is not None for each in segments):
        return
    following = _following(segments)
    count = max((each.story or 0 for each in segments), default=0)
    above, begun = None, set()
    for each, below in zip(segments, following, strict=True):
        if _is_homeless(each):
            story = _home(each, above, below, begun)
            if not story:
                story = count = count + 1
                begun.add(story)
            each.story = story
        above = each if each.story else above


def _is_homeless(segment):
    return not segment.story and segment.kind not in NO_STORY


def _following(segments):
    """For each segment the next one that has a story."""
    found, below = [], None
    for each in reversed(segments):
        found.append(below)
        below = each if each.story else below
    return found[::-1]


def _home(segment, above, below, begun):
    if above and below and above.story == below.story:
        return above.story
    if segment.kind != "heading":
        near = above or below
        return near.story if near else None
    if below and below.kind == "heading":
        return below.story
    if above and above.kind == "heading" and above.story in begun:
        return above.story
    return None


def _refuse_joins(page, allowed):
    """Where an editor refused to join, a paragraph begins; that the one above ended is not said."""
    above = {}
    for each in page.segments:
        if each.kind != "paragraph":
            continue
        before = above.get(each.story)
        if before and not allowed(before.end, blank_end(page.text, before.end), "join"):
            each.opens = before.cut = True
        above[each.story] = each
