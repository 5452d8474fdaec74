"""Whatever the text and whatever an editor orders: every character is in exactly one place."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.intake import FAULTS, KINDS, RULES, read

PRINTED = (
    "我市劳模工匠会上据悉记者通讯员张三李王本报讯摄文图责编校对版第下转，。、；：！？“”（）"
    ",.;:!?()\"'*#□◎■—/ \u3000\t\r\n\n\n0123456789年月日ABab"
)
WORDS = [
    "本报讯",
    "（记者 张 三）",
    "1月26日，我市召开会议。",
    "图为活动现场。 记者 李四 摄",
    "责编：王五 校对：赵六",
    "（下转3版）",
    "——记劳模张三",
    "**推动发展**",
    "核心提示：",
    "遗失声明",
    "\n",
    "\n\n",
    "\r\n",
    "　　",
]
pages = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=PRINTED, max_size=300),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(alphabet=PRINTED, max_size=30))).map(
        "".join
    ),
)
places = st.integers(-3, 320)
overrides = st.lists(
    st.one_of(
        st.fixed_dictionaries({"start": places, "end": places, "kind": st.sampled_from(KINDS)}),
        st.fixed_dictionaries(
            {"start": places, "end": places, "story": st.one_of(st.just("new"), st.integers(0, 4))}
        ),
        st.fixed_dictionaries({"start": places, "end": places, "rejected": st.sampled_from(RULES)}),
        st.fixed_dictionaries(
            {
                "start": places,
                "end": places,
                "text": st.text(alphabet=PRINTED, max_size=6),
                "fault": st.sampled_from(FAULTS),
            }
        ),
        st.dictionaries(st.sampled_from(["start", "end", "kind"]), st.text(max_size=3)),
    ),
    max_size=5,
)


@settings(max_examples=400, deadline=None)
@given(pages, overrides)
def test_every_character_is_in_exactly_one_place(raw, orders):
    reading = read(raw, orders)
    place = 0
    for piece in reading.pieces:
        assert piece.start == place
        assert piece.end > piece.start
        place = piece.end
    assert place == len(raw)
    ledger = reading.ledger
    assert ledger.characters == len(raw)
    assert ledger.in_stories + ledger.discarded + ledger.unassigned == len(raw)
    discarded = reading.as_json()["discarded"]
    assert sum(len(each["text"]) for each in discarded) == ledger.discarded


@settings(max_examples=400, deadline=None)
@given(pages, overrides)
def test_a_value_is_its_characters_and_the_recorded_changes(raw, orders):
    """Replaying a block's changes over its spans gives its value."""
    reading = read(raw, [each for each in orders if "text" not in each])
    for number, block in enumerate(reading.blocks):
        mine = {each.start: each for each in reading.changes if each.block == number}
        value = "".join(_replayed(raw, span, mine) for span in block.spans)
        assert value == block.text


def _replayed(raw, span, changes):
    value, (place, end) = "", span
    while place < end:
        change = changes.get(place)
        if change and change.rule != "join":
            value += change.after
            place = max(place + 1, change.end)
        else:
            value += raw[place]
            place += 1
    closing = changes.get(end)
    return value + (closing.after if closing and closing.rule in ("join", "stop") else "")


@settings(max_examples=400, deadline=None)
@given(pages, overrides)
def test_a_change_stands_at_its_line_and_column(raw, orders):
    lines = re.split(r"\r\n|\r|\n", raw)
    for each in read(raw, orders).changes:
        rest = "\n".join([lines[each.line - 1][each.column - 1 :], *lines[each.line :]])
        before = re.sub(r"\r\n|\r", "\n", each.before)
        assert rest.startswith(before)


def test_a_full_stop_restored_at_the_very_end_stands_on_the_last_line():
    raw = "技能竞赛举行\n\n本报讯 1月26日，我市举行职工技能竞赛，选手们赛出了水平"
    (stop,) = [each for each in read(raw).changes if each.rule == "stop"]
    assert (stop.line, stop.column) == (3, len(raw.split("\n")[2]) + 1)
