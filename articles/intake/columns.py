"""Columns read in the wrong order: a story that stands inside a sentence of another."""

from itertools import pairwise

from .breaks import sentence_break
from .bylines import is_name
from .marks import PAUSE, has_ended, is_soft

_PICTURE = 3  # a caption is rarely followed by text of its story
_REACH = 2  # stories that may stand between the two parts


def rejoin(segments):
    """Give the rest of a broken sentence, and what follows it, back to its story."""
    stories = _by_story(segments)
    for number in sorted(stories):
        broken = _broken_end(segments, stories[number])
        if not broken:
            continue
        for later in range(number + 1, number + 1 + _REACH):
            rest = _rest(stories.get(later, []), broken)
            if rest:
                stories[later] = [each for each in stories[later] if each not in rest]
                stories[number] += rest
                rest[0].opens = False
                for each in rest:
                    each.story = number
                break


def bring_home(segments):
    """Give a caption about somebody whom only one other story names to that story."""
    stories = _by_story(segments)
    texts = {
        number: "\n".join(each.text for each in own if each.kind != "caption")
        for number, own in stories.items()
    }
    written = {each.story for each in segments if each.kind == "paragraph"}
    for above, each in pairwise(segments):
        alone = each.kind == "caption" and each.extra and above.kind != "caption"
        if alone and each.story in written:
            home = _home(each, texts)
            each.moved = home != each.story
            each.story = home


def _home(caption, texts):
    for name in (caption.text[:length] for length in (4, 3)):
        homes = [number for number, text in texts.items() if is_name(name) and name in text]
        if homes:
            return caption.story if caption.story in homes or len(homes) > 1 else homes[0]
    return caption.story


def _by_story(segments):
    stories = {}
    for each in segments:
        if each.story:
            stories.setdefault(each.story, []).append(each)
    return stories


def _broken_end(segments, own):
    """The last line of a story, where it ends in mid-sentence and is not continued elsewhere."""
    last = next((each for each in reversed(own) if each.kind != "caption" or not each.extra), None)
    if last is None or last.kind != "paragraph" or last.listed or last.ended:
        return None
    place = next(i for i, each in enumerate(segments) if each is last)
    following = segments[place + 1 : place + 2]
    if any(each.kind == "furniture" and each.extra for each in following):
        return None
    return last


def _limit(text):
    """How unlikely a sentence must have ended behind the text, by its last character."""
    return 1.5 if text[-1] in PAUSE else -0.5 if is_soft(text) else -4


def _rest(own, broken):
    """From where the broken sentence goes on, if it does so in this story; the best place."""
    best, best_edge = [], _limit(broken.text)
    for place, (before, each) in enumerate(zip(own, own[1:], strict=False), 1):
        begins = each.kind == "paragraph" and each.opens and not each.listed
        apart = each.gap or before.kind not in ("paragraph", "byline")
        if not (begins and apart) or before.kind in ("heading", "crosshead", "byline"):
            continue
        if before.kind == "paragraph" and not has_ended(before.text):
            continue
        edge = sentence_break(broken.text, each.text)
        edge -= _PICTURE * (before.kind == "caption" and broken.text[-1] in PAUSE)
        if edge < best_edge:
            best, best_edge = own[place:], edge
    return best
