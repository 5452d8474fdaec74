"""Readers' pages are kept as long as nothing they show has changed, and for nobody but readers."""

from datetime import timedelta

import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import content_triggers, freshness
from articles.models import Article, ContentChange, Presence, Section
from articles.public.showing import set_links
from newsdesk.pages_kept import KeptPage, PagesKept, PagesShared
from newsdesk.views import kept
from newsdesk.views.api.resources import RESOURCES
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_person,
    make_section,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db
committing = pytest.mark.django_db(transaction=True)  # a transaction counts once


@pytest.fixture
def reader(settings, monkeypatch):
    """A reader of a site that keeps its pages and looks for changes at each request."""
    settings.PAGE_CACHE = True
    monkeypatch.setattr(freshness, "REREAD", 0)
    return Client()


def queries(client, address, **headers) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(address, headers=headers)
    return len(asked)


LOOKING = 3  # the generation, and which story and which topic is due next


def test_a_page_is_made_once(reader):
    story = make_article()
    assert queries(reader, story.get_absolute_url()) > LOOKING
    assert queries(reader, story.get_absolute_url()) == LOOKING


def test_a_page_is_kept_without_asking_the_database(reader, monkeypatch):
    monkeypatch.setattr(freshness, "REREAD", 3600)
    story = make_article()
    first = reader.get(story.get_absolute_url())
    with CaptureQueriesContext(connection) as asked:
        again = reader.get(story.get_absolute_url())
    assert len(asked) == 0
    assert again.content == first.content
    assert again.headers == first.headers


def rename(story):
    story.headline = "换了主题"
    story.save()


EDITS = {
    "saving": rename,
    "bulk update": lambda story: Article.objects.update(headline="换了主题"),
    "another table": lambda story: Section.objects.update(name="换了主题"),
    "a command's SQL": lambda story: connection.cursor().execute(
        "update articles_article set headline = '换了主题'"
    ),
}


@committing
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_whatever_writes_it_a_change_is_seen(reader, edit):
    story = make_article(section=make_section())
    reader.get(story.get_absolute_url())
    edit(story)
    assert "换了主题" in reader.get(story.get_absolute_url()).content.decode()


@committing
def test_a_withdrawn_story_is_gone(reader):
    story = make_article()
    assert reader.get(story.get_absolute_url()).status_code == 200
    story.withdraw()
    assert reader.get(story.get_absolute_url()).status_code == 404


def test_what_does_not_show_leaves_pages_kept(reader):
    story, user = make_article(), make_user()
    reader.get(story.get_absolute_url())
    Presence.objects.touch(story, user, "key")
    user.save()
    assert queries(reader, story.get_absolute_url()) == LOOKING


def test_a_draft_is_never_kept(reader):
    draft = make_draft()
    assert reader.get(draft.get_absolute_url()).status_code == 404
    assert queries(reader, draft.get_absolute_url()) > LOOKING


@committing
def test_a_change_taken_back_does_not_count():
    make_article()
    before = ContentChange.objects.generation()
    with transaction.atomic():
        Article.objects.update(headline="不算")
        transaction.set_rollback(True)
    assert ContentChange.objects.generation() == before
    with transaction.atomic():
        Article.objects.update(headline="算")
    assert ContentChange.objects.generation() > before


@committing
def test_a_change_after_one_taken_back_in_the_same_transaction_counts():
    make_article()
    before = ContentChange.objects.generation()
    with transaction.atomic():
        with transaction.atomic():
            Article.objects.update(headline="不算")
            transaction.set_rollback(True)
        Article.objects.update(headline="算")
    assert ContentChange.objects.generation() > before


def test_every_table_that_shows_has_its_triggers():
    shown = content_triggers.tables()
    assert {"articles_article", "articles_mention_memberships", "people_person"} <= set(shown)
    assert not {"articles_presence", "people_user", "articles_contentchange"} & set(shown)
    catalogue = {
        "sqlite": "select distinct tbl_name from sqlite_master where type = 'trigger'",
        "postgresql": "select tgrelid::regclass::text from pg_trigger where not tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        assert set(shown) <= {name for (name,) in cursor.fetchall()}


def test_a_page_is_kept_until_the_next_story_is_due():
    now = timezone.now()
    make_article(published_at=now + timedelta(seconds=30))
    make_article(published_at=now + timedelta(seconds=90))
    midnight_first = freshness.Freshness.read().until
    assert midnight_first <= (now + timedelta(seconds=30)).timestamp()


def test_a_page_is_kept_until_the_next_topic_is_due():
    due = timezone.now() + timedelta(seconds=30)
    make_topic(published_at=due)
    assert freshness.Freshness.read().until <= due.timestamp()


def test_a_page_past_its_time_is_made_anew(rf):
    page = KeptPage(b"", {}, generation=1, until=1000.0)
    assert page.is_good(1, now=999.9)
    assert not page.is_good(1, now=1000.0)
    assert not page.is_good(2, now=999.9)


def test_who_has_logged_in_sees_a_page_made_for_them(reader):
    story, editor = make_article(), Client()
    editor.force_login(make_user("编辑"))
    reader.get(story.get_absolute_url())
    Article.objects.update(headline="换了主题")
    seen = editor.get(story.get_absolute_url())
    assert "换了主题" in seen.content.decode()
    assert seen.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in seen.headers


def test_nothing_is_kept_for_who_has_logged_in(settings, reader):
    story, calls = make_article(), []

    def view(request):
        calls.append(request)
        return HttpResponse("!")

    pages = kept.ReadersPages(view)
    request = RequestFactory().get(story.get_absolute_url())
    request.COOKIES["sessionid"] = request.META["HTTP_COOKIE"] = "sessionid=x"
    for _ in range(2):
        pages(request)
    assert len(calls) == 2
    assert len(pages.kept) == 0


def with_cookie(request):
    reply = HttpResponse("!")
    reply.set_cookie("csrftoken", "x")
    return reply


def with_nonce(request):
    request._csp_nonce = "x"
    return HttpResponse("!")


@pytest.mark.parametrize(
    "view",
    [
        with_cookie,
        with_nonce,
        lambda request: HttpResponse("!", headers={"Vary": "Cookie"}),
        lambda request: HttpResponse("!", headers={"Cache-Control": "private"}),
        lambda request: HttpResponse("!", status=404),
        lambda request: HttpResponse("!", status=400),
    ],
)
def test_what_is_one_readers_or_wrong_is_not_kept(reader, view):
    pages = kept.ReadersPages(view)
    reply = pages(RequestFactory().get("/"))
    assert len(pages.kept) == 0
    assert "ETag" not in reply.headers
    assert "s-maxage" not in reply.headers["Cache-Control"]
    assert len(kept_by(lambda request: HttpResponse("!"), "/")) == 1


def kept_by(view, *addresses):
    pages = kept.ReadersPages(view)
    for address in addresses:
        pages(RequestFactory().get(address))
    return pages.kept


def test_addresses_that_say_the_same_are_one_page(reader):
    same = ["/a/?person=1&event=2", "/a/?event=2&person=1", "/a/?event=2&person=1&from=timeline"]
    view = lambda request: HttpResponse("!")  # noqa: E731
    assert len(kept_by(view, *same)) == 1
    assert len(kept_by(view, "/a/?person=1", "/a/?person=2", "/a/", "/b/")) == 4


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_a_list_is_kept_whatever_is_chosen_from_it(reader, resource):
    query = "&".join(f"{name}=1" for name in resource.form.base_fields)
    assert len(kept_by(lambda request: HttpResponse("!"), f"/a/?{query}")) == 1


@pytest.mark.parametrize("query", ["x=1", "person=1&x=1", f"q={'长' * 200}", "q=1&" * 30])
def test_addresses_that_nobody_of_ours_links_to_do_not_fill_the_memory(reader, query):
    assert len(kept_by(lambda request: HttpResponse("!"), f"/a/?{query}")) == 0


def test_the_memory_is_bounded_and_loses_first_what_was_asked_for_longest_ago():
    pages = PagesKept(100_000)
    for number in range(100):
        pages.put(f"{number}", KeptPage(bytes(5000), {}, 1, 1e12))
        pages.get("0")
    assert pages.weight <= pages.limit
    assert pages.get("0")
    assert pages.get("99")
    assert not pages.get("1")


@committing
def test_processes_share_pages_where_there_is_a_cache_of_all(reader, tmp_path):
    shared, calls = PagesShared(FileBasedCache(str(tmp_path), {})), []

    def view(request):
        calls.append(request)
        return HttpResponse("!")

    for _process in range(2):
        pages = kept.ReadersPages(view)
        pages.shared = shared
        assert pages(RequestFactory().get("/")).content == b"!"
    assert len(calls) == 1
    make_person()
    pages(RequestFactory().get("/"))
    assert len(calls) == 2


@pytest.mark.parametrize("address", ["/", "/articles/", "/people/", "/feed/", "/search/?q=劳模"])
def test_an_unchanged_page_is_not_sent_again(client, address):
    make_article()
    first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=5"
    etag = first.headers["ETag"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    make_article("又一篇")
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_a_kept_page_answers_a_conditional_question(reader):
    make_article()
    etag = reader.get("/").headers["ETag"]
    assert reader.get("/", headers={"If-None-Match": etag}).status_code == 304
    assert reader.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_pages_of_the_desk_are_stored_nowhere(client):
    story = make_article()
    client.force_login(make_user("总编辑"))
    for address in ("/admin/", f"/articles/{story.pk}/preview/", "/"):
        said = client.get(address).headers["Cache-Control"]
        assert {"private", "no-store"} <= set(said.split(", "))


def test_a_form_of_readers_is_theirs_alone(reader):
    reply = reader.get("/contribute/")
    assert "s-maxage" not in reply.headers["Cache-Control"]
    assert "ETag" not in reply.headers


@committing
def test_the_sections_of_the_site_are_asked_for_once(reader):
    make_article(section=make_section())
    reader.get("/people/")
    with CaptureQueriesContext(connection) as asked:
        reader.get("/events/")
    assert not any("articles_section" in query["sql"] for query in asked)
    make_article(section=make_section("副刊", "supplement"))
    assert "副刊" in reader.get("/events/").content.decode()


def test_the_rows_of_a_public_story_say_themselves_who_is_public():
    story = make_article(persons=[make_person()], events=[make_event()])
    rows = [*story.mentions.select_related("person"), *story.coverages.select_related("event")]
    with CaptureQueriesContext(connection) as asked:
        set_links(rows)
    assert len(asked) == 0
    records = (rows[0].person, rows[1].event)
    assert [row.url for row in rows] == [record.get_absolute_url() for record in records]
