"""Learn which pairs of characters are words, from real news, into people/names/bonds.txt.

    python bench/learn_bonds.py news-learn.jsonl.gz

Such a pair across the end of a name says that the name ends elsewhere: 汪洋|亲切, not 汪洋亲|切.
"""

import gzip
import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from people.names import find  # noqa: E402

TABLE = Path(__file__).resolve().parent.parent / "people/names/bonds.txt"
ENOUGH, STRONG, WIDTH = 25, 2.5, 120


def main(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = ["\n".join(json.loads(line)["paragraphs"]) for line in file]
    pairs, singles = Counter(), Counter()
    for text in texts:
        text = without_names(text)
        singles.update(text)
        pairs.update(text[at : at + 2] for at in range(len(text) - 1))
    total = sum(singles.values())
    words = sorted(
        pair
        for pair, count in pairs.items()
        if count >= ENOUGH
        and re.fullmatch("[一-鿿]{2}", pair)
        and math.log(count * total / (singles[pair[0]] * singles[pair[1]])) >= STRONG
    )
    line = "".join(words)
    rows = [line[at : at + WIDTH] for at in range(0, len(line), WIDTH)]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")


def without_names(text):
    for found in reversed(find(text)):
        text = text[: found.start] + "\n" + text[found.end :]
    return text


if __name__ == "__main__":
    main(sys.argv[1])
