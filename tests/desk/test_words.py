"""The desk's Chinese where Django speaks."""

import re
from pathlib import Path

import django
import pytest

from newsdesk.django_words import DJANGO_WORDS

SOURCES = [
    *Path(django.__file__).parent.rglob("*.py"),
    *Path(django.__file__).parent.rglob("*.html"),
]


@pytest.fixture(scope="module")
def django_says() -> str:
    """All that Django's sources say, with sentences that run over lines put together."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCES if "locale" not in path.parts]
    said = re.sub(r"{{ (\w+) }}", r"%(\1)s", "".join(texts))
    return "".join(said.replace("\n", "").split('"')).replace("  ", "")


@pytest.mark.parametrize("text", DJANGO_WORDS)
def test_a_text_put_otherwise_is_still_one_of_djangos(django_says, text):
    assert text.replace("  ", "") in django_says
