"""Persons and events beside the text: every save proposes them, one press confirms what is certain."""

import json
from datetime import date

import pytest
from django.urls import reverse

from articles.linking.proposing import propose_from_text
from articles.models import Article, Coverage, Mention
from people.models import Deleted, Membership, Person
from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db

TEXT = (
    "<p>1月26日，市职工技能大赛颁奖仪式在市总工会举行。市总工会主席黄奕奕，市总工会副主席陈晓东出席。</p>"
    "<p>茂名石化公司工会主席林志强在会上发言。</p>"
)
EVENT = "市职工技能大赛颁奖仪式"


@pytest.fixture
def desk(client):
    client.user = make.make_user("编辑", display_name="王敏")
    client.force_login(client.user)
    return client


@pytest.fixture
def officials():
    """Two of the text's three persons, each with the post that it prints."""
    union = make.make_organization(title_form="市总工会")
    held = [("黄奕奕", "主席"), ("陈晓东", "副主席")]
    return [
        make.make_membership(
            make.make_person(name), make.make_post(label, union), start="2020"
        ).person
        for name, label in held
    ]


def proposed(story) -> list[str]:
    return [row.name for links in (story.mentions, story.coverages) for row in links.proposed()]


def confirmed(story) -> list[str]:
    return [row.name for links in (story.mentions, story.coverages) for row in links.confirmed()]


def test_a_save_proposes_whom_and_what_the_text_names(desk, officials):
    story = make.make_draft(body=TEXT)
    save(desk, story)
    rows = {row.name: (row.title, row.person, row.confirmed) for row in story.mentions.all()}
    assert rows == {
        "黄奕奕": ("市总工会主席", officials[0], False),
        "陈晓东": ("市总工会副主席", officials[1], False),
        "林志强": ("茂名石化公司工会主席", None, False),
    }
    assert [(row.name, row.date[5:], row.event) for row in story.coverages.all()] == [
        (EVENT, "01-26", None)
    ]
    assert Person.objects.count() == 2


def test_a_new_story_is_read_when_it_is_saved_first(desk, officials):
    data = filled_in(desk.get("/admin/articles/article/add/"))
    desk.post("/admin/articles/article/add/", data | {"headline": "新稿", "body": TEXT})
    assert proposed(Article.objects.get()) == ["黄奕奕", "陈晓东", "林志强", EVENT]


def test_saving_twice_proposes_nothing_twice(desk, officials):
    story = make.make_draft(body=TEXT)
    save(desk, story)
    before = list(story.mentions.values_list("pk", flat=True))
    save(desk, story)
    assert list(story.mentions.values_list("pk", flat=True)) == before
    assert story.versions.count() == 2  # as it was found, and the first save


def test_what_was_confirmed_stays_as_it_is(desk, officials):
    story = make.make_draft(body=TEXT)
    row = make.make_mention(story, officials[1], name="陈副主席", title="工会领导", order=7)
    save(desk, story)
    row.refresh_from_db()
    assert (row.name, row.title, row.order, row.confirmed) == ("陈副主席", "工会领导", 7, True)
    assert "陈晓东" not in proposed(story)  # he is listed, under another printed name


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_who_was_taken_out_is_never_proposed_again(desk, officials, is_confirmed):
    story = make.make_draft(body=TEXT)
    propose_from_text(story)
    rows = story.mentions.filter(name="黄奕奕")
    rows.update(confirmed=is_confirmed)
    number = list(story.mentions.values_list("name", flat=True)).index("黄奕奕")
    save(desk, story, **{f"mentions-{number}-DELETE": "on"})
    save(desk, story)
    propose_from_text(story)
    assert not rows.exists()
    assert Deleted.objects.count() == 1  # where it can be looked at and brought back


def test_what_was_dismissed_before_it_was_saved_is_not_proposed(desk, officials):
    story = make.make_draft(body=TEXT)
    save(desk, story, **{"dismissed-mention": ["林志强"], "dismissed-coverage": [EVENT]})
    assert proposed(story) == ["黄奕奕", "陈晓东"]
    page = desk.get(reverse("admin:articles_article_proposals", args=[story.pk]))
    (shown,) = page.context["stories"]
    assert {each.label for each in shown["dismissed"]} == {"林志强", EVENT}


DISMISSED = {"dismissed-mention": ["林志强"], "dismissed-coverage": [EVENT]}


def test_what_was_dismissed_before_it_was_saved_is_not_recognised_again(desk, officials):
    found = recognise(desk, make.make_draft(), body=TEXT, **DISMISSED)
    assert [each["name"] for each in found["mentions"]] == ["黄奕奕", "陈晓东"]
    assert found["coverages"] == []


def test_what_was_dismissed_comes_back_with_a_form_that_was_refused_or_only_kept(desk):
    story = make.make_draft(body=TEXT)
    line = '<input type="hidden" name="dismissed-mention" value="林志强">'
    refused = save(desk, story, headline="", **DISMISSED)
    assert line in refused.content.decode()
    key = {
        "unsaved_user": desk.user.pk,
        "unsaved_key": "abcd-1234",
        "unsaved_sequence": "1",
        "headline": "改了一半",
    }
    typed = filled_in(desk.get(address(story))) | DISMISSED | key
    desk.post(address(story).replace("change/", "autosave/"), typed)
    assert line in desk.get(f"{address(story)}?unsaved=abcd-1234").content.decode()


def test_what_is_longer_than_a_row_holds_keeps_no_story_from_being_saved(desk):
    story, name = make.make_draft(), f"{'第一' * 150}颁奖仪式"
    text = f"<p>{name}举行。</p><p>{'弗拉基米尔·' * 12}普京、市总工会主席陈晓东到场。</p>"
    assert save(desk, story, body=text).status_code == 302
    assert "陈晓东" in proposed(story)
    assert not story.coverages.exists()


def test_two_names_of_one_person_are_not_both_linked_to_him(desk):
    text = "<p>市总工会主席黄奕奕，市工会副主席黄亦亦出席。</p>"
    story = make.make_draft(body=text)
    save(desk, story)
    person = make.make_person("黄奕奕")
    person.other_names.create(name="黄亦亦")
    text = text.replace("主席黄奕奕", "秘书长黄奕奕").replace("副主席", "副秘书长")
    assert save(desk, story, body=text).status_code == 302
    assert dict(story.mentions.values_list("name", "person")) == {
        "黄奕奕": person.pk,
        "黄亦亦": None,
    }


def test_a_proposal_goes_with_its_name_in_the_text(desk, officials):
    story = make.make_draft(body=TEXT)
    save(desk, story)
    save(desk, story, body=TEXT.replace("黄奕奕", "刘艳").replace("技能大赛", "厨艺大赛"))
    assert set(proposed(story)) == {"陈晓东", "林志强", "刘艳", "市职工厨艺大赛颁奖仪式"}


def test_a_name_typed_to_its_end_replaces_its_beginning(desk):
    story = make.make_draft(body="<p>市总工会主席王强出席。</p>")
    save(desk, story)
    assert proposed(story) == ["王强"]
    save(desk, story, body="<p>市总工会主席王强国出席。</p>")
    assert proposed(story) == ["王强国"]


def test_a_title_that_was_mended_in_the_text_is_mended_in_its_proposal(desk, officials):
    story = make.make_draft(body=TEXT.replace("市总工会副主席", "市总工会秘书长"))
    save(desk, story)
    row = story.mentions.get(name="陈晓东")
    assert (row.title, row.memberships.count()) == ("市总工会秘书长", 0)
    save(desk, story, body=TEXT)
    row.refresh_from_db()
    assert (row.title, row.memberships.count()) == ("市总工会副主席", 1)


def test_a_proposal_that_somebody_touched_stays(desk, officials):
    story = make.make_draft(body=TEXT)
    save(desk, story)
    number = list(story.mentions.values_list("name", flat=True)).index("林志强")
    save(desk, story, **{f"mentions-{number}-title": "工会主席"})
    save(desk, story, body="<p>短讯。</p>")
    assert [(row.name, row.title) for row in story.mentions.all()] == [("林志强", "工会主席")]


def test_what_somebody_typed_by_hand_stays(desk):
    story = make.make_draft(body="<p>短讯。</p>")
    story.mentions.create(name="林志强")
    save(desk, story)
    assert proposed(story) == ["林志强"]


def test_who_signs_is_nobody_the_story_tells_of(desk):
    text = "<p>本报讯（记者 梁奈）市总工会主席黄奕奕出席。</p><p>市总工会干部李志远发言。（通讯员 李志远）</p>"
    story = make.make_draft(body=text)
    save(desk, story)
    assert proposed(story) == ["黄奕奕"]


def test_a_leader_in_a_set_phrase_is_not_proposed(desk):
    story = make.make_draft(body="<p>学习贯彻习近平总书记关于工人阶级和工会工作的重要论述。</p>")
    save(desk, story)
    assert proposed(story) == []


def confirm_all(client, story, **changes):
    data = filled_in(client.get(address(story))) | changes | {"_confirm_all": "1"}
    return client.post(address(story), data, follow=True)


def test_one_press_saves_reads_and_confirms_what_is_certain(desk, officials):
    event = make.make_event(EVENT, "2024-01-26")
    story = make.make_draft(body="<p>短讯。</p>", page=make.make_page(date=date(2024, 1, 27)))
    page = confirm_all(desk, story, body=TEXT, headline="改好的标题")
    assert page.redirect_chain[-1][0] == f"{address(story)}#links"
    assert (confirmed(story), proposed(story)) == (["黄奕奕", "陈晓东", EVENT], ["林志强"])
    assert story.coverages.get().event == event
    assert [row.memberships.count() for row in story.mentions.confirmed()] == [1, 1]
    story.refresh_from_db()
    assert story.headline == "改好的标题"
    (said,) = page.context["messages"]
    assert "4 条中已确认 3 条" in str(said)


def test_one_press_is_one_version(desk, officials):
    story = make.make_draft(body=TEXT)
    confirm_all(desk, story, reason="核对人物")
    assert [row.reason for row in story.versions.order_by("number")][1:] == ["核对人物"]
    rows = story.versions.order_by("number").last().read()["mentions"]
    assert [row["confirmed"] for row in rows] == [True, True, False]


def test_one_press_on_a_form_with_a_mistake_saves_and_confirms_nothing(desk, officials):
    story = make.make_draft(body=TEXT)
    assert confirm_all(desk, story, headline="").status_code == 200
    assert not story.mentions.exists()


def test_who_may_not_change_the_story_confirms_nothing(client, officials):
    client.force_login(make.make_user("记者"))
    story = make.make_draft(body=TEXT)
    propose_from_text(story)
    assert client.post(address(story), {"_confirm_all": "1"}).status_code == 403
    assert confirmed(story) == []
    assert 'id="links"' not in client.get(address(story)).content.decode()


def test_a_reporter_confirms_in_a_story_of_his_own(client, officials):
    reporter = make.make_user("记者")
    client.force_login(reporter)
    story = make.make_draft(body=TEXT, created_by=reporter)
    confirm_all(client, story)
    assert confirmed(story) == ["黄奕奕", "陈晓东"]


def recognise(client, story=None, **typed) -> dict:
    url = address(story) if story else "/admin/articles/article/add/"
    data = filled_in(client.get(url)) | typed
    reply = client.post(
        url.replace("change/", "recognise/").replace("add/", "add/recognise/"), data
    )
    assert reply.status_code == 200
    return json.loads(reply.content)


def test_a_text_that_nobody_saved_is_read_and_nothing_is_stored(desk, officials):
    make.make_person("林志刚", note="教师")
    found = recognise(desk, headline="新稿", body=TEXT)
    people = {each["name"]: each for each in found["mentions"]}
    assert [each["exact"] for each in people.values()] == [True, True, False]
    assert people["黄奕奕"]["record"] == {"id": officials[0].pk, "text": "黄奕奕"}
    assert [each["text"] for each in people["林志强"]["candidates"]] == ["林志刚（教师）"]
    assert [(each["name"], each["exact"]) for each in found["coverages"]] == [(EVENT, False)]
    assert not Article.objects.exists()
    assert not Mention.objects.exists()


def test_of_what_the_form_lists_already_nothing_is_recognised_again(desk, officials):
    story = make.make_draft(body=TEXT)
    propose_from_text(story)
    found = recognise(desk, story, body=TEXT + "<p>市总工会秘书长周文静出席。</p>")
    assert [each["name"] for each in found["mentions"]] == ["周文静"]
    assert found["coverages"] == []


def test_who_may_not_change_a_story_does_not_have_it_read(client):
    client.force_login(make.make_user("资料员"))
    story = make.make_draft(body=TEXT)
    assert client.post(f"/admin/articles/article/{story.pk}/recognise/").status_code == 403
    assert client.post("/admin/articles/article/add/recognise/").status_code == 403
    client.logout()
    assert client.post("/admin/articles/article/add/recognise/").status_code == 401


@pytest.mark.parametrize("key", ["9" * 25, "9" * 5000])
def test_a_number_that_no_column_holds_is_none(desk, key):
    rows = {"mentions": "person", "coverages": "event", "bylines": "person"}
    typed = {f"{prefix}-0-{name}": key for prefix, name in rows.items()}
    typed |= {f"{prefix}-TOTAL_FORMS": "1" for prefix in rows}
    url = "/admin/articles/article/add/recognise/"
    assert desk.post(url, typed | {"body": TEXT}).status_code == 200
    assert desk.post(url, {"mentions-TOTAL_FORMS": key, "body": TEXT}).status_code == 200
    url, _given = asked("event")
    assert desk.post(f"{url}?article={key}", {"choose": key}).status_code == 200


def test_a_form_full_of_nonsense_is_read_without_fault(desk):
    nonsense = {"mentions-TOTAL_FORMS": "x", "page": "9" * 40, "section": "a", "body": "<p><b>文"}
    nonsense |= {
        "banner": "栏\0头",
        "headline": "\0",
        "bylines-TOTAL_FORMS": "1",
        "bylines-0-name": "\0",
    }
    assert desk.post("/admin/articles/article/add/recognise/", nonsense).status_code == 200


def test_each_candidate_tells_namesakes_apart(desk, officials):
    teacher = make.make_person("黄奕奕", note="教师")
    school = make.make_post("教师", make.make_organization("市一中"))
    make.make_membership(teacher, school, start="2019", end="?")
    make.make_article(persons=[officials[0]])
    story = make.make_draft(body=TEXT)
    propose_from_text(story)
    rows = desk.get(address(story)).context["links"]["mentions"]
    chair, other = next(row for row in rows if row["name"] == "黄奕奕")["candidates"]
    assert (chair["title"], chair["stories"], chair["uncertain"]) == ("市总工会主席", "1 篇", "")
    assert (other["text"], other["stories"], other["uncertain"]) == (
        "黄奕奕（教师）",
        "0 篇",
        "不确定",
    )


def test_queries_do_not_grow_with_the_rows(desk, officials, django_assert_max_num_queries):
    story = make.make_draft(body=TEXT)
    for number in range(3):
        story.mentions.create(name=f"张小{number}", title="班长", reason="职务词＋姓名")
        story.coverages.create(name=f"第{number}届运动会", date="2024-01-26")
    desk.get(address(story))  # content types and the site are fetched once
    with django_assert_max_num_queries(70) as first:
        desk.get(address(story))
    for number in range(3, 20):
        story.mentions.create(name=f"张小{number}", title="班长", reason="职务词＋姓名")
        story.coverages.create(name=f"第{number}届运动会", date="2024-01-26")
    with django_assert_max_num_queries(len(first)):
        desk.get(address(story))


def asked(kind, **given):
    return reverse(f"admin:articles_article_new_{kind}"), given


def test_like_names_are_shown_before_somebody_new(desk, officials):
    make.make_person("陈晓冬", note="教师")
    make.make_person("张三")
    url, given = asked("person", name="陈晓东", title="市总工会副主席", _popup="1")
    page = desk.get(url, given)
    shown = [(str(each["record"]), str(each["how"])) for each in page.context["like"]]
    assert shown == [("陈晓东", "同名"), ("陈晓冬（教师）", "读音相同")]
    assert "市总工会副主席 2020年—至今" in page.content.decode()


def test_one_of_them_goes_into_the_row_that_asked(desk, officials):
    url, given = asked("person", name="陈晓冬", _popup="1")
    page = desk.post(f"{url}?name=陈晓冬&_popup=1", {"choose": officials[1].pk})
    handed = json.loads(page.context["popup_response_data"])
    assert handed == {"value": str(officials[1].pk), "obj": "陈晓东"}
    assert Person.objects.count() == 2


def test_somebody_new_comes_with_the_post_that_the_story_shows(desk, officials):
    Membership.objects.all().delete()
    story = make.make_draft("大赛颁奖", page=make.make_page(date=date(2024, 1, 27)))
    url, given = asked("person")
    url += f"?name=李志远&title=市总工会副主席、秘书长&article={story.pk}&_popup=1"
    form = desk.get(url).context["form"]
    assert [label for _key, label in form.fields["posts"].choices] == ["市总工会副主席"]
    keys = [key for key, _label in form.fields["posts"].choices]
    desk.post(url, {"make": "1", "name": "李志远", "posts": keys})
    (row,) = Person.objects.get(name="李志远").memberships.all()
    assert (row.title, row.seen_on, row.end) == ("市总工会副主席", date(2024, 1, 27), "?")
    assert row.source == "《大赛颁奖》，2024年1月27日"


def test_the_editor_decides_about_the_post(desk, officials):
    url, _given = asked("person")
    url += "?name=李志远&title=市总工会副主席&headline=大赛颁奖&_popup=1"
    assert "posts" in desk.get(url).context["form"].fields
    desk.post(url, {"make": "1", "name": "李志远"})
    assert not Person.objects.get(name="李志远").memberships.exists()


def test_an_editor_gives_nobody_a_post_without_a_story_as_its_source(desk, officials):
    url, _given = asked("person")
    url += "?name=李志远&title=市总工会副主席&_popup=1"
    assert "posts" not in desk.get(url).context["form"].fields
    posts = [str(row.post_id) for row in Membership.objects.all()]
    desk.post(url, {"make": "1", "name": "李志远", "posts": posts})
    assert not Person.objects.get(name="李志远").memberships.exists()
    assert desk.get("/admin/people/membership/add/").status_code == 403


def test_a_namesake_needs_a_note(desk, officials):
    url, _given = asked("person")
    page = desk.post(f"{url}?name=黄奕奕", {"make": "1", "name": "黄奕奕"})
    assert "errorlist" in page.content.decode()
    assert Person.objects.filter(name="黄奕奕").count() == 1
    desk.post(f"{url}?name=黄奕奕", {"make": "1", "name": "黄奕奕", "note": "教师"})
    assert Person.objects.filter(name="黄奕奕").count() == 2


def test_events_of_those_days_and_of_like_names_are_shown(desk):
    make.make_event("职工技能大赛颁奖", "2024-01-25")
    make.make_event("春节联欢晚会", "2024-01-26")
    make.make_event("职工运动会", "2021-05-01")
    url, given = asked("event", name=EVENT, date="2024-01-26", _popup="1")
    shown = [str(each["record"]) for each in desk.get(url, given).context["like"]]
    assert set(shown) == {"职工技能大赛颁奖", "春节联欢晚会"}


def test_a_new_event_is_made_with_its_day_and_kind(desk):
    url, _given = asked("event")
    url += f"?name={EVENT}&date=2024-01-26&_popup=1"
    assert desk.get(url).context["form"].initial["kind"] == "competition"
    wrong = desk.post(url, {"make": "1", "name": EVENT, "start": "26日", "kind": "ceremony"})
    assert "errorlist" in wrong.content.decode()
    page = desk.post(url, {"make": "1", "name": EVENT, "start": "2024-01-26", "kind": "ceremony"})
    assert json.loads(page.context["popup_response_data"])["obj"] == EVENT


@pytest.mark.parametrize("kind", ["person", "event"])
def test_who_may_not_add_only_chooses(client, kind):
    client.force_login(make.make_user("记者"))
    url, _given = asked(kind)
    page = client.get(f"{url}?name=林志强")
    assert page.status_code == 200
    assert 'name="make"' not in page.content.decode()
    made = {"make": "1", "name": "林志强", "start": "", "kind": "other"}
    assert client.post(f"{url}?name=林志强", made).status_code == 403
    client.force_login(make.make_user("管理员"))
    assert client.get(f"{url}?name=林志强").status_code == 403
    assert not Person.objects.exists()
    assert not Coverage.objects.exists()
