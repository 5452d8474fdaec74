"""Pages of persons, organizations and events; honours."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Credit, PhotoUse
from newsdesk.views import person_page
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
from tests.pictures import picture, upload_of
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db


def context_of(client, record):
    return client.get(record.get_absolute_url()).context


def test_a_person_s_page_lists_their_stories_by_year_and_no_others(client):
    person = make_person()
    new = make_article("新", persons=[person], published_at=datetime(2023, 12, 31, 16, tzinfo=UTC))
    old = make_article("旧", persons=[person], published_at=datetime(2023, 12, 31, 15, tzinfo=UTC))
    make_article("别人的")
    make_draft("草稿", persons=[person])
    context = context_of(client, person)
    assert [(row["year"], row["count"], row["stories"]) for row in context["years"]] == [
        (2024, 1, [new]),
        (2023, 1, [old]),
    ]
    assert context["total"] == 2


def test_years_whose_stories_do_not_fit_have_their_number_and_a_link(client, monkeypatch):
    monkeypatch.setattr(person_page, "STORIES", 1)
    person = make_person()
    for year in (2022, 2023, 2023):
        make_article(persons=[person], published_at=datetime(year, 6, 1, tzinfo=UTC))
    context = context_of(client, person)
    assert [(row["year"], row["count"], len(row["stories"])) for row in context["years"]] == [
        (2023, 2, 1),
        (2022, 1, 0),
    ]
    text = client.get(person.get_absolute_url()).content.decode()
    assert f"/articles/?person={person.pk}&amp;date=2022" in text


def test_the_title_of_then_stands_beside_each_story_and_the_one_of_now_above(client):
    person = make_person(visibility="full")
    make_mention(make_article("旧闻", datetime(2019, 1, 1, tzinfo=UTC)), person, title="副主席")
    make_membership(person, make_post("主席"), start="2021")
    make_membership(person, make_post("副主席"), start="2016", end="2021")
    context = context_of(client, person)
    assert context["years"][0]["stories"][0].title_then == "副主席"
    assert [row.title for row in context["now"]] == ["主席"]


def test_the_dead_hold_nothing_now(client):
    person, union = make_person(visibility="full", died="2020"), make_organization()
    make_membership(person, make_post("主席", union), start="2016")
    make_article(persons=[person], organizations=[union])
    context = context_of(client, person)
    assert (context["now"], len(context["career"])) == ([], 1)
    assert context_of(client, union)["memberships"] == []
    assert context_of(client, union)["former"][0]["label"] == "主席"


@pytest.mark.parametrize(("visibility", "seen"), [("stories", False), ("full", True)])
def test_other_names_and_the_biography_are_part_of_the_full_page(client, visibility, seen):
    person = make_person(visibility=visibility, biography="生于某地")
    person.other_names.create(name="黄小奕", kind="former")
    make_article(persons=[person])
    text = client.get(person.get_absolute_url()).content.decode()
    assert ("黄小奕" in text, "生于某地" in text) == (seen, seen)
    for address in ("/people/?q=黄小奕", "/search/?q=黄小奕", "/api/v1/people/?q=黄小奕"):
        assert (person.name in client.get(address).content.decode()) == seen


@pytest.mark.parametrize(("visibility", "seen"), [("stories", False), ("full", True)])
def test_a_portrait_is_part_of_the_full_page_cut_around_its_focus(client, visibility, seen):
    file = upload_of(picture(size=(600, 800)))
    person = make_person(visibility=visibility, portrait=file, portrait_x=42, portrait_y=18)
    make_article(persons=[person])
    text = client.get(person.get_absolute_url()).content.decode()
    assert ('class="portrait focus-x-40 focus-y-20"' in text) == seen
    assert (person.portrait.url in text) == seen


def test_who_appears_in_the_same_stories_stands_by_rank_then_by_how_often(client):
    person, high, low = make_person(), make_person("高某"), make_person("低某")
    often, hidden = make_person("常客"), make_person("隐去者", visibility="nothing")
    leader = make_person("某某某", national_leader=True)
    make_membership(high, make_post("书记", rank=1), start="2020")
    make_membership(low, make_post("副书记", rank=2), start="2020")
    for others in (
        [low, often],
        [low, often],
        [often, high],
        [hidden, leader],
        [make_person("偶遇")],
    ):
        make_article(persons=[person, *others])
    make_draft(persons=[person, make_person("草稿人物")])
    rows = context_of(client, person)["companions"]
    assert [(row.name, row.count) for row in rows] == [
        ("高某", 1), ("低某", 2), ("常客", 3), ("偶遇", 1),
    ]  # fmt: skip


def test_companions_are_looked_for_among_the_newest_stories_only(client, monkeypatch):
    monkeypatch.setattr(person_page, "AMONG", 1)
    person, before, after = make_person(), make_person("旧识"), make_person("新交")
    make_article(persons=[person, before], published_at=datetime(2020, 1, 1, tzinfo=UTC))
    make_article(persons=[person, after], published_at=datetime(2021, 1, 1, tzinfo=UTC))
    assert context_of(client, person)["companions"] == [after]


def test_a_writer_s_page_lists_what_they_wrote(client):
    reporter = make_person("梁奈")
    story = make_article(reporters=[reporter])
    make_draft("草稿", reporters=[reporter])
    context = context_of(client, reporter)
    assert (context["written"], context["written_total"]) == ([story], 1)
    assert context["years"] == []


def test_a_photographer_s_page_shows_the_pictures_that_are_public(client):
    photographer = make_person("吴昊")
    shown, unseen = add_picture(make_article()), add_picture(make_draft())
    lost = PhotoUse.objects.create(article=make_article(), caption="没有图片的说明")
    for use in (shown, unseen, lost):
        Credit.objects.create(photo_use=use, person=photographer, name="吴昊", role="摄")
    context = context_of(client, photographer)
    assert (context["photos"], context["photos_total"]) == ([shown], 2)


def test_titles_as_printed_stand_where_the_career_is_the_desk_s(client):
    person = make_person()
    for title, day in (("主席", 1), ("副主席", 2), ("主席", 3), ("", 4)):
        story = make_article(published_at=datetime(2024, 1, day, tzinfo=UTC))
        make_mention(story, person, title=title)
    make_mention(make_draft(), person, title="尚未公布的职务")
    rows = context_of(client, person)["titles"]
    assert [(row["title"], row["seen"].day) for row in rows] == [("主席", 3), ("副主席", 2)]


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


def test_an_award_that_nobody_has_yet_has_its_page_and_is_a_filter(client):
    award = make_award("大国工匠", "national")
    assert f"?award={award.pk}" in client.get("/honours/").content.decode()
    page = client.get(f"/honours/?award={award.pk}").content.decode()
    assert "<strong>大国工匠</strong>" in page
    assert client.get(f"/articles/?honour={award.pk}").status_code == 200


def test_an_award_that_only_somebody_hidden_has_is_nowhere(client):
    award = make_honour(make_award("内部奖"), person=make_person(visibility="nothing")).award
    assert "内部奖" not in client.get("/honours/").content.decode()
    for address in (f"/honours/?award={award.pk}", f"/articles/?honour={award.pk}"):
        assert client.get(address).status_code in (400, 404)


def test_honours_stand_by_year_and_then_by_level(client):
    person = make_person()
    make_article(persons=[person])
    awards = [("县", "county", "2021"), ("国", "national", "2020"), ("市", "city", "2020"),
              ("部", "ministry", "2020"), ("省", "province", "2020")]  # fmt: skip
    for name, level, year in awards:
        make_honour(make_award(name, level), person=person, year=year)
    rows = client.get("/honours/").context["page"].rows
    assert [row.award.name for row in rows] == ["县", "国", "部", "省", "市"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("award={award}", ["甲 2023", "乙 2022-05"]),
        ("level=city", ["甲 2022", "工会 2021"]),
        ("year=2022", ["乙 2022-05", "甲 2022"]),
        ("receiver=collective", ["工会 2021"]),
        ("receiver=person&year=2023", ["甲 2023"]),
        ("level=county", []),
        ("q=甲", ["甲 2023", "甲 2022"]),
    ],
)
def test_the_register_is_narrowed_by_award_level_year_and_receiver(client, query, found):
    one, two, union = make_person("甲"), make_person("乙"), make_organization("工会")
    make_article(persons=[one, two], organizations=[union])
    national, city = make_award("全国", "national"), make_award("市级", "city")
    group = make_award("先锋号", "city", receiver="collective")
    make_honour(national, person=one, year="2023")
    make_honour(national, person=two, year="2022-05")
    make_honour(city, person=one, year="2022")
    make_honour(group, organization=union, year="2021")
    rows = client.get("/honours/?" + query.format(award=national.pk)).context["page"].rows
    assert [f"{row.person or row.organization} {row.year}" for row in rows] == found


def test_the_register_is_grouped_by_year_or_by_award(client):
    person = make_person()
    make_article(persons=[person])
    one, two = make_award("甲奖", "national"), make_award("乙奖", "city")
    for award, year in ((one, "2023"), (two, "2023"), (one, "2022-05"), (one, "2022")):
        make_honour(award, person=person, year=year)

    def groups(query):
        found = client.get("/honours/" + query).context["groups"]
        return [
            (str(g["key"]), [(str(i["key"]), len(i["rows"])) for i in g["groups"]]) for g in found
        ]

    assert groups("") == [("2023", [("甲奖", 1), ("乙奖", 1)]), ("2022", [("甲奖", 2)])]
    assert groups("?by=award") == [("甲奖", [("2023", 1), ("2022", 2)]), ("乙奖", [("2023", 1)])]


def test_the_register_offers_nothing_that_only_somebody_unknown_has(client):
    secret = make_honour(make_award("无人知的奖"), person=make_person(), year="2019").award
    text = client.get("/honours/").content.decode()
    assert ("无人知的奖" in text, "2019" in text) == (False, False)
    assert client.get(f"/honours/?award={secret.pk}").status_code == 400


def test_the_list_of_events_is_narrowed_to_a_person_s_or_an_organization_s(client):
    person, union = make_person(), make_organization()
    theirs, others = make_event("座谈会"), make_event("别的会")
    make_participation(theirs, person)
    theirs.organizers.add(union)
    make_article(events=[theirs, others], persons=[person], organizations=[union])
    for query in (f"person={person.pk}", f"organization={union.pk}"):
        response = client.get(f"/events/?{query}&kind=other")
        assert response.context["page"].rows == [theirs]
        assert [without for _l, _v, without in response.context["filter"].chosen()] == [
            "/events/?kind=other"
        ]
    assert client.get(f"/events/?person={make_person('无人知').pk}").status_code == 404
    assert client.get("/events/?person=x").status_code == 400


def test_a_person_s_events_are_public_ones_with_the_roles_there(client):
    person, event = make_person(), make_event("座谈会")
    secret = make_event("未公布的行程")
    for role in ("出席", "讲话"):
        make_participation(event, person, role)
    make_participation(secret, person)
    make_article(persons=[person], events=[event])
    rows = context_of(client, person)["participations"]["rows"]
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
    rows = participants_at(client, event)
    assert former.on(date(2024, 1, 26)) == "no"
    assert [(row.name, len(row.roles)) for row in rows] == [("王某", 1), ("张某", 2), ("安某", 1)]


def participants_at(client, event) -> list:
    return [row for group in context_of(client, event)["participants"] for row in group["rows"]]


def test_without_numbers_of_the_desk_the_roles_order_participants_and_in_a_role_the_rank(client):
    event = make_event(start="2024-01-26")
    chair, low, high = make_person("主持人"), make_person("低某"), make_person("高某")
    make_membership(low, make_post("副主任", rank=20), start="2020")
    make_membership(high, make_post("书记", rank=10), start="2020")
    for person, role in ((low, "出席"), (high, "出席"), (chair, "主持"), (high, "讲话")):
        make_participation(event, person, role)
    make_article(events=[event])
    groups = context_of(client, event)["participants"]
    assert [(group["roles"], [row.name for row in group["rows"]]) for group in groups] == [
        (["主持"], ["主持人"]),
        (["讲话", "出席"], ["高某"]),
        (["出席"], ["低某"]),
    ]


def test_participants_without_a_page_are_plain_text_and_hidden_ones_absent(client):
    event = make_event()
    make_participation(event, make_person("路人甲"))
    make_participation(event, make_person("隐去者", visibility="nothing"))
    named = make_person("黄奕奕")
    make_participation(event, named)
    make_article(events=[event], persons=[named])
    links = {row.name: row.url for row in participants_at(client, event)}
    assert links == {"路人甲": "", "黄奕奕": named.get_absolute_url()}


def test_an_event_shows_the_public_parts_and_the_whole_it_belongs_to(client):
    whole, hidden = make_event("专项行动", "2024"), make_event("内部会", "2024")
    part = make_event("启动仪式", "2024-01-26", part_of=whole)
    hidden.part_of = whole
    hidden.save()
    make_article(events=[whole, part])
    assert context_of(client, whole)["parts"] == [part]
    assert context_of(client, part)["whole"] == whole
    assert context_of(client, part)["siblings"] == []  # it would stand there alone


def test_an_event_stands_among_those_of_its_campaign_by_day_with_their_stories_counted(client):
    whole = make_event("专项行动", "")
    days = ("2024-03-01", "", "2024-01-26")
    parts = [make_event(f"第{number}场", day, part_of=whole) for number, day in enumerate(days)]
    secret = make_event("未公布", "2024-02-01", part_of=whole)
    make_article(events=[whole, *parts])
    make_article(events=[parts[0]])
    make_draft(events=[parts[0], secret])
    rows = context_of(client, parts[0])["siblings"]
    assert [(row.name, row.count) for row in rows] == [("第2场", 1), ("第0场", 2), ("第1场", 1)]


def test_coverage_stands_in_the_order_in_which_it_came_out_and_its_pictures_with_it(client):
    event = make_event()
    late = make_article("总结", datetime(2024, 2, 1, tzinfo=UTC), events=[event])
    early = make_article("预告", datetime(2024, 1, 1, tzinfo=UTC), events=[event])
    draft = make_draft("草稿", events=[event])
    use, _hidden = add_picture(late), add_picture(draft)
    context = context_of(client, event)
    assert (context["stories"], context["total"]) == ([early, late], 2)
    assert context["photos"] == [use]


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
    assert context["events"] == [event]
    assert list(context["stories"]) == [story]
    assert context_of(client, team)["above"] == [union]


def test_an_organization_shows_its_parts_as_deep_as_they_are_and_all_it_belongs_to(client):
    top = make_organization("全国总工会")
    union = make_organization("市总工会", parent=top)
    district = make_organization("区总工会", parent=union)
    village = make_organization("村工会", parent=district)
    hidden = make_organization("内部组", parent=union, hidden=True)
    below = make_organization("内部组的下属", parent=hidden)
    make_article(organizations=[top, union, district, village, below])
    rows = context_of(client, union)["children"]
    assert [(row.name, [part.name for part in row.parts]) for row in rows] == [
        ("区总工会", ["村工会"])
    ]
    assert context_of(client, village)["above"] == [top, union, district]
    assert context_of(client, below)["above"] == []


def test_an_organization_s_total_counts_each_story_once_named_or_signed(client):
    union = make_organization()
    make_article("只点名", organizations=[union])
    both = make_article("点名又署名", organizations=[union])
    signed = make_article("只署名")
    for story in (both, signed, make_draft("草稿")):
        story.bylines.create(organization=union, name="工宣", role="通讯员")
    use = add_picture(signed)
    Credit.objects.create(photo_use=use, organization=union, name="工宣", role="摄")
    context = context_of(client, union)
    assert (context["total"], len(context["stories"])) == (3, 3)


def test_an_organization_names_what_it_grew_out_of(client):
    new = make_organization("市总工会")
    old = make_organization("地区工会", successor=new)
    make_organization("无人知的办事处", successor=new)
    make_article(organizations=[new, old])
    assert list(context_of(client, new)["predecessors"]) == [old]
    assert context_of(client, old)["successor"] == new


def test_who_held_a_post_before_stands_under_it_the_last_first(client):
    union, post = make_organization(), make_post("主席")
    post.organization = union
    post.save()
    people = [make_person(name, visibility="full") for name in ("先任", "后任", "现任者")]
    private = make_person("未公开")
    spans = [("2008", "2012"), ("2012", "2016"), ("2016", ""), ("2000", "2008")]
    for person, (start, end) in zip([*people, private], spans, strict=True):
        make_membership(person, post, start=start, end=end)
    make_article(persons=[*people, private], organizations=[union])
    context = context_of(client, union)
    (group,) = context["former"]
    assert [row.person.name for row in group["rows"]] == ["后任", "先任"]
    assert [row.person.name for row in context["memberships"]] == ["现任者"]


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
    participants = [row for group in context["participants"] for row in group["rows"]]
    return [row.name for row in (*context["organizers"], *participants)]


@pytest.mark.parametrize("confirmed", [True, False])
def test_who_is_opened_stands_at_an_event_whatever_drafts_say(client, confirmed):
    event, person = make_event(), make_person("公开者", opened=True)
    make_participation(event, person)
    make_mention(make_draft(), person, confirmed=confirmed)
    make_article(events=[event])
    assert names_at(client, event) == ["公开者"]


def test_a_portrait_is_delivered_without_a_proxy_too(client):
    person = make_person(visibility="full", portrait=upload_of(picture()))
    answer = client.get(person.portrait.url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(answer).startswith(b"\xff\xd8")
    assert client.get("/media/../db.sqlite3").status_code in (400, 404)
    assert client.get("/media/portraits/").status_code == 404


def test_on_a_phone_who_it_is_and_who_was_there_stands_before_the_stories(client):
    person, event = make_person(visibility="full"), make_event()
    make_membership(person, make_post("主席"), start="2021")
    make_participation(event, person)
    make_article(persons=[person], events=[event])
    for record, first in ((person, "career"), (event, "participants")):
        text = client.get(record.get_absolute_url()).content.decode()
        assert text.index(f'id="{first}"') < text.index('id="stories"')


def test_no_list_of_stories_parts_a_name(client):
    person, event = make_person("阿卜杜热合曼·买买提"), make_event()
    make_article("阿卜杜热合曼·买买提调研", persons=[person], events=[event])
    whole = '<span class="whole">阿卜杜热合曼·买买提</span>调研'
    for address in ("/articles/", event.get_absolute_url(), person.get_absolute_url()):
        assert whole in client.get(address).content.decode(), address
