"""What is known to be wrong on the visible pages: tests/pages/known_wrong.json, which must be exactly so.

Write it anew after the reading has changed: python -m tests.intake.known_wrong
"""

import json
from datetime import date
from functools import cache
from pathlib import Path

from articles.intake import decode, read
from tests.intake.score import compare

FOLDER = Path(__file__).parent.parent / "pages"
PAGES = sorted(FOLDER.glob("*.txt"), key=lambda path: int(path.stem.split("_")[0]))
KNOWN = FOLDER / "known_wrong.json"


def expectation(path):
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@cache
def read_page(path):
    given = expectation(path)["date"]
    day = date.fromisoformat(given) if given else None
    return read(decode(path.read_bytes()), page_date=day)


def wrong_fields(path) -> list[str]:
    """["2 headline", …]: the number of the story and the field."""
    _, misses = compare(read_page(path).as_json(), expectation(path)["expect"])
    return sorted({f"{story} {field}" for story, field, *_ in misses})


def rules_without_change(path) -> list[str]:
    """The expected rules of which no change is recorded: a lost full stop that was not put back."""
    return sorted(set(expectation(path)["rules"]) - {each.rule for each in read_page(path).changes})


def known(what, path) -> list[str]:
    return json.loads(KNOWN.read_text(encoding="utf-8"))[what].get(path.stem, [])


def write():
    found = {"fields": wrong_fields, "rules": rules_without_change}
    known = {what: {p.stem: ask(p) for p in PAGES if ask(p)} for what, ask in found.items()}
    KNOWN.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
