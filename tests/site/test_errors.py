"""What went wrong is said in the paper's own language, on its own pages."""

import pytest
from django.test import Client

from newsdesk.views import robots
from tests.make import make_article, make_user

pytestmark = pytest.mark.django_db


def assert_own_page(response, status):
    text = response.content.decode()
    assert response.status_code == status
    assert '<html lang="zh-Hans">' in text
    assert 'href="/"' in text
    assert text.count("<h1") == 1


@pytest.mark.parametrize(
    "path",
    [
        "/nope/",
        "/articles/999/",
        "/people/99999999999999999999/",
        "/tags/%00/",
        "/%00",
        "/sections/x/",
    ],
)
def test_what_is_not_there(client, path):
    assert_own_page(client.get(path), 404)


def test_what_is_not_allowed(client):
    client.force_login(make_user("记者"))
    assert_own_page(client.get("/admin/people/person/add/"), 403)


def test_a_form_without_its_token(rf):
    client = Client(enforce_csrf_checks=True)
    assert_own_page(client.post("/admin/login/", {"username": "x", "password": "y"}), 403)


def test_too_many_fields(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    fields = "&".join(f"a{number}=1" for number in range(20))
    assert_own_page(client.get(f"/articles/?{fields}"), 400)


def test_a_host_that_is_not_ours(client):
    assert_own_page(client.get("/", headers={"host": "elsewhere.example"}), 400)


def test_what_broke_on_our_side(client, monkeypatch):
    def broken(request):
        raise RuntimeError

    monkeypatch.setattr(robots, "reverse", broken)
    client.raise_request_exception = False
    assert_own_page(client.get("/robots.txt"), 500)


def test_a_page_is_only_read(client):
    article = make_article()
    assert client.post(article.get_absolute_url()).status_code == 405
    assert client.head(article.get_absolute_url()).status_code == 200
