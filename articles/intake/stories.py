"""Which segment belongs to which story."""

from itertools import takewhile

from .columns import bring_home, rejoin
from .corrections import NO_STORY
from .headings import is_briefs, roles
from .openings import is_headed, level_of, opens


def assign(page):
    """Give each segment its story, and each heading its role."""
    _number(page.segments, page.notes)
    rejoin(page.segments)
    bring_home(page.segments)
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
    level = level_of(groups[0]) if groups else 0
    items = _items(segments)
    story, waiting, headed = 0, [], False
    for place, segment in enumerate(segments):
        group = starts.get(id(segment))
        if group and (not story or opens(segments, place, group, headed, level)):
            headed = is_headed(segments, place, group)
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
