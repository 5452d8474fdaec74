"""What nobody sees is no name: pasted along it is left out, alone it is refused in words."""

import pytest

from articles.models import Article, Event
from people.models import Organization, OtherName, Person
from tests import make
from tests.desk.forms import filled_in, save

pytestmark = pytest.mark.django_db
UNSEEN = "\u200b\ufeff"


@pytest.fixture
def boss(client):
    client.force_login(make.make_user(is_superuser=True))
    return client


def added(client, model, **fields):
    meta = model._meta
    url = f"/admin/{meta.app_label}/{meta.model_name}/add/"
    return client.post(url, filled_in(client.get(url)) | fields)


@pytest.mark.parametrize(
    ("model", "field"),
    [(Person, "name"), (Organization, "name"), (Event, "name"), (Article, "headline")],
)
def test_a_name_of_what_nobody_sees_is_refused(boss, model, field):
    response = added(boss, model, **{field: UNSEEN})
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert not model.objects.exists()


def test_a_row_of_what_nobody_sees_is_refused(boss):
    person = make.make_person("黄奕奕")
    row = {"name": UNSEEN, "kind": "pen"}
    rows = {"other_names-TOTAL_FORMS": "1"} | {f"other_names-0-{k}": v for k, v in row.items()}
    assert save(boss, person, **rows).status_code == 200
    assert not OtherName.objects.exists()


def test_what_nobody_sees_is_left_out_of_a_name(boss):
    assert added(boss, Event, name=f"迎春{UNSEEN}座谈会").status_code == 302
    assert Event.objects.get().name == "迎春座谈会"


@pytest.mark.parametrize("kind", ["person", "event"])
def test_a_new_record_beside_the_text_needs_a_name_that_is_seen(boss, kind):
    url = f"/admin/articles/article/new-{kind}/"
    response = boss.post(url, {"name": UNSEEN, "kind": "meeting"})
    assert response.status_code == 200
    assert not Person.objects.exists()
    assert not Event.objects.exists()


def test_a_story_from_a_phone_needs_a_headline_that_is_seen(client):
    client.force_login(make.make_user("记者"))
    response = client.post(
        "/admin/articles/article/file/", {"headline": UNSEEN, "text": "座谈会。"}
    )
    assert response.status_code == 200
    assert not Article.objects.exists()
