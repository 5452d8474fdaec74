"""Videos of a story: a file or an address, public exactly while the story is, kept by versions."""

import pytest
from django.urls import reverse

from articles.history import versions
from articles.history.restoring import restore
from articles.models import Photo, StoredFile
from tests import files, make
from tests.desk.forms import address, filled_in, save
from tests.desk.test_preview import preview_of
from tests.pictures import picture, upload_of

pytestmark = pytest.mark.django_db
URL = "https://v.example.com/a/1"


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


@pytest.fixture
def article():
    return make.make_draft()


def new_row(**fields) -> dict:
    fields = {"order": "0"} | fields
    row = {f"videos-0-{name}": value for name, value in fields.items()}
    return {"videos-TOTAL_FORMS": "1"} | row


def page_of(client, article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def got(client, file, **headers):
    response = client.get(file.get_absolute_url(), headers=headers)
    return response, b"".join(response)


def test_a_file_with_subtitles_is_taken_from_the_form(editor, article):
    row = new_row(
        upload=files.upload("现场.mp4", files.MP4),
        subtitles_upload=files.upload("字幕.vtt", files.VTT),
        credit="梁奈 摄制",
        transcript="说了什么",
    )
    assert save(editor, article, **row).status_code == 302
    video = article.videos.get()
    assert (video.title, video.credit, video.transcript) == ("现场", "梁奈 摄制", "说了什么")
    assert (video.file.kind, video.subtitles.kind) == ("mp4", "vtt")


def test_an_address_is_taken_instead(editor, article):
    assert save(editor, article, **new_row(url=URL)).status_code == 302
    video = article.videos.get()
    assert (video.url, video.file, video.title) == (URL, None, "视频")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"title": "什么都没有"}, "二者选一"),
        ({"url": "http://v.example.com/1"}, "https://"),
        ({"url": "javascript:alert(1)"}, "videos-0-url"),
    ],
)
def test_what_is_neither_file_nor_safe_address_is_refused(editor, article, row, said):
    response = save(editor, article, **new_row(**row))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not article.videos.exists()


def test_both_at_once_are_refused_and_the_file_is_not_lost(editor, article):
    row = new_row(url=URL, upload=files.upload("现场.mp4", files.MP4))
    response = save(editor, article, **row)
    assert "二者选一" in response.content.decode()
    data = filled_in(response)
    assert data["videos-0-file"] == str(StoredFile.objects.get().pk)
    assert editor.post(address(article), data | {"videos-0-url": ""}).status_code == 302
    assert article.videos.get().file_id


def test_a_document_is_no_video(editor, article):
    url = reverse("admin:articles_article_take_file", args=["videos-upload"])
    told = editor.post(url, {"file": files.upload("现场.mp4", files.PDF)}).json()
    assert "MP4" in told["reason"]
    assert not StoredFile.objects.exists()


def test_readers_play_it_in_the_page_and_in_parts(client):
    story = make.make_article()
    photo = Photo.objects.create(original=upload_of(picture(size=(900, 600))))
    vtt = files.stored("字幕.vtt", files.VTT, "vtt")
    video = files.show_video(
        story, poster=photo, credit="梁奈 摄制", subtitles=vtt, transcript="第一句。"
    )
    page = page_of(client, story)
    assert '<video controls preload="none"' in page
    assert f'poster="{photo.get_absolute_url()}"' in page
    assert f'<source src="{video.file.get_absolute_url()}" type="video/mp4">' in page
    for shown in (vtt.get_absolute_url(), "梁奈 摄制", "第一句。", "现场视频"):
        assert shown in page
    response, part = got(client, video.file, Range="bytes=4-11")
    assert (response.status_code, part) == (206, b"ftypisom")
    assert (response["Content-Type"], "Content-Disposition" in response) == ("video/mp4", False)
    assert response["X-Content-Type-Options"] == "nosniff"
    response, whole = got(client, vtt)
    assert (response["Content-Type"], whole) == ("text/vtt", files.VTT)
    assert status(client, photo.get_absolute_url()) == 200


def test_one_that_lies_elsewhere_is_a_link_and_nothing_of_it_is_loaded(client):
    story = make.make_article()
    files.link_video(story, url=URL)
    page = page_of(client, story)
    assert f'href="{URL}"' in page
    assert "v.example.com" in page
    assert "<iframe" not in page
    assert "<video" not in page


def test_file_subtitles_and_still_of_a_draft_are_the_desks_alone(client, article):
    photo = Photo.objects.create(original=upload_of(picture(size=(900, 600))))
    vtt = files.stored("字幕.vtt", files.VTT, "vtt")
    video = files.show_video(article, poster=photo, subtitles=vtt)
    addresses = [each.get_absolute_url() for each in (video.file, vtt, photo)]
    assert [client.get(url).status_code for url in addresses] == [404] * 3
    article.approve()
    assert [status(client, url) for url in addresses] == [200] * 3
    article.withdraw()
    assert [client.get(url).status_code for url in addresses] == [404] * 3
    client.force_login(make.make_user("编辑"))
    assert [status(client, url) for url in addresses] == [200] * 3


def status(client, url) -> int:
    response = client.get(url)
    assert b"".join(response)  # read to its end, it closes its file
    return response.status_code


def test_the_preview_shows_it_as_it_stands_in_the_form(editor, article):
    files.show_video(article)
    page = preview_of(editor, article, **{"videos-0-title": "新标题的视频"}).content.decode()
    assert "新标题的视频" in page
    assert '<video controls preload="none"' in page


def test_a_version_keeps_it_and_a_story_goes_back_to_it(article):
    photo = Photo.objects.create(original=upload_of(picture()))
    one, other = files.show_video(article, poster=photo), files.link_video(article, order=1)
    first = versions.keep(article)
    article.videos.all().delete()
    assert versions.keep(article).number == 2
    assert restore(first) == []
    assert [(row.title, row.file, row.url, row.poster) for row in article.videos.all()] == [
        (row.title, row.file, row.url, row.poster) for row in (one, other)
    ]


def test_two_versions_are_compared_by_it(editor, article):
    versions.keep(article)
    files.link_video(article, url=URL)
    versions.keep(article)
    url = reverse("admin:articles_article_compare", args=[article.pk])
    page = editor.get(url, {"old": 1, "new": 2}).content.decode()
    assert "别处的视频" in page


def test_a_still_of_an_approved_story_is_its_approvers(client):
    photo = Photo.objects.create(original=upload_of(picture()))
    files.show_video(make.make_article(), poster=photo)
    for role, allowed in (("编辑", False), ("总编辑", True)):
        client.force_login(make.make_user(role))
        assert ('name="_save"' in client.get(address(photo)).content.decode()) == allowed
