"""Learn where sentences and paragraphs end, from real news, into articles/intake/breaks.txt.

    python bench/learn_breaks.py news-learn.jsonl.gz [news-test.jsonl.gz]

Two logistic models over the signs that articles/intake/breaks.py names. The table holds no text:
only the weight of each sign that was seen often enough. With a second file it says how well
either model tells breaks in news that it has not seen.
"""

import gzip
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.intake.breaks import paragraph_signs, sentence_signs  # noqa: E402

TABLE = ROOT / "articles/intake/breaks.txt"
MARKS = "，。、；：！？,;:!?"
STEP, WORTH = 0.1, 0.1
_INSIDE, _TORN = 6, 0.2
MODELS = {  # signs, how often a sign must be seen, passes, how fast weights decay
    "sentence": (sentence_signs, 10, 2, 0.0005),
    "paragraph": (paragraph_signs, 15, 3, 0.1),
}


def stories(path):
    """The paragraphs of each item; broadcast news opens with a phrase that papers do not print."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for item in items:
        parts = [each.removeprefix("央视网消息（新闻联播）：") for each in item["paragraphs"]]
        yield [each for each in parts if each[-1:] in "。！？”" and len(each) >= 8]


def sentence_cases(parts, chance):
    """(ended, left, right): each end of a sentence, and for each six places inside one."""
    for part, following in zip(parts, [*parts[1:], ""], strict=False):
        for end in re.finditer(r"[。！？]([”’）]*)", part):
            left, right = part[: end.start()], part[end.end() :] or following
            quoted = end.group(1) and chance.random() < 0.7
            if quoted or len(left) < 4 or not right:
                continue
            yield 1, *torn(left, right, chance)
            for _ in range(_INSIDE if len(part) >= 12 else 0):
                at = chance.randint(4, len(part) - 4)
                if _is_inside(part, at):
                    yield 0, *torn(part[:at], part[at:], chance)


def torn(left, right, chance):
    """Now and then with little text around the break, as in a narrow or broken column."""
    if chance.random() < _TORN:
        left = left[-chance.randint(2, 20) :]
    if chance.random() < _TORN:
        right = right[: chance.randint(2, 20)]
    return left, right


def _is_inside(text, at):
    left, right = text[at - 1], text[at]
    if left in MARKS + "“‘（《" or right in MARKS + "”’）》":
        return False
    return not (left.isascii() and right.isascii())


def paragraph_cases(parts, _chance):
    """(ended, before, right): each end of a sentence that is not inside a quotation."""
    for part, following in zip(parts, [*parts[1:], ""], strict=False):
        for end in re.finditer(r"[。！？][”）]*", part):
            before, right = part[: end.end()], part[end.end() :]
            if not right and following:
                yield 1, before, following
            elif right and before.count("“") <= before.count("”"):
                yield 0, before, right


CASES = {"sentence": sentence_cases, "paragraph": paragraph_cases}


def cases(model, path):
    chance, signs = random.Random(1), MODELS[model][0]  # noqa: S311
    return [
        (ended, signs(left, right))
        for parts in stories(path)
        for ended, left, right in CASES[model](parts, chance)
    ]


def learn(model, given):
    """Weights by gradient descent, each with a step of its own (Adagrad)."""
    _, often, passes, decay = MODELS[model]
    counts = Counter(sign for _, signs in given for sign in signs)
    weights = {sign: 0.0 for sign, count in counts.items() if count >= often}
    steps = dict.fromkeys(weights, 1e-6)
    known = [(ended, [each for each in signs if each in weights]) for ended, signs in given]
    chance = random.Random(1)  # noqa: S311
    for _ in range(passes):
        chance.shuffle(known)
        for ended, signs in known:
            error = likelihood(sum(weights[each] for each in signs)) - ended
            for each in signs:
                slope = error + decay * weights[each]
                steps[each] += slope * slope
                weights[each] -= 0.3 * slope / math.sqrt(steps[each])
    return {
        sign: round(weight / STEP) * STEP
        for sign, weight in weights.items()
        if abs(weight) >= WORTH or sign[0] == "bias"
    }


def likelihood(score):
    return 1 / (1 + math.exp(-max(-30, min(30, score))))


def rows(model, weights):
    table = defaultdict(list)
    for (sign, value), weight in weights.items():
        if value:
            table[sign, len(value), weight].append(value)
    for (sign, size, weight), values in sorted(table.items()):
        yield f"{model} {sign} {size} {weight:g} {''.join(sorted(values))}"


def told_apart(given, weights):
    """How often an end scores above a place that is none (AUC)."""
    scored = sorted((sum(weights.get(each, 0) for each in signs), ended) for ended, signs in given)
    below = above = 0
    for _, ended in scored:
        below += not ended
        above += ended * below
    return above / (below * (len(scored) - below))


def main(path, test=None):
    lines = []
    for model in MODELS:
        weights = learn(model, cases(model, path))
        lines += rows(model, weights)
        if test:
            sys.stdout.write(f"{model} {told_apart(cases(model, test), weights):.3f}\n")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
