"""The desk speaks Chinese: Django's texts in our words, and no page with a word in Latin letters."""

import re
from pathlib import Path

import django
import pytest
from django.core.management import call_command

from articles.models import Section, Tag
from newsdesk.django_words import DJANGO_WORDS
from people.models import Organization, Person, User
from tests import make
from tests.desk.crawling import crawl
from tests.desk.forms import filled_in
from tests.desk.reading_aloud import LATIN, foreign, read_aloud

SOURCES = [
    *Path(django.__file__).parent.rglob("*.py"),
    *Path(django.__file__).parent.rglob("*.html"),
]
# what papers and machines call by these letters; the demo's addresses and pinyin are data
ALLOWED = {
    "AI",
    "MB",
    "UTF",
    "GBK",
    "PDF",
    "JPEG",
    "PNG",
    "WPS",
    "Word",
    "doc",
    "docx",
    "WebP",
    "Excel",
    "OFD",
    "MP",  # of MP4
    "WebM",
    "WebVTT",
    "vtt",
    "https",
    "xlsx",
    "GIF",
    "Atom",
    "txt",
    "jpg",
    "Ctrl",
    "Command",
}


@pytest.fixture(scope="module")
def django_says() -> str:
    """All that Django's sources say, without spaces and marks of quotation: sentences run over lines."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCES if "locale" not in path.parts]
    return as_compared(re.sub(r"{{ (\w+) }}", r"%(\1)s", "".join(texts)))


def as_compared(text: str) -> str:
    return re.sub(r'[\s"]', "", text)


@pytest.mark.parametrize("text", DJANGO_WORDS)
def test_a_text_put_otherwise_is_still_one_of_djangos(django_says, text):
    assert as_compared(text) in django_says


@pytest.fixture
def demo(db, settings, capsys):
    settings.DEBUG = True
    call_command("demo")
    settings.DEBUG = False


@pytest.fixture
def data(demo) -> set[str]:
    """Latin words that are nobody's texts: what somebody named an account, a section, a tag."""
    make.make_user(username="boss", display_name="老板", is_superuser=True)
    kept = [(User, "username"), (Section, "slug"), (Tag, "slug")]
    kept += [(Person, "sort_key"), (Organization, "sort_key")]
    values = [value for model, name in kept for value in model.objects.values_list(name, flat=True)]
    return {word for value in values for word in LATIN.findall(value)}


@pytest.mark.parametrize(
    "username", ["reporter", "editor", "head", "chief", "proofreader", "keeper", "admin", "boss"]
)
def test_no_page_of_the_desk_says_a_word_in_latin_letters(data, client, username):
    client.force_login(User.objects.get(username=username))
    said = crawl(client)
    wrong = {url: words for url, page in said.items() if (words := foreign(page, ALLOWED | data))}
    assert wrong == {}


def wrong_password(client):
    client.logout()
    return client.post("/admin/login/", {"username": "chief", "password": "falsch"})


def in_use(client):
    person = Person.objects.get(name="罗晃浩")
    return client.get(f"/admin/people/person/{person.pk}/delete/")


def several_at_once(client):
    keys = list(Tag.objects.values_list("pk", flat=True))
    chosen = {"action": "delete_selected", "_selected_action": keys}
    return client.post("/admin/articles/tag/", chosen)


def nothing_chosen(client):
    return client.post(
        "/admin/articles/tag/", {"action": "delete_selected", "index": "0"}, follow=True
    )


def empty_form(client):
    url = "/admin/people/person/add/"
    return client.post(url, filled_in(client.get(url)))


def reset(client):
    account = User.objects.get(username="reporter")
    url = f"/admin/people/user/{account.pk}/password/"
    return client.post(url, {"password1": "reporter", "password2": "123"})


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (wrong_password, "密码不对"),
        (lambda client: client.post("/admin/logout/"), "已经退出"),
        (lambda client: client.post("/admin/password_change/", {}), "现在的密码"),
        (lambda client: client.get("/admin/password_change/done/"), "密码已经改好"),
        (lambda client: client.get("/admin/people/user/add/"), "再输一次密码"),
        (lambda client: client.post("/admin/people/user/add/", {"username": "a/b"}), "先改好"),
        (reset, "一样"),
        (in_use, "还在用，不能删除"),
        (several_at_once, "确定删除选中的标签吗"),
        (nothing_chosen, "什么也没有改动"),
        (empty_form, "先改好"),
        (lambda client: client.get("/admin/people/person/", {"q": "没有"}), "没有符合条件的"),
        (lambda client: client.get("/admin/articles/photo/"), "还没有内容"),
        (lambda client: client.get("/admin/people/person/999/change/", follow=True), "不在了"),
        (lambda client: client.get("/admin/nowhere/"), "找不到网页"),
    ],
)
def test_what_goes_wrong_is_said_in_chinese(data, client, act, words):
    client.force_login(User.objects.get(username="boss"))
    page = read_aloud(act(client).content.decode())
    assert words in "".join(page.said)
    assert foreign(page.said, ALLOWED | data) == []


def test_of_a_password_one_learns_only_that_there_is_one(demo, client):
    client.force_login(User.objects.get(username="admin"))
    account = User.objects.get(username="reporter")
    page = client.get(f"/admin/people/user/{account.pk}/change/").content.decode()
    assert "已设密码" in page
    assert not [part for part in account.password.split("$") if len(part) > 6 and part in page]


def test_icons_say_yes_and_no(demo, client):
    client.force_login(User.objects.get(username="chief"))
    page = client.get("/admin/people/person/").content.decode()
    assert 'alt="否"' in page
    assert 'alt="False"' not in page
