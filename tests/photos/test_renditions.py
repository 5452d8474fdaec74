"""What readers get of a picture: sizes, formats, cuts, and nothing that is written in it."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from newsdesk import renditions
from newsdesk.renditions import CUT, WHOLE
from tests import pictures
from tests.pictures import picture, with_exif, with_iptc, with_xmp

SECRETS = (b"SecretCamera", b"Exif", b"Photoshop", b"http://ns.adobe", "梁奈".encode(), b"GPS")


def made(content: bytes, *args, **options):
    return renditions.make(BytesIO(content), *args, **options)


def opened(rendition) -> Image.Image:
    return Image.open(BytesIO(rendition.content))


def sizes(found, shape, ending="jpg"):
    return [
        (each.width, each.height) for each in found if each.shape == shape and each.ending == ending
    ]


def test_every_format_is_made_in_every_width_whole_and_cut():
    found = made(picture())
    assert sizes(found, WHOLE) == [(400, 267), (800, 533), (1200, 800), (1600, 1067)]
    assert sizes(found, CUT) == [(400, 267), (800, 533), (1200, 800)]
    assert sizes(found, WHOLE, "avif") == sizes(found, WHOLE, "webp") == sizes(found, WHOLE)
    for each in found:
        assert opened(each).size == (each.width, each.height)
        assert opened(each).format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[each.ending]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((300, 200), [(300, 200)]),
        ((820, 500), [(400, 244), (820, 500)]),
        ((3000, 6000), [(400, 800), (800, 1600), (1200, 2400), (1600, 3200)]),
        ((100, 40_000), [(40, 16_000)]),
        ((1, 5000), [(1, 5000)]),
    ],
)
def test_no_rendition_is_larger_than_the_picture(size, expected):
    assert sizes(made(picture("PNG", size)), WHOLE) == expected


def test_no_published_file_says_anything_but_the_picture():
    content = with_exif(ImageDescription="SecretCamera", Artist="SecretCamera")
    content = with_iptc({80: "梁奈", 120: "SecretCamera"}, content=content)
    content = with_xmp("<dc:creator>SecretCamera</dc:creator>", content=content)
    content = pictures.with_segment(content, b"SecretCamera", marker=0xFE)  # a comment
    assert all(secret in content for secret in SECRETS[:5])
    for each in made(content):
        assert [secret for secret in SECRETS if secret in each.content] == []
        copy = opened(each)
        assert not copy.getexif()
        assert not {"exif", "xmp", "photoshop", "comment", "XML:com.adobe.xmp"} & set(copy.info)


@pytest.mark.parametrize(("kind", "options"), [("PNG", {}), ("WEBP", {}), ("JPEG", {})])
def test_a_place_in_any_kind_of_file_is_gone_and_the_colours_stay(kind, options):
    exif = Image.Exif()
    exif[271] = "SecretCamera"
    exif.get_ifd(34853)[2] = (21.0, 39.0, 46.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = picture(kind, (900, 600), exif=exif, icc_profile=profile)
    assert Image.open(BytesIO(content)).getexif().get_ifd(34853)
    for each in made(content):
        copy = opened(each)
        assert not copy.getexif().get_ifd(34853)
        assert copy.info["icc_profile"] == profile


def test_a_picture_held_upright_stands_upright():
    assert sizes(made(with_exif((900, 600), orientation=6)), WHOLE)[-1] == (600, 900)


@pytest.mark.parametrize(
    ("focus", "colour"),
    [((0, 50), "red"), ((50, 50), "lime"), ((100, 50), "blue"), ((10, 0), "red")],
)
def test_a_cut_holds_what_the_focus_points_at(focus, colour):
    strip = Image.new("RGB", (3000, 500), "lime")
    strip.paste("red", (0, 0, 1000, 500))
    strip.paste("blue", (2000, 0, 3000, 500))
    out = BytesIO()
    strip.save(out, "PNG")
    cut = next(each for each in made(out.getvalue(), focus) if each.shape == CUT)
    middle = opened(cut).convert("RGB").getpixel((cut.width // 2, cut.height // 2))
    expected = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    assert max(abs(one - other) for one, other in zip(middle, expected, strict=True)) < 30


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "1", "I;16", "CMYK"])
def test_any_kind_of_colour_becomes_plain(mode):
    content = picture("JPEG" if mode == "CMYK" else "PNG", (40, 30), mode)
    assert {opened(each).mode for each in made(content)} == {"RGB"}


def test_sixteen_bits_of_grey_keep_their_shades():
    out = BytesIO()
    Image.new("I;16", (30, 20), 128 * 256).save(out, "PNG")
    shade = opened(made(out.getvalue())[-1]).getpixel((5, 5))[0]
    assert abs(shade - 128) < 4


def test_inks_are_turned_to_light_by_their_profile_or_without_one():
    content = picture("JPEG", (40, 30), "CMYK", icc_profile=b"no profile at all")
    assert opened(made(content)[-1]).getpixel((5, 5))[0] > 240  # no ink: paper


def test_a_rendition_is_named_by_what_is_in_it():
    first, again = made(picture(size=(60, 40))), made(picture(size=(60, 40)))
    assert [each.name for each in first] == [each.name for each in again]
    other = made(picture("PNG", (60, 41), "L"))
    assert not {each.name for each in first} & {each.name for each in other}


def test_the_picture_of_a_telephone_is_its_first_one():
    assert sizes(made(pictures.of_a_telephone()), WHOLE) == [(30, 20)]


WHOLE_FILE = with_exif((30, 20), orientation=6, Artist="x")
START = WHOLE_FILE.index(b"Exif")
EXIF_BLOCK = (START, START + int.from_bytes(WHOLE_FILE[START - 2 : START]) - 3)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(*EXIF_BLOCK), st.integers(0, 255)), max_size=8))
def test_broken_data_of_the_camera_never_stops_the_making(changes):
    content = bytearray(WHOLE_FILE)
    for place, value in changes:
        content[place] = value
    assert made(bytes(content), shapes=[WHOLE])
