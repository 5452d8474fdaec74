"""Measure the search for names on news labelled by hand: python bench/names.py NEWS.jsonl.gz

"looked at" was seen while rules were mended, "fresh" was labelled and measured after them.
NEWS.jsonl.gz has one news item a line: {"paragraphs": [...]}. It is not part of the project;
names_labels.json says which names stand in which paragraph of it, without the text.
"""

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.intake.people import told_of  # noqa: E402
from people.names import find  # noqa: E402
from people.names.found import SET_PHRASE  # noqa: E402

LABELS = Path(__file__).with_name("names_labels.json")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    path = parser.parse_args().news
    if not path.exists():
        sys.exit(f"{path} is not there: the labels are of news that the project does not hold.")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = [json.loads(line)["paragraphs"] for line in lines]
    for sample, labels in json.loads(LABELS.read_text(encoding="utf-8")).items():
        report(sample, items, labels)
    speed(items)


def report(sample, items, labels):
    right, false, missed = [], [], []
    for item, paragraph, names in labels:
        found = names_in(items[item], paragraph)
        right += sorted(found & set(names))
        false += [(item, paragraph, name) for name in sorted(found - set(names))]
        missed += [(item, paragraph, name) for name in sorted(set(names) - found)]
    say(f"{sample}: {len(labels)} paragraphs, {len(right) + len(missed)} names in them")
    say(f"precision {len(right) / max(1, len(right) + len(false)):.2f}, false: {false}")
    say(f"recall {len(right) / max(1, len(right) + len(missed)):.2f}, missed: {missed}")


def names_in(paragraphs, number):
    """Names found in one paragraph when the whole story is read."""
    start = sum(len(paragraph) + 1 for paragraph in paragraphs[:number])
    end = start + len(paragraphs[number])
    found = find("\n".join(paragraphs))
    return {one.name for one in found if one.rule != SET_PHRASE and start <= one.start < end}


def speed(items):
    characters = sum(len(paragraph) for paragraphs in items for paragraph in paragraphs)
    begun = time.perf_counter()
    for paragraphs in items:
        told_of(paragraphs)
    seconds = time.perf_counter() - begun
    say(f"{characters / seconds / 1e6:.1f} million characters a second")


def say(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
