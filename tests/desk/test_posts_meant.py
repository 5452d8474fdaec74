"""Which posts of a person a story means: shown and chosen on the story's form."""

from datetime import date

import pytest
from django.test import Client

from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make.make_user("编辑"))
    return client


@pytest.fixture
def chair():
    union = make.make_organization(title_form="市总工会")
    person = make.make_person("黄奕奕")
    make.make_membership(person, make.make_post("副主席", union), start="2010", end="2020")
    return make.make_membership(person, make.make_post("主席", union), start="2021")


def test_only_the_posts_of_the_person_are_offered(desk, chair):
    other = make.make_membership(make.make_person("刘艳"), make.make_post("教研室主任"))
    story = make.make_draft(persons=[chair.person])
    page = desk.get(address(story)).content.decode()
    assert "市总工会副主席" in page
    assert "教研室主任" not in page
    assert save(desk, story, **{"mentions-0-memberships": [other.pk]}).status_code == 200
    assert save(desk, story, **{"mentions-0-memberships": [chair.pk]}).status_code == 302
    assert list(story.mentions.get().memberships.all()) == [chair]


def test_confirming_fills_in_what_holds_on_the_storys_day(desk, chair):
    story = make.make_draft(page=make.make_page(date=date(2024, 1, 27)))
    make.make_mention(story, chair.person, confirmed=False, title="市总工会主席")
    assert save(desk, story, **{"mentions-0-confirmed": "on"}).status_code == 302
    assert list(story.mentions.get().memberships.all()) == [chair]


def test_another_person_brings_his_own_posts(desk, chair):
    story = make.make_draft()
    row = make.make_mention(story, make.make_person("黄亦奕"), title="市总工会主席")
    row.memberships.add(make.make_membership(row.person, make.make_post("工程师")))
    save(desk, story, **{"mentions-0-person": chair.person_id})
    assert list(story.mentions.get().memberships.all()) == [chair]


@pytest.fixture
def named(chair):
    story = make.make_draft(persons=[chair.person])
    make.make_membership(chair.person, make.make_post("会长"))
    return story


def meet(me, story, theirs, mine):
    """I open the form, a colleague saves, I send mine and then what is brought together."""
    colleague = Client()
    colleague.force_login(make.make_user("编辑"))
    data = filled_in(me.get(address(story)))
    assert save(colleague, story, **theirs).status_code == 302
    return me.post(address(story), data | mine)


def posts_meant(story) -> list[str]:
    return sorted(row.post.label for row in story.mentions.get().memberships.all())


@pytest.mark.parametrize("mine", [True, False])
def test_posts_chosen_by_one_of_two_editors_stay_chosen(desk, chair, named, mine):
    chosen = {
        "mentions-0-memberships": [row.pk for row in chair.person.memberships.order_by("pk")][1:]
    }
    changes = [{"headline": "另一个标题"}, chosen]
    response = meet(desk, named, *(changes if mine else reversed(changes)))
    assert desk.post(address(named), filled_in(response)).status_code == 302
    assert posts_meant(named) == ["主席", "会长"]


def test_posts_chosen_differently_by_two_editors_are_asked_about(desk, chair, named):
    first, second, third = (row.pk for row in chair.person.memberships.order_by("pk"))
    theirs, mine = ({"mentions-0-memberships": keys} for keys in ([first], [second, third]))
    asked = meet(desk, named, theirs, mine)
    carried = {name: asked.wsgi_request.POST.getlist(name) for name in asked.wsgi_request.POST}
    version = asked.context["conflict"].article.lock_version
    choice = {"choice-mentions": "mine", "choice_version": version}
    form = desk.post(address(named), carried | choice)
    assert desk.post(address(named), filled_in(form)).status_code == 302
    assert posts_meant(named) == ["主席", "会长"]
