"""Pages of persons, organizations and events; honours."""

from datetime import UTC, date, datetime

import pytest

from tests.make import (
    LONG_AGO,
    make_article,
    make_award,
    make_draft,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_participation,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db


def context_of(client, record):
    return client.get(record.get_absolute_url()).context


def test_a_person_s_page_lists_their_stories_by_year_and_no_others(client):
    person = make_person()
    new = make_article("新", persons=[person], published_at=datetime(2023, 12, 31, 16, tzinfo=UTC))
    old = make_article("旧", persons=[person], published_at=datetime(2023, 12, 31, 15, tzinfo=UTC))
    make_article("别人的")
    make_draft("草稿", persons=[person])
    assert context_of(client, person)["years"] == [(2024, [new]), (2023, [old])]


def test_a_writer_s_page_lists_what_they_wrote(client):
    reporter = make_person("梁奈")
    story = make_article(reporters=[reporter])
    context = context_of(client, reporter)
    assert list(context["written"]) == [story]
    assert context["years"] == []


def test_titles_as_printed_stand_where_the_career_is_the_desk_s(client):
    person = make_person()
    for title, day in (("主席", 1), ("副主席", 2), ("主席", 3), ("", 4)):
        story = make_article(published_at=datetime(2024, 1, day, tzinfo=UTC))
        make_mention(story, person, title=title)
    make_mention(make_draft(), person, title="尚未公布的职务")
    assert context_of(client, person)["titles"] == ["主席", "副主席"]


def test_a_career_stands_with_its_dates_in_words_and_what_is_uncertain(client):
    person = make_person(visibility="full")
    make_article(persons=[person])
    make_membership(person, make_post("主席"), start="2021-03")
    make_membership(person, make_post("副主席"), start="2016", end="2021-03")
    make_membership(person, make_post("委员"), start="2019", end="?")
    context = context_of(client, person)
    assert [(row.title, row.in_words.split("—")[0]) for row in context["career"]] == [
        ("主席", "2021年3月"),
        ("委员", "2019年"),
        ("副主席", "2016年"),
    ]
    assert [row.title for row in context["now"]] == ["主席", "委员"]
    assert [row.uncertain for row in context["now"]] == [False, True]


def test_revoked_honours_do_not_show(client):
    person = make_person()
    make_article(persons=[person])
    make_honour(make_award("五一劳动奖章"), person=person, year="2023")
    make_honour(make_award("先进工作者"), person=person, revoked=True)
    for address in (person.get_absolute_url(), "/honours/"):
        text = client.get(address).content.decode()
        assert "五一劳动奖章" in text
        assert "先进工作者" not in text


def test_honours_of_the_unknown_do_not_show(client):
    make_honour(make_award("五一劳动奖章"), person=make_person())
    assert "五一劳动奖章" not in client.get("/honours/").content.decode()


def test_honours_stand_by_year_and_then_by_level(client):
    person = make_person()
    make_article(persons=[person])
    awards = [("县", "county", "2021"), ("国", "national", "2020"), ("市", "city", "2020"),
              ("部", "ministry", "2020"), ("省", "province", "2020")]  # fmt: skip
    for name, level, year in awards:
        make_honour(make_award(name, level), person=person, year=year)
    rows = client.get("/honours/").context["page"].rows
    assert [row.award.name for row in rows] == ["县", "国", "部", "省", "市"]


def test_a_person_s_events_are_public_ones_with_the_roles_there(client):
    person, event = make_person(), make_event("座谈会")
    secret = make_event("未公布的行程")
    for role in ("出席", "讲话"):
        make_participation(event, person, role)
    make_participation(secret, person)
    make_article(persons=[person], events=[event])
    rows = context_of(client, person)["participations"]
    assert [(row["event"], len(row["roles"])) for row in rows] == [(event, 2)]


def test_participants_stand_in_protocol_order_once_each_with_all_roles(client):
    event = make_event(start="2024-01-26")
    low, high, first = make_person("安某"), make_person("张某"), make_person("王某")
    make_membership(low, make_post("副主任", rank=20), start="2020")
    make_membership(high, make_post("书记", rank=10), start="2020")
    former = make_membership(low, make_post("市长", rank=1), start="2010", end="2015")
    make_participation(event, low, order=1)
    make_participation(event, high, order=1)
    make_participation(event, high, "讲话", order=1)
    make_participation(event, first, "宣讲", order=0)
    make_article(events=[event])
    rows = context_of(client, event)["participants"]
    assert former.on(date(2024, 1, 26)) == "no"
    assert [(row.name, len(row.roles)) for row in rows] == [("王某", 1), ("张某", 2), ("安某", 1)]


def test_participants_without_a_page_are_plain_text_and_hidden_ones_absent(client):
    event = make_event()
    make_participation(event, make_person("路人甲"))
    make_participation(event, make_person("隐去者", visibility="nothing"))
    named = make_person("黄奕奕")
    make_participation(event, named)
    make_article(events=[event], persons=[named])
    links = {row.name: row.url for row in context_of(client, event)["participants"]}
    assert links == {"路人甲": "", "黄奕奕": named.get_absolute_url()}


def test_an_event_shows_the_public_parts_and_the_whole_it_belongs_to(client):
    whole, hidden = make_event("专项行动", "2024"), make_event("内部会", "2024")
    part = make_event("启动仪式", "2024-01-26", part_of=whole)
    hidden.part_of = whole
    hidden.save()
    make_article(events=[whole, part])
    assert list(context_of(client, whole)["parts"]) == [part]
    assert context_of(client, part)["whole"] == whole


@pytest.mark.parametrize(
    ("start", "words"),
    [("2024-01-26", "2024年1月26日"), ("2024-01", "2024年1月"), ("2024", "2024年")],
)
def test_an_event_s_date_is_told_as_far_as_known(client, start, words):
    event = make_event(start=start, date_inferred=True)
    make_article(events=[event])
    text = client.get(event.get_absolute_url()).content.decode()
    assert f"<dd>{words} <span" in text
    assert 'class="inferred"' in text
    assert client.get("/events/").status_code == 200


def test_an_event_without_a_date_has_a_page_too(client):
    event = make_event(start="")
    make_article(events=[event])
    assert client.get(event.get_absolute_url()).status_code == 200
    assert client.get("/").status_code == 200


def test_an_organization_shows_only_people_whose_career_is_public(client):
    union = make_organization()
    opened, private = make_person("张某", visibility="full"), make_person("安某")
    for person in (opened, private):
        make_membership(person, make_post(f"委员{person.pk}", union), start="2020")
    make_article(persons=[opened, private], organizations=[union])
    assert [row.person for row in context_of(client, union)["memberships"]] == [opened]


def test_an_organization_does_not_pass_off_a_nominee_as_holder(client):
    union, nominee = make_organization(), make_person("张某", visibility="full")
    make_membership(nominee, make_post("主席", union), status="nominated")
    make_article(persons=[nominee], organizations=[union])
    text = client.get(union.get_absolute_url()).content.decode()
    assert "提名" in text.partition('<span class="title">主席</span>')[2][:60]


def test_an_organization_shows_its_public_parts_events_and_stories(client):
    union = make_organization(founded="1950")
    team = make_organization("技术服务队", parent=union)
    make_organization("无人知的队", parent=union)
    event = make_event()
    event.organizers.add(union)
    story = make_article(organizations=[union, team], events=[event])
    context = context_of(client, union)
    assert list(context["children"]) == [team]
    assert list(context["events"]) == [event]
    assert list(context["stories"]) == [story]
    assert context_of(client, team)["parent"] == union


def test_an_event_names_nobody_who_is_known_only_from_drafts(client):
    event, person = make_event(), make_person("草稿人物")
    host, guest = make_organization("草稿主办单位"), make_organization("草稿参加单位")
    make_participation(event, person)
    make_participation(event, None, organization=guest)
    event.organizers.add(host)
    make_article(events=[event])
    named = {"persons": [person], "organizations": [host, guest]}
    draft = make_draft(**named)
    assert names_at(client, event) == []
    draft.approve(at=LONG_AGO)
    assert names_at(client, event) == ["草稿主办单位", "草稿人物", "草稿参加单位"]


def names_at(client, event) -> list[str]:
    context = context_of(client, event)
    return [row.name for row in (*context["organizers"], *context["participants"])]


@pytest.mark.parametrize("confirmed", [True, False])
def test_who_is_opened_stands_at_an_event_whatever_drafts_say(client, confirmed):
    event, person = make_event(), make_person("公开者", opened=True)
    make_participation(event, person)
    make_mention(make_draft(), person, confirmed=confirmed)
    make_article(events=[event])
    assert names_at(client, event) == ["公开者"]
