"""Partial dates and what they answer."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from newsdesk.dates import PartialDateField, bounds, in_words, is_day, normalise
from people.models import Membership
from tests.make import make_membership, make_post

CERTAINLY, POSSIBLY, NO = "certainly", "possibly", "no"
ZEROS = ["2021-00", "2021-05-00", "2021-00-05", "2021年0月5日"]  # what databases write for unknown


def held(start="", end="", seen_on=None):
    membership = Membership(start=start, end=end, seen_on=seen_on)
    membership.set_bounds()
    return lambda day: membership.on(date.fromisoformat(day)).value


@pytest.mark.parametrize(
    ("written", "kept", "first", "last"),
    [
        ("2021", "2021", "2021-01-01", "2021-12-31"),
        ("2021-3", "2021-03", "2021-03-01", "2021-03-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2021年3月5日", "2021-03-05", "2021-03-05", "2021-03-05"),
        (" 2021年 ", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_partial_date_is_kept_as_written_and_as_bounds(written, kept, first, last):
    assert normalise(written) == kept
    assert bounds(kept).first.isoformat() == first
    assert bounds(kept).last.isoformat() == last


@pytest.mark.parametrize(
    "wrong", ["21", "2021-13", "2021-02-30", "昨天", "2021/03", "0000"] + ZEROS
)
def test_what_is_no_date_is_refused_in_words(wrong):
    with pytest.raises(ValidationError) as error:
        PartialDateField().to_python(wrong)
    assert wrong in error.value.messages[0]


def test_a_partial_date_in_words():
    assert [in_words(text) for text in ("2021", "2021-03", "2021-03-05", "?", "")] == [
        "2021年",
        "2021年3月",
        "2021年3月5日",
        "",
        "",
    ]


def test_a_bare_year_is_possible_in_its_own_year_and_certain_after_it():
    on = held(start="2021")
    assert [on("2020-12-31"), on("2021-06-01"), on("2022-01-01")] == [NO, POSSIBLY, CERTAINLY]


def test_a_bare_year_at_the_end_is_possible_in_that_year():
    on = held(start="2019-05-01", end="2021")
    assert [on("2020-12-31"), on("2021-06-01"), on("2022-01-01")] == [CERTAINLY, POSSIBLY, NO]


def test_the_same_bare_year_at_both_ends_is_never_certain():
    on = held(start="2021", end="2021")
    assert [on("2020-12-31"), on("2021-06-01"), on("2022-01-01")] == [NO, POSSIBLY, NO]


def test_an_unknown_start_is_never_certain_before_the_end():
    on = held(start="", end="2023-03-01")
    assert [on("1990-01-01"), on("2023-02-28"), on("2023-03-02")] == [POSSIBLY, POSSIBLY, NO]


def test_an_empty_end_goes_on():
    assert held(start="2021-01-01")("2030-01-01") == CERTAINLY


def test_an_unknown_end_is_certain_on_no_day_but_one_seen():
    on = held(start="", end="?", seen_on=date(2024, 1, 26))
    assert [on("2024-01-25"), on("2024-01-26"), on("2024-01-27")] == [POSSIBLY, CERTAINLY, POSSIBLY]


def test_a_day_seen_makes_the_days_between_certain():
    on = held(start="2021", end="?", seen_on=date(2024, 1, 26))
    assert [on("2021-06-01"), on("2023-06-01"), on("2025-01-01")] == [POSSIBLY, CERTAINLY, POSSIBLY]


def test_on_the_day_of_a_change_the_new_holder_is_certain_and_the_old_one_possible():
    old, new = held(start="2018-01-01", end="2024-01-26"), held(start="2024-01-26")
    assert [old("2024-01-25"), old("2024-01-26"), old("2024-01-27")] == [CERTAINLY, POSSIBLY, NO]
    assert [new("2024-01-25"), new("2024-01-26")] == [NO, CERTAINLY]


def test_a_post_held_for_one_day_was_held_that_day():
    on = held(start="2024-01-26", end="2024-01-26")
    assert [on("2024-01-25"), on("2024-01-26"), on("2024-01-27")] == [NO, CERTAINLY, NO]


@pytest.mark.parametrize("end", ["?", "2024", "2024-01"])
def test_a_known_first_day_is_certain_whenever_it_ended(end):
    on = held(start="2024-01-26", end=end)
    assert [on("2024-01-25"), on("2024-01-26"), on("2024-01-27")] == [NO, CERTAINLY, POSSIBLY]


@pytest.mark.parametrize(
    ("start", "end"), [("2021", "2020"), ("2021-03", "2021-02"), ("2021-03-05", "2021-03-04")]
)
def test_an_end_before_the_start_is_refused(db, start, end):
    membership = make_membership(post=make_post("主任"))
    membership.start, membership.end = start, end
    with pytest.raises(ValidationError) as error:
        membership.full_clean()
    assert "end" in error.value.message_dict


def test_a_bare_year_may_end_in_the_month_it_began(db):
    membership = make_membership(start="2021", end="2021-01")
    membership.full_clean()


def test_a_day_seen_outside_the_period_is_refused(db):
    membership = make_membership(start="2021", end="2022")
    membership.seen_on = date(2024, 1, 26)
    with pytest.raises(ValidationError):
        membership.full_clean()


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        ("2021", "", None),
        ("", "2023-03-01", None),
        ("2019-05-01", "2021", None),
        ("2021", "2021", None),
        ("", "?", date(2024, 1, 26)),
        ("2024-01-26", "2024-01-26", None),
        ("2018-01-01", "2024-01-26", None),
        ("2024-01-26", "?", None),
    ],
)
def test_the_database_answers_as_the_record_does(db, start, end, seen):
    membership = make_membership(start=start, end=end, seen_on=seen)
    days = ["1990-01-01", "2020-06-01", "2021-06-01", "2023-03-01", "2024-01-26", "2025-01-01"]
    for day in map(date.fromisoformat, days):
        answer = membership.on(day)
        assert Membership.objects.on(day).exists() == (answer != NO), day
        assert Membership.objects.certainly_on(day).exists() == (answer == CERTAINLY), day


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2024-01-26", True),
        ("2024年1月26日", True),
        ("2024-01", False),
        ("2024", False),
        ("?", False),
        ("", False),
    ],
)
def test_only_a_whole_date_names_a_day(text, named):
    assert is_day(text) is named
