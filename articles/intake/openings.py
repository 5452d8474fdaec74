"""Does a heading open a new story, or stand within the one before?"""

import re
from itertools import takewhile

from .datelines import opens_story
from .headings import has_two_clauses, is_banner
from .lists import is_counted, is_numbered
from .marks import full_width
from .signed import opening, signature, source

_PREDICATE = re.compile(
    "|".join(("举行", "召开", "启动", "开展", "举办", "成立", "获", "揭牌", "开讲", "走进"))
)


def opens(segments, place, group, headed, level):
    """A new story, or a crosshead within the one before?

    `headed`: the story before has its byline at the top. `level`: that of the page's first
    headline; what is set off otherwise, by ** where that is plain or by ## under #, is a crosshead.
    """
    if any(each.role == "banner" for each in group):
        return True
    crosshead = 3 * (level_of(group) > level)
    return _weight(segments, place, group, headed) > crosshead


def is_headed(segments, place, group):
    """Has the story that the group opens its byline at the top?"""
    return _is_signed_above(_after(segments, place + 1, group))


def level_of(group):
    """How the group is set off: 0 for plain lines, 1 for ** and #, 2 for ##."""
    return min((each.marker for each in group if each.marker and not each.bullet), default=0)


def _weight(segments, place, group, headed):
    """Above 0 where a new story begins."""
    before = _story_before(segments, place)
    after = _after(segments, place + 1, group)
    weight = _of_words(group) + _of_signatures(before, after, headed)
    weight += 3 * (has_two_clauses(group[-1].text) and not _has_crosshead(segments[:place]))
    if group[-1].listed and any(each.listed for each in before) and not _is_document(group[-1]):
        weight -= 6
    weight += 5 * _is_continued(segments, group)
    weight += 4 * (bool(before) and all(each.kind == "caption" for each in before))
    weight += any(each.kind in ("furniture", "staff") for each in segments[place - 1 : place])
    if all(each.kind == "caption" for each in after):
        weight += 3 * bool(after) + 3 * (sum(each.width for each in after) > _PICTURE_STORY)
    weight += 2 * any(_TOOK_PLACE.match(full_width(each.text)) for each in after[:1])
    return weight + 4 * any(_NEWS.match(full_width(each.text)) for each in after[:1])


def _of_words(group):
    """What the heading's own lines say."""
    first, last = group[0], group[-1]
    weight = 3 * (len(group) > 1) + 2 * any(each.marker for each in group)
    weight += 0.2 * max(0, max(each.width for each in group) - 13)
    weight -= first.width <= 12 and len(group) == 1
    weight -= 6 * bool(is_numbered(first.text) or is_counted(first.text))
    weight += 2 * is_banner(first.text) + bool(_PREDICATE.search(last.text))
    weight -= 6 * any(_APPENDED.match(each.text) for each in group)
    return weight + 4 * _is_document(last)


def _of_signatures(before, after, headed):
    """What the bylines around the heading say."""
    weight = 4 * _is_signed_below(before) + (5 if headed else 2) * _is_signed_below(after)
    if _is_signed_above(after):
        return weight + 6
    return weight - 2 * _is_signed_above(before)


def _is_document(segment):
    return bool(_DOCUMENT.search(segment.text)) and not _APPENDED.match(segment.text)


_NEWS = re.compile(  # what a story of its own begins with, seldom a part of another
    r"[^，。]{0,18}(?:即日起|[今明]日?起|昨[日天晚]|近日|日前)|本[周月](?!来)|记者(?:昨|今|从)"
)
_TOOK_PLACE = re.compile(  # 12月27日，全市工作会议在省城召开
    r"(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|[早晚中]上?|晚间)?[，,][^。]{4,40}(?:举[行办]|召开|启动|开[幕班赛讲]|揭牌|成立|落幕)"
)
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
    return any(each.comes_from for each in segments[place + 1 : place + 2])


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
