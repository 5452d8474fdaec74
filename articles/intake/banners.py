"""Which stories the banner over the first of them covers."""

import re

from . import genre
from .headings import is_briefs


def banners(groups, stories):
    """A banner over briefs, pictures or a column covers all that look like the first of them."""
    banner, form, covered = "", None, []
    for (_, segments), story in zip(groups, stories, strict=True):
        if story.banner:
            banner, form = story.banner, _form(segments, story, story.banner)
        elif (
            banner
            and form == _form(segments, story, banner)
            and _follows(covered, segments, groups)
        ):
            story.banner = banner
        else:
            banner = ""
        covered = segments
    _share(stories)


def _follows(above, segments, groups):
    """Does the story stand right below the one above, without the rest of a third between them?"""
    start, end = max(each.end for each in above), min(each.start for each in segments)
    return not any(start <= each.start < end for _, group in groups for each in group)


def _form(segments, story, banner):
    """What the stories under one banner have in common; None where it covers one alone."""
    reprint = not story.dateline.startswith("本") and story.dateline.endswith("电")
    if re.search(genre.SHARED_BANNERS, banner):
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
