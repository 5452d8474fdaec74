"""How Chinese is read. The words that tell 银行 from 行走 are 45 MB: loaded by the first who asks, and no reader does."""

import os
from functools import cache
from importlib import import_module

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
from pypinyin import lazy_pinyin, load_phrases_dict  # noqa: E402 - it looks at the line above


def pinyin(text: str) -> list[str]:
    """["yin", "hang"] for 银行; runs of anything else as they are."""
    _learn_words()
    return lazy_pinyin(text)


@cache
def _learn_words():
    load_phrases_dict(import_module("pypinyin.phrases_dict").phrases_dict)
