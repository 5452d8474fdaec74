"""Files that readers may take home or watch: what each is by its content, and which are refused, in words."""

import zipfile
import zlib
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

OLE, ZIP, EBML = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"\x1a\x45\xdf\xa3"
HEAD = 4096
MAX_TYPES = 1024**2  # bytes of a package's list of its parts


@dataclass(frozen=True)
class Kind:
    name: str
    label: str
    type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    kind.name: kind
    for kind in (
        Kind("pdf", "PDF", "application/pdf", (".pdf",)),
        Kind("doc", _("Word document"), "application/msword", (".doc", ".wps")),
        Kind("docx", _("Word document"), f"{_OFFICE}.wordprocessingml.document", (".docx",)),
        Kind("xls", _("Excel table"), "application/vnd.ms-excel", (".xls", ".et")),
        Kind("xlsx", _("Excel table"), f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",)),
        Kind("ppt", _("slides"), "application/vnd.ms-powerpoint", (".ppt", ".pps", ".dps")),
        Kind("pptx", _("slides"), f"{_OFFICE}.presentationml.presentation", (".pptx", ".ppsx")),
        Kind("ofd", "OFD", "application/ofd", (".ofd",)),
        Kind("mp4", "MP4", "video/mp4", (".mp4", ".m4v")),
        Kind("webm", "WebM", "video/webm", (".webm",)),
        Kind("vtt", _("subtitles"), "text/vtt", (".vtt",)),
    )
}
DOCUMENTS = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "ofd"})
VIDEOS, SUBTITLES = frozenset({"mp4", "webm"}), frozenset({"vtt"})

# in a package of parts: the part that says what it is
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "OFD.xml": "ofd",
}
# in an older file of streams: the stream that says what it is
_STREAMS = {"WordDocument": "doc", "PowerPoint Document": "ppt", "Workbook": "xls", "Book": "xls"}
_MP4 = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"}  # fmt: skip

# the beginnings of what is refused, and what is said of it
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM")
_ARCHIVES = (ZIP, b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_MARKUP = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<?xml", b"<body", b"<head")


def check(file, allowed: frozenset, most: int) -> str:
    """The kind of an uploaded file, one of the allowed; at most so many megabytes."""
    if not file.size:
        raise ValidationError(_("The file is empty. Export or download it again."), code="empty")
    if file.size > most * 1024**2:
        text = _("The file is too big: at most %(most)d MB.")
        raise ValidationError(text, params={"most": most}, code="too_big")
    try:
        kind = kind_of(file)
        if kind not in allowed:
            file.seek(0)
            raise refusal(kind, file.read(HEAD), allowed)
    finally:
        file.seek(0)
    _check_name(file.name, KINDS[kind])
    return kind


def _check_name(name, kind):
    if PurePath(name).suffix.lower() not in kind.endings:
        text = _("The file is called “%(name)s”, but is by its content: %(kind)s (%(ending)s).")
        params = {"name": PurePath(name).name[-60:], "kind": kind.label, "ending": kind.endings[0]}
        raise ValidationError(text, params=params, code="lying_name")


def kind_of(file) -> str:
    """ "" for what we do not know; the name of the file is not asked."""
    file.seek(0)
    head = file.read(HEAD)
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(OLE):
        return _of_streams(file)
    if head.startswith(ZIP):
        return _of_package(file)
    if head[4:8] == b"ftyp":
        return "mp4" if head[8:12] in _MP4 else ""
    if head.startswith(EBML):
        return "webm" if b"webm" in head[:64] else ""
    return "vtt" if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else ""


def _of_package(file) -> str:
    try:
        with zipfile.ZipFile(file) as parts:
            names = parts.namelist()
            kind = next((_PARTS[name] for name in names if name in _PARTS), "")
            if kind and kind != "ofd" and _has_macros(parts, names):
                raise with_macros()
            return kind
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
        LZMAError,
    ):
        raise ValidationError(_("The file is broken or cut off."), code="broken") from None


def _has_macros(parts, names) -> bool:
    lower = [name.lower() for name in names]
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in lower):
        return True
    with parts.open("[Content_Types].xml") as types:
        return b"macroenabled" in types.read(MAX_TYPES).lower()


def _of_streams(file) -> str:
    """The names of streams stand in the file as they are, in UTF-16."""
    file.seek(0)
    content = file.read()
    if _stream("EncryptedPackage") in content:
        text = _("The file has a password: readers could not open it. Save it without one.")
        raise ValidationError(text, code="encrypted")
    kind = next((kind for name, kind in _STREAMS.items() if _stream(name) in content), "")
    if kind and _stream("_VBA_PROJECT") in content:
        raise with_macros()
    return kind


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def with_macros() -> ValidationError:
    text = _(
        "The file holds macros (small programs), which may harm readers' computers. Save it as PDF,"
        " or as .docx or .xlsx, and upload that."
    )
    return ValidationError(text, code="macros")


def refusal(kind: str, head: bytes, allowed: frozenset) -> ValidationError:
    """Why a file of this beginning is not taken, and what to do."""
    markup = head.lower().lstrip(b"\xef\xbb\xbf\r\n\t ")
    if head.startswith(_PROGRAMS):
        return ValidationError(_("This is a program; programs are not taken."), code="program")
    if markup.startswith(_MARKUP):
        text = _("This is a web page or a drawing with markup in it. Save it as PDF.")
        return ValidationError(text, code="markup")
    if allowed <= VIDEOS:
        text = _("This is no video that browsers play: MP4 (H.264) and WebM are. Convert it first.")
        return ValidationError(text, code="no_video")
    if allowed <= SUBTITLES:
        text = _("These are no subtitles in the form WebVTT (.vtt).")
        return ValidationError(text, code="no_subtitles")
    if kind in VIDEOS:
        return ValidationError(_("This is a video: put it under Videos."), code="video")
    if head.startswith(_PICTURES) or head[8:12] == b"WEBP":
        text = _("This is a picture: upload it under Photos, where place and camera are taken out.")
        return ValidationError(text, code="picture")
    if head.startswith(_ARCHIVES):
        text = _("This is an archive. Unpack it and upload the files one by one.")
        return ValidationError(text, code="archive")
    text = _("Only PDF, Word, Excel, slides, WPS and OFD can be attached. Save it as PDF.")
    return ValidationError(text, code="unknown")
