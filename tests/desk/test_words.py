"""The desk speaks Chinese: Django's texts in our words, and no page with a word in Latin letters."""

import json
import re
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.utils.translation import override

from articles.models import Presence, Section, Source, Tag
from newsdesk.desk import ReadOnly
from newsdesk.django_words import DJANGO_WORDS
from people.models import Organization, Person, User
from tests import make
from tests.desk.crawling import crawl
from tests.desk.forms import address, filled_in, save
from tests.desk.reading_aloud import LATIN, foreign, read_aloud

SOURCES = [
    *Path(django.__file__).parent.rglob("*.py"),
    *Path(django.__file__).parent.rglob("*.html"),
]
OURS = ("articles", "people")
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
    "CSV",
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


def history(client, record) -> list[str]:
    return read_aloud(client.get(address(record, "history")).content.decode()).said


def test_the_history_says_in_chinese_what_was_changed(data, client):
    client.force_login(User.objects.get(username="boss"))
    article = make.make_draft(persons=[make.make_person("梁奈")])
    section, source = Section.objects.last(), Source.objects.last()
    changes = {"section": section.pk, "source": source.pk, "mentions-0-confirmed": ""}
    assert save(client, article, **changes).status_code == 302
    said = history(client, article)
    assert "修改栏目、来源。 修改文中人物“梁奈”的已确认。" in said
    assert foreign(said, ALLOWED | data) == []


def labels_of(desk, request) -> set[str]:
    """What Django writes down when all fields are changed, of the record and of its rows."""
    record = desk.model._base_manager.first()
    forms = [desk.get_form(request, record, change=record is not None)]
    forms += [rows.form for rows, _inline in desk.get_formsets_with_inlines(request, record)]
    with override(None):
        return {
            str(field.label or name) for form in forms for name, field in form.base_fields.items()
        }


def test_every_field_that_can_be_changed_has_its_name_in_the_history(data, rf):
    request = rf.get("/admin/")
    request.user = User.objects.get(username="boss")
    make.make_topic()
    desks = [desk for desk in admin.site._registry.values() if not isinstance(desk, ReadOnly)]
    labels = sorted({label for desk in desks for label in labels_of(desk, request)})
    entry = LogEntry(change_message=json.dumps([{"changed": {"fields": labels}}]))
    names = re.sub("^修改|。$", "", entry.get_change_message()).split("、")
    assert len(names) == len(labels) > 100
    assert foreign(names, ALLOWED) == []


@pytest.mark.parametrize("words", ["恢复到第1版", "[更正", "2024", ""])
def test_what_the_desk_wrote_down_itself_stays_as_it_is(words):
    assert LogEntry(change_message=words).get_change_message() == words


def test_before_a_draft_is_deleted_only_what_somebody_made_is_listed(data, client):
    boss = User.objects.get(username="boss")
    client.force_login(boss)
    draft = make.make_draft(persons=[make.make_person("梁奈")])
    Presence.objects.touch(draft, boss, "window")
    said = read_aloud(client.get(address(draft, "delete"), follow=True).content.decode()).said
    assert "人物: 梁奈" in "".join(said)
    assert "在场" not in "".join(said)
    assert foreign(said, ALLOWED | data) == []


def test_every_kind_of_record_has_a_name_in_chinese():
    models = [model._meta for model in apps.get_models() if model._meta.app_label in OURS]
    names = [str(name) for meta in models for name in (meta.verbose_name, meta.verbose_name_plural)]
    assert foreign(names, set()) == []
