"""Day words of a news text, read against the date of the page."""

import re
from datetime import date, timedelta

_RELATIVE = {"前天": -2, "前日": -2, "昨": -1, "今": 0, "明": 1, "后天": 2}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_WEEKDAYS = "一二三四五六日天"
_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0}

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年"
DAY_WORDS = re.compile(
    rf"(?P<year>{_YEAR})?(?P<word>前年|去年|今年|本年|明年)?(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})[日号])?"
    r"|(?P<of>上个?月|本月|当月)?(?P<alone>(?<![\d.])\d{1,2})(?:日(?!报(?![道告名称])|线|文)|号(?=$|[，。、；：）\s上下中早晚凌当至到—－～~-]|[在于起止前举召][^一-鿿]?))"
    r"|(?P<weeks>上周|本周|这周|上星期|本星期)(?P<weekday>[一二三四五六日天])"
    r"|(?P<relative>前天|前日|昨(?=[天日晚晨])|今(?=[天日晚晨])|明(?=[天日晚晨])|后天)[天日晚晨]?"
    r"|(?P<vague>日前|近日|近期|连日来|不久前|前不久|最近)"
)


def resolve(phrase, page_date):
    """The day that the phrase names, as ISO date; "2023-12" where it names a month only.

    "" where no day is named or the year is unknown. 3月7日至9日 is the first day.
    """
    match = DAY_WORDS.search(phrase)
    return resolved(match, page_date) if match else ""


def resolved(match, page_date):
    if match["month"]:
        return _of_month(match, page_date)
    if page_date is None:
        return ""
    if match["alone"]:
        return _of_day(_number(match["alone"]), match["of"] or "", page_date)
    if match["weekday"]:
        monday = page_date - timedelta(page_date.weekday() + 7 * match["weeks"].startswith("上"))
        day = min(_WEEKDAYS.index(match["weekday"]), 6)
        return (monday + timedelta(day)).isoformat()
    if match["relative"]:
        return (page_date + timedelta(_RELATIVE[match["relative"]])).isoformat()
    return ""


def _of_month(match, page_date):
    month = _number(match["month"])
    day = _number(match["day"]) if match["day"] else None
    if match["year"]:
        return _iso(_year(match["year"][:-1]), month, day)
    if page_date is None:
        return ""
    if match["word"]:
        return _iso(page_date.year + _YEARS[match["word"]], month, day)
    if day is None:
        return _iso(page_date.year - (month > page_date.month), month)
    return _nearest(month, day, page_date)


def _nearest(month, day, page_date):
    """The year in which this day lies nearest to the page: 12月30日 on 2 January is last year's."""
    years = range(page_date.year - 1, page_date.year + 2)
    days = [_date(year, month, day) for year in years]
    known = [one for one in days if one]
    return min(known, key=lambda one: abs(one - page_date)).isoformat() if known else ""


def _of_day(day, of, page_date):
    """The last such day up to the page's date."""
    first = page_date.replace(day=1)
    if of.startswith("上"):
        first = (first - timedelta(1)).replace(day=1)
    elif not of and day > page_date.day:
        first = (first - timedelta(1)).replace(day=1)
        if not _date(first.year, first.month, day):
            first = (first - timedelta(1)).replace(day=1)
    return _iso(first.year, first.month, day)


def _iso(year, month, day=None):
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{year}-{month:02}"
    known = _date(year, month, day)
    return known.isoformat() if known else ""


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text):
    return int(text) if text.isdigit() else int("".join(str(_DIGITS[char]) for char in text))


def _number(text):
    """26, 二十六, 十, 三十一."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else 99
    return 10 * (_DIGITS.get(tens, 1 if not tens else 9)) + (
        _DIGITS.get(ones, 0 if not ones else 99)
    )
