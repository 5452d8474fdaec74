"""Pictures of words for what has no photo where it is passed on: our palette and type (static/tokens.css)."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # 1.91 : 1, as it is shown everywhere
PAGE, PAPER, INK, QUIET, HAIRLINE, RED = (
    "#f6f3ec", "#fffdf8", "#1a1a1a", "#5c5a55", "#d9d5cc", "#b3201c",
)  # fmt: skip
EDGE, INSIDE = 36, 96
LARGEST, SMALL = 176, 40


def card(words: str, below: str, serif: tuple[str, int], sans: tuple[str, int]) -> bytes:
    """A PNG with `words` large and `below` small; a font is its file and its place in it."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAGE)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((EDGE, EDGE, WIDTH - EDGE, HEIGHT - EDGE), fill=PAPER, outline=HAIRLINE)
    draw.rectangle((INSIDE, 132, INSIDE + 72, 140), fill=RED)
    font = fitting(words, serif, WIDTH - 2 * INSIDE)
    draw.text((INSIDE, 322), words, font=font, fill=INK, anchor="lm")
    draw.line((INSIDE, 470, WIDTH - INSIDE, 470), fill=HAIRLINE, width=2)
    small = ImageFont.truetype(sans[0], SMALL, index=sans[1])
    draw.text((INSIDE, 522), below, font=small, fill=QUIET, anchor="lm")
    out = BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def fitting(words: str, font: tuple[str, int], width: int) -> ImageFont.FreeTypeFont:
    """As large as the words allow."""
    large = ImageFont.truetype(font[0], LARGEST, index=font[1])
    needed = large.getlength(words)
    if needed <= width:
        return large
    return ImageFont.truetype(font[0], int(LARGEST * width / needed), index=font[1])
