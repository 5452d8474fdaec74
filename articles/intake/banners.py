"""Which stories the banner over the first of them covers."""

import re

from . import genre
from .furniture import is_page_line
from .headings import is_briefs, is_slogan


def banners(groups, stories, segments):
    """A banner over briefs, pictures or a column covers all that look like the first of them.

    `segments` are those of the whole page. No banner but that of briefs reaches over the line
    of a page, such as 青崖报 2.
    """
    lines = [each.start for each in segments if _is_page_line(each)]
    banner, form, covered = "", None, []
    for (_, own), story in zip(groups, stories, strict=True):
        if story.banner:
            banner, form = story.banner, _form(own, story, story.banner)
        elif (
            banner
            and form == _form(own, story, banner)
            and _follows(covered, own, groups)
            and (is_briefs(banner) or not _parted(covered, own, lines))
        ):
            story.banner = banner
        else:
            banner = ""
        covered = own
    _share(stories)


def _follows(above, segments, groups):
    """Does the story stand right below the one above, without the rest of a third between them?"""
    start, end = max(each.end for each in above), min(each.start for each in segments)
    return not any(start <= each.start < end for _, group in groups for each in group)


def _is_page_line(segment):
    note = segment.goes_onward or segment.comes_from
    return segment.kind == "furniture" and not note and is_page_line(segment.text)


def _parted(above, segments, lines):
    start, end = max(each.end for each in above), min(each.start for each in segments)
    return any(start <= each < end for each in lines)


def _form(segments, story, banner):
    """What the stories under one banner have in common; None where it covers one alone."""
    reprint = not story.dateline.startswith("本") and story.dateline.endswith("电")
    if re.search(genre.SHARED_BANNERS, banner) or is_slogan(banner):
        return reprint
    if not is_briefs(banner):
        alone = re.search(genre.SINGLE_BANNERS, banner)
        dated = object() if alone else bool(story.dateline)
        return dated, reprint, bool(story.paragraphs)
    marked = any(
        each.kind == "heading" and each.marker and each.role != "banner" for each in segments
    )
    return marked, reprint, bool(story.paragraphs), bool(story.headline), len(story.paragraphs) > 2


def _share(stories):
    """（本栏稿件由记者 X 整理） names who wrote all that stands under the banner."""
    for place, story in enumerate(stories):
        for other in stories[:place] if story.shared else ():
            if other.banner == story.banner and other.banner:
                other.bylines += [each for each in story.shared if each not in other.bylines]
