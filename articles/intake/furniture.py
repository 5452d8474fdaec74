"""What a page prints that belongs to no story: date lines, page names, adverts, its staff."""

import re
from datetime import date

from . import genre
from .bylines import Credit, is_name, name_list
from .imprint import PAPER as _PAPER
from .imprint import is_note, is_rule
from .marks import FINAL, HAN, squeezed

_DATE = re.compile(r"(20\d\d|19\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_PLAIN_DATE = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})")
_HAN_DATE = r"[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_LUNAR = r"(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][年]?)?[闰]?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|卅|二|三)[一二三四五六七八九十]?"
_PAGE_NAMES = (
    "要闻|综合|综合新闻|本地新闻|时政|时政要闻|工会新闻|工会|工运|民生|社会|国内|国际|国内国际|时事|副刊|专版|专题|广告|文体|体育|教育|"
    "健康|经济|财经|基层|基层新闻|民生新闻|权益|法治|县区|县域|新闻|头版|热点|焦点|城事|深度|视觉|人物|生活|职工之家|产经|企业|评论|理论|文化|厂区|职工|综合版|要闻版"
)
_PAGE = r"(?:第?\s*[A-Z]?\s*\d{1,2}\s*版|第?[一二三四五六七八九十①-⑳]{1,2}版|[①-⑳]|[A-Z]?\d{1,2}|[A-Z]\d{1,2})"
_PAGE_NAMED = re.compile(
    rf"\W*(?:第?\s*[A-Z]?\d{{1,2}}\s*版|[A-Z]\d{{1,2}}|0\d)[\s:：|｜·]*[{HAN}]{{2,5}}(?:[·、\s]+[{HAN}]{{2,5}})*\W*"
    rf"|[{HAN}]{{2,5}}(?:·[{HAN}]{{2,5}})*[\s:：|｜·]*(?:第?\s*[A-Z]?\d{{1,2}}\s*版|[A-Z]\d{{1,2}}|0\d)"
)
_OTHER = (
    r"(?:总?第\s*\d+\s*期|(?:今日|本期)\s*[\d一二三四五六七八九十]+\s*版|国内统一.{0,30}|CN\s*[\d-]+(?:/\w+)?|邮发代号.{0,12}|[A-Za-z .&]{4,40}|"
    r"《[\u4e00-\u9fff]{2,8}》(?:报|周报|周刊)?|(?:https?://|www\.)[!-~]+|[!-~]+@[!-~]+|E-?mail[:：]?|[\u4e00-\u9fff]{2,20}(?:主办|主管|承印|协办|出版)|主办|主管|出版|(?:新闻|投稿|报料|服务)?(?:热线|电话|邮箱|网址|微信|信箱)[:：]?|"
    r"本版邮箱[:：]?|\d{3,4}[\s—-]?\d{7,8}(?!\d)|\d{7,8}(?!\d)|1\d{10}|内部资料|免费交流|欢迎(?:投稿|来稿|订阅|赐稿|来电|拨打|关注|扫码\S{0,6})|24小时|工作日|扫码\S{0,8}|准印证.{0,20})"
)


def _plain(pattern):
    """Without groups: re loses their spans inside atomic alternatives."""
    return pattern.pattern.replace("(", "(?:")


def _any(words):
    return "|".join(sorted(words, key=len, reverse=True))


# each alternative is tried once and never again (atomic): no line takes exponential time
_LINE = re.compile(
    rf"(?>{_plain(_DATE)}|{_plain(_PLAIN_DATE)}|{_HAN_DATE}|\d+月\d+日|{_WEEKDAY}|{_LUNAR}|{_OTHER}|"
    rf"{_PAPER}|{_any(_PAGE_NAMES.split('|'))}|{_PAGE}|[\s|·•丨｜／/,，:：—―\-=_*■□●◆()（）])*+"
)
_FURNITURE_SIGN = re.compile(
    rf"{_DATE.pattern}|{_PLAIN_DATE.pattern}|{_HAN_DATE}|{_WEEKDAY}|{_LUNAR}|{_PAGE}|{_PAPER}$|^(?:{_PAGE_NAMES})$|热线|电话|邮箱|欢迎|期|代号|CN|@|www|http|今日|本期|准印证|主[管办]|^[A-Za-z.&]+$"
)
_STRONG_SIGN = re.compile(
    rf"{_DATE.pattern}|{_PLAIN_DATE.pattern}|{_HAN_DATE}|第\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*版|{_WEEKDAY}"
)
_UNKNOWN = re.compile(rf"(?<![{HAN}\d])[{HAN}]{{2,6}}(?![{HAN}\d])")
CONTINUED = re.compile(
    r"[（(\[【]?\s{0,2}[▶►●→▲■◆※*☞>]{0,3}\s{0,2}(?P<way>下转|上接|紧接|转|接)\s*第?\s*(?P<page>[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳⑴-⒇])\s*版?"
    r"(?:[^）)\]】。，\n]{0,12})\s*[）)\]】◀◄]?"
)


def _spaced(word):
    """责编 may be printed 责　编."""
    return word[0] + r"[ \u3000]*" + word[1] if len(word) == 2 else word


_STAFF_ROLE = re.compile(
    rf"[\s|｜丨；;，,·•□■●◎○◆（(]*(?:本版|本期|版面(?=责|校)|广告中心|[{HAN}]{{2,6}}(?:部|中心))?(?P<role>{'|'.join(_spaced(each) for each in sorted(genre.STAFF_ROLES, key=len, reverse=True))})(?!部)\s*[:：/／|｜丨]?\s*"
)
_CONTACT = re.compile(
    r"[\s|｜；;]*(?:本版|本报|编辑部|值班|联系)?(?:(?:电话|邮箱|电子信箱|电子邮箱|投稿|新闻热线|热线|E-?mail|QQ)[\w:：@.\s\-—、]*|[!-~]+@[!-~]+)[）)]?\s*$",
    re.I,
)
_HEAD = re.compile(
    rf"[\s【\[《<●■◆★☆◎○□▲▼*—\-·]*(?:{'|'.join(sorted(genre.ADVERT_HEADS, key=len, reverse=True))})[\s】\]》>●■◆★☆◎○□▲▼*—\-·:：]*"
)
_ADVERT = re.compile(genre.ADVERT_SIGNS)


_LABELLED = re.compile(
    rf"(?<![{HAN}])(?:本报|本版|社|编辑部|编辑|服务|咨询|订阅|订报|投稿|新闻|报料|广告|发行|监督|读者)*"
    r"(?:地址|[社厂]址|邮编|邮政编码|电话|热线|传真|印刷|承印|零售|定价|订价|发行|邮箱|信箱|网址|公众号)"
    r"(?:[:：]\s?|(?=每份))[^\s；;，,]+"
)


_SET_APART = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}]){{2,9}}(?![{HAN}])")
_WEATHER = re.compile(
    r"(?:本?市?[今明]日?天?天气|天气(?:预报|[:：])|[今明]日?天?[晴阴多]).*(?:℃|\d度|[东南西北微阵]风|风[力速]|\d级)|[^。]{0,12}气温[:：]?\s*-?\d+"
)
_HOTLINE = re.compile(
    rf"[{HAN}]{{0,8}}(?:热线|电话|报料|爆料|微信|QQ)\S{{0,4}}[:：]?\s*[\d—-]{{7,14}}[\s·•|｜][^，。]{{2,12}}"
)
_LONGEST_STAFF = 200


def is_furniture(text):
    """A line of nothing but dates, page numbers, page and paper names, telephone numbers."""
    if is_rule(text) or is_note(text):
        return True
    if len(text) > 80 or any(mark in text for mark in FINAL + "；“”"):
        return bool(len(text) < 60 and _WEATHER.match(text))
    if _PAGE_NAMED.fullmatch(text) or re.fullmatch(_PAPER, squeezed(text)):
        return True
    if re.fullmatch(r"\d{3,}", text):
        return False
    if _LABELLED.search(text):
        text = _LABELLED.sub(" ", text)
        return not text.strip() or is_furniture(text.strip())
    text = _SET_APART.sub(lambda found: squeezed(found.group()), text)
    if _WEATHER.match(text) or _HOTLINE.fullmatch(text):
        return True
    if _names_page(re.split(r"[\s|｜·•]+", text)):
        return True
    forms = [text, _UNKNOWN.sub(" ", text, count=3)] if _STRONG_SIGN.search(text) else [text]
    return any(_FURNITURE_SIGN.search(squeezed(each)) and _LINE.fullmatch(each) for each in forms)


def _names_page(tokens):
    """岚州工人报　基层 03: the paper, and beside it no more than one name of a page."""
    rest = [each for each in tokens if not re.fullmatch(_PAPER, each)]
    if not len(rest) < len(tokens) < 5:
        return False
    names = [each for each in rest if not _LINE.fullmatch(each)]
    return len(names) < 2 and all(_UNKNOWN.fullmatch(each) and not is_name(each) for each in names)


def is_page_line(text):
    """青崖报 2, 综合新闻 第2版: the paper or the number of the page."""
    return bool(_PAGE_LINE.search(text))


_PAGE_LINE = re.compile(rf"^{_PAPER}(?![{HAN}])|第?\s*[A-Z]?\d{{1,2}}\s*版|^[A-Z]?\d{{1,2}}\b")


def page_date(text):
    """The date that a date line gives; None where it gives none."""
    match = _DATE.search(text) or _PLAIN_DATE.search(text)
    try:
        return match and date(*map(int, match.groups()))
    except ValueError:
        return None


def continued(text):
    """The note 下转3版 or 上接第1版 at either end of a line."""
    for match in CONTINUED.finditer(text):
        whole = match.group().strip()
        bracketed = whole[0] in "（([【"
        if match["way"] in "转接" and not bracketed:
            continue
        if match.start() == 0 or not text[match.end() :].strip(" 。"):
            return match
    return None


def staff(text):
    """Who made the page: credits of a line that holds nothing else; None for other lines."""
    if re.match(r"[（(]\s*编辑", text):
        return None  # （编辑 X） signs a story
    if len(text) > _LONGEST_STAFF:
        return None
    contact = _CONTACT.search(text)
    end = contact.start() if contact else len(text)
    people, place = _staff(text, 0, end)
    if text[place:end].strip(" \u3000）)|"):
        return _any_staff(text[:end].rstrip())
    return people or None


def _staff(text, place, end):
    """(credits, where they stop): role words and names, one after the other."""
    people = []
    while place < end and (role := _STAFF_ROLE.match(text, place, end)):
        names, stop = name_list(text, role.end(), end, _STAFF_ROLE)
        if not names:
            break
        place = stop
        title = squeezed(role["role"]).removeprefix("本版")
        people += [Credit(name, title, "", start, after) for name, start, after in names]
    return people, place


_ANY_ROLE = re.compile(rf"[\s|｜丨；;，,□■●◎○◆]*(?P<role>[{HAN}]{{2,6}}?)\s*[:：/／]\s*")


def _any_staff(text):
    """Role words not known here, beside at least one that is: 责编：X 版面统筹：Y."""
    place, people, known = 0, [], False
    while place < len(text):
        role = _ANY_ROLE.match(text, place)
        names, stop = name_list(text, role.end(), len(text), _ANY_ROLE) if role else ([], 0)
        if not names:
            return None
        known = known or role["role"].removeprefix("本版") in genre.STAFF_ROLES
        people += [Credit(name, role["role"], "", start, end) for name, start, end in names]
        place = stop + len(text[stop:]) - len(text[stop:].lstrip())
    return people if known else None


def staff_span(text):
    """Where on a line of furniture the staff stands; None on other lines."""
    for role in _STAFF_ROLE.finditer(text) if len(text) <= _LONGEST_STAFF else ():
        start = role.start("role")
        people, stop = _staff(text, start, len(text))
        around = [text[:start].strip(), text[stop:].strip()]
        if people and any(around) and all(not each or is_furniture(each) for each in around):
            return start, stop
    return None


def is_bare_date(text):
    """A date and nothing else: above a page its date line, under a notice its date."""
    return bool(_DATE.fullmatch(text) or re.fullmatch(_HAN_DATE, text))


def is_advert_head(text):
    labelled = re.match(rf"({_HEAD.pattern})(?<=[:：])", text)
    several = re.split(r"[·・/／|｜、]", squeezed(text))  # 声明·公告
    first, *rest = text.split(maxsplit=1)  # 分类广告 刊登热线：0800-1112233
    served = bool(rest) and _HEAD.fullmatch(first) and is_furniture(rest[0])
    return bool(labelled or served or _HEAD.fullmatch(text) or all(map(_HEAD.fullmatch, several)))


def is_advert(text):
    """Do its words, or an offer at its head (旺铺出租 解放路80平方米), say that it is one?"""
    return len(text) < 200 and bool(_ADVERT.search(text) or _OFFER.match(text))


_OFFER = re.compile(rf"[\s【\[●■◆★◎○□▲]*{genre.ADVERT_OFFERS}[\s】\]：:，,!！]")
