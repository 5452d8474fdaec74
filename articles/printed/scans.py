"""Pictures and PDFs of printed pages: what is taken, and how it is shown to the desk."""

import warnings
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

MAX_SCAN_BYTES = 60 * 1024 * 1024
MAX_SCAN_PIXELS = 100_000_000  # a broadsheet at 400 dots an inch has 55 million
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
PDF = "application/pdf"
MAX_GIVEN_BYTES = 1024


def check_scan(file):
    """ValidationError in words unless the file is a PDF or a picture that a browser can show."""
    if file.size > MAX_SCAN_BYTES:
        message = _("%(name)s is too big: at most %(most)d MB.")
        raise ValidationError(message % {"name": file.name, "most": MAX_SCAN_BYTES // 1024**2})
    width, height = _measures(file)
    if width * height > MAX_SCAN_PIXELS:
        raise ValidationError(_too_many_pixels(file))


def _measures(file) -> tuple[int, int]:
    if _is_pdf(file):
        return 0, 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured by us
            image = Image.open(file, formats=list(TYPES))
            size = image.size
            image.verify()
    except Image.DecompressionBombError:
        raise ValidationError(_too_many_pixels(file)) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        message = _("%(name)s is neither a picture (JPEG, PNG, WebP, GIF) nor a PDF.")
        raise ValidationError(message % {"name": file.name}) from None
    finally:
        file.seek(0)
    return size


def _too_many_pixels(file) -> str:
    message = _("%(name)s unpacks to more than %(most)d million pixels and is not taken.")
    return message % {"name": file.name, "most": MAX_SCAN_PIXELS // 1_000_000}


def _is_pdf(file) -> bool:
    file.seek(0)
    head = file.read(MAX_GIVEN_BYTES)
    file.seek(0)
    return b"%PDF-" in head


def content_type(file) -> str:
    """From the file itself, never from its name."""
    if _is_pdf(file):
        return PDF
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return TYPES[Image.open(file, formats=list(TYPES)).format]
    finally:
        file.seek(0)


def is_pdf(page) -> bool:
    return PurePath(page.scan.name).suffix.lower() == ".pdf"


def scan_response(page) -> FileResponse:
    if not page.scan or not page.scan.storage.exists(page.scan.name):
        raise Http404(_("This page has no picture."))
    file = page.scan.open("rb")
    response = FileResponse(file, content_type=content_type(file))
    response["Cache-Control"] = "private, no-store"
    return response
