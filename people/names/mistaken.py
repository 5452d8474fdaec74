"""What looks like a name behind a title and is none."""

import re

from people.names import foreign
from people.names.follows import goes_on

_SEVERAL = re.compile(
    r"(?:\d*[2-9]\d*|\d{2,}|[两二三四五六七八九十百千几数多众])[余多]?[名位个](?!第)[^，。；：！？、\n]{0,12}$"
)
# A head that is no word here: 确保安|全, 妇女儿|童, 福州长|乐.
_SPLIT = re.compile(
    "确保安|妇女儿(?=童)|利亚军(?=方)|业主(?=管)|少年(?=宫)|大公(?=[安路里共园司众开民益])"
)
_LONG = re.compile(
    "长(?:沙[市县]|乐[国市汇区]|春[市]|治[市]|江[流水经大中上下两沿干口]|安[街大区汽]|白山|三角|[兴葛丰]县|兴岛|寿区|城汽)"
)


def _of_others(text, start, name):
    """23名瓦工陆续领到: several are spoken of, and no name follows; or there is no title at all."""
    end = name.start
    if _SPLIT.search(text, start - 1, end + 1):
        return True
    if text[end - 1] == "长" and _LONG.match(text, end - 1):
        return True
    several = _SEVERAL.search(text, max(0, start - 20), end)
    return bool(several) and text[name.end : name.end + 1] not in tuple("、和与及（等")


def _cut_short(text, name):
    """乌兹别克斯坦总统米尔|济约耶夫: a transliterated name that goes on."""
    goes = text[name.end : name.end + 1] in foreign.SOUNDS and not goes_on(text, name.end)
    return goes and foreign.abroad(text, name.start)


def mistaken(text, start, name):
    """Is the name no name, behind the head that begins at `start`?"""
    return _of_others(text, start, name) or _cut_short(text, name)
