"""Two colleagues merge the same two persons at the same moment, each the other way round."""

import threading

import pytest
from django.db import DatabaseError, connection

from articles.merging import Gone, merge_persons
from newsdesk.views import merge as views
from people.models import Person
from tests import make
from tests.desk.test_people import keeper, merge  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def test_who_merges_two_that_a_colleague_has_just_merged_the_other_way_is_told(
    keeper,  # noqa: F811
    monkeypatch,
):
    one, two = make.make_person("黄奕奕"), make.make_person("黄亦奕")
    look = views.locked_stories

    def a_colleague_is_faster(*args):
        monkeypatch.setattr(views, "locked_stories", look)
        merge_persons(two, one)
        return []

    monkeypatch.setattr(views, "locked_stories", a_colleague_is_faster)
    answer = merge(keeper, one, two)
    assert answer.status_code == 302
    assert "“黄奕奕”已被合并或删除" in keeper.get(answer.url).content.decode()
    assert Person.objects.get() == two


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only on PostgreSQL: SQLite has one writer"
)
@pytest.mark.django_db(transaction=True)
def test_of_two_opposite_merges_at_once_one_is_done_and_the_other_refused():
    one, two = make.make_person("黄奕奕"), make.make_person("黄亦奕")
    for number in range(20):
        make.make_article(f"报道{number}", persons=[one, two])
    start, ends = threading.Barrier(2), []

    def run(kept, other):
        start.wait()
        try:
            merge_persons(kept, other)
            ends.append("done")
        except Gone:
            ends.append("gone")
        except DatabaseError as error:
            ends.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in ((one, two), (two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["done", "gone"]
    assert Person.objects.count() == 1
