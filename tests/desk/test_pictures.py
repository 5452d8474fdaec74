"""Pictures: what is refused is refused in words; what readers get says nothing of place and camera."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import ExifTags, Image

from articles.models import Photo
from newsdesk import images
from people.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def picture(kind="JPEG", size=(3000, 2000), **options) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#b3201c").save(out, kind, **options)
    return out.getvalue()


def from_a_camera(orientation=6) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "SecretCamera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 39.0, 46.0)
    return picture(exif=exif)


def bomb(side=12000) -> bytes:
    """A PNG of 144 megapixels in a few kilobytes."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    row = b"\0" + bytes(side // 8)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * side, 9))
        + chunk(b"IEND", b"")
    )


def content_of(file) -> bytes:
    with file.open() as opened:
        return opened.read()


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


def upload(client, content, name="a.jpg"):
    file = SimpleUploadedFile(name, content)
    return client.post(
        reverse("admin:articles_photo_add"), {"original": file, "description": "会场"}
    )


def reasons(response) -> list[str]:
    form = response.context["adminform"].form
    return [error.code for error in form.errors.as_data()["original"]]


def test_a_picture_gets_a_smaller_upright_copy_without_place_and_camera(editor):
    assert upload(editor, from_a_camera()).status_code == 302
    photo = Photo.objects.get()
    data = content_of(photo.rendition)
    copy = Image.open(BytesIO(data))
    assert copy.size == (1067, 1600)  # turned upright
    assert not copy.getexif()
    assert b"SecretCamera" not in data
    assert b"SecretCamera" in content_of(photo.original)
    assert (photo.width, photo.height) == (3000, 2000)


def test_the_original_lies_where_no_reader_comes(editor, settings):
    upload(editor, picture())
    photo = Photo.objects.get()
    assert str(settings.PRIVATE_ROOT) in photo.original.path
    assert str(settings.PRIVATE_ROOT) in photo.rendition.path


def test_a_picture_is_public_exactly_as_long_as_a_story_that_uses_it(editor):
    upload(editor, picture())
    photo, reader = Photo.objects.get(), Client()
    address = photo.get_absolute_url()
    article = make.make_draft()
    article.photo_uses.create(photo=photo)
    assert reader.get(address).status_code == 404
    assert content(editor.get(address), "private, no-store")
    article.approve()
    assert content(reader.get(address), "public")
    assert reader.get(address + "x").status_code == 404
    article.withdraw()
    assert reader.get(address).status_code == 404


def content(response, caching) -> bytes:
    assert caching in response["Cache-Control"]
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (bomb(), "a.png", "too_large"),
        (b"no picture at all", "a.jpg", "no_picture"),
        (picture("PNG", (10, 10)), "a.jpg", "lying_name"),
        (picture()[:3000], "a.jpg", "broken"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.jpg", "no_picture"),
        (b"", "a.jpg", "empty"),
    ],
)
def test_what_is_no_proper_picture_is_refused_in_words(editor, content, name, reason):
    assert len(content) < 20_000
    response = upload(editor, content, name)
    assert reasons(response) == [reason]
    assert "会场" in response.content.decode()  # what was typed is still there
    assert not Photo.objects.exists()


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "CMYK"])
def test_any_kind_of_colour_becomes_a_jpeg(mode):
    out = BytesIO()
    Image.new(mode, (40, 30)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    copy = images.for_readers(BytesIO(out.getvalue()))
    assert Image.open(copy).format == "JPEG"
    assert Image.open(copy).mode == "RGB"


def test_a_portrait_is_stored_without_place_and_camera():
    person = make.make_person(portrait=SimpleUploadedFile("a.jpg", from_a_camera()))
    data = content_of(Person.objects.get(pk=person.pk).portrait)
    assert b"SecretCamera" not in data
    assert Image.open(BytesIO(data)).size == (1067, 1600)


def test_of_a_photo_whose_original_is_lost_the_rest_can_be_mended(editor):
    upload(editor, picture())
    photo = Photo.objects.get()
    photo.original.storage.delete(photo.original.name)
    url = reverse("admin:articles_photo_change", args=[photo.pk])
    assert "原图不见了" in editor.get(url).content.decode()
    assert editor.post(url, {"description": "改过"}).status_code == 302
    photo = Photo.objects.get()
    assert (photo.description, photo.width) == ("改过", 3000)
    file = SimpleUploadedFile("b.jpg", picture(size=(600, 400)))
    assert editor.post(url, {"original": file, "description": "改过"}).status_code == 302
    photo = Photo.objects.get()
    assert photo.width == 600
