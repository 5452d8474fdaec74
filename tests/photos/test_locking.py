"""Pictures and documents are read and converted before a transaction: the database is locked for no picture."""

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.urls import reverse

from articles.history import versions
from articles.incoming import contributing, docx, taking_over
from articles.models import Article, ContributedFile, Contribution, Photo
from newsdesk import images, renditions
from tests.desk.forms import address
from tests.documents import document, picture
from tests.make import make_user
from tests.pictures import picture as image
from tests.pictures import upload_of

pytestmark = pytest.mark.django_db(transaction=True)
TICKET = "a" * 32
SENT = {
    "headline": "港区职工技能竞赛落幕",
    "names": "张三",
    "unit": "港区总工会",
    "telephone": "13800138000",
}


@pytest.fixture
def slow(monkeypatch):
    """What is slow, each time with whether a transaction was open."""
    calls = []

    def watched(module, name):
        real = getattr(module, name)

        def call(*args, **options):
            calls.append((name, connection.in_atomic_block))
            return real(*args, **options)

        monkeypatch.setattr(module, name, call)

    watched(renditions, "make")
    watched(images, "for_readers")
    watched(docx, "read")
    return calls


def stored(folder) -> list[str]:
    """All files under the folder of the private storage."""
    storage = storages["private"]
    if not storage.exists(folder):
        return []
    folders, files = storage.listdir(folder)
    return [*files, *(file for each in folders for file in stored(f"{folder}/{each}"))]


def one_document() -> bytes:
    return document("第一段，讲了很多。", picture(1), images=[image("PNG", (60, 40))])


def sent(*photos) -> Contribution:
    assert contributing.keep_photos(TICKET, photos) == []
    return contributing.send(Contribution(**SENT, text="第一段。"), TICKET)


@pytest.fixture
def editor(client):
    client.force_login(make_user("编辑"))
    return client


def test_a_document_of_a_stranger_is_read_before_the_database_is_locked(slow):
    contributing.keep_document(TICKET, upload_of(one_document(), "a.docx"))
    contributing.send(Contribution(**SENT), TICKET)
    assert slow == [("read", False), ("read", False), ("for_readers", False)]
    assert ContributedFile.objects.filter(kind="photo").count() == 1


def test_a_contribution_that_cannot_be_stored_leaves_no_picture_behind(monkeypatch):
    contributing.keep_document(TICKET, upload_of(one_document(), "a.docx"))
    before = stored("contributions")
    monkeypatch.setattr(contributing, "waiting", fails_the_third_time(contributing.waiting))
    with pytest.raises(OSError, match="full"):
        contributing.send(Contribution(**SENT), TICKET)
    assert stored("contributions") == before
    assert not Contribution.objects.exists()


def fails_the_third_time(real):
    calls = []

    def call(*args):
        calls.append(args)
        if len(calls) == 3:
            raise OSError("full")
        return real(*args)

    return call


def test_pictures_are_taken_over_before_the_database_is_locked(slow):
    contribution = sent(upload_of(image(size=(60, 40)), "1.jpg"))
    slow.clear()
    article, refused = taking_over.take(contribution, by=make_user("编辑"))
    assert slow == [("make", False)]
    assert (article.photo_uses.count(), refused) == (1, [])
    assert stored("photos")
    assert stored("renditions")


def test_one_picture_sent_twice_is_one_photo():
    photos = [upload_of(image(size=(60, 40)), name) for name in ("1.jpg", "2.jpg")]
    article, _refused = taking_over.take(sent(*photos), by=make_user("编辑"))
    assert (Photo.objects.count(), article.photo_uses.count()) == (1, 1)


def test_what_somebody_else_decided_meanwhile_leaves_no_file(monkeypatch):
    contribution, other = sent(upload_of(image(size=(60, 40)), "1.jpg")), make_user("编辑")
    made = renditions.make

    def declined_meanwhile(*args):
        taking_over.decline(contribution, "谢谢", by=other)
        return made(*args)

    monkeypatch.setattr(renditions, "make", declined_meanwhile)
    assert taking_over.take(contribution, by=make_user("编辑")) == (None, [])
    assert (Photo.objects.count(), stored("photos"), stored("renditions")) == (0, [], [])


def test_a_draft_that_cannot_be_stored_leaves_no_file(monkeypatch):
    def full(*args, **options):
        raise OSError("full")

    contribution = sent(upload_of(image(size=(60, 40)), "1.jpg"))
    monkeypatch.setattr(versions, "keep", full)
    with pytest.raises(OSError, match="full"):
        taking_over.take(contribution, by=make_user("编辑"))
    assert (Photo.objects.count(), stored("photos"), stored("renditions")) == (0, [], [])
    assert Contribution.objects.get().is_new


def test_a_known_picture_keeps_its_files_when_a_draft_fails(monkeypatch, editor):
    content = image(size=(60, 40))
    editor.post(reverse("admin:articles_photo_add"), {"files": [upload_of(content)]})
    before = stored("photos"), stored("renditions")
    contribution = sent(upload_of(content, "1.jpg"))
    monkeypatch.setattr(versions, "keep", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        taking_over.take(contribution, by=make_user("编辑"))
    assert (stored("photos"), stored("renditions")) == before


def test_a_word_document_of_the_desk_is_read_before_the_database_is_locked(editor, slow):
    page = reverse("admin:articles_article_word")
    editor.post(page, {"files": [upload_of(one_document(), "a.docx")]})
    assert slow == [("read", False), ("make", False)]
    assert Article.objects.get().photo_uses.count() == 1


def upload(editor) -> Photo:
    content = image(size=(600, 400))
    editor.post(reverse("admin:articles_photo_add"), {"files": [upload_of(content)]})
    return Photo.objects.get()


def form_of(photo, **changes) -> dict:
    return {"caption": photo.caption, "focus_x": "50", "focus_y": "50"} | changes


def test_another_focus_is_cut_before_the_database_is_locked(editor, slow):
    photo = upload(editor)
    slow.clear()
    editor.post(address(photo), form_of(photo, focus_x="10"))
    assert slow == [("make", False)]
    assert Photo.objects.get().focus_x == 10


def test_another_original_is_converted_before_the_database_is_locked(editor, slow):
    photo = upload(editor)
    slow.clear()
    other = upload_of(image(size=(300, 200)), "b.jpg")
    editor.post(address(photo), form_of(photo, original=other))
    changed = Photo.objects.get()
    assert slow == [("make", False)]
    assert (changed.width, changed.height) == (300, 200)
    assert changed.sha256 != photo.sha256
    with changed.original.open() as file:
        assert file.read(2) == image()[:2]


def test_a_photo_that_cannot_be_saved_keeps_its_files_and_no_others(editor, monkeypatch):
    photo = upload(editor)
    before = sorted(stored("photos")), sorted(stored("renditions"))
    monkeypatch.setattr(Photo, "save", lambda *args, **options: 1 / 0)
    other = upload_of(image(size=(300, 200)), "b.jpg")
    with pytest.raises(ZeroDivisionError):
        editor.post(address(photo), form_of(photo, original=other))
    assert (sorted(stored("photos")), sorted(stored("renditions"))) == before
