"""Day words are read against the date of the page."""

from datetime import date

import pytest

from articles.intake.dates import resolve

PAGE = date(2024, 1, 27)  # a Saturday


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("1月26日", "2024-01-26"),
        ("26日", "2024-01-26"),
        ("26日上午", "2024-01-26"),
        ("会前25日", "2024-01-25"),
        ("昨日", "2024-01-26"),
        ("昨天下午", "2024-01-26"),
        ("昨晚", "2024-01-26"),
        ("前天", "2024-01-25"),
        ("今日", "2024-01-27"),
        ("一月二十六日", "2024-01-26"),
        ("30日", "2023-12-30"),
        ("上月5日", "2023-12-05"),
        ("本周三", "2024-01-24"),
        ("上周日", "2024-01-21"),
        ("去年12月", "2023-12"),
        ("今年1月3日", "2024-01-03"),
        ("12月30日", "2023-12-30"),
        ("3月7日至9日", "2024-03-07"),
        ("2022年11月3日", "2022-11-03"),
        ("日前", ""),
        ("2月30日", ""),
        ("13月1日", ""),
        ("茂名日报", ""),
        ("26日报道", "2024-01-26"),
    ],
)
def test_a_phrase_names_a_day(phrase, expected):
    assert resolve(phrase, PAGE) == expected


def test_the_year_turns_back_over_new_year():
    assert resolve("12月30日", date(2024, 1, 2)) == "2023-12-30"
    assert resolve("30日", date(2024, 1, 2)) == "2023-12-30"
    assert resolve("昨天", date(2024, 1, 1)) == "2023-12-31"


def test_a_day_that_a_month_lacks_goes_back_further():
    assert resolve("31日", date(2024, 3, 2)) == "2024-01-31"
    assert resolve("31日", date(2024, 5, 3)) == "2024-03-31"


@pytest.mark.parametrize("phrase", ["1月26日", "26日", "昨日", "今年3月", "上周三"])
def test_without_a_date_of_the_page_the_year_is_unknown(phrase):
    assert resolve(phrase, None) == ""


def test_a_printed_year_needs_no_date_of_the_page():
    assert resolve("2023年12月15日", None) == "2023-12-15"
    assert resolve("二〇二三年十二月十五日", None) == "2023-12-15"
