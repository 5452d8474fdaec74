"""Pictures: what may be uploaded, and upright copies in plain colours without anything written in them."""

import struct
import uuid
import warnings
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MAX_PIXELS = (
    60_000_000  # a 60-megapixel camera; a page scanned at 600 dpi is larger than any screen
)
MAX_MEGABYTES = 50
LONGEST_SIDE = 1600
ENDINGS = {
    "JPEG": {".jpg", ".jpeg"},
    "PNG": {".png"},
    "WEBP": {".webp"},
    "GIF": {".gif"},
}
HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I;16N", "I", "F")

# what reading a broken EXIF block may end in
BROKEN = (
    ValueError, SyntaxError, OSError, LookupError, TypeError, AttributeError, ArithmeticError, EOFError,
    struct.error, RecursionError, Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # also for Django's own field, which opens the file once more
warnings.simplefilter("error", Image.DecompressionBombWarning)


def check(file):
    """Refuse in words what is no picture, too large, moving, broken, or named otherwise than it is."""
    check_weight(file.size)
    file.seek(0)
    try:
        with without_warnings(), Image.open(file, formats=list(ENDINGS)) as picture:
            _check_size(picture.size)
            kind = picture.format.replace(
                "MPO", "JPEG"
            )  # a telephone's, with a second picture behind
            _check_name(file.name, kind)
            _check_still(picture)
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large() from None
    except UnidentifiedImageError:
        raise no_picture(file) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        text = _("The picture is broken or cut off. Export or download it again.")
        raise ValidationError(text, code="broken") from None
    finally:
        file.seek(0)


def check_weight(size: int):
    if size == 0:
        text = _("The file is empty. Export or download the picture again.")
        raise ValidationError(text, code="empty")
    if size > MAX_MEGABYTES * 1024**2:
        text = _("The file is too big: at most %(most)d MB. Save it as JPEG, or smaller.")
        raise ValidationError(text, params={"most": MAX_MEGABYTES}, code="too_big")


def _check_size(size):
    if size[0] * size[1] > MAX_PIXELS:
        raise too_large()


def _check_name(name, kind):
    if PurePath(name).suffix.lower() not in ENDINGS[kind]:
        raise ValidationError(
            _(
                "The file is called “%(name)s”, but holds a %(kind)s picture. Give it the right ending."
            ),
            params={"name": PurePath(name).name[-60:], "kind": kind},
            code="lying_name",
        )


def _check_still(picture):
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        text = _("This picture moves; readers get still ones. Save the frame you want as JPEG.")
        raise ValidationError(text, code="moving")


def too_large():
    text = _(
        "Unpacked, the picture is too large: at most %(millions)d million pixels. Save it smaller."
    )
    return ValidationError(text, params={"millions": MAX_PIXELS // 1_000_000}, code="too_large")


def no_picture(file) -> ValidationError:
    file.seek(0)
    head = file.read(12)
    if head[4:8] == b"ftyp" and head[8:12] in HEIC:
        text = _(
            "This is a HEIC picture of a telephone, which we cannot read. Export it as JPEG (iPhone:"
            " Settings, Camera, Formats, Most Compatible) and upload that."
        )
        return ValidationError(text, code="heic")
    text = _(
        "This is no picture that we can read: JPEG, PNG, WebP and GIF are. Save it as JPEG and upload that."
    )
    return ValidationError(text, code="no_picture")


def upright(file, least: int) -> tuple[Image.Image, bytes | None]:
    """The picture turned as it was held, in RGB, and its colour profile; nothing else is left in it.

    A large JPEG is unpacked only as far as both sides keep `least` pixels.
    """
    file.seek(0)
    with without_warnings(), Image.open(file, formats=list(ENDINGS)) as picture:
        picture.draft("RGB" if picture.mode == "RGB" else None, (least, least))
        profile = picture.info.get("icc_profile") if picture.mode in ("RGB", "RGBA") else None
        turned = plain_colours(as_held(picture))
    file.seek(0)
    turned.info.clear()  # Pillow would write a comment back into a JPEG
    return turned, profile


def as_held(picture: Image.Image) -> Image.Image:
    """Turned by what the camera noted; as it lies where that cannot be read."""
    try:
        with without_warnings():
            return ImageOps.exif_transpose(picture)
    except BROKEN:
        return picture


@contextmanager
def without_warnings():
    """Pillow warns of each broken block; nobody at the desk reads that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        yield


def for_readers(file, longest=LONGEST_SIDE) -> ContentFile:
    """The picture upright, no side longer, as JPEG without place, camera or names in it."""
    picture, profile = upright(file, longest)
    picture.thumbnail((longest, longest))
    out = BytesIO()
    picture.save(out, "JPEG", quality=82, progressive=True, icc_profile=profile)
    return ContentFile(out.getvalue(), name=f"{uuid.uuid4().hex}.jpg")


def plain_colours(picture: Image.Image) -> Image.Image:
    """RGB: inks turned to light, sixteen bits to eight, white where nothing was painted."""
    if picture.mode in SIXTEEN_BITS:
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.mode == "CMYK":
        return from_inks(picture)
    if picture.mode not in ("RGBA", "LA", "P", "PA"):
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


def from_inks(picture: Image.Image) -> Image.Image:
    """By the profile of the press where the file names one that can be read."""
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert("RGB")
    try:
        screen = ImageCms.createProfile("sRGB")
        press = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, press, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")


class PictureField(forms.ImageField):
    """Django's field, with the reasons in words."""

    def to_python(self, data):
        if getattr(data, "size", 0):  # of an empty file Django says so itself
            check(data)
        return super().to_python(data)
