"""Accepting a page: drafts with all that the page gives, proposals that decide nothing, and the way back."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from articles.models import Article, Byline, Coverage, Event, Mention, State
from articles.printed import accepting
from articles.printed.accepting import Refused, accept, undo
from people.models import Person
from tests.make import (
    make_event,
    make_membership,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_user,
)

DAY = date(2024, 1, 26)


def make_chair(name="黄奕奕", **fields):
    """Somebody who held both printed titles on that day."""
    person = make_person(name, **fields)
    for body, title, post, rank in (
        ("茂名市人大常委会", "市人大常委会", "副主任", 10),
        ("茂名市总工会", "市总工会", "主席", 20),
    ):
        organization = make_organization(body, title_form=title)
        make_membership(person, make_post(post, organization, rank=rank), seen_on=DAY)
    return person


def make_reporter(name):
    person = make_person(name)
    make_membership(person, make_post(f"{name}的记者岗位", kind="reporter"))
    return person


def test_each_story_becomes_a_draft_in_the_order_of_the_page(real_page, editor):
    drafts = accept(real_page, editor)
    assert [draft.page_order for draft in drafts] == [1, 2, 3]
    assert {draft.state for draft in drafts} == {State.DRAFT}
    assert {draft.created_by for draft in drafts} == {editor}
    assert not Article.objects.published().exists()


def test_the_lines_of_the_page_are_the_fields_of_the_draft(real_page):
    draft = accept(real_page)[2]
    assert draft.banner == "全面深入学习贯彻党的二十大精神"
    assert draft.kicker == "团市委组织开展宣讲会学习贯彻党的二十大精神"
    assert draft.headline == "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量"
    assert draft.dateline == "茂名晚报讯"
    assert draft.body.startswith("<p>为引导党员干部深刻领会")
    assert draft.body.count("<p>") == 3


def test_the_source_is_the_paper(real_page):
    first, second, _third = accept(real_page)
    assert first.source.publication == real_page.publication
    assert first.source == second.source


def test_crossheads_stand_before_their_paragraph(db):
    raw = (
        "车间里的一天\n\n本报讯（记者张三）清晨，车间里灯火通明，工人们已经到岗。\n\n"
        "一、练好手艺\n\n上午，老师傅们带着徒弟在机床前反复练习，一遍又一遍。\n"
    )
    (draft,) = accept(make_page(raw))
    assert "</p><h2>一、练好手艺</h2><p>上午" in draft.body


def test_a_byline_is_linked_only_to_a_reporter_who_is_the_only_one_of_that_name(real_page):
    known = make_reporter("赖碧怡")
    make_person("梁奈")  # no reporter
    drafts = accept(real_page)
    assert [byline.person for byline in Byline.objects.filter(article=drafts[2])] == [known]
    assert Byline.objects.get(article=drafts[0]).person is None


def test_two_reporters_of_one_name_are_not_guessed_between(real_page):
    for _twice in range(2):
        person = make_person("赖碧怡")
        make_membership(person, make_post(f"记者{person.pk}", kind="reporter"))
    assert Byline.objects.get(article=accept(real_page)[2]).person is None


def test_a_caption_is_kept_with_its_credit_and_without_its_picture(real_page):
    (use,) = accept(real_page)[2].photo_uses.all()
    assert (use.caption, use.photo) == ("活动现场。", None)
    (credit,) = use.credits.all()
    assert (credit.name, credit.role, credit.unit) == ("吴昊", "全媒体记者", "茂名日报社")


def test_a_role_is_kept_as_printed(db):
    raw = "车间里的一天\n\n本报讯（融媒体记者张三）清晨，车间里灯火通明，工人们已经到岗。\n"
    accept(make_page(raw))
    byline = Byline.objects.get()
    assert (byline.unit, byline.role, byline.name) == ("", "融媒体记者", "张三")


def test_people_are_proposed_with_their_printed_titles(real_page):
    known = make_chair()
    first = accept(real_page)[0]
    rows = {row.name: row for row in first.mentions.all()}
    assert rows["黄奕奕"].title == "市人大常委会副主任、市总工会主席"
    assert rows["黄奕奕"].person == known
    assert rows["黄奕奕"].memberships.count() == 2
    assert rows["罗晃浩"].person is None
    assert all(row.reason for row in rows.values())
    assert not Mention.objects.confirmed().exists()


def test_a_proposal_creates_nobody_and_nothing(real_page):
    accept(real_page)
    assert not Person.objects.exists()
    assert not Event.objects.exists()


def test_an_event_is_matched_by_name_and_day(real_page):
    accept(real_page)
    proposed = Coverage.objects.exclude(date="").first()
    right = make_event(proposed.name, proposed.date)
    make_event(proposed.name, "2021-01-01")
    undo(real_page)
    accept(real_page)
    assert Coverage.objects.get(name=proposed.name, date=proposed.date).event == right
    assert not Coverage.objects.confirmed().exists()


def test_the_staff_goes_onto_the_page(db):
    raw = "车间里的一天\n\n本报讯（记者张三）清晨，车间里灯火通明，工人们已经到岗。\n\n责编：李四 校对：王五六\n"
    page = make_page(raw)
    accept(page)
    assert [(row.role, row.name) for row in page.staff.all()] == [
        ("责编", "李四"),
        ("校对", "王五六"),
    ]


def test_accepting_twice_makes_no_second_drafts(real_page, editor):
    accept(real_page, editor)
    assert accept(real_page, editor) == []
    assert Article.objects.count() == 3


def test_accepting_again_makes_only_the_draft_that_was_deleted(real_page):
    accept(real_page)[1].delete()
    assert [draft.page_order for draft in accept(real_page)] == [2]


def test_undone_as_long_as_nothing_was_edited(real_page, editor):
    accept(real_page, editor)
    undo(real_page)
    real_page.refresh_from_db()
    assert not Article.objects.exists()
    assert real_page.accepted is None
    assert len(accept(real_page, editor)) == 3


def test_not_undone_once_a_draft_was_edited(real_page):
    draft = accept(real_page)[0]
    draft.headline = "改过的标题"
    draft.save()
    with pytest.raises(Refused, match="改过的标题"):
        undo(real_page)
    assert Article.objects.count() == 3


def test_not_undone_once_a_story_went_on_its_way(real_page, editor):
    accept(real_page)[0].approve(by=editor)
    with pytest.raises(Refused):
        undo(real_page)


def test_deciding_about_people_is_no_edit(real_page):
    make_chair()
    draft = accept(real_page)[0]
    mention = draft.mentions.get(name="黄奕奕")
    mention.confirmed = True
    mention.save()
    undo(real_page)
    assert not Article.objects.exists()


def test_what_has_no_place_must_be_known_of(real_page, monkeypatch):

    def with_rest(page):
        reading = read(page)
        reading.ledger = replace(reading.ledger, unassigned=7)
        return reading

    read = accepting.reading_of
    monkeypatch.setattr(accepting, "reading_of", with_rest)
    with pytest.raises(Refused, match="7"):
        accept(real_page)
    assert not Article.objects.exists()
    assert len(accept(real_page, knows_what_is_left=True)) == 3


def test_a_page_without_stories_is_refused(db):
    with pytest.raises(Refused):
        accept(make_page("2024年1月27日 星期六 第3版\n"))


@pytest.mark.parametrize("kind", ["headline", "kicker"])
def test_a_line_too_long_for_its_field_is_refused_in_words(kind, db):
    raw = "安全生产月启动\n\n" + "长" * 350 + "。\n\n本报讯（记者张三）1月26日，活动在城北启动。\n"
    start = raw.index("长")
    page = make_page(raw, overrides=[{"start": start, "end": start + 351, "kind": kind}])
    with pytest.raises(Refused, match="200"):
        accept(page)
    assert not Article.objects.exists()


def post(client, page, name, **data):
    return client.post(
        reverse(f"admin:articles_printpage_{name}", args=[page.pk]), data, follow=True
    )


def test_an_editor_accepts_and_takes_back_at_the_desk(desk, real_page):
    response = post(desk, real_page, "accept")
    assert "劳模工匠欢聚一堂话发展" in response.content.decode()
    assert Article.objects.count() == 3
    post(desk, real_page, "accept")
    assert Article.objects.count() == 3
    post(desk, real_page, "undo")
    assert not Article.objects.exists()


def test_the_reading_rests_while_there_are_drafts(desk, real_page):
    accept(real_page)
    response = post(desk, real_page, "reading", act="reset_all")
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert 'value="save"' not in response.content.decode()


@pytest.mark.parametrize("role", ["记者", "校对", "资料员", "管理员"])
def test_who_may_not_accept_is_refused(client, role, real_page):
    client.force_login(make_user(role))
    assert post(client, real_page, "accept").status_code == 403
    assert post(client, real_page, "undo").status_code == 403
    assert not Article.objects.exists()


def test_two_papers_do_not_share_a_source(real_page, real_text):
    other = make_page(real_text + "\n", publication=make_paper("茂名日报"))
    assert accept(real_page)[0].source != accept(other)[0].source


def test_a_byline_too_long_for_its_column_is_refused_in_words(db, monkeypatch):
    """The reading would hardly make one; an editor's choice of kind can."""
    raw = f"车间里的一天\n\n{'甲' * 51}\n\n清晨，车间里灯火通明，工人们已经到岗。\n"
    start = raw.index("甲")
    byline = {"start": start, "end": start + 51, "kind": "byline"}
    with pytest.raises(Refused, match="51"):
        accept(make_page(raw, overrides=[byline]))
    assert not Article.objects.exists()


def test_only_the_reading_that_was_looked_at_is_accepted(desk, real_page):
    address = reverse("admin:articles_printpage_reading", args=[real_page.pk])
    seen = desk.get(address).context["seen"]
    real_page.overrides = [{"start": 0, "end": 4, "kind": "furniture"}]
    real_page.save()
    response = post(desk, real_page, "accept", seen=seen)
    assert "刚才有人改过这个版面的识别" in response.content.decode()
    assert not Article.objects.exists()
    shown = response.context["seen"]
    assert f'name="seen" value="{shown}"' in response.content.decode().split('class="accept"')[1]
    post(desk, real_page, "accept", seen=shown, knows="on")
    assert Article.objects.exists()
