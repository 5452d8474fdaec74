"""Which files are taken, by their content; what is refused is told what it is and what to do."""

import pytest
from django.core.exceptions import ValidationError

from newsdesk.files import DOCUMENTS, SUBTITLES, VIDEOS, check
from tests import files
from tests.documents import garbled
from tests.files import package, streams, upload
from tests.pictures import picture

TAKEN = [
    ("公示.pdf", files.PDF, "pdf"),
    ("公示.PDF", files.PDF, "pdf"),
    ("申请表.docx", files.word(), "docx"),
    ("名单.xlsx", package("xl/workbook.xml"), "xlsx"),
    ("讲稿.pptx", package("ppt/presentation.xml"), "pptx"),
    ("公文.ofd", package("OFD.xml"), "ofd"),
    ("申请表.doc", streams("WordDocument"), "doc"),
    ("申请表.wps", streams("WordDocument"), "doc"),
    ("名单.xls", streams("Workbook"), "xls"),
    ("名单.et", streams("Workbook"), "xls"),
    ("讲稿.ppt", streams("PowerPoint Document"), "ppt"),
]
MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
REFUSED = [
    ("空.pdf", b"", "empty"),
    ("公示.pdf", b"MZ\x90\x00" + bytes(100), "program"),
    ("公示.pdf", b"\x7fELF" + bytes(100), "program"),
    ("公示.pdf", b"#!/bin/sh\n", "program"),
    ("公示.pdf", b"\xef\xbb\xbf <!DOCTYPE html><script>x()</script>", "markup"),
    ("图.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "markup"),
    ("图.svg", b'<?xml version="1.0"?><svg/>', "markup"),
    ("表.docm", package("word/document.xml", "word/vbaProject.bin"), "macros"),
    ("表.docx", package("word/document.xml", types=MACRO), "macros"),
    ("表.xlsx", package("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "macros"),
    ("表.doc", streams("WordDocument", "_VBA_PROJECT"), "macros"),
    ("表.docx", streams("EncryptedPackage"), "encrypted"),
    ("材料.zip", package("名单.txt"), "archive"),
    ("材料.rar", b"Rar!\x1a\x07" + bytes(50), "archive"),
    ("照片.jpg", picture(), "picture"),
    ("录像.mp4", files.MP4, "video"),
    ("说明.txt", "一段文字。".encode(), "unknown"),
    ("程序.msi", streams("Installer"), "unknown"),
    ("名单.xlsx", files.word(), "lying_name"),
    ("申请表.docx", files.PDF, "lying_name"),
    ("公示.html", files.PDF, "lying_name"),
    ("坏.docx", files.word()[:200], "broken"),
    ("乱.docx", garbled(files.word(), "[Content_Types].xml"), "broken"),
]


@pytest.mark.parametrize(("name", "content", "kind"), TAKEN, ids=[name for name, *_ in TAKEN])
def test_what_is_taken_is_known_by_its_content(name, content, kind):
    file = upload(name, content)
    assert check(file, DOCUMENTS, 20) == kind
    assert file.read() == content  # it can be stored from its beginning


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_what_is_refused_is_refused_for_its_reason(name, content, code):
    with pytest.raises(ValidationError) as refused:
        check(upload(name, content), DOCUMENTS, 20)
    assert refused.value.code == code
    assert any("一" <= character <= "鿿" for character in refused.value.messages[0])


def test_a_file_over_the_limit_is_refused_and_one_of_just_that_size_is_taken():
    exactly = files.PDF.ljust(1024**2, b"\n")
    assert check(upload(content=exactly), DOCUMENTS, 1) == "pdf"
    with pytest.raises(ValidationError) as refused:
        check(upload(content=exactly + b"\n"), DOCUMENTS, 1)
    assert refused.value.code == "too_big"
    assert "1 MB" in refused.value.messages[0]


@pytest.mark.parametrize(
    ("name", "content", "allowed", "code"),
    [
        ("录像.mp4", files.MP4, VIDEOS, ""),
        ("录像.webm", files.WEBM, VIDEOS, ""),
        ("录像.mov", b"\x00\x00\x00\x14ftypqt  " + bytes(50), VIDEOS, "no_video"),
        ("录像.mkv", files.WEBM.replace(b"webm", b"matr"), VIDEOS, "no_video"),
        ("录像.mp4", files.PDF, VIDEOS, "no_video"),
        ("录像.mp4", files.WEBM, VIDEOS, "lying_name"),
        ("照片.mp4", b"\x00\x00\x00\x18ftypheic" + bytes(50), VIDEOS, "no_video"),
        ("字幕.vtt", files.VTT, SUBTITLES, ""),
        ("字幕.vtt", "1\n00:00:00,000 --> …".encode(), SUBTITLES, "no_subtitles"),
        ("录像.mp4", b"<html>", VIDEOS, "markup"),
    ],
)
def test_videos_and_subtitles_have_lists_of_their_own(name, content, allowed, code):
    try:
        check(upload(name, content), allowed, 20)
        found = ""
    except ValidationError as refused:
        found = refused.code
    assert found == code
