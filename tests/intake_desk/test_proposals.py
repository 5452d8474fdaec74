"""Proposed persons and events: the certain ones at once, the rest one by one, in one place."""

import re

import pytest
from django.urls import reverse

from articles.linking import confirming
from articles.models import Coverage, Event, Mention
from articles.printed.accepting import accept
from people.models import Organization, Person
from tests.intake_desk.test_accepting import make_chair
from tests.make import (
    make_draft,
    make_event,
    make_mention,
    make_page,
    make_person,
    make_user,
)


@pytest.fixture
def accepted(real_page):
    """The page's drafts; of the persons one is known by name and title."""
    make_chair()
    accept(real_page)
    return real_page


def address(page):
    return reverse("admin:articles_printpage_proposals", args=[page.pk])


def decide(client, page, link, choice, **more):
    prefix = f"{link._meta.model_name}-{link.pk}"
    data = {f"{prefix}-choice": choice} | {
        f"{prefix}-{name}": value for name, value in more.items()
    }
    return client.post(address(page), data, follow=True)


def mention(name, order=1):
    return Mention.objects.get(name=name, article__page_order=order)


def test_all_that_match_exactly_are_confirmed_at_once(desk, accepted):
    desk.post(address(accepted), {"all": "1"})
    assert {row.name for row in Mention.objects.confirmed()} == {"黄奕奕"}
    assert Mention.objects.confirmed().count() == 2
    assert mention("黄奕奕").memberships.count() == 2


def test_an_exact_event_is_confirmed_at_once(desk, accepted):
    coverage = Coverage.objects.exclude(date="").first()
    event = make_event(coverage.name, coverage.date)
    desk.post(address(accepted), {"all": "1"})
    assert [row.event for row in Coverage.objects.confirmed()] == [event]


@pytest.mark.parametrize(
    "change", ["another title", "no title", "two of the name", "after the end"]
)
def test_what_is_not_certain_is_not_confirmed_at_once(desk, real_page, change):
    person = make_chair()
    if change == "two of the name":
        make_chair_twin()
    if change == "after the end":
        person.memberships.update(
            seen_on=None, end="2020", end_first="2020-01-01", end_last="2020-12-31"
        )
    accept(real_page)
    if change == "another title":
        Mention.objects.filter(name="黄奕奕").update(title="市政协主席")
    if change == "no title":
        Mention.objects.filter(name="黄奕奕").update(title="")
    desk.post(address(real_page), {"all": "1"})
    assert not Mention.objects.confirmed().exists()


def make_chair_twin():
    """A namesake on record with the same posts."""
    first, twin = Person.objects.get(name="黄奕奕"), make_person("黄奕奕", note="另一人")
    for row in first.memberships.all():
        row.pk, row.person = None, twin
        row.save()


def test_a_title_on_record_without_dates_matches_and_is_called_uncertain(real_page):
    person = make_chair()
    person.memberships.update(
        seen_on=None, start="", start_first="0001-01-01", start_last="9999-12-31"
    )
    accept(real_page)
    reasons = set(person.mentions.values_list("reason", flat=True))
    assert confirming.confirm_exact(real_page.articles.all()) == 2
    assert reasons == {"姓名职务与记录相符；当天是否在任不确定"}


def test_a_title_is_known_by_any_name_of_its_organization(real_page):
    make_chair()
    Organization.objects.filter(title_form="市总工会").update(
        title_form="", short_names="总工会、市总工会"
    )
    accept(real_page)
    assert confirming.confirm_exact(real_page.articles.all()) == 2


def test_somebody_known_is_chosen(desk, accepted):
    person = make_person("罗晃浩")
    decide(desk, accepted, mention("罗晃浩"), person.pk)
    assert (mention("罗晃浩").person, mention("罗晃浩").confirmed) == (person, True)


def test_somebody_else_is_chosen_from_all(desk, accepted):
    person = make_person("罗浩")
    decide(desk, accepted, mention("罗晃浩"), "other", other=person.pk)
    assert mention("罗晃浩").person == person
    assert mention("罗晃浩").name == "罗晃浩"


def test_a_new_person_is_made_only_by_the_editor(desk, accepted):
    decide(desk, accepted, mention("罗晃浩"), "new")
    assert mention("罗晃浩").person == Person.objects.get(name="罗晃浩")
    assert mention("罗晃浩").confirmed


def test_who_has_a_like_name_is_shown_first(desk, accepted):
    make_person("罗晃洁")
    make_person("罗一")
    forms = [
        form for story in desk.get(address(accepted)).context["stories"] for form in story["people"]
    ]
    like = next(form.proposal.like for form in forms if form.link.name == "罗晃浩")
    assert [person.name for person, _title in like] == ["罗晃洁"]


def test_a_namesake_needs_a_note(desk, accepted):
    response = decide(desk, accepted, mention("黄奕奕"), "new")
    assert Person.objects.filter(name="黄奕奕").count() == 1
    assert "errorlist" in response.content.decode()
    decide(desk, accepted, mention("黄奕奕"), "new", note="市一中教师")
    assert mention("黄奕奕").person.note == "市一中教师"


def test_a_proposal_is_dismissed(desk, accepted):
    decide(desk, accepted, mention("罗晃浩"), "dismiss")
    assert not Mention.objects.filter(name="罗晃浩", article__page_order=1).exists()


def test_later_decides_nothing(desk, accepted):
    decide(desk, accepted, mention("罗晃浩"), "later")
    assert mention("罗晃浩").confirmed is False


def test_one_person_stands_in_a_story_once(desk, accepted):
    person = make_person("罗晃浩")
    decide(desk, accepted, mention("罗晃浩"), person.pk)
    response = decide(desk, accepted, mention("黄奕奕"), "other", other=person.pk)
    assert mention("黄奕奕").confirmed is False
    assert "errorlist" in response.content.decode()


def test_a_new_event_has_a_name_a_day_and_a_kind(desk, accepted):
    coverage = Coverage.objects.exclude(date="").first()
    decide(
        desk,
        accepted,
        coverage,
        "new",
        name="迎春座谈会",
        start=coverage.date,
        kind=Event.Kind.MEETING,
    )
    event = Event.objects.get()
    assert (event.name, event.start, event.kind) == ("迎春座谈会", coverage.date, "meeting")
    coverage.refresh_from_db()
    assert (coverage.event, coverage.confirmed) == (event, True)
    assert coverage.name != "迎春座谈会"  # what was printed stays


def test_a_wrong_day_is_refused_and_stays_in_the_form(desk, accepted):
    coverage = Coverage.objects.exclude(date="").first()
    response = decide(
        desk, accepted, coverage, "new", name="迎春座谈会", start="26日", kind="meeting"
    )
    assert not Event.objects.exists()
    assert 'value="26日"' in response.content.decode()


def test_one_wrong_decision_does_not_stop_the_others(desk, accepted):
    wrong, right = mention("黄奕奕"), mention("罗晃浩")
    person = make_person("罗晃浩")
    data = {f"mention-{wrong.pk}-choice": "new", f"mention-{right.pk}-choice": person.pk}
    desk.post(address(accepted), data)
    assert mention("罗晃浩").confirmed
    assert not mention("黄奕奕").confirmed


def test_a_story_without_a_page_has_the_same_place(desk, db):
    draft = make_draft()
    Mention.objects.create(article=draft, name="罗晃浩", title="市委副书记")
    place = reverse("admin:articles_article_proposals", args=[draft.pk])
    assert desk.get(place).context["open"] == 1
    form = desk.get(reverse("admin:articles_article_change", args=[draft.pk]))
    assert place in form.content.decode()


@pytest.mark.parametrize("role", ["资料员", "管理员"])
def test_who_may_not_decide_changes_nothing(client, accepted, role):
    client.force_login(make_user(role))
    assert client.post(address(accepted), {"all": "1"}).status_code == 403
    decide(client, accepted, mention("罗晃浩"), "dismiss")
    assert not Mention.objects.confirmed().exists()
    assert mention("罗晃浩")


def test_a_reporter_makes_no_event(client, accepted):
    client.force_login(make_user("记者"))
    coverage = Coverage.objects.exclude(date="").first()
    decide(client, accepted, coverage, "new", name="迎春座谈会", start="2024", kind="meeting")
    assert not Event.objects.exists()


def test_a_key_that_is_none_is_no_server_error(desk, accepted):
    assert decide(desk, accepted, mention("罗晃浩"), "abc").status_code == 200
    assert decide(desk, accepted, mention("罗晃浩"), "999999").status_code == 200
    assert not mention("罗晃浩").confirmed


def test_an_empty_place_says_so(desk, db):
    assert desk.get(address(make_page())).context["open"] == 0


def test_queries_do_not_grow_with_the_proposals(desk, accepted, django_assert_max_num_queries):
    article = accepted.articles.first()
    for number in range(20):
        Mention.objects.create(article=article, name=f"张小{number}", title="班长")
    with django_assert_max_num_queries(40):
        desk.get(address(accepted))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("劳模工匠代表迎春座谈会", "meeting"),
        ("“劳模工匠助企行”专项行动启动仪式", "campaign"),
        ("党的二十大精神宣讲会", "lecture"),
        ("职工技能大赛", "competition"),
        ("元宵游园", "other"),
    ],
)
def test_the_form_suggests_a_kind_by_the_name(name, kind):
    assert confirming.kind_of(name) == kind


def test_a_form_that_was_open_before_notices_what_was_decided(desk, accepted):
    article = mention("黄奕奕").article
    before = article.lock_version
    desk.post(address(accepted), {"all": "1"})
    article.refresh_from_db()
    assert article.lock_version > before


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_it_says_how_many_of_how_many_were_confirmed(desk, accepted):
    every = Mention.objects.count() + Coverage.objects.count()
    words = said(desk.post(address(accepted), {"all": "1"}, follow=True))
    for number in (2, every, every - 2):
        assert str(number) in re.findall(r"\d+", words)


def test_who_was_dismissed_is_named(desk, accepted):
    assert "罗晃浩" in said(decide(desk, accepted, mention("罗晃浩"), "dismiss"))


def dismissed(response) -> list[int]:
    return [each.pk for story in response.context["stories"] for each in story["dismissed"]]


def test_what_was_dismissed_is_brought_back_on_the_same_page(desk, accepted):
    row = mention("罗晃浩")
    page = decide(desk, accepted, row, "dismiss")
    assert "恢复" in page.content.decode()
    page = desk.post(address(accepted), {"back": dismissed(page)}, follow=True)
    assert "罗晃浩" in said(page)
    assert dismissed(page) == []
    assert (mention("罗晃浩").pk, mention("罗晃浩").confirmed) == (row.pk, False)


def test_who_may_not_decide_brings_nothing_back(desk, accepted, client):
    gone = dismissed(decide(desk, accepted, mention("罗晃浩"), "dismiss"))
    client.force_login(make_user("记者"))
    page = client.get(address(accepted))
    assert dismissed(page) == gone
    assert 'name="back"' not in page.content.decode()
    assert client.post(address(accepted), {"back": gone}).status_code == 403
    assert not Mention.objects.filter(name="罗晃浩", article__page_order=1).exists()


def test_what_another_story_dismissed_is_not_brought_back_here(desk, accepted):
    gone = dismissed(decide(desk, accepted, mention("罗晃浩"), "dismiss"))
    elsewhere = reverse("admin:articles_article_proposals", args=[make_draft().pk])
    assert dismissed(desk.get(elsewhere)) == []
    desk.post(elsewhere, {"back": gone})
    assert not Mention.objects.filter(name="罗晃浩", article__page_order=1).exists()


def test_a_way_leads_back_to_the_page_or_the_story(desk, accepted):
    story = accepted.articles.first()
    pages = {
        address(accepted): reverse("admin:articles_printpage_reading", args=[accepted.pk]),
        reverse("admin:articles_article_proposals", args=[story.pk]): reverse(
            "admin:articles_article_change", args=[story.pk]
        ),
    }
    for place, back in pages.items():
        page = desk.get(place).content.decode()
        assert f'href="{back}"' in page[page.index('class="back"') :].partition("</p>")[0]


def look(client, article):
    place = reverse("admin:articles_article_proposals", args=[article.pk])
    return client.post(place, {"look": "1"}, follow=True)


@pytest.fixture
def written(db):
    """A story that was typed at the desk."""
    text = "1月26日，市人大常委会副主任、市总工会主席黄奕奕到茂名港慰问职工。市委副书记罗晃浩参加。"
    return make_draft(body=f"<p>{text}</p>")


def test_a_story_written_at_the_desk_is_read_for_persons(desk, written):
    chair = make_chair()
    look(desk, written)
    proposed = {row.name: (row.person, row.confirmed) for row in written.mentions.all()}
    assert proposed == {"黄奕奕": (chair, False), "罗晃浩": (None, False)}


def test_looking_twice_proposes_nothing_twice(desk, written):
    chair = make_chair()
    Mention.objects.create(article=written, name="黄主席", person=chair, confirmed=True)
    for _time in range(2):
        look(desk, written)
    rows = written.mentions.exclude(name="黄主席").values_list("name", "person")
    assert sorted(rows) == [("罗晃浩", None)]  # the chair is listed, under another printed name


def test_who_may_not_decide_does_not_look(client, written):
    client.force_login(make_user("资料员"))
    assert look(client, written).status_code == 403
    assert not written.mentions.exists()


def test_what_is_confirmed_while_the_story_is_approved_is_public(db):
    story = make_draft()
    mention = make_mention(story, make_person("黄奕奕"), confirmed=False)
    coverage = Coverage.objects.create(article=story, name="座谈会")
    read_before = (
        Mention.objects.select_related("article").get(pk=mention.pk),
        Coverage.objects.select_related("article").get(pk=coverage.pk),
    )
    story.approve()
    confirming.confirm_person(read_before[0], mention.person)
    confirming.confirm_event(read_before[1], make_event())
    assert Mention.objects.published().filter(pk=mention.pk).exists()
    assert Coverage.objects.published().filter(pk=coverage.pk).exists()
