"""The palette's text stands out from its grounds, 4.5 to 1 or more: in light, in dark, and in mourning's grey."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static" / "tokens.css").read_text(encoding="utf-8")
PAIRS = [
    *[(text, ground) for text in ("ink", "quiet", "red", "good", "waiting") for ground in ("paper", "page")],
    ("on-red", "red"),
    ("paper", "ink"),
]  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    """Each rule of the tokens that names colours."""
    rules = re.findall(r"(:root[^{]*)\{([^{}]*)\}", TOKENS)
    colours = {
        selector.strip(): dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body))
        for selector, body in rules
    }
    return {selector: found for selector, found in colours.items() if found}


def channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def in_grey(colour: str) -> list[float]:
    """As the filter grayscale(1) makes it (Filter Effects, 13.1.1)."""
    red, green, blue = channels(colour)
    return [0.2126 * red + 0.7152 * green + 0.0722 * blue] * 3


def luminance(parts: list[float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_what_the_standard_says():
    assert contrast(channels("#000000"), channels("#ffffff")) == pytest.approx(21)
    assert contrast(channels("#777777"), channels("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("seen", [channels, in_grey], ids=["in colour", "in grey"])
def test_all_text_stands_out_from_its_ground(seen):
    found = palettes()
    assert len(found) == 3  # light, dark by the system, dark by choice
    faults = [
        (selector, text, ground)
        for selector, palette in found.items()
        for text, ground in PAIRS
        if contrast(seen(palette[text]), seen(palette[ground])) < 4.5
    ]
    assert faults == []
