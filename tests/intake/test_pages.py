"""The visible pages: what a careful editor reads is what the reading says, field by field."""

import json
from datetime import date
from pathlib import Path

import pytest

from articles.intake import decode, read
from tests.intake.score import compare

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.txt"))

# (page, story, field) that the reading gets wrong; it must be exactly these.
KNOWN_WRONG = {
    ("08_commentary", 1, "paragraphs"),
    ("08_commentary", 1, "people"),
}


def expectation(path):
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def read_page(path):
    given = expectation(path)["date"]
    day = date.fromisoformat(given) if given else None
    return read(decode(path.read_bytes()), page_date=day)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path):
    _, misses = compare(read_page(path).as_json(), expectation(path)["expect"])
    wrong = {(path.stem, story, field) for story, field, *_ in misses}
    assert wrong == {each for each in KNOWN_WRONG if each[0] == path.stem}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_has_no_unassigned_character_and_the_expected_rules(path):
    reading = read_page(path)
    assert reading.ledger.unassigned == 0
    assert set(expectation(path)["rules"]) <= {each.rule for each in reading.changes}
