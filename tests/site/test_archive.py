"""The archive's calendar, a day's stories by page, and the printed edition."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import PageStaff
from tests.make import make_article, make_draft, make_page, make_paper, make_person

pytestmark = pytest.mark.django_db


def at(year, month, day, hour=0):
    return datetime(year, month, day, hour, tzinfo=UTC)


def filled(years) -> list[tuple]:
    return [
        (
            year["number"],
            year["count"],
            [(m["number"], m["count"]) for m in year["months"] if m["url"]],
        )
        for year in years
    ]


def test_the_archive_counts_years_and_months_by_the_house_s_clock(client):
    make_article(published_at=at(2023, 12, 31, 16))  # 1 January in China
    make_article(published_at=at(2021, 5, 1))
    make_draft("草稿")
    make_article("待发", published_at=timezone.now() + timedelta(days=1))
    assert filled(client.get("/archive/").context["years"]) == [
        (2024, 1, [(1, 1)]),
        (2021, 1, [(5, 1)]),
    ]
    assert filled(client.get("/archive/2021/").context["years"]) == [(2021, 1, [(5, 1)])]


def test_a_month_is_a_calendar_from_monday_with_links_where_something_came_out(client):
    make_article(published_at=at(2024, 1, 26, 16))
    weeks = client.get("/archive/2024/01/").context["weeks"]
    assert [day and day["number"] for day in weeks[0]] == [1, 2, 3, 4, 5, 6, 7]
    assert [day and day["number"] for day in weeks[-1]] == [29, 30, 31, None, None, None, None]
    linked = [day["url"] for week in weeks for day in week if day and day["url"]]
    assert linked == ["/archive/2024/01/27/"]


@pytest.mark.parametrize(
    ("path", "older", "newer"),
    [
        ("/archive/2024/01/27/", "/archive/2024/01/20/", "/archive/2024/03/05/"),
        ("/archive/2024/01/", "/archive/2022/06/", "/archive/2024/03/"),
        ("/archive/2024/", "/archive/2022/", None),
        ("/archive/2022/06/01/", None, "/archive/2024/01/20/"),
    ],
)
def test_the_calendar_leads_to_what_came_out_before_and_after(client, path, older, newer):
    for day in (at(2022, 6, 1), at(2024, 1, 20), at(2024, 1, 27), at(2024, 3, 5)):
        make_article(published_at=day)
    context = client.get(path).context
    assert (context["older"] or {}).get("url") == older
    assert (context["newer"] or {}).get("url") == newer


def groups_on(client, path) -> list[tuple[str, list[str]]]:
    groups = client.get(path).context["groups"]
    return [(group["name"], [story.headline for story in group["stories"]]) for group in groups]


def test_a_day_s_stories_stand_by_page_in_the_order_of_the_paper(client):
    paper = make_paper()
    pages = {n: make_page(publication=paper, number=n, date="2024-01-27") for n in ("10", "2")}
    for headline, number, order in (("丙", "10", 1), ("乙", "2", 2), ("甲", "2", 1)):
        make_article(headline, at(2024, 1, 27), page=pages[number], page_order=order)
    make_article("只在网上", at(2024, 1, 27))
    assert groups_on(client, "/archive/2024/01/27/") == [
        ("茂名晚报 2版", ["甲", "乙"]),
        ("茂名晚报 10版", ["丙"]),
        ("", ["只在网上"]),
    ]


def test_a_day_without_stories_says_so(client):
    response = client.get("/archive/2024/01/27/")
    assert (response.status_code, "这一天没有报道" in response.content.decode()) == (200, True)


def test_a_day_can_still_be_narrowed(client):
    make_article("劳模", at(2024, 1, 27))
    make_article("别的", at(2024, 1, 27))
    rows = client.get("/archive/2024/01/27/?q=劳模").context["page"].rows
    assert [story.headline for story in rows] == ["劳模"]


@pytest.fixture
def issue():
    """Three pages of a day's paper, the third without a published story; one page of another day."""
    paper = make_paper()
    pages = [
        make_page(
            f"原文{n}", publication=paper, number=n, name=name, date="2024-01-27", issue="8812"
        )
        for n, name in (("2", "要闻"), ("10", "副刊"), ("3", "民生"))
    ]
    make_article("要闻一", page=pages[0], page_order=1)
    make_article("副刊一", page=pages[1])
    make_draft("草稿一", page=pages[2])
    other = make_page(publication=paper, number="1", date="2024-01-20")
    make_article("上周", page=other)
    return pages


ISSUE = "/papers/{}/2024/01/27/"


def test_an_issue_shows_its_pages_in_order_with_the_stories_that_are_public(client, issue):
    response = client.get(ISSUE.format(issue[0].publication_id))
    pages = response.context["pages"]
    assert [(page.label, [s.headline for s in page.stories]) for page in pages] == [
        ("2版 要闻", ["要闻一"]),
        ("10版 副刊", ["副刊一"]),
    ]
    text = response.content.decode()
    assert ("草稿一" in text, "原文" in text, "8812" in text) == (False, False, True)
    assert f"/papers/{issue[0].publication_id}/2024/01/20/" in text


@pytest.mark.parametrize("path", ["2024/01/28", "2024/02/30", "2999/01/01"])
def test_a_day_without_a_paper_is_not_found(client, issue, path):
    assert client.get(f"/papers/{issue[0].publication_id}/{path}/").status_code == 404


def test_the_issue_of_a_hidden_paper_is_nowhere(client, issue):
    paper = issue[0].publication
    paper.hidden = True
    paper.save()
    assert client.get(ISSUE.format(paper.pk)).status_code == 404
    page = client.get(issue[0].get_absolute_url())
    assert (page.status_code, paper.name in page.content.decode().split("<main")[1]) == (200, False)
    assert ISSUE.format(paper.pk) not in client.get("/archive/2024/01/27/").content.decode()


def test_a_page_leads_to_the_pages_before_and_after_it_that_are_public(client, issue):
    first, last, draft = issue
    context = client.get(first.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (None, last)
    assert client.get(last.get_absolute_url()).context["previous"] == first
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_page_names_its_staff_and_links_those_who_have_a_page(client, issue):
    known, unknown = make_person("梁奈"), make_person("无人知")
    make_article(reporters=[known])
    for order, (role, person) in enumerate((("责编", known), ("责编", unknown), ("校对", None))):
        name = person.name if person else "李某"
        PageStaff.objects.create(page=issue[0], role=role, name=name, person=person, order=order)
    staff = client.get(issue[0].get_absolute_url()).context["staff"]
    assert [(g["role"], [(r.name, bool(r.url)) for r in g["rows"]]) for g in staff] == [
        ("责编", [("梁奈", True), ("无人知", False)]),
        ("校对", [("李某", False)]),
    ]


def test_a_page_of_no_known_paper_stands_alone(client):
    page = make_page()
    make_article(page=page)
    context = client.get(page.get_absolute_url()).context
    assert (context["issue"], context["pages"], context["next"]) == (None, [], None)
