"""What a list of the desk finds can be had as CSV and XLSX, and no text in it is ever a formula."""

import csv
import re
from datetime import date, datetime
from io import BytesIO, StringIO
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from newsdesk.tables import as_csv, as_xlsx
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_honour,
    make_mention,
    make_page,
    make_paper,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db
STORIES = "/admin/articles/article/export/"
TRICKS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "  =1", "＝1+1", '=HYPERLINK("http://x")']


@pytest.fixture
def desk(client):
    client.force_login(make_user("编辑"))
    return client


def rows_of(response) -> list[dict]:
    """The file's rows by their headings, whichever kind it is."""
    content = b"".join(response) if response.streaming else response.content
    if "csv" in response["Content-Type"]:
        assert content.startswith(b"\xef\xbb\xbf")  # or Excel reads it as GBK
        return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
    head, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def exported(desk, address, columns, kind="xlsx", **query):
    answer = desk.get(address, query | {"_column": columns, "_format": kind})
    assert answer.status_code == 200
    return rows_of(answer)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_of_stories_with_the_columns_that_the_desk_counts_and_pays_by(desk, kind):
    page = make_page(publication=make_paper(), number="3", name="要闻", date="2024-01-27")
    huang = make_person()
    story = make_article(
        "=1+1", body="<p>“工匠”，精神。</p>", page=page, tags=["劳模"],
        events=[make_event()], reporters=[make_person("梁奈")],
    )  # fmt: skip
    make_mention(story, huang, title="市总工会主席")
    make_mention(story, make_person("某人"), confirmed=False)
    names = [
        "headline", "state", "published", "writers", "persons", "events", "tags", "paper", "print_date",
        "print_page", "length", "words", "address",
    ]  # fmt: skip
    (row,) = exported(desk, STORIES, names, kind)
    is_csv = kind == "csv"
    assert row == {
        "主题": "'=1+1" if is_csv else "=1+1",
        "状态": "已发布",
        "发布时间": "2024-01-27 08:00" if is_csv else datetime(2024, 1, 27, 8),
        "作者": "记者 梁奈",
        "文中人物": "市总工会主席黄奕奕",
        "活动": "劳模工匠代表迎春座谈会",
        "标签": "劳模",
        "报刊": "茂名晚报",
        "见报日期": "2024-01-27" if is_csv else datetime(2024, 1, 27),
        "版次": "3",
        "字数": "8" if is_csv else 8,
        "不计标点": "4" if is_csv else 4,
        "网址": f"http://127.0.0.1:8000/articles/{story.pk}/",
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_search_and_filters_of_the_list_hold(desk, kind):
    huang = make_person()
    make_article("工匠一", persons=[huang])
    make_article("劳模二", persons=[huang])
    make_draft("工匠三")
    rows = exported(desk, STORIES, ["headline"], kind, q="工匠", person=huang.pk)
    assert [row["主题"] for row in rows] == ["工匠一"]


def test_more_than_one_page_of_a_list_with_as_many_queries(desk, django_assert_max_num_queries):
    for number in range(60):
        make_draft(f"第{number}篇", persons=[make_person(f"王{number}")])
    with django_assert_max_num_queries(20):
        assert len(exported(desk, STORIES, ["headline", "persons"])) == 60


def test_the_form_asks_for_columns_and_keeps_the_filters(desk):
    make_draft("工匠一")
    html = desk.get(STORIES, {"q": "工匠"}).content.decode()
    assert '<input type="hidden" name="q" value="工匠">' in html
    assert 'name="_column" value="persons" checked' in html
    none = desk.get(STORIES, {"q": "工匠", "_format": "csv"})
    assert "text/html" in none["Content-Type"]
    assert "请至少选择一栏" in none.content.decode()
    assert f'href="{STORIES}?q=' in desk.get("/admin/articles/article/?q=工匠").content.decode()


def test_every_list_of_the_desk_has_it(admin_client):
    make_honour(year="2023")
    for model in ("person", "official", "organization", "post", "membership", "honour", "award"):
        address = f"/admin/people/{model}/export/"
        assert "_column" in admin_client.get(address).content.decode(), model
    rows = exported(admin_client, "/admin/people/honour/export/", ["receiver", "award", "year"])
    assert [row["荣誉称号"] for row in rows] == ["劳动模范"]


def test_who_may_not_see_a_list_gets_no_file(client):
    client.force_login(make_user())
    assert client.get(STORIES, {"_column": "headline", "_format": "csv"}).status_code == 403
    client.logout()
    assert client.get(STORIES).status_code == 302


def test_the_file_has_the_lists_name_and_the_day(desk):
    answer = desk.get(STORIES, {"_column": "headline", "_format": "csv"})
    assert unquote(answer["Content-Disposition"]).partition("utf-8''")[2].startswith("稿件-20")


@pytest.mark.parametrize("text", TRICKS)
def test_no_text_is_a_formula(text):
    lines = b"".join(as_csv(["题"], [[text]])).decode("utf-8-sig")
    assert list(csv.reader(StringIO(lines, newline="")))[1] == [f"'{text}"]
    cell = load_workbook(BytesIO(as_xlsx(["题"], [[text]]))).active["A2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.hyperlink is None


def test_numbers_and_days_stay_what_they_are():
    sheet = load_workbook(
        BytesIO(as_xlsx(["一", "二", "三"], [[-3, date(2024, 1, 27), None]]))
    ).active
    assert sheet["A2"].value == -3
    assert sheet["B2"].value == datetime(2024, 1, 27)
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert b"-3,2024-01-27," in b"".join(
        as_csv(["一", "二", "三"], [[-3, date(2024, 1, 27), None]])
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_readers_list_with_its_filters(desk, kind):
    huang = make_person()
    make_article("工匠一", persons=[huang])
    make_article("工匠二")
    make_draft("工匠三", persons=[huang])
    rows = exported(desk, "/articles/export/", ["headline"], kind, q="工匠", person=huang.pk)
    assert [row["主题"] for row in rows] == ["工匠一"]
    assert desk.get("/articles/export/", {"date": "zzz"}).status_code == 302


def test_readers_neither_see_the_way_to_the_file_nor_get_it(client, desk):
    make_article()
    assert 'href="/articles/export/?' in desk.get("/articles/").content.decode()
    client.logout()
    assert "/articles/export/" not in client.get("/articles/").content.decode()
    answer = client.get("/articles/export/", {"_column": "headline", "_format": "csv"})
    assert answer.url.startswith("/admin/login/")
    client.force_login(make_user())
    assert client.get("/articles/export/").status_code == 403
    assert "/articles/export/" not in client.get("/articles/").content.decode()


def test_the_buttons_are_those_of_the_desk(desk):
    saving = "/admin/searches/?address=/admin/articles/article/"
    for address, count in ((STORIES, 2), (saving, 1)):
        said = desk.get(address).text
        assert len(re.findall('<button type="submit"[^>]* class="button', said)) == count
