"""Rows written many at once are rows like any other."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, ContentChange, Event
from newsdesk.rows import insert
from tests.make import make_article

pytestmark = pytest.mark.django_db


def test_each_gets_its_key_and_its_dates_and_the_next_one_another():
    first = make_article()
    before = timezone.now()
    rows = insert(Article(headline=f"第{n}篇", body='<p>a"b\t\\N</p>') for n in range(3))
    last = make_article()
    assert first.pk < rows[0].pk < rows[1].pk < rows[2].pk < last.pk
    for row in rows:
        kept = Article.objects.get(pk=row.pk)
        assert (kept.headline, kept.body, kept.section) == (row.headline, row.body, None)
        assert before <= kept.created <= timezone.now()


def test_what_the_table_refuses_is_refused_with_all_that_came_with_it():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert([Article(headline="有"), Article(headline="")])
    assert not Article.objects.exists()


def test_readers_pages_made_before_count_as_old():
    ContentChange.objects.all().delete()
    insert([Event(name="座谈会")])
    assert ContentChange.objects.exists()


def test_nothing_is_no_row():
    assert insert([]) == []
