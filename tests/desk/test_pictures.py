"""Pictures: what is refused is refused in words; what readers get says nothing of place and camera."""

from io import BytesIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.models import Photo
from articles.models.photo import private_storage
from newsdesk import images
from people.models import Person
from tests import make, pictures
from tests.desk.forms import address
from tests.pictures import from_a_camera, picture, upload_of

pytestmark = pytest.mark.django_db


def content_of(file) -> bytes:
    with file.open() as opened:
        return opened.read()


def published(photo) -> list[bytes]:
    """What lies behind each address that readers get."""
    found = []
    for each in photo.renditions:
        with private_storage().open(each["file"]) as file:
            found.append(file.read())
    return found


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


def upload(client, *files, query=""):
    page = reverse("admin:articles_photo_add") + query
    return client.post(page, {"files": [upload_of(*file) for file in files]})


def results(response) -> list[dict]:
    return response.context["taken"]


def test_a_picture_gets_upright_copies_without_place_and_camera(editor):
    upload(editor, [from_a_camera()])
    photo = Photo.objects.get()
    assert len(published(photo)) == 21
    for content in published(photo):
        assert b"SecretCamera" not in content
        assert not Image.open(BytesIO(content)).getexif()
    largest = photo.of_shape("whole", "jpg")[-1]
    assert (largest["width"], largest["height"]) == (1600, 2400)  # turned upright
    assert b"SecretCamera" in content_of(photo.original)
    assert (photo.width, photo.height) == (3000, 2000)


def test_the_original_lies_where_no_reader_comes(editor, settings):
    upload(editor, [picture()])
    photo = Photo.objects.get()
    paths = [photo.original.path, *(private_storage().path(r["file"]) for r in photo.renditions)]
    assert all(path.startswith(str(settings.PRIVATE_ROOT)) for path in paths)


def test_a_picture_is_public_exactly_as_long_as_a_story_that_uses_it(editor):
    upload(editor, [picture()])
    photo, reader = Photo.objects.get(), Client()
    addresses = [photo.address(each) for each in photo.renditions]
    article = make.make_draft()
    article.photo_uses.create(photo=photo)
    assert {reader.get(each).status_code for each in addresses} == {404}
    assert content(editor.get(addresses[0]), "private, no-store")
    article.approve()
    for each in addresses:
        assert content(reader.get(each), "public, max-age=31536000, immutable")
    assert reader.get(addresses[0] + "x").status_code == 404
    article.withdraw()
    assert {reader.get(each).status_code for each in addresses} == {404}


def test_the_original_has_no_address_even_in_a_published_story(editor):
    upload(editor, [from_a_camera(), "camera.jpg"])
    photo = Photo.objects.get()
    make.make_article().photo_uses.create(photo=photo)
    for client in (Client(), editor):
        assert client.get(f"/photos/{photo.pk}/camera.jpg").status_code == 404
        assert client.get(f"/photos/{photo.pk}/{photo.original.name}/").status_code == 404
        assert client.get(f"/media/{photo.original.name}/").status_code == 404


def content(response, caching) -> bytes:
    assert response["Cache-Control"] == caching
    return b"".join(response.streaming_content)


def test_every_rendition_is_sent_as_what_it_is(editor):
    upload(editor, [picture(size=(60, 40))])
    photo = Photo.objects.get()
    replies = [editor.get(photo.address(each)) for each in photo.of_shape("cut")]
    assert all(b"".join(reply.streaming_content) for reply in replies)
    types = [reply["Content-Type"] for reply in replies]
    assert types == ["image/avif", "image/webp", "image/jpeg"]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (pictures.bomb(), "a.png", "6000 万像素"),
        (b"no picture at all", "a.jpg", "打不开"),
        (picture("PNG", (10, 10)), "a.jpg", "PNG"),
        (picture()[:3000], "a.jpg", "损坏"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "打不开"),
        (b"<html><img src=x onerror=alert(1)></html>", "a.jpg", "打不开"),
        (b"", "a.jpg", "空"),
        (pictures.moving(), "a.gif", "动图"),
        (pictures.moving("WEBP"), "a.webp", "动图"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMG_0001.HEIC", "HEIC"),
    ],
)
def test_what_is_no_proper_picture_is_refused_in_words(editor, content, name, words):
    assert len(content) < 20_000
    (result,) = results(upload(editor, [content, name]))
    assert words in result["reason"]
    assert not Photo.objects.exists()


def test_a_file_that_is_too_big_is_refused_and_the_limit_said_before(editor, monkeypatch):
    assert "50 MB" in editor.get(reverse("admin:articles_photo_add")).content.decode()
    monkeypatch.setattr(images, "MAX_MEGABYTES", 0.0001)
    (result,) = results(upload(editor, [picture()]))
    assert "文件太大" in result["reason"]
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pictures.of_a_telephone(), "a.jpg"),
        (picture("JPEG", (40, 30), "CMYK"), "a.jpeg"),
        (picture("PNG", (40, 30), "I;16"), "A.PNG"),
        (picture("GIF", (40, 30)), "a.gif"),
        (picture("WEBP", (40, 30)), "会议 1.webp"),
    ],
)
def test_what_cameras_and_presses_deliver_is_taken_over(editor, content, name):
    (result,) = results(upload(editor, [content, name]))
    assert result["photo"] == Photo.objects.get().pk


def test_another_focus_cuts_anew_and_the_old_address_is_gone(editor):
    wide = Image.new("RGB", (900, 200), "red")
    wide.paste("blue", (450, 0, 900, 200))
    out = BytesIO()
    wide.save(out, "PNG")
    upload(editor, [out.getvalue(), "a.png"])
    photo = Photo.objects.get()
    make.make_article().photo_uses.create(photo=photo)
    old = [photo.address(each) for each in photo.of_shape("cut")]
    whole = photo.get_absolute_url()
    sent = {"focus_x": "0", "focus_y": "50"}
    assert editor.post(address(photo), sent).status_code == 403  # it stands in a published story
    editor.force_login(make.make_user("总编辑"))
    assert editor.post(address(photo), sent).status_code == 302
    new = [photo.address(each) for each in Photo.objects.get().of_shape("cut")]
    assert not set(new) & set(old)
    reader = Client()
    assert {reader.get(each).status_code for each in old} == {404}
    for each in [*new, whole]:
        assert b"".join(reader.get(each).streaming_content)


def test_an_older_photo_keeps_its_one_copy_until_the_command_makes_the_others(capsys):
    photo = Photo.objects.create(original=upload_of(picture(size=(900, 600))))
    one = photo.of_shape("whole", "jpg")[-1]
    Photo.objects.update(renditions=[one], sha256="")
    lost = Photo.objects.create(original=upload_of(picture("PNG", (9, 6)), "b.png"))
    Photo.objects.filter(pk=lost.pk).update(renditions=[one], original="photos/lost.jpg")
    call_command("renditions")
    photo.refresh_from_db()
    assert len(photo.renditions) == 18  # 400, 800 and 900 wide in three formats, whole and cut
    assert photo.sha256
    assert Photo.objects.get(pk=lost.pk).renditions == [one]
    assert "photos/lost.jpg" in capsys.readouterr().err
    call_command("renditions")
    assert "0" in capsys.readouterr().out


def test_a_portrait_is_stored_without_place_and_camera():
    person = make.make_person(portrait=upload_of(from_a_camera()))
    data = content_of(Person.objects.get(pk=person.pk).portrait)
    assert b"SecretCamera" not in data
    assert Image.open(BytesIO(data)).size == (533, 800)  # no more than a page shows


def test_of_a_photo_whose_original_is_lost_the_rest_can_be_mended(editor):
    upload(editor, [picture()])
    photo = Photo.objects.get()
    photo.original.storage.delete(photo.original.name)
    url = reverse("admin:articles_photo_change", args=[photo.pk])
    assert "原图不见了" in editor.get(url).content.decode()
    sent = {"description": "改过", "focus_x": "50", "focus_y": "50"}
    assert editor.post(url, sent).status_code == 302
    photo = Photo.objects.get()
    assert (photo.description, photo.width) == ("改过", 3000)
    moved = editor.post(url, sent | {"focus_x": "10"})
    assert "原图不见了" in str(moved.context["adminform"].form.errors)
    file = upload_of(picture(size=(600, 400)), "b.jpg")
    assert editor.post(url, sent | {"original": file, "focus_x": "10"}).status_code == 302
    photo = Photo.objects.get()
    assert (photo.width, photo.focus_x) == (600, 10)
