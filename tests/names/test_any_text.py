"""Whatever the text, the search ends soon and points to what stands there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.intake.events import propose
from articles.intake.people import told_of
from people.names import find

PIECES = [
    "市总工会主席", "副主任", "王晓东", "高峰", "李敏", "张 三", "、", "，", "。", "（女，壮族）", "“", "”", "（", "·", " ", "\u3000",
    "1月26日", "昨日", "举行", "召开", "座谈会", "活动", "在", "的", "和", "说", "习近平总书记", "重要论述", "思想", "买买提", "A", "7",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


@given(texts)
def test_what_is_found_stands_at_its_place(text):
    end = 0
    for one in find(text):
        assert text[one.start : one.end].replace(" ", "").replace("\u3000", "") == one.name
        assert one.title in text
        assert one.start >= end
        end = one.end


@given(st.lists(texts, max_size=2), st.lists(texts, max_size=3))
def test_people_and_events_stand_at_their_places(headlines, paragraphs):
    for told in told_of(paragraphs, headlines=headlines):
        text = [*headlines, *paragraphs][told.paragraph + len(headlines)]
        assert 0 <= told.start < told.end <= len(text)
    for event in propose(headlines, paragraphs, page_date=None):
        text = [*headlines, *paragraphs][event.paragraph + len(headlines)]
        assert text[event.start : event.end] == event.name


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "（",
        "、王晓东",
        "·买",
        "活动举行",
        "举办培训班",
        "市总工会主席",
        "1月26日",
        "\n王晓东 主席",
    ],
)
def test_time_grows_with_the_length_alone(unit):
    short, long = _seconds(unit, 20_000), _seconds(unit, 80_000)
    assert long < 10 * short + 1  # sixteen times where it grew with the square


def _seconds(unit, length):
    text = unit * (length // len(unit))
    begun = time.process_time()
    find(text)
    propose([], [text], page_date=None)
    return time.process_time() - begun
