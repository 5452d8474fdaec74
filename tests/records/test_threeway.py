"""Two changed one text: what each did alone is taken over, what both did is a clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.history.threeway import Clash, merged, settled, united
from newsdesk import html

UNITS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=7)


def whole(found) -> list:
    assert not any(isinstance(stretch, Clash) for stretch in found)
    return [unit for stretch in found for unit in stretch]


@given(UNITS, UNITS)
def test_who_changed_alone_has_it_his_way(base, other):
    assert whole(merged(base, base, other)) == other
    assert whole(merged(base, other, base)) == other
    assert whole(merged(base, other, other)) == other


@given(UNITS, UNITS, UNITS)
def test_each_side_can_be_read_out_of_the_clashes(base, mine, theirs):
    """Choosing mine everywhere keeps all that I changed; nothing of either is in no place."""
    found = merged(base, mine, theirs)
    units = [stretch for stretch in found if not isinstance(stretch, Clash)]
    clashes = [stretch for stretch in found if isinstance(stretch, Clash)]
    seen = [unit for stretch in units for unit in stretch]
    for side, name in ((mine, "mine"), (theirs, "theirs")):
        here = seen + [unit for clash in clashes for unit in getattr(clash, name)]
        new = set(side) - set(base)
        assert new <= set(here)


@given(UNITS, UNITS, UNITS)
def test_it_is_the_same_from_either_side(base, mine, theirs):
    def turned(found):
        return [Clash(f.base, f.theirs, f.mine) if isinstance(f, Clash) else f for f in found]

    assert merged(base, theirs, mine) == turned(merged(base, mine, theirs))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("甲 乙 丙", "甲1 乙 丙", "甲 乙 丙2", ["甲1", "乙", "丙2"]),
        ("甲 乙", "甲1 乙", "甲 乙2", ["甲1", "乙2"]),  # neighbours
        ("甲 乙", "甲 新 乙", "甲 乙 尾", ["甲", "新", "乙", "尾"]),
        ("甲 乙 丙", "甲 丙", "甲 乙 丙2", None),  # one took out what stands beside the other's
        ("甲", "甲1", "甲2", None),
    ],
)
def test_paragraphs_of_two_editors(base, mine, theirs, expected):
    found = merged(base.split(), mine.split(), theirs.split())
    if expected is None:
        assert any(isinstance(stretch, Clash) for stretch in found)
    else:
        assert whole(found) == expected


def test_a_clash_is_no_wider_than_what_both_changed():
    found = merged(list("甲乙丙丁"), ["甲", "乙1", "丙", "丁1"], ["甲", "乙2", "丙", "丁"])
    assert found == [["甲"], Clash(["乙"], ["乙1"], ["乙2"]), ["丙", "丁1"]]


def test_single_values():
    assert settled("旧", "旧", "新") == "新"
    assert settled("旧", "新", "旧") == "新"
    assert settled("旧", "新", "新") == "新"
    assert settled("旧", "新", "别") == Clash("旧", "新", "别")


@given(UNITS, UNITS, UNITS)
def test_tags_of_both_are_united(base, mine, theirs):
    found = set(united(base, mine, theirs))
    assert set(mine) - set(base) <= found
    assert set(theirs) - set(base) <= found
    assert not found & (set(base) - set(mine))


@given(
    st.lists(
        st.sampled_from(["<p>甲</p>", "<h2>乙<br>丙</h2>", "<hr>", "<ul><li><p>丁</p></li></ul>"])
    )
)
def test_html_is_cut_into_its_paragraphs(parts):
    assert html.blocks("".join(parts)) == parts


@given(st.text(st.sampled_from("<>p/h2 brul甲\n&;"), max_size=40))
def test_no_html_is_lost_in_cutting(text):
    cleaned = html.clean(text)
    assert "".join(html.blocks(cleaned)) == cleaned
