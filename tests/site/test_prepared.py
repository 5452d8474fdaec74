"""A prepared query finds what its queryset finds; what cannot be kept is refused."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F, Model, Q, Value
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Byline, Mention
from newsdesk.prepared import SHORTEST, Prepared, Unprepared, prepared
from people.models import Membership, Person
from tests.make import make_article, make_membership, make_person, make_post, make_section
from tests.site.test_queries import World

pytestmark = pytest.mark.django_db


def plain(found):
    """All that is known of a row without asking the database."""
    if not isinstance(found, Model):
        return found
    known = {k: plain_part(v) for k, v in vars(found).items() if k != "_state"}
    related = {k: plain(v) for k, v in found._state.fields_cache.items()}
    return type(found), known, related


def plain_part(value):
    return [plain(each) for each in value] if isinstance(value, list) else value


@pytest.fixture
def compared(monkeypatch):
    """Every prepared query asks its queryset, too: the names of those that did."""
    asked, call = set(), Prepared.__call__

    def both(query, *shape, **values):
        with CaptureQueriesContext(connection) as queries:
            found = call(query, *shape, **values)
        assert len(queries) <= 1
        rows = query.make(*shape, **values)
        one, other = ([plain(row) for row in each] for each in (found, rows))
        if not rows.ordered:
            one, other = sorted(one, key=repr), sorted(other, key=repr)
        assert one == other, query.make
        asked.add(query.make.__qualname__)
        return found

    monkeypatch.setattr(Prepared, "__call__", both)
    return asked


def test_on_every_page_prepared_queries_find_what_their_querysets_find(client, compared):
    world = World()
    for _time in range(2):  # as they are written, and as they are kept
        for address in world.addresses:
            client.get(address)
    assert len(compared) > 3


@prepared
def persons_named(*, name):
    return Person.objects.filter(Q(name__icontains=name) | Q(note=name)).order_by("pk")


@pytest.mark.parametrize("name", ["梁", "%", "_", "\\", "100%", "梁奈", ""])
def test_a_text_is_looked_for_as_it_stands(name):
    for each in ("梁奈", "100%", "a_b", "a\\b", "赖碧怡"):
        make_person(each)
    found = [person.name for person in persons_named(name=name)]
    assert found == list(persons_named.make(name=name).values_list("name", flat=True))


@prepared
def in_section(*, section):
    return Article.objects.filter(section=section).order_by("pk")


def test_none_is_asked_for_as_none():
    section = make_section()
    inside, outside = make_article("在栏目里", section=section), make_article("不在栏目里")
    for _time in range(2):
        assert in_section(section=None) == [outside]
        assert in_section(section=section.pk) == [inside]


@prepared
def with_keys(*, keys, now):
    return Article.objects.published(now).filter(pk__in=keys).order_by("pk")


def test_lists_of_keys_of_any_length_are_one_query():
    stories = [make_article(f"稿件{number}") for number in range(2 * SHORTEST + 1)]
    now = timezone.now()
    for many in (0, 1, SHORTEST - 1, SHORTEST, SHORTEST + 1, len(stories), 0, 2):
        keys = [story.pk for story in stories[:many]]
        for form in (list, tuple, set, dict.fromkeys):
            assert with_keys(keys=form(keys), now=now) == stories[:many]


def test_the_moment_is_the_one_given():
    story = make_article()
    for shift, found in ((0, [story]), (-1, []), (1, [story])):
        moment = story.public_from + timedelta(microseconds=shift)
        assert with_keys(keys=[story.pk], now=moment) == found


def test_days_and_annotations_and_pairs_are_read_as_django_reads_them():
    post = make_post("主席")
    row = make_membership(make_person(), post, start="2020")

    @prepared
    def held(*, day):
        return Membership.objects.on(day).with_posts().annotate(rank=F("post__rank"))

    @prepared
    def ranks(*, day):
        return held.make(day=day).order_by("post__label").values_list("person", "rank")

    today = timezone.localdate()
    assert [(each, each.post, each.rank) for each in held(day=today)] == [(row, post, post.rank)]
    assert held(day=today - timedelta(days=9000)) == []
    assert ranks(day=today) == [(row.person_id, post.rank)]


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (lambda *, article: Mention.objects.published().filter(article=article), {"article": 1}),
        (lambda *, article: Byline.objects.all(), {"article": 1}),
        (lambda *, article: Byline.objects.filter(article__gte=article + 1), {"article": 1}),
        (lambda *, name: Byline.objects.filter(name__istartswith=name), {"name": "梁"}),
        (lambda *, article: Byline.objects.none(), {"article": 1}),
        (lambda *, n: Article.objects.annotate(n=Value(n))[: n % 7], {"n": 3}),
        (lambda *, key: Article.objects.filter(pk=key).prefetch_related("tags"), {"key": 1}),
    ],
)
def test_what_cannot_be_kept_is_refused(make, values):
    with pytest.raises(Unprepared):
        prepared(make)(**values)


def test_a_record_is_no_value():
    section = make_section()
    with pytest.raises(Unprepared):
        in_section(section=section)
