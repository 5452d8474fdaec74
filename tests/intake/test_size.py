"""No text takes long: every rule goes through it once. In seconds of the processor: others may use it, too."""

import time

import pytest

from articles.intake import MAX_CHARACTERS, read

HARD = {
    "one line": "我" * MAX_CHARACTERS,
    "brackets": "(" * MAX_CHARACTERS,
    "bold": "**" * (MAX_CHARACTERS // 2),
    "numbers": ("1 2 - 3 2024 " * 6 + "x\n") * 1500,
    "long numbers": ("12345678 9012345 678901 " * 3 + "x\n") * 1500,
    "names": ("张 三 李 四 " * 12 + "x\n") * 2000,
    "roles": "记者 张三 " * (MAX_CHARACTERS // 6),
    "marks": "。)" * (MAX_CHARACTERS // 2),
    "spaces": "a" + " " * (MAX_CHARACTERS - 3) + "摄",
    "short lines": "我市召开会议\n" * (MAX_CHARACTERS // 7),
    "short lines of one headline": "工会讯\n" * (MAX_CHARACTERS // 6),
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_the_longest_text_is_read_in_seconds(text):
    start = time.process_time()
    reading = read(text)
    assert not reading.refused
    assert time.process_time() - start < 20


def test_ten_megabytes_are_refused_and_kept():
    raw = "我市召开会议。\n" * 1_300_000
    reading = read(raw)
    assert reading.refused == "too_long"
    assert (reading.ledger.characters, reading.ledger.unassigned) == (len(raw), len(raw))
    assert reading.stories == []
