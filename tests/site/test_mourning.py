"""Days of mourning: the readers' site stands in grey, from the first day to the last."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from articles import freshness
from articles.models import Mourning
from tests.make import make_article, make_user

pytestmark = pytest.mark.django_db
GREY = '<html lang="zh-Hans" class="mourning">'
DAY = timedelta(days=1)


def mourn(first, last):
    return Mourning.objects.create(first_day=localdate() + first, last_day=localdate() + last)


@pytest.mark.parametrize(
    ("first", "last", "grey"),
    [(-DAY, -DAY, False), (-DAY, 0 * DAY, True), (0 * DAY, DAY, True), (DAY, DAY, False)],
)
def test_every_page_is_grey_from_the_first_day_to_the_last(client, first, last, grey):
    mourn(first, last)
    story = make_article()
    for address in ("/", story.get_absolute_url(), "/articles/", "/nowhere/"):
        assert (GREY in client.get(address).content.decode()) is grey, address


@pytest.mark.django_db(transaction=True)
def test_kept_pages_turn_grey_and_back_at_once(settings, monkeypatch):
    settings.PAGE_CACHE = True
    monkeypatch.setattr(freshness, "REREAD", 0)
    reader = Client()
    assert GREY not in reader.get("/").content.decode()
    today = mourn(0 * DAY, 0 * DAY)
    assert GREY in reader.get("/").content.decode()
    today.delete()
    assert GREY not in reader.get("/").content.decode()


def test_the_desk_stays_in_colour(client):
    mourn(0 * DAY, 0 * DAY)
    client.force_login(make_user("总编辑"))
    assert (
        "mourning"
        not in client.get(reverse("admin:articles_article_changelist"))
        .content.decode()
        .split("<body")[0]
    )


@pytest.mark.parametrize(("role", "may"), [("管理员", 200), ("总编辑", 200), ("编辑", 403)])
def test_administrators_and_chief_editors_set_the_days(client, role, may):
    client.force_login(make_user(role))
    assert client.get(reverse("admin:articles_mourning_add")).status_code == may


def test_the_last_day_does_not_lie_before_the_first():
    with pytest.raises(ValidationError):
        Mourning(first_day=localdate(), last_day=localdate() - DAY).full_clean()
