"""What a page prints of itself: its paper, number and name; it fills what is not yet known of the page."""

import re
from dataclasses import dataclass
from unicodedata import numeric

from articles.intake import genre
from articles.intake.furniture import is_furniture
from articles.models import PrintPage
from people.models import Organization

HAN = "\u4e00-\u9fff"
_BETWEEN = re.compile(r"[\s|｜:：/／,，()（）【】\[\]*]+")
_DOT = re.compile(r"[·•]")
_NUMBER = re.compile(r"第?([A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2})版|([A-Z]\d{1,2}|0\d)")
_NUMBER_WITH_SPACE = re.compile(r"第\s*([A-Z]?\d{1,2})\s*版")
_TENS = re.compile("([一二三四五六七八九]?)十([一二三四五六七八九]?)")
_PAPER = re.compile(rf"[{HAN}]{{1,10}}{genre.PAPER}")
_NAME = re.compile(rf"[{HAN}]{{2,6}}(?:[·•][{HAN}]{{2,6}})?")
_NO_NAME = re.compile(
    r"星期|周[一二三四五六日]|农历|年|月|期|主办|出版|责编|编辑|校对|版式|电话|热线"
)


@dataclass(frozen=True)
class Imprint:
    publication: str = ""
    number: str = ""
    name: str = ""


def imprint(reading) -> Imprint:
    """Taken from the lines that the reading set aside; "" for what none of them says."""
    lines = [_words(line) for line in _lines(reading)]
    papers = [word for words in lines for word in words if _PAPER.fullmatch(word)]
    numbered = [found for words in lines if (found := _numbered(words))]
    number, name = numbered[0] if numbered else ("", "")
    return Imprint(papers[0] if papers else "", number, name)


def _lines(reading) -> list[str]:
    aside = [piece for piece in reading.pieces if piece.kind == "furniture"]
    texts = [reading.raw[piece.start : piece.end] for piece in aside]
    lines = [line.strip(" \u3000*") for text in texts for line in text.splitlines()]
    return [line for line in lines if is_furniture(line)]


def _words(line) -> list[str]:
    """工会·要闻 is one name of a page, 茂名晚报·要闻 is two words."""
    words = _BETWEEN.split(_NUMBER_WITH_SPACE.sub(r" 第\1版 ", line))
    parts = [[word] if _is_double_name(word) else _DOT.split(word) for word in words]
    return [part for each in parts for part in each if part]


def _is_double_name(word) -> bool:
    parts = _DOT.split(word)
    return len(parts) == 2 and all(_is_name(each) and not _NUMBER.fullmatch(each) for each in parts)


def _numbered(words) -> tuple[str, str] | None:
    """The page's number and, beside it, its name."""
    for at, word in enumerate(words):
        if match := _NUMBER.fullmatch(word):
            beside = words[at + 1 : at + 2] + words[max(0, at - 1) : at]
            name = next((each for each in beside if _is_name(each)), "")
            return in_figures(match[1] or match[2]), name
    return None


def _is_name(word) -> bool:
    return bool(_NAME.fullmatch(word)) and not (_NO_NAME.search(word) or _PAPER.fullmatch(word))


def in_figures(number: str) -> str:
    """02, 二 and ② are page 2, 十二 is 12, 增刊十 is 增刊10; A05 stays."""
    return _digits(_TENS.sub(_in_tens, number)).lstrip("0")


def _in_tens(found) -> str:
    tens, ones = map(_digits, found.groups())
    return f"{tens or 1}{ones or 0}"


def _digits(number) -> str:
    return "".join(str(int(numeric(each))) if each.isnumeric() else each for each in number)


def fill(page: PrintPage, reading) -> None:
    """Set what is empty; a paper only where it is known. Does not save."""
    printed = imprint(reading)
    page.date = page.date or reading.date
    page.number = page.number or printed.number
    page.name = page.name or printed.name
    page.publication = page.publication or known_paper(printed.publication)


def known_paper(name) -> Organization | None:
    papers = [paper for paper in Organization.objects.papers() if name in paper.all_names]
    return papers[0] if len(papers) == 1 else None
