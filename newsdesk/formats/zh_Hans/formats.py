"""How dates are typed: 2024-01-27 is shown; 2024/1/27 and 2024年1月27日 are read, too.

Django's own list for Chinese shows 2024/01/27, and its pattern for 年月日 reads no date.
"""

_DATES = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
_TIMES = ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f"]

DATE_INPUT_FORMATS = _DATES
DATETIME_INPUT_FORMATS = [f"{date} {time}" for time in _TIMES for date in _DATES]
MONTH_DAY_FORMAT = "n月j日"  # Django's own writes 09月30日
