"""The segments of a story that make one caption, one paragraph, one crosshead."""

from .captions import opens


def captions(segments):
    """Segments of one caption: up to its credit, an empty line after a sentence, or 图②："""
    group = []
    for each in segments:
        if each.kind != "caption":
            if group:
                yield group
            group = []
            continue
        apart = (each.gap and not _is_bare_credit(each)) or opens(each.text)
        if group and (group[-1].extra or group[-1].forced != each.forced or apart):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _is_bare_credit(segment):
    """记者 X 摄影报道 on a line of its own belongs to the caption above it."""
    return bool(segment.extra) and segment.extra[0][1] < 2


def paragraphs(segments):
    """Paragraphs and crossheads, in order, each with its segments."""
    parts = []
    for each in segments:
        if each.kind == "crosshead":
            parts.append(("crosshead", [each]))
        elif each.kind == "paragraph":
            if each.opens or not parts or parts[-1][0] == "crosshead":
                parts.append(("paragraph", [each]))
            else:
                parts[-1][1].append(each)
    return parts
