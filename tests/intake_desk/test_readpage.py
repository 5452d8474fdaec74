"""readpage: a file in, one JSON object or a report out; and pages and drafts where they are wanted."""

import io
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from articles.models import Article, PrintPage
from people.directory import known_people
from people.models import Organization, Person
from people.names import EMPTY
from tests.make import make_membership, make_person, make_post

REAL = settings.BASE_DIR / "articles" / "samples" / "maoming-20240127.txt"


@pytest.fixture
def no_database(monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError("no such table")

    monkeypatch.setattr(Person.objects, "with_titles", refuse)


def run(*arguments, **options) -> str:
    out = io.StringIO()
    call_command("readpage", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def as_json(*arguments) -> dict:
    return json.loads(run(*arguments, "--json"))


def test_json_is_the_whole_output_and_keeps_its_characters(no_database):
    text = run(REAL, "--json", "--date", "2024-01-27")
    assert "劳模工匠欢聚一堂话发展" in text
    headlines = [story["headline"] for story in json.loads(text)["stories"]]
    assert headlines == [
        "劳模工匠欢聚一堂话发展",
        "茂名市“劳模工匠助企行”专项行动启动",
        "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量",
    ]


def test_no_database_is_needed(no_database):
    assert known_people() is EMPTY
    assert as_json(REAL)["ledger"]["unassigned"] == 0


def test_the_report_is_for_people(no_database):
    report = run(REAL)
    assert "御水古温泉疗休养" in report
    assert "2,215" in report
    assert not report.startswith("{")


def test_the_report_names_kinds_and_rules_in_chinese(no_database, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("责编：周启文\n\n职工赛技能\n\n本报讯（记者王  芳）26日,比赛开幕.\n")
    lines = [line for line in run(file).splitlines() if line.startswith("第 ")]
    assert "归为版面人员" in lines[0]
    assert any("标点改全角" in line for line in lines)
    assert not re.search("[a-z]", "".join(lines))


def test_gbk_is_read(no_database, tmp_path):
    file = tmp_path / "gbk.txt"
    file.write_bytes(REAL.read_text().encode("gb18030"))
    assert as_json(file) == as_json(REAL)


def test_standard_input_is_a_dash(no_database, monkeypatch):
    class Input:
        buffer = io.BytesIO(REAL.read_bytes())

    monkeypatch.setattr("sys.stdin", Input)
    assert as_json("-") == as_json(REAL)


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\n", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0", "茂名".encode() * 1_700_000],
    ids=["empty", "blank", "binary", "picture", "10 MB"],
)
def test_what_is_no_page_is_refused_in_a_sentence(content, tmp_path, no_database):
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=r"page\.txt: \S+"):
        run(file, "--json")


def test_a_missing_file_is_refused_in_a_sentence(no_database):
    with pytest.raises(CommandError, match=r"nowhere\.txt"):
        run("nowhere.txt")
    with pytest.raises(CommandError):
        run(Path(settings.BASE_DIR))


def test_a_wrong_date_is_refused(no_database):
    with pytest.raises(CommandError, match="2024-13-01"):
        run(REAL, "--date", "2024-13-01")


@pytest.mark.django_db
def test_save_makes_a_page_and_drafts():
    run(REAL, "--save", "--date", "2024-01-27", "--publication", "茂名晚报")
    page = PrintPage.objects.get()
    assert page.raw == REAL.read_text()
    assert page.publication == Organization.objects.papers().get(name="茂名晚报")
    assert page.date.isoformat() == "2024-01-27"
    assert [article.page_order for article in page.articles.order_by("page_order")] == [1, 2, 3]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [" 　", "\u200b", "报" * 101])
def test_what_is_no_name_of_a_paper_is_refused_in_a_sentence(name):
    with pytest.raises(CommandError, match="不能作报刊名"):
        run(REAL, "--save", "--publication", name)
    assert not PrintPage.objects.exists()
    assert not Organization.objects.exists()


@pytest.mark.django_db
def test_without_tables_nothing_is_saved_and_that_is_said(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    with pytest.raises(CommandError, match="manage.py migrate"):
        run(REAL, "--save")


@pytest.mark.django_db
def test_saving_twice_makes_no_second_page_and_no_second_drafts():
    run(REAL, "--save")
    run(REAL, "--save")
    assert PrintPage.objects.count() == 1
    assert Article.objects.count() == 3


@pytest.mark.django_db
def test_known_people_are_used_unless_only_rules_are_wanted(tmp_path, monkeypatch):
    file = tmp_path / "page.txt"
    file.write_text(
        "车间里的早晨\n\n本报讯（记者张三）清晨，欧阳晓舟走进车间，开始了一天的忙碌。\n"
    )
    person = make_person("欧阳晓舟")
    make_membership(person, make_post("班长"))
    assert known_people().key("欧阳晓舟") == person.pk
    seen = []
    monkeypatch.setattr(
        "articles.management.commands.readpage.known_people", lambda day: seen.append(1) or EMPTY
    )
    run(file, "--rules-only")
    assert seen == []
    run(file)
    assert seen == [1]
