"""Print real news as a newspaper would, break it as the press does, and read it back.

    python bench/intake_roundtrip.py NEWS.jsonl.gz [PAGES]

NEWS.jsonl.gz has one news item a line: {"headline": ..., "paragraphs": [...]}. It is not part of
the project. Each page holds three items, each under its headline, with a dateline and reporter.
Counted are headlines, paragraphs and reporters that come back character for character.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.intake import read  # noqa: E402

REPORTERS = ["梁文", "张晓明", "李 敏", "王 芳", "欧阳静", "周海涛", "赵 岚", "孙志远"]
HALF = str.maketrans("，：；？！（）“”", ',:;?!()""')
SHAPES = (
    "whole",
    "columns",
    "half width",
    "wrapped",
    "wrapped, no indent",
    "wrapped, empty lines",
    "wrapped and broken",
)


def main(path, pages):
    if not path.exists():
        sys.exit(f"{path} is not there: nothing was measured. The project holds no news of others.")
    stories = list(usable(path))
    say("| printed as | headlines | paragraphs | reporters | unassigned |")
    say("|---|---|---|---|---|")
    for shape in SHAPES:
        say(f"| {shape} | {' | '.join(measured(shape, stories, pages))} |")


def usable(path):
    """(headline, paragraphs) of items that a newspaper could print as they are."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for item in items:
        parts = [re.sub(r"^央视网消息（新闻联播）：", "", each) for each in item["paragraphs"]]
        headline = re.sub(r"^【.*?】", "", item["headline"]).strip()
        plain = 8 <= len(headline) <= 30 and not re.search(r"[“”（）—：]", headline)
        if plain and len(parts) > 1 and all(map(is_plain, parts)):
            yield " ".join(headline.split()), parts[:4]


def is_plain(text):
    """A paragraph of sentences: no quotation left open, no space, nothing that prints otherwise."""
    ends = text[-1:] in "。！？" and len(text) >= 30
    return (
        ends and text.count("“") == text.count("”") and not re.search(r"[\s（）()\"A-Za-z]", text)
    )


def measured(shape, stories, pages):
    chance = random.Random(shape)  # noqa: S311
    right, total = Counter(), Counter()
    for _ in range(pages):
        three = chance.sample(stories, 3)
        names = chance.sample(REPORTERS, 3)
        raw = "\n\n".join(
            printed(shape, chance, *story, name) for story, name in zip(three, names, strict=True)
        )
        compare(read(raw + "\n"), three, names, right, total)
    return [f"{right[key]} of {total[key]}" for key in ("headlines", "paragraphs", "reporters")] + [
        str(total["unassigned"])
    ]


def compare(reading, stories, names, right, total):
    found = Counter(each.headline for each in reading.stories)
    texts = Counter(part for each in reading.stories for part in each.paragraphs)
    writers = Counter(each.name for story in reading.stories for each in story.bylines)
    heads = Counter(headline for headline, _ in stories)
    parts = Counter(part for _, each in stories for part in each)
    for key, got, want in (
        ("headlines", found, heads),
        ("paragraphs", texts, parts),
        ("reporters", writers, Counter(name.replace(" ", "") for name in names)),
    ):
        right[key] += sum((got & want).values())
        total[key] += sum(want.values())
    total["unassigned"] += reading.ledger.unassigned


def printed(shape, chance, headline, paragraphs, name):
    """One story as it stands on the page."""
    first = f"本报讯（记者 {name}）{paragraphs[0]}"
    parts = [first, *paragraphs[1:]]
    if shape == "whole":
        return "\n\n".join([headline, *parts])
    if shape == "half width":
        return "\n\n".join([headline, *(each.translate(HALF) for each in parts)])
    if shape == "columns":
        return "\n\n".join([headline, *(in_columns(chance, each) for each in parts)])
    width = chance.randint(15, 21)
    indent = "" if shape in ("wrapped, no indent", "wrapped, empty lines") else "　　"
    parted = [""] if "empty lines" in shape else []
    lines = [line for each in parts for line in [*wrapped(indent + each, width), *parted]]
    if "broken" in shape:
        lines = broken(chance, lines)
    return "\n".join([*wrapped(headline, 30), "", *lines])


def in_columns(chance, text):
    """A paragraph that goes on in the next column."""
    if chance.random() < 0.6 or len(text) < 60:
        return text
    cut = chance.randint(20, len(text) - 20)
    return text[:cut] + "\n\n" + text[cut:]


def wrapped(text, width):
    """Lines of a width, no line beginning with a mark that cannot."""
    lines = []
    while text:
        cut = width
        while cut < len(text) and text[cut] in "，。、；：！？”）》":
            cut += 1
        lines.append(text[:cut])
        text = text[cut:]
    return lines


def broken(chance, lines):
    """An empty line where a column ends, now and then a line twice."""
    found = []
    for line in lines:
        found.append(line)
        if chance.random() < 0.04 and len(line) > 12:
            found.append(line)
        if chance.random() < 0.08 and line[-1] not in "。！？":
            found.append("")
    return found


def say(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
