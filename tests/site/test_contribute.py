"""投稿: a correspondent sends a story; nothing typed or sent is lost, and nobody but the desk reads it."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from playwright.sync_api import expect

from articles.incoming import taking_over
from articles.models import ContributedFile, Contribution
from tests.browser import axe
from tests.documents import document
from tests.documents import picture as drawn
from tests.make import make_user
from tests.pictures import bomb, picture, upload_of

pytestmark = pytest.mark.django_db
PHONE = {"width": 390, "height": 844}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TYPED = {
    "headline": "港区职工技能竞赛落幕",
    "text": "11月20日，港区总工会举行技能竞赛。\n\n　　共有86人参加。",
    "names": "张三、李四",
    "unit": "港区总工会",
    "telephone": "138-0013-8000",
    "agreed": "on",
}


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


def ticket(page) -> str:
    return re.search(r'name="ticket" value="([0-9a-f]{32})"', page.content.decode())[1]


def send(client, **changes):
    data = {"ticket": ticket(client.get("/contribute/"))} | TYPED | changes
    return client.post("/contribute/", data, follow=True)


def look_up(client, number, digits="8000"):
    answer = client.post("/contribute/receipt/", {"number": number, "digits": digits})
    return answer.content.decode()


def test_a_text_that_is_too_long_is_not_said_to_be_missing(client):
    page = send(client, text="字" * 50_001).content.decode()
    assert "50000" in page
    assert "请填写正文" not in page
    assert "请填写正文" in send(client, text="").content.decode()


def test_a_contribution_arrives_and_its_sender_gets_a_receipt(client):
    page = send(client)
    sent = Contribution.objects.get()
    assert sent.number in page.content.decode()
    assert sent.body == "<p>11月20日，港区总工会举行技能竞赛。</p><p>共有86人参加。</p>"
    assert (sent.telephone, sent.state) == ("13800138000", "new")


def test_several_pictures_come_along_and_are_checked(client):
    send(client, photos=[upload_of(picture(size=(60, 40)), f"{n}.jpg") for n in range(3)])
    assert Contribution.objects.get().files.count() == 3


def test_a_mistake_in_a_field_loses_neither_words_nor_pictures(client):
    page = send(client, telephone="不告诉你", photos=[upload_of(picture(size=(60, 40)))])
    text = page.content.decode()
    assert not Contribution.objects.exists()
    assert "共有86人参加" in text
    assert "a.jpg" in text
    client.post("/contribute/", TYPED | {"ticket": ticket(page)})
    assert Contribution.objects.get().files.get().name == "a.jpg"


def test_a_bad_picture_is_named_and_the_good_ones_are_kept(client):
    photos = [upload_of(picture(size=(60, 40)), "good.jpg"), upload_of(bomb(), "bomb.png")]
    page = send(client, photos=photos)
    assert "bomb.png" in page.content.decode()
    assert not Contribution.objects.exists()
    assert [file.name for file in ContributedFile.objects.all()] == ["good.jpg"]


def test_a_kept_picture_can_be_removed_before_sending(client):
    page = send(client, telephone="1", photos=[upload_of(picture(size=(60, 40)))])
    file = ContributedFile.objects.get()
    client.post("/contribute/", TYPED | {"ticket": ticket(page), "remove": file.pk})
    assert not Contribution.objects.get().files.exists()
    assert not file.file.storage.exists(file.file.name)


def test_a_number_that_no_file_has_removes_nothing(client):
    send(client, remove="9" * 30)
    assert Contribution.objects.exists()


def test_pictures_of_somebody_elses_form_are_out_of_reach(client):
    send(client, telephone="1", photos=[upload_of(picture(size=(60, 40)))])
    file = ContributedFile.objects.get()
    page = send(client, remove=file.pk)
    assert "a.jpg" not in page.content.decode()
    assert ContributedFile.objects.get().contribution is None


def test_a_document_is_the_story(client):
    send(
        client, text="", document=SimpleUploadedFile("稿件.docx", document("第一段。", "第二段。"))
    )
    assert Contribution.objects.get().body == "<p>第一段。</p><p>第二段。</p>"


def test_pictures_in_a_document_come_along(client):
    file = document("第一段。", image=picture("PNG", size=(60, 40)))
    send(client, text="", document=SimpleUploadedFile("a.docx", file))
    kinds = Contribution.objects.get().files.values_list("kind", flat=True)
    assert sorted(kinds) == ["document", "photo"]


def zipped(**parts) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("_", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.docx", b"no document"),
        ("a.docx", zipped(a="1")),
        ("a.docx", document("段")[:300]),
        ("a.exe", document("段")),
    ],
)
def test_what_is_no_word_document_is_refused_in_words(client, name, content):
    page = send(client, text="", document=SimpleUploadedFile(name, content))
    assert ".docx" in page.content.decode()
    assert not Contribution.objects.exists()


def test_nothing_to_print_is_no_contribution(client):
    send(client, text="")
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("name", ["headline", "names", "unit", "telephone", "agreed"])
def test_what_the_desk_needs_must_be_there(client, name):
    send(client, **{name: ""})
    assert not Contribution.objects.exists()


def test_a_program_that_fills_every_field_gets_no_further(client):
    page = send(client, website="http://example.com")
    assert not Contribution.objects.exists()
    assert "sprung" in page.content.decode()  # a human whose browser filled it in sees it


def test_pressing_twice_sends_once(client):
    data = TYPED | {"ticket": ticket(client.get("/contribute/"))}
    first, second = (client.post("/contribute/", data, follow=True) for _ in range(2))
    number = Contribution.objects.get().number
    assert number in first.content.decode()
    assert number in second.content.decode()


def test_one_telephone_sends_ten_a_day_and_another_still_may(client):
    for _ in range(11):
        page = send(client)
    assert page.status_code == 429
    assert "共有86人参加" in page.content.decode()
    assert Contribution.objects.count() == 10
    assert send(client, telephone="13900000000").status_code == 200


def test_one_address_tries_forty_times_an_hour_and_another_still_may(client):
    codes = [send(client, headline="").status_code for _ in range(41)]
    assert (codes[-2], codes[-1]) == (200, 429)
    data = TYPED | {"ticket": "0" * 32}
    answer = client.post("/contribute/", data, HTTP_X_FORWARDED_FOR="1.2.3.4, 218.14.1.1")
    assert answer.status_code == 302


def test_the_receipt_shows_state_and_word_and_nothing_else(client):
    send(client)
    sent = Contribution.objects.get()
    assert "尚未处理" in look_up(client, sent.number)
    taking_over.decline(sent, "请补充时间和地点", by=make_user("编辑"))
    page = look_up(client, f" {sent.number[:5]} {sent.number[5:]}")
    assert "请补充时间和地点" in page
    for secret in (sent.headline, "张三", "13800138000", "港区总工会"):
        assert secret not in page


@pytest.mark.parametrize(("number", "digits"), [(None, "1234"), ("1234567890", "8000"), (None, "")])
def test_without_both_numbers_nothing_is_said(client, number, digits):
    send(client)
    page = look_up(client, number or Contribution.objects.get().number, digits)
    assert "尚未处理" not in page


def test_receipts_cannot_be_tried_out(client):
    for _ in range(20):
        look_up(client, "1234567890")
    send(client)
    assert "尚未处理" not in look_up(client, Contribution.objects.get().number)


def test_a_receipt_page_is_only_the_senders(client):
    send(client)
    number = Contribution.objects.get().number
    assert client.get("/contribute/sent/", {"receipt": number}).status_code == 404


def test_no_search_engine_and_no_cache_keeps_these_pages(client):
    for address in ("/contribute/", "/contribute/receipt/"):
        answer = client.get(address)
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]


def test_no_public_page_shows_a_contribution(client):
    send(client, photos=[upload_of(picture(size=(60, 40)))])
    for address in ("/", "/articles/", "/search/?q=港区", "/feed/", "/contribute/", "/sitemap.xml"):
        assert "港区职工技能竞赛" not in client.get(address).content.decode()


def test_the_box_can_be_switched_off_while_receipts_are_still_answered(client, settings):
    assert "/contribute/" in client.get("/").content.decode()
    settings.CONTRIBUTIONS = False
    assert client.get("/contribute/").status_code == 404
    assert "/contribute/" not in client.get("/").content.decode()
    assert client.get("/contribute/receipt/").status_code == 200


def test_files_of_a_form_never_sent_are_gone_after_a_day(client):
    send(client, telephone="1", photos=[upload_of(picture(size=(60, 40)))])
    file = ContributedFile.objects.get()
    client.post("/contribute/", {"ticket": "0" * 32})
    assert ContributedFile.objects.exists()
    ContributedFile.objects.update(added=timezone.now() - timezone.timedelta(days=2))
    client.post("/contribute/", {"ticket": "0" * 32})
    assert not ContributedFile.objects.exists()
    assert not file.file.storage.exists(file.file.name)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("javascript", [True, False])
def test_a_contribution_is_sent_from_a_telephone(chromium, live_server, javascript):
    context = chromium.new_context(
        base_url=live_server.url,
        viewport=PHONE,
        java_script_enabled=javascript,
    )
    phone = context.new_page()
    phone.goto("/contribute/")
    for name, value in TYPED.items():
        if name != "agreed":
            phone.fill(f"[name={name}]", value)
    photos = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": picture()} for n in "12"]
    phone.set_input_files("#photos", photos)
    phone.click("main button")
    phone.check("[name=agreed]")
    if javascript:
        assert axe(phone) == []
        assert phone.evaluate(OVERFLOW) == 0
    phone.click("main button")
    expect(phone.locator(".receipt")).to_have_text(Contribution.objects.get().number)
    assert Contribution.objects.get().files.count() == 2
    context.close()


def test_pictures_of_a_document_that_are_refused_are_named_to_the_sender_and_to_the_desk(client):
    images = (b"no picture", picture("PNG", size=(60, 40)))
    file = document("第一段。", drawn(1), drawn(2), images=images)
    receipt = send(client, text="", document=SimpleUploadedFile("a.docx", file))
    assert "文稿第1张图片" in receipt.content.decode()
    sent = Contribution.objects.get()
    assert sent.files.filter(kind="photo").count() == 1
    assert "data-photo" not in sent.body
    client.force_login(make_user("编辑"))
    page = client.get(f"/admin/articles/contribution/{sent.pk}/change/").content.decode()
    assert "文稿第1张图片" in page
    assert "文稿第2张图片" not in page.split("没有收进来")[1].split("</section>")[0]


def test_the_documents_own_headline_stays_where_another_was_typed(client):
    file = document("文稿里的标题", "第一段。")
    send(client, headline="表单里的标题", text="", document=SimpleUploadedFile("a.docx", file))
    assert Contribution.objects.get().body == "<h2>文稿里的标题</h2><p>第一段。</p>"


def test_the_same_headline_stands_once(client):
    file = document("同一个标题", "第一段。")
    send(client, headline="同一个标题", text="", document=SimpleUploadedFile("a.docx", file))
    assert Contribution.objects.get().body == "<p>第一段。</p>"
