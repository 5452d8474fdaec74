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
    ("25_bad_column_order", 2, "paragraphs"),
    ("27_long_portrait", 1, "crossheads"),
    ("27_long_portrait", 1, "paragraphs"),
    ("28_picture_news", 1, "paragraphs"),
    ("28_picture_news", 3, "banner"),
    ("28_picture_news", 4, "banner"),
    ("28_picture_news", 4, "photos"),
    ("28_picture_news", 5, "banner"),
    ("28_picture_news", 5, "bylines"),
    ("28_picture_news", 5, "crossheads"),
    ("28_picture_news", 5, "dateline"),
    ("28_picture_news", 5, "events"),
    ("28_picture_news", 5, "headline"),
    ("28_picture_news", 5, "kicker"),
    ("28_picture_news", 5, "paragraphs"),
    ("28_picture_news", 5, "people"),
    ("28_picture_news", 5, "photos"),
    ("28_picture_news", 5, "standfirst"),
    ("28_picture_news", 5, "subheadline"),
    ("29_commendation", 2, "people"),
    ("30_reprints", 4, "paragraphs"),
    ("31_commentary", 1, "paragraphs"),
    ("31_commentary", 3, "banner"),
    ("33_glued_names", 0, "discarded"),
    ("33_glued_names", 2, "banner"),
    ("33_glued_names", 3, "crossheads"),
    ("33_glued_names", 3, "paragraphs"),
    ("34_border_paper", 1, "events"),
    ("34_border_paper", 1, "people"),
    ("34_border_paper", 2, "headline"),
    ("35_continued", 5, "events"),
    ("37_broadsheet", 2, "paragraphs"),
    ("37_broadsheet", 2, "photos"),
    ("37_broadsheet", 4, "events"),
    ("37_broadsheet", 6, "headline"),
}

# (page, rule) of changes that are not made: full stops lost between sentences, ◎ before a byline.
KNOWN_UNUSED = {
    ("28_picture_news", "stop"),
    ("28_picture_news", "markup"),
    ("31_commentary", "stop"),
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
    missing = set(expectation(path)["rules"]) - {each.rule for each in reading.changes}
    assert missing == {rule for page, rule in KNOWN_UNUSED if page == path.stem}
