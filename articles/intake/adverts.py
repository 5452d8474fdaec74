"""Adverts: a heading such as 遗失声明 with the lines that hang together with it."""

from . import furniture
from .datelines import opens_story
from .marks import squeezed

_WEAK_HEADS = ("公告", "启事", "通告", "声明", "温馨提示", "征订", "转让", "招聘")


def mark_adverts(segments):
    """An advert's heading with the lines that hang together with it, and what follows like it."""
    within, alone = False, False
    for run in _runs(segments):
        free = [each for each in run if not each.kind]
        if not free:
            continue
        first = run[0] if run[0].kind == "furniture" else free[0]
        head = furniture.is_advert_head(first.text)
        signs = [each for each in free if furniture.is_advert(each.text)]
        if head and not signs and furniture.is_advert("".join(each.text for each in free)):
            signs = free[:1]
        if head and squeezed(first.text) in _WEAK_HEADS and not signs:
            head = False
        if head or (within and (signs or alone)):
            free = _before_story(free)
            for each in free:
                each.kind = "furniture"
            within, alone = True, head and len(run) == 1
        else:
            within = alone = False
            for each in signs:
                each.kind = "furniture" if len(each.text) < 120 else ""


def _runs(segments):
    """Segments between empty lines, or from the heading of an advert on."""
    run = []
    for each, below in zip(segments, [*segments[1:], None], strict=False):
        if run and (each.gap or _heads_advert(each, below)):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _heads_advert(segment, below):
    """遗失启事 right above 李小龙遗失身份证，特此声明。"""
    if segment.kind or segment.ended or not below or not furniture.is_advert(below.text):
        return False
    return furniture.is_advert_head(segment.text)


def _before_story(run):
    """Of an advert that runs into a story without an empty line: the advert."""
    place = next((i for i, each in enumerate(run) if opens_story(each.text)), len(run))
    while 1 < place < len(run) and not run[place - 1].ended:
        place -= 1
    return run[:place] or run
