"""The desk's list of articles: filters that agree with the public list, search, steady query counts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Credit, PhotoUse, Source
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make.make_user("总编辑"))
    return client


def listed(client, **query) -> set[str]:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return {article.headline for article in response.context["cl"].result_list}


def public(client, **query) -> set[str]:
    page = client.get(reverse("article_list"), query).content.decode()
    return {name for name in ("甲", "乙", "丙", "丁") if f"稿件{name}" in page}


def test_the_person_filter_agrees_with_the_public_list(desk):
    person, other = make.make_person(), make.make_person("罗晃浩")
    make.make_article("稿件甲", persons=[person])
    make.make_mention(make.make_article("稿件乙"), person, confirmed=False)
    make.make_article("稿件丙", persons=[other])
    make.make_draft("稿件丁", persons=[person])
    assert listed(desk, person=person.pk) == {"稿件甲", "稿件丁"}
    assert listed(desk, person=person.pk, status="published") == {"稿件甲"}
    assert public(desk, person=person.pk) == {"甲"}


def test_person_and_event_combine(desk):
    person, event = make.make_person(), make.make_event()
    make.make_article("稿件甲", persons=[person], events=[event])
    make.make_article("稿件乙", persons=[person])
    make.make_article("稿件丙", events=[event])
    assert listed(desk, person=person.pk, event=event.pk) == {"稿件甲"}
    assert public(desk, person=person.pk, event=event.pk) == {"甲"}


def test_a_reporter_is_found_by_byline_and_by_credit(desk):
    reporter = make.make_person("梁奈")
    make.make_article("稿件甲", reporters=[reporter])
    use = PhotoUse.objects.create(article=make.make_article("稿件乙"), caption="活动现场。")
    Credit.objects.create(photo_use=use, person=reporter, name="梁奈", role="摄")
    make.make_article("稿件丙", persons=[reporter])
    assert listed(desk, reporter=reporter.pk) == {"稿件甲", "稿件乙"}
    assert public(desk, reporter=reporter.pk) == {"甲", "乙"}


def test_organization_tag_section_and_publication(desk):
    union, paper, section = make.make_organization(), make.make_paper(), make.make_section()
    source = Source.objects.create(name="晚报", publication=paper)
    article = make.make_article(
        "稿件甲", organizations=[union], section=section, tags=["劳模"], source=source
    )
    make.make_article("稿件乙")
    tag = article.tags.get()
    for query in (
        {"organization": union.pk},
        {"tag": tag.pk},
        {"section__id__exact": section.pk},
        {"publication": paper.pk},
    ):
        assert listed(desk, **query) == {"稿件甲"}


def test_states_as_the_desk_says_them(desk):
    make.make_draft("草稿")
    make.make_article("已发")
    make.make_article("待发", published_at=timezone.now() + timedelta(days=1))
    make.make_draft("不用").spike()
    make.make_article("下线").withdraw()
    assert listed(desk) == {"草稿", "已发", "待发", "下线"}
    for status, headline in {
        "draft": "草稿",
        "published": "已发",
        "scheduled": "待发",
        "spiked": "不用",
        "withdrawn": "下线",
    }.items():
        assert listed(desk, status=status) == {headline}


def test_any_part_of_a_chinese_word_is_found(desk):
    make.make_draft(
        "劳模工匠欢聚一堂", body="<p>御水古温泉</p>", persons=[make.make_person("黄奕奕")]
    )
    make.make_draft("别的")
    for words in ("模工", "水古温", "奕奕", "劳模 古温泉"):
        assert listed(desk, q=words) == {"劳模工匠欢聚一堂"}
    assert listed(desk, q="没有的词") == set()


def test_stories_without_a_section_are_named_so(desk):
    make.make_article("稿件甲", section=make.make_section())
    make.make_article("稿件乙")
    assert "无栏目" in desk.get(LIST).content.decode()
    assert listed(desk, section__isnull="True") == {"稿件乙"}


@pytest.mark.parametrize(
    "query", ["person=abc", "person=99999999999999999999", "event=-1", "q=%00"]
)
def test_a_damaged_filter_is_no_failure(desk, query):
    assert desk.get(f"{LIST}?{query}", follow=True).status_code == 200


@pytest.mark.parametrize("wrong", ["person=abc", "page=zzz", "nothing=1"])
def test_a_filter_that_cannot_be_understood_is_named_and_left_out(desk, wrong):
    make.make_draft("草稿")
    make.make_article("已发")
    response = desk.get(f"{LIST}?status=draft&{wrong}", follow=True)
    assert response.redirect_chain[-1][0] == f"{LIST}?status=draft"
    (message,) = response.context["messages"]
    assert wrong in str(message)
    assert {row.headline for row in response.context["cl"].result_list} == {"草稿"}


def test_an_old_address_of_an_error_leads_to_the_list(desk):
    response = desk.get(f"{LIST}?person=abc&e=1", follow=True)
    assert response.redirect_chain[-1][0] == LIST
    assert response.status_code == 200


def queries(client, url) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def make_rows(number):
    section, paper = make.make_section(f"栏{number}", f"s{number}"), make.make_paper(f"报{number}")
    for row in range(number):
        page = make.make_page(publication=paper, raw=f"{number}-{row}")
        person = make.make_person(f"某{'一二三四五六七八九十'[row]}")
        event = make.make_event(f"会{number}-{row}")
        make.make_article(
            f"稿{number}-{row}",
            section=section,
            page=page,
            persons=[person],
            reporters=[person],
            events=[event],
            locked_by=make.make_user(),
        )
        make.make_membership(person)
        make.make_honour(make.make_award(f"奖{number}-{row}"), person=person)
        make.make_participation(event, person)


def test_the_list_says_who_has_locked_a_story_and_how_long_it_is(desk):
    article = make.make_draft(body="<p>1月26日，我市举行座谈会。</p>")
    assert "锁定" not in row(desk)
    article.lock(make.make_user("编辑", display_name="李晓雯"))
    assert "李晓雯已锁定" in row(desk)
    assert '<span title="不含标点11">13</span>' in row(desk)


def row(client) -> str:
    page = client.get(LIST).content.decode()
    return page[page.index("<tbody>") : page.index("</tbody>")]


@pytest.mark.parametrize(
    "name",
    ["article", "event", "person", "reporter", "official", "organization", "post", "membership",
     "award", "honour", "change", "user", "tag", "photo", "section", "source"],
)  # fmt: skip
def test_a_list_asks_no_more_for_more_rows(client, name):
    client.force_login(make.make_user(is_superuser=True))
    app = (
        "articles"
        if name in ("article", "event", "tag", "photo", "section", "source")
        else "people"
    )
    url = f"/admin/{app}/{name}/"
    make_rows(2)
    few = queries(client, url)
    make_rows(9)
    assert queries(client, url) <= few


def test_a_person_with_many_posts_asks_no_more(desk):
    few, many = make.make_person("甲"), make.make_person("乙")
    for person, number in ((few, 2), (many, 9)):
        for row in range(number):
            post = make.make_post(f"职{number}-{row}", make.make_organization(f"会{number}-{row}"))
            make.make_membership(person, post)
            make.make_honour(make.make_award(f"奖{number}-{row}"), person=person)
    counts = [queries(desk, f"/admin/people/person/{row.pk}/change/") for row in (few, many)]
    assert counts[0] == counts[1]


def test_the_form_asks_no_more_for_more_rows(desk):
    def story(number):
        persons = [make.make_person(f"甲{number}{'一二三四五六七八九'[i]}") for i in range(number)]
        return make.make_article("稿", persons=persons, reporters=persons)

    few, many = story(2), story(9)
    counts = [queries(desk, f"{LIST}{article.pk}/change/") for article in (few, many)]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["article", "photo", "printpage"])
def test_a_whole_paragraph_pasted_into_the_search_is_no_failure(desk, name):
    url = f"/admin/articles/{name}/"
    assert desk.get(url, {"q": "字 " * 1500}).status_code == 200


@pytest.mark.parametrize("name", ["person", "organization"])
def test_nor_is_one_pasted_into_the_search_of_the_records(desk, name):
    assert desk.get(f"/admin/people/{name}/", {"q": "字 " * 1500}).status_code == 200
