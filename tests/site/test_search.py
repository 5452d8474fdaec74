"""The search page: whom the words name first, then the stories with what was found marked."""

from datetime import timedelta

import pytest

from articles.lists.paging import PER_PAGE
from tests.make import (
    LONG_AGO,
    make_article,
    make_event,
    make_organization,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db


def search(client, words, **more):
    return client.get("/search/", {"q": words} | more)


def names(response) -> list[str]:
    return [str(each.record) for each in response.context["records"]]


def test_what_is_found_is_marked_in_the_original_text(client):
    make_article("劳模 工匠座谈", body=f"<p>{'前文，' * 40}這是ＡＩ 劳 模 &amp; 工匠精神。后文</p>")
    page = search(client, "这是AI劳模").content.decode()
    assert "……" in page
    assert "<mark>這是ＡＩ 劳 模</mark> &amp; 工匠精神。" in page
    assert (
        '<span class="clause"><mark>劳模</mark></span> <span class="clause"><mark>工匠</mark>座谈</span>'
        in search(client, "劳模工匠").content.decode()
    )


def test_a_story_cannot_put_markup_into_what_is_marked(client):
    make_article("工匠<b>", body="<p>&lt;script&gt;工匠&lt;/script&gt;</p>")
    page = search(client, "工匠").content.decode()
    assert "<mark>工匠</mark>&lt;b&gt;" in page
    assert "&lt;script&gt;<mark>工匠</mark>&lt;/script&gt;" in page


def test_persons_organizations_events_and_sections_of_the_name_come_first(client):
    section = make_section("工会要闻")
    make_article(
        section=section,
        persons=[make_person("黄奕奕"), make_person("买买提·艾力")],
        organizations=[make_organization("茂名市总工会")],
        events=[make_event("劳模座谈会")],
    )
    assert names(search(client, "黄奕奕")) == ["黄奕奕"]
    assert names(search(client, "黃 奕 奕")) == ["黄奕奕"]
    assert names(search(client, "买买提艾力")) == ["买买提·艾力"]
    assert names(search(client, "市总工会 劳模座谈")) == ["茂名市总工会", "劳模座谈会"]
    assert names(search(client, "工会要闻")) == ["工会要闻"]
    assert names(search(client, "没有的")) == []


def test_a_name_leads_to_its_page_and_to_the_stories_about_it(client):
    person = make_person("黄奕奕")
    about = make_article("会上", body="<p>黄奕奕在座谈会上</p>", persons=[person])
    make_article("同名", body="<p>黄奕奕（另一人）在座谈会上</p>")
    response = search(client, "黄奕奕 座谈会 -没有")
    (found,) = response.context["records"]
    assert found.record.get_absolute_url() in response.content.decode()
    narrowed = client.get(found.narrowed)
    assert list(narrowed.context["page"].rows) == [about]
    assert narrowed.context["filter"].values == {"q": "座谈会 -没有", "person": person}
    (alone,) = search(client, "黄 奕 奕").context["records"]
    assert alone.narrowed == f"/search/?person={person.pk}"


def test_nobody_hidden_or_known_from_drafts_alone_is_named(client):
    make_person("黄奕奕")
    make_article(persons=[make_person("黄奕明", visibility="nothing")])
    assert names(search(client, "黄奕")) == []


@pytest.mark.parametrize("words", ["，", "-工匠", "“”", "- -"])
def test_words_that_ask_for_nothing_are_answered_in_words(client, words):
    response = search(client, words)
    assert response.status_code == 400
    assert "请输入" in response.content.decode()


def test_words_in_headlines_and_names_come_first_unless_the_newest_are_asked_for(client):
    days = [LONG_AGO + timedelta(days=number) for number in range(PER_PAGE + 3)]
    for number, day in enumerate(days[:PER_PAGE]):
        make_article(f"别的{number}", body="<p>工匠精神</p>", published_at=day)
    old = make_article("工匠精神", published_at=LONG_AGO - timedelta(days=9))
    named = make_article("又一篇", persons=[make_person("工匠精")], published_at=days[0])
    named.body = "<p>工匠精神</p>"
    named.save()
    ranked = search(client, "工匠精").context
    assert [story.pk for story in ranked["page"].rows[:2]] == [named.pk, old.pk]
    assert ranked["page"].rows[2].headline == f"别的{PER_PAGE - 1}"
    rest = search(client, "工匠精", page=2).context["page"].rows
    assert [story.headline for story in rest] == ["别的1", "别的0"]
    newest = search(client, "工匠精", sort="date").context
    assert newest["page"].rows[0].headline == f"别的{PER_PAGE - 1}"
    assert "sort=date" in newest["older_url"]


def test_the_order_can_be_chosen_only_where_words_are_looked_for(client):
    make_article("工匠")
    assert "sort=date" in search(client, "工匠").content.decode()
    assert "sort=date" not in client.get("/articles/").content.decode()
    assert search(client, "工匠", sort="zzz").status_code == 400


def test_a_found_headline_keeps_its_quotation_whole(client):
    make_article("茂名市 “劳模工匠助企行”专项行动启动")
    page = search(client, "工匠 市").content.decode()
    assert (
        '<span class="clause">茂名<mark>市</mark></span> '
        '<span class="clause"><span class="whole">“劳模<mark>工匠</mark>助企行”</span>专项行动启动</span>'
    ) in page
