"""What stands behind a name between commas: 张国强，男，1975年生，中共党员，宏达公司电焊工."""

import re

from people.names.heads import OFFICE, STANDING

_LAST = "|".join(sorted(OFFICE | STANDING, key=len, reverse=True))
_TITLE = re.compile(rf"(?!.*(?:[的了是在和与有为将被把]))[^“”：]{{0,30}}(?:{_LAST}|[员师工手匠])")
_PARTICULAR = re.compile(
    r"[男女]|[^，]{1,5}族|汉|(?:现年|今年)?\d{1,3}岁|[^，]{0,8}\d{4}年[^，]{0,8}[生人]|\d{4}年[^，]{0,6}(?:出生|生|参加工作|入党|入职|进厂|进矿)|[^，]{0,6}\d{4}[.．]\d{1,2}|"
    r"[^，]{0,8}(?:省|市|县|区|自治区|自治州)[^，]{0,12}人|(?:中共|民盟|民进|民建|九三|预备)?[^，]{0,4}党员|群众|共青团员|"
    r"[^，]{0,6}(?:学历|文化程度|学位|文化)|[^，]{0,4}籍贯[^，]{0,10}|在职|已婚|未婚"
)
_PARTS = re.compile(r"[^，；。\n]+")
_SENTENCE = re.compile(r"[。\n；]|$")


def title_behind(text, end):
    """The title among the particulars behind the name that ends here, or ""."""
    if text[end : end + 1] != "，":
        return ""
    stop = _SENTENCE.search(text, end, end + 200)
    stop = stop.start() if stop else end
    titles = []
    for part in _PARTS.finditer(text, end + 1, stop):
        if _TITLE.fullmatch(part[0]) and not _PARTICULAR.fullmatch(part[0]):
            titles.append(part[0])
        elif titles or not _PARTICULAR.fullmatch(part[0]):
            break
    return "，".join(titles)


_SAID = re.compile(
    rf"(?:是(?:一[名位])?|，)(?P<title>(?![^，。；：！？“”\n]*[的了是在和与有为将被把从到着过])"
    rf"[^，。；：！？“”、\n]{{2,30}}?(?:{_LAST}|[员师工手匠]))(?=[，。；\n]|$)"
)


def said_of(text, end):
    """The title that a clause gives to the name that ends here, or ""."""
    match = _SAID.match(text, end)
    return match["title"] if match else ""


def is_entry(text, end):
    """Is the whole sentence from this name on nothing but particulars and a title?"""
    stop = _SENTENCE.search(text, end, end + 200)
    if text[end : end + 1] != "，" or not stop:
        return False
    parts = _PARTS.findall(text, end + 1, stop.start())
    return bool(parts) and all(
        _PARTICULAR.fullmatch(part) or _TITLE.fullmatch(part) for part in parts
    )
