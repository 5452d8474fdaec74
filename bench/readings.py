"""Print how the reading does on the pages of tests/pages, as a table for docs/intake.md.

python bench/readings.py [FOLDER]
"""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.intake import decode, read  # noqa: E402
from tests.intake.score import compare  # noqa: E402


def main(folder):
    pages = sorted(folder.glob("*.txt"), key=lambda path: int(path.stem.split("_")[0]))
    if not pages:
        sys.exit(f"{folder} holds no pages: nothing was read.")
    say("| page | stories | characters | unassigned | fields right | wrong |")
    say("|---|---|---|---|---|---|")
    total = [0, 0]
    for path in pages:
        right, fields, row = measured(path)
        total = [total[0] + right, total[1] + fields]
        say(row)
    say(f"| all {len(pages)} | | | | **{total[0]} of {total[1]}** | |")


def measured(path):
    expectation = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    given = expectation["date"]
    reading = read(
        decode(path.read_bytes()), page_date=date.fromisoformat(given) if given else None
    ).as_json()
    tally, misses = compare(reading, expectation["expect"])
    right = sum(each for each, _ in tally.values())
    fields = sum(each for _, each in tally.values())
    often = Counter(field for _, field, *_ in misses)
    wrong = ", ".join(f"{field} {n}" if n > 1 else field for field, n in often.items()) or "none"
    ledger = reading["ledger"]
    row = (path.stem, len(reading["stories"]), ledger["characters"], ledger["unassigned"])
    return right, fields, f"| {' | '.join(map(str, row))} | {right} of {fields} | {wrong} |"


def say(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/pages")
