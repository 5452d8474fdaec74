"""Files as programs make them, as small as they can be."""

from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Attachment, StoredFile, Video
from newsdesk.files import OLE
from tests.documents import document

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + bytes(range(256)) * 4
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(64)
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n座谈会现场\n".encode()


def upload(name="公示.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def package(*names, types=b"") -> bytes:
    """A file of parts, as .xlsx is."""
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml", types)
        for name in names:
            parts.writestr(name, "x")
    return out.getvalue()


def streams(*names) -> bytes:
    """A file of streams, as .doc is."""
    return OLE + bytes(512) + b"".join(name.encode("utf-16-le") + bytes(64) for name in names)


def word() -> bytes:
    return document("表格。")


def stored(name="公示.pdf", content=PDF, kind="pdf") -> StoredFile:
    return StoredFile.objects.take_in(upload(name, content), kind)


def attach(article, title="评选结果公示", **fields) -> Attachment:
    return Attachment.objects.create(article=article, file=stored(**fields), title=title)


def show_video(article, title="现场视频", **fields) -> Video:
    file = stored("现场.mp4", MP4, "mp4")
    return Video.objects.create(article=article, title=title, file=file, **fields)


def link_video(article, url="https://v.example.com/a/1?from=desk", **fields) -> Video:
    return Video.objects.create(article=article, title="别处的视频", url=url, **fields)
