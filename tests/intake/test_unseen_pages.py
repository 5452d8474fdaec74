"""What must hold of any page, those that nothing was fitted to among them. How well they are read stands in docs/intake.md."""

import json
from datetime import date
from pathlib import Path

import pytest

from articles.intake import decode, read

PAGES = sorted(
    path
    for folder in ("pages", "unseen_pages")
    for path in Path(__file__).parent.parent.glob(f"{folder}/*.txt")
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_character_of_a_page_has_its_place(path):
    raw = decode(path.read_bytes())
    given = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["date"]
    reading = read(raw, page_date=date.fromisoformat(given) if given else None).as_json()
    ledger = reading["ledger"]
    assert ledger["unassigned"] == 0
    assert ledger["characters"] == len(raw) == ledger["in_stories"] + ledger["discarded"]
    assert sum(len(each["text"]) for each in reading["discarded"]) == ledger["discarded"]
