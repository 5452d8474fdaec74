"""What moved is found at its old address, on pages and in filters."""

import pytest
from django.contrib.redirects.models import Redirect

from articles import moves
from tests.make import make_article, make_event, make_person, make_section

pytestmark = pytest.mark.django_db


def rename(record, slug):
    record.slug = slug
    record.save()


def test_a_section_with_a_new_address_is_found_at_the_old_one(client):
    section = make_section(slug="old")
    make_article(section=section)
    rename(section, "new")
    response = client.get("/sections/old/?date=2024")
    assert response.status_code == 301
    assert response.url == "/sections/new/?date=2024"
    assert client.get("/articles/?section=old").context["filter"].values["section"] == section


def test_a_tag_with_a_new_address_is_found_at_the_old_one(client):
    tag = make_article(tags=["劳模"]).tags.get()
    old = tag.get_absolute_url()
    rename(tag, "model-workers")
    assert client.get(old).url == "/tags/model-workers/"
    assert client.get("/articles/?tag=lao-mo").context["filter"].values["tag"] == tag


def test_moving_twice_leads_straight_to_the_end(client):
    section = make_section(slug="a")
    rename(section, "b")
    rename(section, "c")
    assert client.get("/sections/a/").url == "/sections/c/"


def test_moving_back_leaves_no_circle(client):
    section = make_section(slug="a")
    rename(section, "b")
    rename(section, "a")
    assert client.get("/sections/a/").status_code == 200
    assert client.get("/sections/b/").url == "/sections/a/"
    assert not Redirect.objects.filter(old_path="/sections/a/").exists()


def test_saving_without_a_new_address_leaves_no_redirect():
    section = make_section()
    section.about = "改了说明"
    section.save()
    assert not Redirect.objects.exists()


def test_a_filter_follows_a_merged_person(client):
    person, gone = make_person(), make_person("重复的人")
    make_article(persons=[person])
    moves.leave_redirect(gone.get_absolute_url(), person.get_absolute_url())
    number = gone.pk
    gone.delete()
    response = client.get(f"/articles/?person={number}")
    assert response.context["filter"].values["person"] == person


def test_a_redirect_to_another_kind_of_page_is_no_answer_for_a_filter(client):
    person = make_person()
    make_article(persons=[person], events=[make_event(pk=person.pk)])
    moves.leave_redirect("/events/77/", person.get_absolute_url())
    assert client.get("/articles/?event=77").status_code == 404


def test_a_tag_in_another_script_has_an_address(client):
    story = make_article(tags=["Ω"])
    tag = story.tags.get()
    rename(tag, "劳模")
    assert client.get(tag.get_absolute_url()).status_code == 200
    assert client.get(story.get_absolute_url()).status_code == 200


def test_moves_between_addresses_in_other_scripts_are_followed_with_the_filters_kept(client):
    tag = make_article(tags=["劳模"]).tags.get()
    for slug in ("劳模", "劳动模范"):
        rename(tag, slug)
    response = client.get("/tags/劳模/?date=2024")
    assert response.status_code == 301
    assert response.url == f"{tag.get_absolute_url()}?date=2024"
    assert client.get("/articles/?tag=劳模").context["filter"].values["tag"] == tag
