"""Characters told apart: Han, marks, and what a line may end or begin with."""

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\u3007\U00020000-\U0003134f"
FINAL = "。！？!?…"
CLOSERS = "”’」』》）)]】\"'"
OPENERS = "“‘「『《（(【["
PAUSE = "，,、；;：:—-·"
SOFT = PAUSE + "和与及或并而的将为对从把被向以于使让"
NEVER_FIRST = "，。、；：！？）》”’」』】…,;:!?)%％.."
SPACE = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\v\f"

_ENDED = re.compile(rf"[{re.escape(FINAL)}][{re.escape(CLOSERS)}\s*]*$")
_SIGNED = re.compile(r"[。！？!?.][”\"]?\s*[（(][^（()）]{2,40}[）)]\s*$")
_STOP_AT_END = re.compile(r"[\u3400-\u9fff]\.[\s\"'”’）)]*$")


def has_ended(line):
    """Does a sentence end where this line ends?"""
    return bool(_ENDED.search(line) or _STOP_AT_END.search(line) or _SIGNED.search(line))


def is_soft(line):
    """Does the line end where no heading and no sentence would?"""
    return bool(line) and line[-1] in SOFT


def width(line):
    """Printed width in Han characters."""
    return sum(0.5 if char < "\u2000" else 1 for char in line)


def squeezed(line):
    return re.sub(r"\s+", "", line)


def full_width(text):
    """With full-width marks: for patterns that ask where clauses end."""
    return text.translate(_FULL_WIDTH)


_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")


def is_torn(text):
    """Does a quotation begin or end elsewhere?"""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1
