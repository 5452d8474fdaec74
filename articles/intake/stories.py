"""Which segment belongs to which story."""

import re
from itertools import takewhile

from .columns import rejoin
from .corrections import NO_STORY
from .datelines import opens_story
from .headings import has_two_clauses, is_banner, is_briefs, roles
from .lists import is_counted
from .marks import full_width
from .signed import opening, signature, source

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|0?\d[.、．]\s*\D|0\d\s+\D)"
)
_PREDICATE = re.compile(
    "|".join(("举行", "召开", "启动", "开展", "举办", "成立", "获", "揭牌", "开讲", "走进"))
)


def assign(page):
    """Give each segment its story, and each heading its role."""
    _number(page.segments, page.notes)
    rejoin(page.segments)
    for before, each in zip(page.segments, page.segments[1:], strict=False):
        before.cut = each.goes_onward
    for parts in _by_story(page.segments):
        for segment, role in roles([each for each in parts if each.kind == "heading"]):
            segment.role = role
            segment.kind = "crosshead" if role == "crosshead" else segment.kind


def grouped(segments):
    """[(number, segments)], numbered as the stories begin down the page."""
    groups = sorted(_by_story(segments), key=_beginning)
    for number, parts in enumerate(groups, 1):
        for each in parts:
            each.story = number
    return list(enumerate(groups, 1))


def _by_story(segments):
    found = {}
    for each in segments:
        if each.story:
            found.setdefault(each.story, []).append(each)
    return list(found.values())


def _beginning(parts):
    """Lines that an editor moved into a story do not say where it stands."""
    return min((each.moved, each.start) for each in parts)


def known_writers(segments):
    """Names that stand clearly in a byline or a credit somewhere on the page."""
    names = set()
    for each in segments:
        if each.kind == "byline":
            names.update(credit.name for credit in each.extra)
        elif each.kind == "caption" and each.extra:
            names.update(credit.name for credit in each.extra[0][0])
    return frozenset(name for name in names if name)


def continuations(segments, stories):
    """下转3版 belongs to the story above it, 上接1版 to the one it stands in."""
    by_number = {each.number: each for each in stories}
    for place, segment in enumerate(segments):
        for _, way, page in [each for each in segment.extra if _is_note(segment, each)]:
            onward = "转" in way
            near = segments[place::-1] if onward else segments[place:]
            story = next((each.story for each in near if each.story), None)
            if story in by_number:
                name = "continued_on" if onward else "continued_from"
                setattr(by_number[story], name, page)


def _is_note(segment, entry):
    return segment.kind == "furniture" and isinstance(entry, tuple) and entry[0] == "page"


def _number(segments, notes):
    """Give each segment its story; headings that open none become crossheads."""
    _over_lists(segments)
    groups = _heading_groups(segments, notes)
    starts = {id(group[0]): group for group in groups}
    items = _items(segments)
    story, waiting, headed = 0, [], False
    for place, segment in enumerate(segments):
        group = starts.get(id(segment))
        if group and _opens(segments, place, group, story, headed):
            headed = _is_signed_above(_after(segments, place + 1, group))
            if _is_text(waiting, notes):
                story += 1
                _give(waiting, story)
                waiting = []
            story += 1
            _give(waiting, story)
            waiting = []
        elif group:
            for each in group:
                each.kind = "crosshead"
        if segment.kind in NO_STORY:
            continue
        story += id(segment) in items
        if not story or (id(segment) in notes and _note_waits(segments, place, notes, groups)):
            waiting.append(segment)
        else:
            segment.story = story
    if waiting and not story:
        story = int(_is_text(waiting, notes))
    _give(waiting, story or None)
    return story


def _over_lists(segments):
    """Set `listed` on headings that stand right over the entries of a list."""
    for each, below in zip(segments, segments[1:], strict=False):
        if each.kind == "heading":
            each.listed = below.kind == "paragraph" and below.listed


def _items(segments):
    """The ids of the items after the first where a label such as 简讯 stands over marked texts."""
    items, inside = set(), False
    for before, each in zip([None, *segments], segments, strict=False):
        first = before and before.kind == "heading" and each.bullet
        first = first and (is_briefs(before.text) or _are_items(segments, each))
        if each.kind == "paragraph" and each.bullet and (first or inside):
            if first:
                before.role = "banner"
            else:
                items.add(id(each))
            inside = True
        elif each.kind == "heading":
            inside = False
    return items


def _are_items(segments, first):
    """Two marked texts at least, up to the next heading."""
    place = next(i for i, each in enumerate(segments) if each is first)
    texts = list(takewhile(lambda each: each.kind != "heading", segments[place:]))
    return sum(each.kind == "paragraph" and each.bullet for each in texts) > 1


def _give(segments, story):
    for each in segments:
        each.story = story


def _is_text(segments, notes):
    """Text without any heading is a story too."""
    return any(each.kind == "paragraph" and id(each) not in notes for each in segments)


def _heading_groups(segments, notes):
    """Heading lines with nothing of a story between them but an editor's note."""
    groups, current = [], []
    for segment in segments:
        if id(segment) in notes:
            continue
        if segment.kind == "heading":
            current.append(segment)
        elif current and (segment.kind in _TEXT or _is_picture_story(segment)):
            groups.append(current)
            current = []
    return [*groups, current] if current else groups


_TEXT = ("paragraph", "byline", "standfirst")


def _is_picture_story(segment):
    """A caption that tells a story of its own, not one that happens to stand below a heading."""
    return segment.kind == "caption" and segment.width >= 13


def _note_waits(segments, place, notes, groups):
    """An editor's note right before a headline belongs to the story that begins there."""
    after = next((each for each in segments[place + 1 :] if id(each) not in notes), None)
    return any(after is group[0] for group in groups)


def _opens(segments, place, group, story, headed):
    """A new story, or a crosshead within the one before?"""
    if not story or any(each.role == "banner" for each in group):
        return True
    return _weight(segments, place, group, headed) > 0


def _weight(segments, place, group, headed):
    """Above 0 where a new story begins; `headed`: the story before has its byline at the top."""
    before = _story_before(segments, place)
    after = _after(segments, place + 1, group)
    weight = 3 * (len(group) > 1) + 2 * any(each.marker for each in group)
    weight += 0.2 * max(0, max(each.width for each in group) - 13)
    if group[0].width <= 12 and len(group) == 1:
        weight -= 1
    if _NUMBERED.match(group[0].text) or is_counted(group[0].text):
        weight -= 6
    weight += 2 * is_banner(group[0].text) + _PREDICATE_WEIGHT * bool(
        _PREDICATE.search(group[-1].text)
    )
    if _is_signed_above(after):
        weight += 6
    elif _is_signed_above(before):
        weight -= 2
    weight += 3 * (has_two_clauses(group[-1].text) and not _has_crosshead(segments[:place]))
    weight -= 6 * any(_APPENDED.match(each.text) for each in group)
    document = _DOCUMENT.search(group[-1].text) and not _APPENDED.match(group[-1].text)
    weight += 4 * bool(document)
    if group[-1].listed and any(each.listed for each in before) and not document:
        weight -= 6
    weight += 5 * _is_continued(segments, group)
    weight += 4 * (bool(before) and all(each.kind == "caption" for each in before))
    weight += 4 * _is_signed_below(before) + (5 if headed else 2) * _is_signed_below(after)
    weight += any(each.kind in ("furniture", "staff") for each in segments[place - 1 : place])
    if all(each.kind == "caption" for each in after):
        weight += 3 * bool(after) + 3 * (sum(each.width for each in after) > _PICTURE_STORY)
    weight += 2 * any(_TOOK_PLACE.match(full_width(each.text)) for each in after[:1])
    return weight + 4 * any(_NEWS.match(full_width(each.text)) for each in after[:1])


_NEWS = re.compile(  # what a story of its own begins with, seldom a part of another
    r"[^，。]{0,18}(?:即日起|[今明]日?起|昨[日天晚]|近日|日前)|本[周月](?!来)|记者(?:昨|今|从)"
)
_TOOK_PLACE = re.compile(  # 12月27日，全市工作会议在省城召开
    r"(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|[早晚中]上?|晚间)?[，,][^。]{4,40}(?:举[行办]|召开|启动|开[幕班赛讲]|揭牌|成立|落幕)"
)
_PREDICATE_WEIGHT = 1
_PICTURE_STORY = 24  # characters of captions that tell more than what a picture shows


def _has_crosshead(segments):
    """Has the story that goes on here a crosshead already?"""
    story = next((each.story for each in reversed(segments) if each.story), None)
    own = takewhile(lambda each: each.story in (None, story), reversed(segments))
    return any(each.kind == "crosshead" for each in own)


_APPENDED = re.compile(r"附(?:件|表|录)?\d?[：:]")
_DOCUMENT = re.compile(r".{4}(?:公告|通知|决定|倡议书|通报|公示|通告|名单|章程|办法)$")


def _is_continued(segments, group):
    """（上接第1版） right after the heading."""
    place = next(i for i, each in enumerate(segments) if each is group[-1])
    following = segments[place + 1 : place + 2]
    return any(_is_note(each, one) and "接" in one[1] for each in following for one in each.extra)


def _story_before(segments, place):
    found = []
    for each in reversed(segments[:place]):
        if each.kind in ("paragraph", "byline", "caption"):
            found.append(each)
        elif each.kind == "heading" and found:
            break
        if len(found) > 200:
            break
    return found[::-1]


def _after(segments, place, group):
    found, inside = [], {id(each) for each in group}
    for each in segments[place:]:
        if each.kind == "heading" and id(each) not in inside:
            break
        if each.kind in ("paragraph", "byline", "caption"):
            found.append(each)
        if len(found) > 200:
            break
    return found


def _is_signed_above(parts):
    texts = [each for each in parts if each.kind != "caption"][:1]
    return any(
        each.kind == "byline" or opens_story(each.text) or opening(each.text[:60])[1]
        for each in texts
    )


def _is_signed_below(parts):
    texts = [each for each in parts if each.kind != "caption"][-2:]
    if not texts:
        return False
    if texts[-1].kind == "byline" and len(parts) > 1:
        return True
    text = "".join(each.text for each in texts)
    return signature(text) is not None or source(text) is not None
