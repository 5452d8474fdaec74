"""Lists of stories are found by an index: whatever leads, the same stories in the same order."""

import random
from datetime import timedelta
from itertools import combinations

import pytest
from django.db import connection

from articles.lists.finding import Stories
from articles.lists.selection import TIES
from articles.models import Article, Credit, PhotoUse, Source, TaggedArticle
from tests.make import (
    LONG_AGO,
    make_article,
    make_draft,
    make_event,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    """Forty stories tied at random (one seed); several came out at the same moment."""
    dice = random.Random(7)
    world = {
        "person": [make_person(f"人物{n}") for n in range(3)],
        "organization": [make_organization(f"机构{n}") for n in range(3)],
        "event": [make_event(f"活动{n}") for n in range(3)],
        "reporter": [make_person(f"记者{n}") for n in range(3)],
        "section": [make_section(f"栏目{n}", f"s{n}") for n in range(3)],
    }
    world["publication"] = [make_paper(f"报{n}") for n in range(2)]
    pages = [
        make_page(f"第{n}版", publication=paper) for n, paper in enumerate(world["publication"])
    ]
    for number in range(40):
        some = lambda kind: dice.sample(world[kind], dice.randint(0, 2))  # noqa: E731
        story = make_article(
            f"第{number}篇{dice.choice(['劳模', '工匠'])}",
            published_at=LONG_AGO + timedelta(days=number // 3),
            persons=some("person"),
            events=some("event"),
            organizations=some("organization"),
            reporters=some("reporter"),
            section=dice.choice(world["section"]),
            page=dice.choice([*pages, None]),
            tags=dice.sample(["安全", "培训"], dice.randint(0, 2)),
        )
        use = PhotoUse.objects.create(article=story)
        for person in some("reporter"):
            Credit.objects.create(photo_use=use, person=person, name=person.name, role="摄")
        for organization in some("organization"):
            story.bylines.create(organization=organization, name="工宣", role="文")
            story.bylines.create(organization=organization, name="工宣", role="图")
    world["tag"] = [row.tag for row in TaggedArticle.objects.filter(tag__name="安全")[:1]]
    return {name: records[0] for name, records in world.items()}


def choices(archive):
    for many in range(3):
        for names in combinations(archive, many):
            yield {name: archive[name] for name in names}


def keys(places) -> list[int]:
    return [place.pk for place in places]


@pytest.mark.parametrize(
    "more", [{}, {"date": "2024-02"}, {"q": "劳模"}, {"q": "匠", "date": "2024"}]
)
@pytest.mark.parametrize("few", [0, 1000])
def test_all_filters_together_find_what_each_of_them_would(archive, monkeypatch, more, few):
    monkeypatch.setattr("articles.lists.finding.FEW", few)
    for chosen in choices(archive):
        expected = Article.objects.published().newest_first()
        for name, record in chosen.items():
            expected = expected & Stories(**{name: record}).all()
        expected = expected.filter(pk__in=Stories(**more).all())
        assert keys(Stories(**chosen, **more).places(100)) == [story.pk for story in expected]


def test_pages_by_number_and_by_place_are_the_same_list(archive):
    for chosen in choices(archive):
        stories = Stories(**chosen)
        whole, place = stories.places(100), None
        for first in range(0, len(whole), 7):
            page = stories.places(7, first=first)
            assert page == stories.places(7, before=place) == whole[first : first + 7]
            place = page[-1]


def test_what_is_not_published_is_in_no_list(archive):
    before = {name: len(Stories(**{name: record}).places(100)) for name, record in archive.items()}
    assert all(before.values())
    for story in Article.objects.all():
        story.withdraw()
    for name, record in archive.items():
        assert Stories(**{name: record}).places(100) == []
    draft = make_draft(persons=[archive["person"]], tags=["安全"], section=archive["section"])
    assert Stories(tag=archive["tag"]).places(100) == []
    draft.approve(at=LONG_AGO)
    assert keys(Stories(tag=archive["tag"]).places(100)) == [draft.pk]


def test_a_story_is_of_the_paper_it_was_printed_in_else_of_its_source():
    printed, original, later = make_paper("晚报"), make_paper("日报"), make_paper("周刊")
    page = make_page(publication=printed)
    source = Source.objects.create(name="日报", publication=original)
    story = make_article(page=page, source=source)
    reprint = make_article(source=source)
    assert paper_of(story) == printed
    assert paper_of(reprint) == original
    page.publication = None
    page.save()
    assert paper_of(story) == original
    source.publication = later
    source.save()
    assert paper_of(story) == paper_of(reprint) == later


def paper_of(story):
    story.refresh_from_db()
    return story.publication


def test_a_photo_that_moves_to_another_story_takes_its_credit_along():
    person, first, second = make_person(), make_article(), make_article()
    use = PhotoUse.objects.create(article=first)
    Credit.objects.create(photo_use=use, person=person, name=person.name)
    use.article = second
    use.save()
    assert keys(Stories(reporter=person).places(9)) == [second.pk]


def test_each_list_stands_in_an_index_in_its_order(archive):
    """No database sorts: on a table of many rows that would take the longer the longer the list."""
    for name, record in archive.items():
        stories = Stories(**{name: record})
        place = stories.places(3)[-1]
        for ties in stories.led_by:
            for rows in (stories._index(ties, 21), stories._index(ties, 21, place)):
                assert "sort" not in plan(rows)
                assert "temp b-tree for order by" not in plan(rows)


def test_the_filters_that_are_offered_are_those_that_are_found(archive):
    through_others = {"campaign", "honour", "post"}  # of a second table: tests/site/test_facets.py
    assert set(archive) | through_others == set(TIES)


def plan(rows) -> str:
    """As for a large table: PostgreSQL sorts a small one whatever its indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        return rows[:21].explain().lower()
