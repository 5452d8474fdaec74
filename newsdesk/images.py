"""Pictures: what may be uploaded, and the smaller copy that readers get."""

import uuid
import warnings
from io import BytesIO
from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = (
    60_000_000  # a 60-megapixel camera; a page scanned at 600 dpi is larger than any screen
)
LONGEST_SIDE = 1600
ENDINGS = {
    "JPEG": {".jpg", ".jpeg"},
    "PNG": {".png"},
    "WEBP": {".webp"},
    "GIF": {".gif"},
}

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # also for Django's own field, which opens the file once more
warnings.simplefilter("error", Image.DecompressionBombWarning)


def check(file):
    """Refuse in words what is no picture, too large when unpacked, broken, or named otherwise than it is."""
    file.seek(0)
    try:
        with Image.open(file, formats=list(ENDINGS)) as picture:
            _check_size(picture.size)
            _check_name(file.name, picture.format)
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large() from None
    except UnidentifiedImageError:
        text = _("This is no picture that we can read: JPEG, PNG, WebP and GIF are.")
        raise ValidationError(text, code="no_picture") from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(_("The picture is broken or cut off."), code="broken") from None
    finally:
        file.seek(0)


def _check_size(size):
    if size[0] * size[1] > MAX_PIXELS:
        raise too_large()


def _check_name(name, kind):
    if PurePath(name).suffix.lower() not in ENDINGS[kind]:
        raise ValidationError(
            _("The file is called “%(name)s”, but holds a %(kind)s picture."),
            params={"name": PurePath(name).name[-60:], "kind": kind},
            code="lying_name",
        )


def too_large():
    text = _("Unpacked, the picture is too large: at most %(millions)d million pixels.")
    return ValidationError(text, params={"millions": MAX_PIXELS // 1_000_000}, code="too_large")


def for_readers(file) -> ContentFile:
    """The picture upright, at most 1600 pixels long, as JPEG without place, camera or names in it."""
    file.seek(0)
    with Image.open(file) as picture:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = on_white(ImageOps.exif_transpose(picture))
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        out = BytesIO()
        profile = picture.info.get("icc_profile") if picture.mode == "RGB" else None
        upright.save(out, "JPEG", quality=82, progressive=True, icc_profile=profile)
    file.seek(0)
    return ContentFile(out.getvalue(), name=f"{uuid.uuid4().hex}.jpg")


def on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA", "P", "PA"):
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


class PictureField(forms.ImageField):
    """Django's field, with the reasons in words."""

    def to_python(self, data):
        if getattr(data, "size", 0):  # of an empty file Django says so itself
            check(data)
        return super().to_python(data)
