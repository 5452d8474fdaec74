"""Learn where clauses end, from real news, into articles/intake/edges.txt.

    python bench/learn_edges.py news-learn.jsonl.gz

The table holds no text: only how much likelier a pair of characters is at the end of a clause of
a headline, at its beginning, and side by side within a word.
"""

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "articles/intake/edges.txt"
MARKS = "，。、；：！？“”‘’（）《》—…· \u3000"
SENTENCE, CLAUSE = "。！？", "，。！？；：\u3000 "
STEP, WORTH = 0.5, 0.7
ENOUGH = {"clause-end": 25, "clause-start": 25, "bond": 40}


class Counts:
    """How often characters and pairs stand at an edge, and how often within."""

    def __init__(self):
        self.edge, self.within = Counter(), Counter()

    def score(self, key, single):
        """Log odds of an edge here; of a pair, with some weight on its outer character."""
        if len(key) < 2:
            return self.odds(key)
        return 0.7 * self.odds(key) + 0.3 * self.odds(single)

    def odds(self, key):
        edges, within = self.edge[""] + 1000, self.within[""] + 1000
        return math.log((self.edge[key] + 1) / edges) - math.log((self.within[key] + 1) / within)

    def add(self, target, pair, single):
        target[pair] += 1
        target[single] += 1
        target[""] += 1


def learn(texts, marks):
    ends, starts, bonds, singles = Counts(), Counts(), Counter(), Counter()
    for text in texts:
        for i in range(1, len(text)):
            if text[i] in marks and text[i - 1] not in MARKS:
                ends.add(ends.edge, text[max(0, i - 2) : i], text[i - 1])
            elif text[i - 1] in marks and text[i] not in MARKS:
                starts.add(starts.edge, text[i : i + 2], text[i])
            elif text[i - 1] not in MARKS and text[i] not in MARKS:
                ends.add(ends.within, text[max(0, i - 2) : i], text[i - 1])
                starts.add(starts.within, text[i : i + 2], text[i])
                bonds[text[i - 1 : i + 1]] += 1
                singles[text[i]] += 1
    return ends, starts, bonds, singles


def rows(kind, counts):
    """The pairs and characters whose score is worth a line."""
    for key in {*counts.edge, *counts.within} - {""}:
        if not re.fullmatch(r"[\u4e00-\u9fff]{1,2}", key):
            continue
        if counts.edge[key] + counts.within[key] < ENOUGH[kind]:
            continue
        single = key[-1] if kind.endswith("end") else key[0]
        score = counts.score(key, single)
        if len(key) == 1 or abs(score - 0.8 * counts.odds(single)) >= WORTH:
            yield kind, score, key


def bond_rows(bonds, singles):
    total = sum(singles.values())
    for pair, count in bonds.items():
        if count < ENOUGH["bond"] or not re.fullmatch(r"[\u4e00-\u9fff]{2}", pair):
            continue
        bond = math.log(count * total / ((singles[pair[0]] + 20) * (singles[pair[1]] + 20)))
        if bond >= 1:
            yield "bond", bond, pair


def main(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    bodies = [
        "。" + each for item in items for each in item["paragraphs"] if each[-1:] in "。！？”"
    ]
    heads = [f" {item['headline']} " for item in items]
    _, _, bonds, singles = learn(bodies, SENTENCE)
    clause_ends, clause_starts, _, _ = learn(bodies + 3 * heads, CLAUSE)
    table = defaultdict(list)
    for kind, score, key in (
        *rows("clause-end", clause_ends),
        *rows("clause-start", clause_starts),
        *bond_rows(bonds, singles),
    ):
        table[kind, len(key), round(score / STEP) * STEP].append(key)
    lines = [
        f"{kind} {size} {score:g} {''.join(sorted(keys))}"
        for (kind, size, score), keys in sorted(table.items())
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
