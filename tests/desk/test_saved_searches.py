"""保存的检索: whoever is at the desk keeps a list with its filters, opens it again, and forgets it."""

import pytest

from articles.models import SavedSearch
from tests.make import make_article, make_user

pytestmark = pytest.mark.django_db
SEARCHES = "/admin/searches/"
LIST = "/admin/articles/article/?q=工匠&state=draft"


@pytest.fixture
def editor(client):
    user = make_user("编辑")
    client.force_login(user)
    return user


def saved(user, name="工匠", address=LIST):
    return SavedSearch.objects.create(user=user, name=name, address=address)


@pytest.mark.parametrize("address", [LIST, "/search/?q=工匠&person=3", "/people/?kind=official"])
def test_a_search_is_kept_and_stands_on_the_first_page(client, editor, address):
    form = client.get(SEARCHES, {"address": address}).content.decode()
    assert address.replace("&", "&amp;") in form
    answer = client.post(SEARCHES, {"name": "我的工匠", "address": address})
    assert answer.status_code == 302
    html = client.get("/admin/").content.decode()
    assert f'<a href="{address.replace("&", "&amp;")}">我的工匠</a>' in html


def test_its_first_name_is_what_was_looked_for(client, editor):
    assert 'value="工匠"' in client.get(SEARCHES, {"address": LIST}).content.decode()


def test_every_list_leads_there(client, editor):
    make_article()
    for address in ("/admin/articles/article/?q=x", "/articles/?date=2024"):
        assert f'href="{SEARCHES}?address=' in client.get(address).content.decode()
    client.logout()
    assert SEARCHES not in client.get("/articles/?date=2024").content.decode()


@pytest.mark.parametrize(
    "address", ["https://example.com/", "//example.com/", "/\\example.com", "javascript:x"]
)
def test_no_other_site_is_kept(client, editor, address):
    answer = client.post(SEARCHES, {"name": "x", "address": address})
    assert answer.status_code == 200
    assert not SavedSearch.objects.exists()


def test_one_name_once(client, editor):
    saved(editor)
    answer = client.post(SEARCHES, {"name": "工匠", "address": "/search/?q=x"})
    assert "您已有同名的检索" in answer.content.decode()
    assert SavedSearch.objects.count() == 1


def test_each_sees_and_forgets_only_his_own(client, editor):
    mine, other = saved(editor), saved(make_user("编辑"), name="别人的")
    assert (
        "别人的"
        not in client.get("/admin/").content.decode() + client.get(SEARCHES).content.decode()
    )
    assert client.post(f"{SEARCHES}{other.pk}/forget/").status_code == 404
    assert client.get(f"{SEARCHES}{mine.pk}/forget/").status_code == 405
    client.post(f"{SEARCHES}{mine.pk}/forget/")
    assert list(SavedSearch.objects.all()) == [other]


def test_nobody_without_a_login(client):
    assert client.get(SEARCHES).status_code == 302
