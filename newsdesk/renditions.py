"""The sizes and formats of a picture that readers get: made once, named by what is in them.

Nothing but the picture and its colour profile: no place, camera, names or comment.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image

from newsdesk import images

WHOLE, CUT = "whole", "cut"  # as it is; 3:2 around what matters in it, for lists
WIDTHS = {WHOLE: (400, 800, 1200, 1600), CUT: (400, 800, 1200)}
CUT_RATIO = 3 / 2
TALLEST = 16_000  # WebP ends at 16,383
# AVIF at 9 is four times as fast as at 8, and no larger: docs/decisions/photos.md
OPTIONS = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 9},
    "webp": {"format": "WEBP", "quality": 80, "method": 2},
    "jpg": {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
}
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Rendition:
    shape: str
    width: int
    height: int
    ending: str
    content: bytes

    @property
    def name(self) -> str:
        return f"{sha256(self.content).hexdigest()[:24]}.{self.ending}"


def make(file, focus: tuple[int, int] = (50, 50), shapes=(WHOLE, CUT)) -> list[Rendition]:
    """All of them, the smallest first; `focus` in hundredths from the left and from the top."""
    picture, profile = images.upright(file, WIDTHS[WHOLE][-1])
    forms = {WHOLE: picture, CUT: cut(picture, focus)}
    return [
        Rendition(shape, *copy.size, ending, encoded(copy, ending, profile))
        for shape in shapes
        for copy in copies(forms[shape], WIDTHS[shape])
        for ending in OPTIONS
    ]


def cut(picture: Image.Image, focus) -> Image.Image:
    """The largest part of 3:2 with the focus as near to its middle as the edges allow."""
    width, height = picture.size
    wide = min(width, round(height * CUT_RATIO))
    high = min(height, round(width / CUT_RATIO))
    left, top = (
        min(max(round(whole * share / 100 - part / 2), 0), whole - part)
        for whole, part, share in zip((width, height), (wide, high), focus, strict=True)
    )
    return picture.crop((left, top, left + wide, top + high))


def copies(picture: Image.Image, widths) -> list[Image.Image]:
    """Never larger than the picture is, the smaller ones made from the largest."""
    width, height = picture.size
    largest = min(width, widths[-1], max(1, TALLEST * width // height))
    wanted = [each for each in widths if each < largest * 0.9] + [largest]
    sizes = [(each, max(1, round(height * each / width))) for each in wanted]
    base = resized(picture, sizes[-1])
    return [*(resized(base, size) for size in sizes[:-1]), base]


def resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def encoded(picture: Image.Image, ending: str, profile: bytes | None) -> bytes:
    out = BytesIO()
    picture.save(out, **OPTIONS[ending], icc_profile=profile)
    return out.getvalue()
