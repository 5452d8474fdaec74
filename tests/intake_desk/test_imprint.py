"""What a page prints of itself fills what is not yet known of it."""

from datetime import date

import pytest
from django.urls import reverse

from articles.models import PrintPage
from articles.printed.accepting import accept
from articles.printed.imprint import Imprint, imprint
from articles.printed.reading_store import reading_of
from tests.make import make_organization, make_page, make_paper

STORY = "安全生产月启动\n\n　　本报讯（记者张三）1月26日，安全生产月在城北启动，各车间的职工代表参加。\n"


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("高州日报　　2024年7月19日　星期五　　第02版　工会新闻", ("高州日报", "2", "工会新闻")),
        ("2024年7月19日　星期五　A05　综合", ("", "A05", "综合")),
        ("2024年5月2日 星期四 第03版 工会·要闻", ("", "3", "工会·要闻")),
        ("2024年7月19日 星期五·综合 02版", ("", "2", "综合")),
        ("茂名晚报 2024年7月19日 二版·要闻", ("茂名晚报", "2", "要闻")),
        ("茂名晚报·要闻 03版 2024年7月19日", ("茂名晚报", "3", "要闻")),
        ("要闻　03版　2024年7月19日　星期五", ("", "3", "要闻")),
        ("茂名晚报　第 3 版　2024年7月19日", ("茂名晚报", "3", "")),
        ("2024年7月19日　星期五　第十二版：职工之家", ("", "12", "职工之家")),
        ("2024年7月19日　星期五　今日8版", ("", "", "")),
        ("2024年7月19日　星期五", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_paper_number_and_name_are_read_from_the_line_of_the_page(db, head, printed):
    page = make_page(f"{head}\n\n{STORY}")
    assert imprint(reading_of(page)) == Imprint(*printed)


def test_words_of_a_story_are_no_imprint(db):
    story = STORY.replace("参加。", "参加。《南方工报》第02版刊登了综合消息。")
    assert imprint(reading_of(make_page(story))) == Imprint()


HEAD = "茂名晚报　2024年7月19日　星期五　第02版　工会新闻\n\n"


def add(desk, **fields):
    desk.post(reverse("admin:articles_printpage_add"), {"text": HEAD + STORY} | fields)
    return PrintPage.objects.get()


def test_a_page_that_is_added_takes_what_it_prints(desk):
    paper = make_paper()
    page = add(desk)
    assert (page.publication, page.number, page.name) == (paper, "2", "工会新闻")
    assert page.date == date(2024, 7, 19)


def test_what_the_editor_says_comes_before_what_is_printed(desk):
    make_paper()
    other = make_paper("南方工报")
    page = add(desk, publication=other.pk, number="7", name="综合", date="2024-07-20")
    assert (page.publication, page.number, page.name) == (other, "7", "综合")
    assert page.date == date(2024, 7, 20)


def test_an_organization_that_is_no_paper_is_not_taken(desk):
    make_organization("茂名晚报")
    assert add(desk).publication is None


def test_a_paper_made_meanwhile_is_taken_on_accepting(db):
    page = make_page(HEAD + STORY)
    paper = make_paper()
    (draft,) = accept(page)
    page.refresh_from_db()
    assert (page.publication, page.number) == (paper, "2")
    assert draft.source.publication == paper


def notices(desk, page):
    address = reverse("admin:articles_printpage_reading", args=[page.pk])
    return desk.get(address).context["not_known"], desk.get(address).context["hints"]


def test_an_unknown_paper_is_named_and_what_is_missing_is_asked_for(desk):
    page = add(desk)
    missing, hints = notices(desk, page)
    assert len(missing) == 1
    assert any("茂名晚报" in hint for hint in hints)


def test_nothing_is_asked_for_where_all_is_known(desk):
    make_paper()
    assert notices(desk, add(desk)) == ([], [])
