"""Pages come in by paste or as files, with a picture beside them; what is no page is refused in words."""

import io
import re
import struct
import zlib
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from articles.models import PrintPage
from people.models import Organization
from tests.make import make_page, make_paper, make_user

TEXT = "安全生产月启动\n\n本报讯（记者张三）1月26日，安全生产月在城北启动。\n"
OTHER = "技能竞赛开幕\n\n本报讯（记者李四）1月27日，技能竞赛在城南开幕。\n"
ADD = "/admin/articles/printpage/add/"


def txt(content, name="01.txt"):
    content = content.encode() if isinstance(content, str) else content
    return SimpleUploadedFile(name, content, "text/plain")


def picture(name="01.png", size=(40, 60), kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, kind)
    return SimpleUploadedFile(name, file.getvalue())


def bomb() -> bytes:
    """A PNG of a few kilobytes that says it is 12,000 × 12,000 pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 12_000, 12_000, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(12_000 * 50))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def add(client, follow=False, **data):
    return client.post(ADD, data, follow=follow)


def errors(response) -> dict:
    return response.context["form"].errors


def test_a_pasted_page_leads_to_its_reading(desk):
    paper = make_paper()
    response = add(
        desk, text=TEXT, publication=paper.pk, date="2024-01-27", number="3", name="要闻"
    )
    page = PrintPage.objects.get()
    assert response.url == reverse("admin:articles_printpage_reading", args=[page.pk])
    assert (page.raw, page.publication, page.number, page.name) == (TEXT, paper, "3", "要闻")
    assert page.date.isoformat() == "2024-01-27"


def test_line_ends_of_the_browser_are_not_the_papers(desk):
    add(desk, text=TEXT.replace("\n", "\r\n"))
    assert PrintPage.objects.get().raw == TEXT


def test_the_date_is_taken_from_the_page_where_it_prints_one(desk):
    add(desk, text="2024年1月27日 星期六 第3版\n\n" + TEXT)
    page = PrintPage.objects.get()
    assert page.date.isoformat() == "2024-01-27"
    assert not page.date_inferred


def test_several_files_become_a_page_each_with_its_own_picture(desk):
    files = [txt(TEXT, "03.txt"), txt(OTHER, "04.txt")]
    add(desk, files=files, scans=[picture("04.png")])
    first, second = PrintPage.objects.order_by("pk")
    assert (first.raw, bool(first.scan)) == (TEXT, False)
    assert (second.raw, bool(second.scan)) == (OTHER, True)


def test_gbk_is_read(desk):
    add(desk, files=txt(TEXT.encode("gbk")))
    assert PrintPage.objects.get().raw == TEXT


@pytest.mark.parametrize(
    "file",
    [b"", b"\n\n", b"\x89PNG\r\n\x1a\n\0\0\0", "长".encode() * 3_400_000],
    ids=["empty", "blank", "binary", "10 MB"],
)
def test_a_file_that_is_no_page_is_refused_in_words(desk, file):
    response = add(desk, files=txt(file), name="要闻")
    assert response.status_code == 200
    assert errors(response)["files"][0].startswith("01.txt：")
    assert 'value="要闻"' in response.content.decode()
    assert not PrintPage.objects.exists()


def test_ten_megabytes_pasted_are_refused_and_stay_in_the_form(desk):
    text = "一个字接着一个字" * 1_300_000
    response = add(desk, text=text)
    assert "200,000" in errors(response)["text"][0]
    assert text in response.content.decode()


def test_nothing_at_all_is_refused(desk):
    assert errors(add(desk))["__all__"]


def test_of_several_files_the_good_ones_are_taken_and_the_bad_ones_named(desk):
    response = add(desk, follow=True, files=[txt(TEXT, "03.txt"), txt("", "04.txt")])
    assert [page.raw for page in PrintPage.objects.all()] == [TEXT]
    warnings = [str(m) for m in response.context["messages"] if m.level_tag == "warning"]
    assert "04.txt" in warnings[0]


def test_the_same_page_twice_is_recognised_and_added_only_on_purpose(desk):
    first = make_page(TEXT)
    again = TEXT.replace("\n\n", "\n")  # white space does not make it another page
    response = add(desk, text=again)
    assert PrintPage.objects.count() == 1
    assert reverse("admin:articles_printpage_reading", args=[first.pk]) in response.content.decode()
    assert again in response.content.decode()
    assert "重新选择文件" not in response.text
    add(desk, text=again, again="on")
    assert PrintPage.objects.count() == 2


def test_of_a_file_that_is_here_already_it_is_said_that_it_must_be_chosen_anew(desk):
    make_page(TEXT)
    assert "重新选择文件" in errors(add(desk, files=txt(TEXT)))["__all__"][0]


def test_of_one_page_in_two_files_one_is_taken(desk):
    response = add(desk, follow=True, files=[txt(TEXT, "03.txt"), txt(TEXT, "03 (1).txt")])
    assert PrintPage.objects.count() == 1
    assert "03 (1).txt" in "".join(map(str, response.context["messages"]))
    add(desk, files=[txt(OTHER, "04.txt"), txt(OTHER, "05.txt")], again="on")
    assert PrintPage.objects.count() == 3


@pytest.mark.parametrize("known", [True, False], ids=["here already", "empty"])
def test_the_picture_of_a_text_that_was_set_aside_goes_to_no_other(desk, known):
    if known:
        make_page(TEXT)
    aside = txt(TEXT if known else "", "03.txt")
    add(desk, files=[aside, txt(OTHER, "04.txt")], scans=[picture("03.png")])
    page = PrintPage.objects.get(raw=OTHER)
    assert not page.scan


def test_each_picture_finds_its_text_where_another_was_set_aside(desk):
    make_page(TEXT)
    files = [txt(TEXT, "03.txt"), txt(OTHER, "04.txt")]
    add(desk, files=files, scans=[picture("03.png"), picture("04.png")])
    assert "04" in PrintPage.objects.get(raw=OTHER).scan.name


def test_of_two_texts_of_one_name_one_gets_the_picture(desk):
    add(desk, files=[txt(TEXT, "03.txt"), txt(OTHER, "03.txt")], scans=[picture("03.png")])
    assert [bool(page.scan) for page in PrintPage.objects.order_by("pk")] == [True, False]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_shown_to_the_desk_and_to_nobody_else(desk, kind):
    add(desk, text=TEXT, scans=picture("seite.bin", kind=kind))
    address = reverse("admin:articles_printpage_scan", args=[PrintPage.objects.get().pk])
    assert Client().get(address).status_code == 302
    response = desk.get(address)
    assert response["Content-Type"] == f"image/{kind.lower()}"
    assert "no-store" in response["Cache-Control"]
    response.close()


def test_a_pdf_is_taken(desk):
    add(desk, text=TEXT, scans=SimpleUploadedFile("01.pdf", b"%PDF-1.4\n%%EOF"))
    address = reverse("admin:articles_printpage_scan", args=[PrintPage.objects.get().pk])
    response = desk.get(address)
    assert response["Content-Type"] == "application/pdf"
    response.close()


@pytest.mark.parametrize(
    ("name", "content"),
    [("01.png", bomb()), ("01.png", b"<svg onload='x'/>"), ("01.pdf", b"MZ"), ("01.jpg", b"")],
    ids=["bomb", "no picture", "no pdf", "empty"],
)
def test_what_is_no_picture_is_refused_and_the_text_stays(desk, name, content):
    assert len(content) < 20_000
    response = add(desk, text=TEXT, scans=SimpleUploadedFile(name, content))
    assert name in errors(response)["scans"][0]
    assert TEXT.strip() in response.content.decode()
    assert not PrintPage.objects.exists()


def test_a_picture_for_no_text_is_refused(desk):
    response = add(desk, files=[txt(TEXT, "03.txt"), txt(OTHER, "04.txt")], scans=picture("09.png"))
    assert "09.png" in errors(response)["scans"][0]
    assert not PrintPage.objects.exists()


def test_a_page_says_later_what_is_known_of_it_and_keeps_its_text(desk, db):
    page = make_page(TEXT)
    address = reverse("admin:articles_printpage_change", args=[page.pk])
    staff = {f"staff-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    response = desk.post(address, {"number": "5", "raw": "another text", **staff})
    assert response.status_code == 302, response.context["adminform"].form.errors
    page.refresh_from_db()
    assert (page.number, page.raw) == ("5", TEXT)


def test_what_is_added_beside_the_papers_is_a_paper(desk, db):
    form = desk.get(reverse("admin:articles_printpage_change", args=[make_page(TEXT).pk]))
    plus = re.search(r'id="add_id_publication"\s[^>]*href="([^"]+)"', form.content.decode())[1]
    added = desk.get(unescape(plus)).context["adminform"].form
    assert added.initial["kind"] == Organization.Kind.PAPER


def test_from_what_is_known_of_a_page_the_way_leads_back_to_its_reading(desk, db):
    page = make_page(TEXT)
    saved = desk.post(
        reverse("admin:articles_printpage_change", args=[page.pk]),
        {"number": "2", "staff-TOTAL_FORMS": "0", "staff-INITIAL_FORMS": "0"},
    )
    assert saved["Location"] == reverse("admin:articles_printpage_reading", args=[page.pk])


def test_who_may_not_add_is_refused(client, db):
    client.force_login(make_user("记者"))
    assert add(client, text=TEXT).status_code == 403
    assert client.get(ADD).status_code == 403


def test_the_list_says_what_is_accepted_and_finds_by_text(desk, db):
    make_page(TEXT)
    make_page(OTHER)
    response = desk.get("/admin/articles/printpage/", {"q": "城南开幕"})
    assert [page.raw for page in response.context["cl"].queryset] == [OTHER]


def test_the_list_does_not_ask_more_for_more_pages(desk, db):
    def count():
        with CaptureQueriesContext(connection) as queries:
            desk.get("/admin/articles/printpage/")
        return len(queries)

    make_page(TEXT, publication=make_paper(), added_by=make_user())
    few = count()
    for number in range(5):
        paper = make_paper(f"第{number}报")
        make_page(f"{TEXT}{number}", publication=paper, added_by=make_user())
    assert count() == few


def test_how_many_pixels_are_too_many_is_said_as_one_counts_in_chinese(desk):
    response = add(desk, text=TEXT, scans=SimpleUploadedFile("01.png", bomb()))
    assert "超过 10000 万像素" in errors(response)["scans"][0]


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(desk, monkeypatch):
    monkeypatch.setattr("articles.printed.scans.MAX_SCAN_PIXELS", 40 * 60 - 1)
    assert "01.png" in errors(add(desk, text=TEXT, scans=picture()))["scans"][0]
    monkeypatch.setattr("articles.printed.scans.MAX_SCAN_PIXELS", 40 * 60)
    assert add(desk, text=TEXT, scans=picture()).status_code == 302
