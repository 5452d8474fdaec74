"""The real page on the readers' site: what it tells of is found where readers look for it."""

import pytest
from django.core.management import call_command

from articles.models import Event
from people.models import Person

FORUM = "2024年劳模工匠代表迎春座谈会"


@pytest.fixture
def site(db, settings, client):
    settings.DEBUG = True
    call_command("demo")
    settings.DEBUG = False
    return client


def headlines(response) -> list[str]:
    return sorted(story.headline[:4] for story in response.context["page"].rows)


def test_all_three_stories_stand_on_the_front_page(site):
    context = site.get("/").context
    shown = [context["lead"], *context["seconds"]]
    shown += [story for group in context["river"] for story in group["stories"]]
    assert sorted(story.headline[:4] for story in shown) == ["劳模工匠", "推动党的", "茂名市“"]


def test_a_person_s_page_lists_exactly_their_stories(site):
    person = Person.objects.get(name="黄奕奕")
    context = site.get(person.get_absolute_url()).context
    listed = {
        row["year"]: sorted(story.headline[:4] for story in row["stories"])
        for row in context["years"]
    }
    assert listed == {2024: ["劳模工匠", "茂名市“"]}
    assert context["total"] == 2


def test_person_and_event_together_leave_exactly_one_story(site):
    person, forum = Person.objects.get(name="黄奕奕"), Event.objects.get(name=FORUM)
    assert headlines(site.get(f"/articles/?person={person.pk}")) == ["劳模工匠", "茂名市“"]
    assert headlines(site.get(f"/articles/?person={person.pk}&event={forum.pk}")) == ["劳模工匠"]


@pytest.mark.parametrize(
    ("reporter", "found"), [("梁奈", ["劳模工匠", "茂名市“"]), ("赖碧怡", ["推动党的"])]
)
def test_reporters_are_a_filter(site, reporter, found):
    person = Person.objects.get(name=reporter)
    assert headlines(site.get(f"/articles/?reporter={person.pk}")) == found


def test_the_photographer_whose_picture_is_missing_still_counts(site):
    person = Person.objects.get(name="吴昊")
    assert headlines(site.get(f"/articles/?reporter={person.pk}")) == ["推动党的"]


def test_events_tell_who_was_there_as_what(site):
    forum = Event.objects.get(name=FORUM)
    groups = site.get(forum.get_absolute_url()).context["participants"]
    seats = [row for group in groups for row in group["rows"]]
    assert [str(row.person) for row in seats] == ["罗晃浩", "黄奕奕"]
    assert len(seats[0].roles) == 2  # there, and spoke


def test_every_link_on_the_site_leads_somewhere(site):
    """Follow the links from the front page, to lists with one filter at most; none is broken."""
    seen, waiting = set(), {"/"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = site.get(address)
        assert response.status_code == 200, address
        waiting |= links(response.content.decode()) - seen
    assert len(seen) > 40


def links(text: str) -> set[str]:
    found = {part.split('"', 1)[0] for part in text.split('href="')[1:]}
    return {
        link for link in found if link[0] == "/" and "&amp;" not in link and "/static/" not in link
    }
