"""What changed between two texts: whole, and in pieces that a Chinese reader can read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.history.diffing import GONE, NEW, SAME, counted, folded, pieces, rows


def shown(found) -> str:
    marks = {SAME: "{}", GONE: "[-{}-]", NEW: "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in found)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # one character
        ("专项行动深人开展", "专项行动深入开展", "专项行动深[-人-][+入+]开展"),
        ("罗晃浩出席", "罗晃皓出席", "罗晃[-浩-][+皓+]出席"),
        # a title, a name, the order of officials
        ("市总工会副主席黄奕奕", "市总工会主席黄奕奕", "市总工会[-副-]主席黄奕奕"),
        ("主席黄奕奕", "副主席黄奕奕", "[+副+]主席黄奕奕"),
        ("记者梁奈报道", "记者刘艳报道", "记者[-梁奈-][+刘艳+]报道"),
        (
            "黄奕奕、罗晃浩出席会议",
            "罗晃浩、黄奕奕出席会议",
            "[-黄奕奕、罗晃浩-][+罗晃浩、黄奕奕+]出席会议",
        ),
        (
            "市委常委、市总工会主席、市人大副主任",
            "市人大副主任、市委常委、市总工会主席",
            "[+市人大副主任、+]市委常委、市总工会主席[-、市人大副主任-]",
        ),
        # numbers and Latin words are never cut
        ("共125人参加", "共152人参加", "共[-125-][+152+]人参加"),
        ("共1,200.5万元", "共1200万元", "共[-1,200.5-][+1200+]万元"),
        ("增长12.5%", "增长15.2%", "增长[-12.5%-][+15.2%+]"),
        ("采用AI技术和5G网络", "采用BI技术和6G网络", "采用[-AI-][+BI+]技术和[-5G-][+6G+]网络"),
        # what stands close together is one edit
        ("1月25日", "2月26日", "[-1月25-][+2月26+]日"),
        ("人脑人心，深人基层", "入脑入心，深入基层", "[-人脑人-][+入脑入+]心，深[-人-][+入+]基层"),
        ("深人开展学习", "深入开展大学习", "深[-人-][+入+]开展[+大+]学习"),
        # half-width marks
        ("他说,今天很好.", "他说，今天很好。", "他说[-,-][+，+]今天很好[-.-][+。+]"),
        # a sentence moved
        (
            "一句话。二句话很长很长。三句话。",
            "二句话很长很长。一句话。三句话。",
            "[-一句话。-]二句话很长很长。[+一句话。+]三句话。",
        ),
        # a sentence written anew
        (
            "全市各级工会组织认真学习贯彻落实",
            "各级工会组织深入学习贯彻落实",
            "[-全市-]各级工会组织[-认真-][+深入+]学习贯彻落实",
        ),
        ("", "", ""),
        ("", "新的", "[+新的+]"),
        ("旧的", "", "[-旧的-]"),
    ],
)
def test_typical_corrections_read_as_an_editor_would_say_them(before, after, expected):
    assert shown(pieces(before, after)) == expected


def test_characters_are_counted_without_those_that_stayed():
    assert counted("1月25日。", "2月26日！！") == (5, 4)


def lines(before, after) -> list[str]:
    return [("→" if row.moved else "") + shown(row.pieces) for row in rows(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("第一段。\n第二段。", "第一段。\n第二段！", ["第一段。", "第二段[-。-][+！+]"]),
        ("第一段。", "第一段。\n新的一段。", ["第一段。", "[+新的一段。+]"]),
        ("", "甲\n乙", ["[+甲+]", "[+乙+]"]),
        # cut in two, made one
        (
            "前一句说的是甲。后一句说的是乙。",
            "前一句说的是甲。\n后一句说的是乙。",
            ["前一句说的是甲。[+¶+]", "后一句说的是乙。"],
        ),
        (
            "前一句说的是甲。\n后一句说的是乙。",
            "前一句说的是甲。后一句说的是乙。",
            ["前一句说的是甲。[-¶-]后一句说的是乙。"],
        ),
        # a paragraph moved
        (
            "这一段文字在前面。\n另一段文字，说得很长。\n末段。",
            "另一段文字，说得很长。\n这一段文字在前面。\n末段。",
            [
                "→[-这一段文字在前面。-]",
                "另一段文字，说得很长。",
                "→[+这一段文字在前面。+]",
                "末段。",
            ],
        ),
    ],
)
def test_a_text_is_compared_paragraph_by_paragraph(before, after, expected):
    assert lines(before, after) == expected


TEXTS = st.text(st.sampled_from("市总工会主席副，。\nA5 人入"), max_size=40)


@given(TEXTS | st.text(max_size=40), TEXTS | st.text(max_size=40))
def test_nothing_is_lost_of_either_text(before, after):
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != NEW) == before
    assert "".join(p.text for p in found if p.kind != GONE) == after


@given(TEXTS, TEXTS)
def test_every_paragraph_of_either_text_is_shown(before, after):
    found = rows(before, after)
    for text, other in ((before, NEW), (after, GONE)):
        of_it = "".join(p.text for row in found for p in row.pieces if p.kind != other)
        characters = text.replace("\n", "")
        assert sorted(of_it.replace("¶", "")) == sorted(characters)


@given(TEXTS, TEXTS)
def test_edits_stand_apart_by_what_can_be_read(before, after):
    """Between two edits there is more than one character, or the end of a line."""
    found = pieces(before, after)
    for left, between, right in zip(found, found[1:], found[2:], strict=False):
        if between.kind == SAME and left.kind != SAME != right.kind:
            assert len(between.text) > 1 or "\n" in between.text


def test_long_stretches_that_stay_the_same_are_folded_but_for_their_ends():
    before = "\n".join(f"第{n}段，文字若干。" for n in range(10))
    found = folded(rows(before, before.replace("第5段", "第五段")))
    assert [(fold.closed, len(fold.rows)) for fold in found] == [(True, 4), (False, 3), (True, 3)]


def test_two_long_texts_that_have_nothing_in_common_do_not_keep_anybody_waiting():
    one = "".join(chr(0x4E00 + n * 37 % 9000) for n in range(50_000))
    other = "".join(chr(0x4E00 + n * 53 % 8999) for n in range(50_000))
    begun = time.perf_counter()
    pieces(one, other)
    assert time.perf_counter() - begun < 5
