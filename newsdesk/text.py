"""How Chinese text is normalised, counted and sorted."""

import re
import unicodedata

import strokes

from newsdesk.readings import pinyin

HAN = r"㐀-䶿一-鿿豈-﫿\U00020000-\U0003134F〇"
_HAN_RUN = re.compile(f"[{HAN}]")
_PADDING = re.compile(f"(?<=[{HAN}])[ \\u3000]+(?=[{HAN}])")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
INTERPUNCTS = "•・‧∙⋅●"  # all mean ·
_INTERPUNCTS = str.maketrans(dict.fromkeys(INTERPUNCTS, "·"))

# surnames that are read otherwise than the character in common words
SURNAME_READINGS = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "盖": "ge",
    "翟": "zhai", "覃": "qin", "朴": "piao", "任": "ren", "华": "hua", "乐": "yue", "尉迟": "yu chi",
    "万俟": "mo qi", "长孙": "zhang sun", "种": "chong", "黑": "he", "员": "yun", "缪": "miao",
    "逄": "pang", "逯": "lu", "隗": "wei", "牟": "mu", "纪": "ji", "宁": "ning", "洗": "xian",
    "冼": "xian", "谌": "chen", "褚": "chu", "祭": "zhai", "召": "shao", "折": "she", "秘": "bi",
    "么": "yao", "郇": "xun", "令狐": "ling hu", "澹台": "tan tai", "过": "guo", "哈": "ha",
    "应": "ying", "占": "zhan", "相": "xiang", "隋": "sui", "车": "che", "尹": "yin", "卜": "bu",
    "能": "nai", "都": "du", "盛": "sheng", "粘": "nian", "适": "kuo", "角": "jue", "薄": "bo", "阚": "kan",
    "繁": "po", "句": "gou", "乜": "nie", "佴": "nai", "贠": "yun", "藏": "zang", "糜": "mi", "单于": "chan yu",
}  # fmt: skip

# that nobody sees, pasted along: it would part a name, and the name would not be found
NOT_SEEN = r"\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff"
UNSEEN = f"[{NOT_SEEN}]{{1,99}}"
_UNSEEN = re.compile(UNSEEN)


def seen(text: str) -> str:
    return _UNSEEN.sub("", text)


def number(text: str) -> int | None:
    """A key or a count as a form sends it; None for what no column holds."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


def normalise_name(name: str) -> str:
    """张 三 as 张三; any interpunct as ·; full-width letters and digits as half-width, marks as they are."""
    name = seen(name).strip()
    name = _FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), name)
    return _PADDING.sub("", name.translate(_INTERPUNCTS))


def pinyin_key(name: str, *, surname: bool = False) -> str:
    """zeng de hua for 曾德华; with surname=True the surname's own reading stands first."""
    for length in (2, 1):
        reading = SURNAME_READINGS.get(name[:length]) if surname else None
        if reading:
            return " ".join([reading, pinyin_key(name[length:])]).strip()
    return " ".join(pinyin(name)).lower()


def stroke_key(name: str) -> str:
    """Strokes of each character in two digits, the order of 姓氏笔画: 08 10 10 for 罗晃浩."""
    return " ".join(f"{_strokes(character):02d}" for character in name if _HAN_RUN.match(character))


def _strokes(character: str) -> int:
    return strokes.strokes(character) or 99  # rarer than the table: last


# also the browser's rule (static/desk/count.js): written so that both read it alike
COUNTED = r"[A-Za-z0-9]+(?:[.,:%'-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]"


def count(text: str) -> int:
    """字数: Han characters and marks each count one, a run of Latin letters or digits one."""
    return len(re.findall(COUNTED, text))


def count_without_marks(text: str) -> int:
    return sum(piece[0].isalnum() for piece in re.findall(COUNTED, text))


def within(spans, start: int, end: int) -> list[tuple[int, int]]:
    """What of these spans lies there, counted from its start."""
    cut = [(max(first, start) - start, min(last, end) - start) for first, last in spans]
    return [(first, last) for first, last in cut if first < last]
