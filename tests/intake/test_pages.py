"""The visible pages: what a careful editor reads is what the reading says, field by field."""

import pytest

from tests.intake.known_wrong import PAGES, known, read_page, rules_without_change, wrong_fields


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path):
    assert wrong_fields(path) == known("fields", path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_records_the_expected_rules(path):
    assert rules_without_change(path) == known("rules", path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_has_no_unassigned_character(path):
    assert read_page(path).ledger.unassigned == 0
