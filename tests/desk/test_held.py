"""A form sent after the login had ended, or after somebody logged in elsewhere, loses nothing and goes to nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article
from newsdesk import held
from people.models import Person
from tests import make
from tests.desk.forms import address, filled_in

pytestmark = pytest.mark.django_db
SAME = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_SEC_FETCH_MODE": "navigate"}


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def editor():
    return make.make_user("编辑", username="li", display_name="李晓雯")


def log_in(browser, user, next_page=""):
    browser.cookies.pop("sessionid", None)
    page = browser.get("/admin/login/")
    data = {"username": user.username, "password": "x", "next": next_page or "/admin/"}
    return browser.post("/admin/login/", data | token_of(page), follow=True)


def token_of(page) -> dict:
    return {"csrfmiddlewaretoken": str(page.context["csrf_token"])}


def form_of(browser, record) -> dict:
    page = browser.get(address(record))
    return filled_in(page) | token_of(page)


def end_session():
    Session.objects.all().delete()


def hidden(page) -> dict:
    return dict(page.context["form"]["fields"]) | {"held": page.context["token"]}


def test_the_text_is_there_after_logging_in_again_and_one_press_saves_it(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article) | {"headline": "登录过期后保存的"}
    end_session()
    asked = browser.post(address(article), data, follow=True)
    assert "你填的内容留着" in asked.content.decode()
    assert Article.objects.get().headline != "登录过期后保存的"
    page = log_in(browser, editor, asked.context["next"])
    assert "你填的内容还在" in page.content.decode()
    done = browser.post(page.context["form"]["address"], hidden(page) | token_of(page))
    assert done.status_code == 302
    assert Article.objects.get().headline == "登录过期后保存的"
    assert browser.get(page.request["PATH_INFO"]).status_code == 302  # held no longer


@pytest.mark.parametrize("role", ["编辑", "资料员"])
def test_every_form_of_the_desk_is_held(browser, role):
    user = make.make_user(role)
    log_in(browser, user)
    url = reverse("admin:people_person_add")
    page = browser.get(url)
    data = filled_in(page) | token_of(page) | {"name": "黄奕奕", "biography": "一生。\n两行。"}
    end_session()
    browser.post(url, data)
    held_page = log_in(browser, user, reverse("admin:held", args=[only_token(browser)]))
    browser.post(url, hidden(held_page) | token_of(held_page))
    assert Person.objects.get().biography.splitlines() == ["一生。", "两行。"]


def only_token(browser) -> str:
    store = held.store_of(type("Request", (), {"COOKIES": values(browser.cookies)}))
    (token,) = store["forms"]
    return token


def values(cookies) -> dict:
    return {name: morsel.value for name, morsel in cookies.items()}


def test_another_who_logs_in_on_the_same_computer_does_not_see_it(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article) | {"headline": "李晓雯没保存的"}
    end_session()
    browser.post(address(article), data)
    url = reverse("admin:held", args=[only_token(browser)])
    page = log_in(browser, make.make_user("总编辑"), url)
    assert "李晓雯没保存的" not in page.content.decode()
    assert "李晓雯" in page.content.decode()
    left = browser.post("/admin/logout/", token_of(page) | {"next": f"/admin/login/?next={url}"})
    assert left.status_code == 302
    assert "李晓雯没保存的" in str(hidden(log_in(browser, editor, url)))


def test_a_login_in_another_window_keeps_the_text_of_the_first(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article) | {"headline": "另一个窗口登录过"}
    log_in(browser, editor)  # gives a new token; that of the open form is not good any more
    page = browser.post(address(article), data, follow=True, **SAME)
    assert "另一个窗口登录过" in str(hidden(page))


def test_what_another_site_sends_is_never_kept(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article) | {"headline": "别的网站发来的"}
    log_in(browser, editor)
    for headers in (
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "https://evil.example"},
        {},
    ):
        assert browser.post(address(article), data, **headers).status_code == 403
    assert held.HELD not in browser.cookies


def test_a_form_of_one_is_not_saved_by_another_who_logged_in_meanwhile(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article) | {"headline": "李晓雯的", "unsaved_user": editor.pk}
    fresh = token_of(log_in(browser, make.make_user("总编辑")))
    page = browser.post(address(article), data | fresh, follow=True)
    assert "李晓雯的" not in page.content.decode()
    assert Article.objects.get().headline != "李晓雯的"


def test_passwords_are_not_kept(browser, editor):
    log_in(browser, editor)
    page = browser.get("/admin/password_change/")
    end_session()
    data = {"old_password": "x", "new_password1": "geheim", "new_password2": "geheim"}
    browser.post("/admin/password_change/", data | token_of(page))
    assert held.HELD not in browser.cookies


def test_too_much_is_not_kept(browser, editor, monkeypatch):
    monkeypatch.setattr(held, "MAX_LENGTH", 10)
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article)
    end_session()
    browser.post(address(article), data)
    assert held.HELD not in browser.cookies


def test_files_are_named_since_they_cannot_be_kept(browser, editor):
    log_in(browser, editor)
    url = reverse("admin:articles_printpage_add")
    page = browser.get(url)
    end_session()
    file = SimpleUploadedFile("03版.txt", "版面".encode())
    browser.post(url, {"text": "一版的文字", "files": file} | token_of(page))
    page = log_in(browser, editor, reverse("admin:held", args=[only_token(browser)]))
    assert "03版.txt" in page.content.decode()


def test_only_this_browser_has_it(browser, editor):
    article = make.make_draft()
    log_in(browser, editor)
    data = form_of(browser, article)
    end_session()
    browser.post(address(article), data)
    other = Client()
    other.force_login(editor)
    url = reverse("admin:held", args=[only_token(browser)])
    assert other.get(url).status_code == 302


def test_whoever_never_saw_a_form_of_the_desk_keeps_nothing_there(browser):
    page = browser.get("/admin/login/")
    sent = browser.post("/admin/articles/article/add/", {"headline": "x"} | token_of(page))
    assert sent.status_code == 302
    assert held.HELD not in browser.cookies


@pytest.mark.parametrize("token", ["", "x", "é" * 64, "!" * 64])
def test_a_token_that_is_none_breaks_nothing(browser, token):
    sent = browser.post("/admin/articles/article/add/", {"csrfmiddlewaretoken": token}, **SAME)
    assert sent.status_code == 403
