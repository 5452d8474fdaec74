"""People's records at the desk: namesakes, hiding, history, merging, accounts."""

import pytest
from django.contrib.redirects.models import Redirect
from django.urls import reverse

from articles.models import Byline, Mention
from people.models import Change, Membership, OtherName, Person, User
from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db
ADD = "/admin/people/person/add/"


@pytest.fixture
def keeper(client):
    client.user = make.make_user("资料员", display_name="林资料")
    client.force_login(client.user)
    return client


def fill_in(client, **fields):
    return client.post(ADD, filled_in(client.get(ADD)) | fields)


def test_a_namesake_is_shown_before_a_second_person_is_made(keeper):
    OtherName.objects.create(person=make.make_person("黄奕奕", note="市总工会"), name="阿奕")
    for name in ("黄奕奕", "黄 奕奕", "阿奕"):
        response = fill_in(keeper, name=name)
        assert "黄奕奕（市总工会）" in response.content.decode()
        assert Person.objects.count() == 1
    assert fill_in(keeper, name="黄奕奕", another_person="on", note="教师").status_code == 302
    assert Person.objects.filter(name="黄奕奕").count() == 2


def test_a_new_name_asks_nothing(keeper):
    assert fill_in(keeper, name="罗晃浩").status_code == 302


def test_a_person_renamed_to_a_namesake_is_asked_about(keeper):
    make.make_person("黄奕奕")
    other = make.make_person("黄亦亦")
    assert save(keeper, other, name="黄奕奕").status_code == 200
    assert save(keeper, other, note="教师").status_code == 302


def test_an_edit_leaves_who_when_before_and_after(keeper):
    person = make.make_person(note="旧")
    save(keeper, person, note="新")
    change = Change.objects.get(kind="changed", field="note")
    assert (change.by, change.before, change.after) == (keeper.user, "旧", "新")
    assert change.at
    page = keeper.get(address(person, "history")).content.decode()
    assert "林资料" in page
    assert '<td class="before">旧</td>' in page
    assert '<td class="after">新</td>' in page


def test_a_row_changed_on_the_persons_form_stands_in_the_persons_history(keeper):
    membership = make.make_membership(make.make_person())
    save(keeper, membership.person, **{"memberships-0-start": "2021-03"})
    change = Change.objects.get(model="people.membership", field="start")
    assert (change.by, change.person, change.after) == (keeper.user, membership.person, "2021-03")


def test_deleting_from_the_list_is_noted_too(keeper):
    person = make.make_person()
    data = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
    keeper.post("/admin/people/person/", data)
    assert not Person.objects.exists()
    assert Change.objects.filter(kind="deleted", by=keeper.user, record_name="黄奕奕").exists()


def hide_or_show(client, person, what="hide"):
    return client.post(reverse("admin:people_person_visibility", args=[person.pk]), {what: "1"})


def test_one_click_hides_a_person_everywhere_and_one_opens_again(keeper):
    person = make.make_person()
    make.make_article(persons=[person])
    page = person.get_absolute_url()
    assert keeper.get(page).status_code == 200
    assert hide_or_show(keeper, person).status_code == 302
    assert keeper.get(page).status_code == 404
    hide_or_show(keeper, person, "show")
    assert keeper.get(page).status_code == 200


def test_a_full_page_is_not_narrowed_by_showing_it_again(keeper):
    person = make.make_person(visibility="full")
    hide_or_show(keeper, person, "show")
    assert Person.objects.get().visibility == "full"


@pytest.mark.parametrize("role", ["编辑", "记者", "管理员"])
def test_hiding_is_for_who_may_hide(client, role):
    client.force_login(make.make_user(role))
    person = make.make_person()
    assert hide_or_show(client, person).status_code == 403
    client.post("/admin/people/person/", {"action": "hide", "_selected_action": [person.pk]})
    assert Person.objects.get().visibility == "stories"


@pytest.mark.parametrize(("role", "seen"), [("编辑", "nothing"), ("资料员", "full")])
def test_the_form_opens_nobody_for_those_who_may_not_hide(client, role, seen):
    client.force_login(make.make_user(role))
    person = make.make_person(visibility="nothing", national_leader=True)
    changed = save(client, person, visibility="full", national_leader="", note="市总工会")
    assert changed.status_code == 302
    person.refresh_from_db()
    assert (person.visibility, person.note) == (seen, "市总工会")
    assert person.national_leader == (role == "编辑")


def test_several_are_hidden_from_the_list(keeper):
    persons = [make.make_person(), make.make_person("刘艳")]
    data = {"action": "hide", "_selected_action": [person.pk for person in persons]}
    keeper.post("/admin/people/person/", data)
    assert set(Person.objects.values_list("visibility", flat=True)) == {"nothing"}


def merge(client, kept, other):
    url = reverse("admin:person_merge", args=[kept.pk])
    return client.post(url, {"other": other.pk, "keep": kept.pk})


def test_merging_shows_both_and_then_moves_everything(keeper):
    kept, other = make.make_person("黄奕奕"), make.make_person("黄亦奕")
    both, one = make.make_article("两人都在"), make.make_article("只有一人")
    make.make_mention(both, kept, confirmed=False, title="市总工会主席", order=1)
    make.make_mention(both, other, title="主席", order=2)
    make.make_mention(one, other)
    Byline.objects.create(article=one, person=other, name=other.name, role="记者")
    event = make.make_event()
    make.make_participation(event, kept)
    make.make_participation(event, other)
    make.make_participation(event, other, "讲话")
    post = make.make_post()
    same, _double = make.make_membership(kept, post), make.make_membership(other, post)
    make.make_honour(person=other)
    old = other.get_absolute_url()

    url = reverse("admin:person_merge", args=[kept.pk])
    shown = keeper.get(url, {"other": other.pk}).content.decode()
    assert "黄亦奕" in shown
    assert "市总工会主席" in shown
    assert Person.objects.count() == 2

    assert merge(keeper, kept, other).status_code == 302
    assert list(Person.objects.all()) == [kept]
    mention = Mention.objects.get(article=both)
    assert (mention.person, mention.confirmed, mention.title) == (kept, True, "市总工会主席")
    assert mention.public_from
    assert one.mentions.published().get().person == kept
    assert one.bylines.get().person == kept
    assert {row.role for row in kept.participations.all()} == {"出席", "讲话"}
    assert list(kept.memberships.all()) == [same]
    assert kept.honours.count() == 1
    assert [name.name for name in kept.other_names.all()] == ["黄亦奕"]
    assert Redirect.objects.get(old_path=old).new_path == kept.get_absolute_url()
    assert keeper.get(old, follow=True).status_code == 200
    assert Change.objects.filter(model="people.honour", field="person", by=keeper.user).exists()
    assert Change.objects.filter(kind="deleted", record=other.pk, by=keeper.user).exists()


def test_the_page_of_merging_names_whom_it_concerns_and_leads_back(keeper):
    kept, other = make.make_person("黄奕奕"), make.make_person("黄亦奕")
    make.make_membership(kept, make.make_post("教研室主任"))
    make.make_article(persons=[kept])
    url = reverse("admin:person_merge", args=[kept.pk])
    alone = keeper.get(url).content.decode()
    for words in ("黄奕奕", "教研室主任", "提到此人的报道 1", f'href="{address(kept)}">取消'):
        assert words in alone
    both = keeper.get(url, {"other": other.pk}).content.decode()
    assert "合并黄奕奕和黄亦奕" in both
    assert "取消" in both


def test_who_stood_on_the_front_page_still_does_when_merged(keeper):
    kept, other = make.make_person("黄奕奕"), make.make_person("黄亦奕", featured=2)
    merge(keeper, kept, other)
    assert Person.objects.get().featured == 2


def test_an_honour_that_both_records_have_is_kept_once_and_revoked_if_either_is(keeper):
    kept, other, award = make.make_person(), make.make_person("黄亦奕"), make.make_award()
    make.make_honour(award, person=kept, year="2020")
    make.make_honour(award, person=other, year="2020", revoked=True, source="茂名晚报")
    make.make_honour(award, person=other, year="2022")
    merge(keeper, kept, other)
    rows = [(row.year, row.revoked, row.source) for row in kept.honours.all()]
    assert rows == [("2022", False, ""), ("2020", True, "茂名晚报")]


def test_a_hidden_person_stays_hidden_when_merged(keeper):
    kept, other = make.make_person(), make.make_person("黄亦奕", visibility="nothing")
    merge(keeper, kept, other)
    assert Person.objects.get().visibility == "nothing"


def test_a_person_is_not_merged_with_itself(keeper):
    person = make.make_person()
    merge(keeper, person, person)
    assert Person.objects.exists()


def test_merging_is_for_who_may_merge(client):
    client.force_login(make.make_user("编辑"))
    kept, other = make.make_person(), make.make_person("黄亦奕")
    assert merge(client, kept, other).status_code == 403
    assert Person.objects.count() == 2


def choices(client, term, model="articles.mention", field="person"):
    app, name = model.split(".")
    query = {"app_label": app, "model_name": name, "field_name": field, "term": term}
    return [row["text"] for row in client.get("/admin/autocomplete/", query).json()["results"]]


def test_a_person_is_found_by_part_of_a_name_other_name_and_pinyin(keeper):
    union = make.make_organization(title_form="市总工会", short_names="茂名工会、市总")
    person = make.make_person("曾德华", note="市总工会")
    make.make_membership(person, make.make_post("主席", union), start="2021")
    OtherName.objects.create(person=person, name="阿华", kind="pen")
    for term in ("德华", "阿华", "zeng", "zengdehua", "zeng de"):
        assert choices(keeper, term) == ["曾德华（市总工会） 市总工会主席"]
    assert choices(keeper, "ceng") == []
    assert choices(keeper, "市总", "articles.organizationmention", "organization") == [
        "茂名市总工会（市总工会）"
    ]


def test_a_post_is_found_by_its_title_as_one_reads_it(keeper):
    union = make.make_organization("茂名市总工会", title_form="市总工会")
    make.make_post("主席", union), make.make_post("主席", make.make_organization("港务集团工会"))
    for term, found in {
        "市总工会主席": ["市总工会主席"],
        "港务集团工会主席": ["港务集团工会主席"],
        "茂名市总工会": ["市总工会主席"],
    }.items():
        assert choices(keeper, term, "people.membership", "post") == found


def test_proxies_show_reporters_and_officials_apart(keeper):
    reporter = make.make_membership(
        make.make_person("梁奈"), make.make_post("记者", kind="reporter")
    )
    official = make.make_membership(make.make_person("罗晃浩"), make.make_post("主席"))
    for name, member in (("reporter", reporter), ("official", official)):
        rows = keeper.get(f"/admin/people/{name}/").context["cl"].result_list
        assert [row.pk for row in rows] == [member.person_id]
        assert keeper.get(f"/admin/people/{name}/{member.person_id}/change/").status_code == 200


def test_memberships_are_filtered_by_what_holds_today(keeper):
    holds = make.make_membership(make.make_person("甲"), start="2021")
    unknown = make.make_membership(make.make_person("乙"), end="?")
    make.make_membership(make.make_person("丙"), start="2019", end="2020")
    for value, expected in (("possibly", {holds, unknown}), ("certainly", {holds})):
        rows = keeper.get("/admin/people/membership/", {"today": value}).context["cl"].result_list
        assert set(rows) == expected


def test_an_end_before_the_start_is_refused_on_the_form(keeper):
    membership = make.make_membership(start="2021")
    assert save(keeper, membership, end="2020").status_code == 200
    assert Membership.objects.get().end == ""


def test_accounts_are_made_for_the_desk(client):
    client.force_login(make.make_user("管理员"))
    data = {"username": "xin", "display_name": "新人", "usable_password": "true"}
    password = {"password1": "chang-mi-ma-2024", "password2": "chang-mi-ma-2024"}
    assert client.post("/admin/people/user/add/", data | password).status_code == 302
    assert User.objects.get(username="xin").is_staff
    assert client.login(username="xin", password="chang-mi-ma-2024")


@pytest.mark.parametrize("wrong", ["2021-13", "2021-02-30", "二〇二一年", "0000"])
@pytest.mark.parametrize(
    ("role", "record", "field"),
    [
        ("资料员", make.make_membership, "start"),
        ("资料员", make.make_organization, "founded"),
        ("编辑", make.make_event, "end"),
    ],
)
def test_a_date_that_cannot_be_is_refused_at_its_field(client, role, record, field, wrong):
    client.force_login(make.make_user(role))
    response = save(client, record(), **{field: wrong})
    assert response.status_code == 200
    (error,) = response.context["adminform"].form.errors[field]
    assert wrong in error


def test_a_date_in_chinese_is_kept_as_a_date(keeper):
    membership = make.make_membership()
    assert save(keeper, membership, start="2021年11月15日").status_code == 302
    membership.refresh_from_db()
    assert membership.start == "2021-11-15"


def test_one_post_twice_at_the_same_time_is_saved_and_said(keeper):
    post = make.make_post("主席", make.make_organization(title_form="市总工会"))
    held = make.make_membership(make.make_person(), post, start="2021")
    twice = make.make_membership(held.person, post, start="2019", end="2020")
    assert warnings_of(save_and_follow(keeper, twice, end="2020-06")) == ""
    said = warnings_of(save_and_follow(keeper, twice, end="2022"))
    assert "市总工会主席" in said
    twice.refresh_from_db()
    assert twice.end == "2022"
    rows = {"memberships-1-end": "2023"}
    assert "市总工会主席" in warnings_of(save_and_follow(keeper, held.person, **rows))


def save_and_follow(client, record, **changes):
    save(client, record, **changes)
    return client.get("/admin/people/award/")


def warnings_of(response) -> str:
    return "".join(str(row) for row in response.context["messages"] if row.level_tag == "warning")


def test_a_post_without_an_organization_is_there_once(keeper):
    make.make_post("高级技师")
    url = "/admin/people/post/add/"
    response = keeper.post(url, filled_in(keeper.get(url)) | {"label": "高级技师"})
    assert response.context["adminform"].form.non_field_errors() == ["已有这个不属任何机构的职务。"]
