"""Dates in the desk's forms: shown as 2024-01-27, typed as Chinese write them."""

from datetime import date, datetime

import pytest
from django import forms


@pytest.mark.parametrize(
    "typed", ["2024-01-27", "2024-1-27", "2024/1/27", "2024年1月27日", "2024年01月27日"]
)
def test_a_day_is_read_in_each_form(typed):
    assert forms.DateField().clean(typed) == date(2024, 1, 27)


@pytest.mark.parametrize("typed", ["2024-01-27 08:30", "2024/1/27 8:30", "2024年1月27日 08:30:00"])
def test_a_time_is_read_in_each_form(typed):
    moment = forms.DateTimeField().clean(typed)
    assert moment.replace(tzinfo=None) == datetime(2024, 1, 27, 8, 30)


def test_a_day_is_shown_with_hyphens():
    assert 'value="2024-01-27"' in forms.DateInput().render("day", date(2024, 1, 27))
