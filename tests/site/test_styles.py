"""The style sheets of the readers' site keep the house's rules."""

import re

import pytest
from django.conf import settings

SHEETS = sorted((settings.BASE_DIR / "static" / "site").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_short_and_local_and_nothing_in_it_moves(sheet):
    """Who asks for less motion gets none: there is none to take away."""
    text = sheet.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 300
    assert not re.search(r"@import|url\(", text)
    assert not re.search(r"(?<!-)\b(transition|animation)(-|:)|scroll-behavior", text)
