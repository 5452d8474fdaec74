"""An editor's corrections by span; what no longer fits the page is named, never an exception."""

import pytest

from articles.intake import read
from tests.intake.forms import FIRST, HEAD, LAST

RAW = f"{HEAD}\n\n本报讯 {FIRST}\n\n{LAST}\n\n春运今日启动\n\n本报讯 铁路部门加开列车。\n"


def over(part, **order):
    start = RAW.index(part)
    return {"start": start, "end": start + len(part), **order}


def test_the_kind_of_a_line():
    reading = read(RAW, [over(LAST, kind="caption")])
    assert reading.stories[0].paragraphs == [FIRST]
    assert [each.caption for each in reading.stories[0].photos] == [LAST]


def test_a_line_is_split_by_overriding_a_part_of_it():
    reading = read(RAW, [over("全市职工", kind="kicker"), over("技能竞赛举行", kind="headline")])
    story = reading.stories[0]
    assert (story.kicker, story.headline) == ("全市职工", "技能竞赛举行")


def test_one_override_over_two_paragraphs_makes_them_one():
    reading = read(RAW, [over(f"{FIRST}\n\n{LAST}", kind="paragraph")])
    assert reading.stories[0].paragraphs == [FIRST + LAST]


def test_the_later_of_two_overrides_counts():
    reading = read(RAW, [over(LAST, kind="caption"), over(LAST, kind="furniture")])
    assert reading.stories[0].photos == []
    assert "furniture" in {each.kind for each in reading.pieces}


def test_a_part_moves_to_another_story():
    by_number = read(RAW, [over(LAST, story=2)])
    by_place = read(RAW, [over(LAST, at=RAW.index("春运"), story=1)])
    for reading in (by_number, by_place):
        assert [len(each.paragraphs) for each in reading.stories] == [1, 2]


def test_a_new_story_begins():
    reading = read(RAW, [over(LAST, story="new")])
    assert sorted(len(each.paragraphs) for each in reading.stories) == [1, 1, 1]


@pytest.mark.parametrize("fault", ["reading", "paper"])
def test_mended_characters_stand_in_the_text_and_among_the_changes(fault):
    reading = read(RAW, [over("列车", text="动车", fault=fault)])
    assert reading.stories[1].paragraphs == ["铁路部门加开动车。"]
    (change,) = [each for each in reading.changes if each.fault]
    assert (change.before, change.after, change.fault) == ("列车", "动车", fault)
    assert reading.ledger.characters == len(RAW)


STALE = [
    {"start": 0, "end": 9999, "kind": "headline"},
    {"start": -1, "end": 3, "kind": "headline"},
    {"start": 5, "end": 2, "kind": "headline"},
    {"start": 0, "end": 3, "kind": "poem"},
    {"start": 0, "end": 3, "story": 0},
    {"start": 0, "end": 3, "rejected": "everything"},
    {"start": 0, "end": 3, "text": "x", "fault": "nobody's"},
    {"start": "0", "end": 3, "kind": "headline"},
    {},
    None,
]


@pytest.mark.parametrize("order", STALE, ids=str)
def test_what_does_not_fit_the_page_is_ignored_and_named(order):
    reading = read(RAW, [order])
    assert reading.ignored == [order]
    assert reading.stories == read(RAW).stories


def test_a_story_that_is_not_there_is_named():
    assert read(RAW, [over(LAST, story=7)]).ignored


def test_forced_parts_of_a_headline_leave_its_neighbours_as_they_were_read():
    raw = "我市弘扬劳模精神\n\n劳模工匠欢聚一堂话发展\n\n本报讯 昨日，我市举行座谈会。\n"
    start = raw.index("劳模工匠")
    end = start + len("劳模工匠欢聚一堂话发展")
    orders = [
        {"start": start, "end": start + 4, "kind": "kicker"},
        {"start": start + 4, "end": end, "kind": "headline"},
    ]
    (story,) = read(raw, orders).stories
    assert (story.kicker, story.headline) == ("我市弘扬劳模精神 劳模工匠", "欢聚一堂话发展")
