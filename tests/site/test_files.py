"""Files of stories: readers get them while the story is public, whole or in part, and nobody else's browser runs them."""

from urllib.parse import quote

import pytest

from tests import files
from tests.make import make_article, make_draft, make_user
from tests.site.test_public import scheduled, withdrawn

pytestmark = pytest.mark.django_db
SIZE = len(files.PDF)


def got(response) -> bytes:
    return b"".join(response)


def test_a_public_story_lists_its_attachments_and_hands_them_out(client):
    story = make_article()
    row = files.attach(story)
    page = client.get(story.get_absolute_url()).content.decode()
    assert row.file.get_absolute_url() in page
    assert "评选结果公示" in page
    assert f"PDF · {SIZE}" in page
    response = client.get(row.file.get_absolute_url())
    assert got(response) == files.PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    name = quote("评选结果公示.pdf")
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"
    assert response["Content-Length"] == str(SIZE)
    assert "no-cache" in response["Cache-Control"]


def test_a_story_without_attachments_has_no_list_of_them(client):
    assert (
        'class="attachments"' not in client.get(make_article().get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize("make", [make_draft, withdrawn, scheduled])
def test_the_file_of_a_story_that_is_not_public_is_the_desks_alone(client, make):
    row = files.attach(make())
    address = row.file.get_absolute_url()
    assert client.get(address).status_code == 404
    client.force_login(make_user())
    assert client.get(address).status_code == 404
    client.force_login(make_user("编辑"))
    response = client.get(address)
    assert got(response) == files.PDF
    assert response["Cache-Control"] == "private, no-store"


def test_it_follows_the_story_onto_the_site_and_off_it(client):
    story = make_draft()
    address = files.attach(story).file.get_absolute_url()
    assert client.get(address).status_code == 404
    story.approve()
    assert got(client.get(address)) == files.PDF
    story.withdraw()
    assert client.get(address).status_code == 404


def test_the_same_file_stays_public_while_one_public_story_has_it(client):
    draft, story = make_draft(), make_article()
    rows = [files.attach(draft, "草稿里的名字"), files.attach(story, "公示")]
    assert rows[0].file == rows[1].file
    response = client.get(rows[0].file.get_absolute_url())
    assert quote("公示.pdf") in response["Content-Disposition"]
    assert got(response)
    story.withdraw()
    assert client.get(rows[0].file.get_absolute_url()).status_code == 404


def test_a_name_that_no_disk_takes_is_made_into_one(client):
    row = files.attach(make_article(), '2024/1 "公示"\r\nX: y')
    response = client.get(row.file.get_absolute_url())
    assert quote("2024_1 _公示___X_ y.pdf") in response["Content-Disposition"]
    assert got(response)


def test_a_lost_file_is_a_missing_page(client):
    row = files.attach(make_article())
    row.file.original.storage.delete(row.file.original.name)
    assert client.get(row.file.get_absolute_url()).status_code == 404


@pytest.fixture
def video(client):
    """Any file serves: players ask for parts of it."""
    address = files.attach(make_article(), content=files.PDF).file.get_absolute_url()
    return lambda asked, **more: client.get(address, headers={"Range": asked} | more)


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=5-5", 5, 5),
        ("bytes=10-", 10, SIZE - 1),
        ("bytes=-4", SIZE - 4, SIZE - 1),
        ("bytes=-999999", 0, SIZE - 1),
        ("bytes=3-999999", 3, SIZE - 1),
    ],
)
def test_a_part_is_sent_as_asked(video, asked, start, end):
    response = video(asked)
    assert response.status_code == 206
    assert got(response) == files.PDF[start : end + 1]
    assert response["Content-Range"] == f"bytes {start}-{end}/{SIZE}"
    assert response["Content-Length"] == str(end - start + 1)


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=999999-1000000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(video, asked):
    response = video(asked)
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=-", "lines=1-2", "bytes=0-1,4-5", "x"])
def test_what_is_not_understood_gets_the_whole(video, asked):
    response = video(asked)
    assert (response.status_code, got(response)) == (200, files.PDF)
    assert response["Accept-Ranges"] == "bytes"


def test_a_part_of_another_file_is_not_mixed_in(video):
    known = video("bytes=0-3")
    etag = known["ETag"]
    assert got(known) == b"%PDF"
    assert got(video("bytes=0-3", **{"If-Range": etag})) == b"%PDF"
    assert got(video("bytes=0-3", **{"If-Range": '"other"'})) == files.PDF


def test_who_has_it_already_is_sent_nothing(client):
    address = files.attach(make_article()).file.get_absolute_url()
    first = client.get(address)
    assert got(first)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(address)
    assert (head.status_code, head["Content-Length"]) == (200, str(SIZE))
    head.close()
