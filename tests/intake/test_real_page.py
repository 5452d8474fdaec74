"""The page the project began with: three stories of 茂名晚报."""

from datetime import date
from pathlib import Path

import pytest

from articles.intake import decode, read


@pytest.fixture(scope="module")
def page():
    raw = decode((Path(__file__).parent / "real_page.txt").read_bytes())
    return read(raw, page_date=date(2024, 1, 27)).as_json()


def test_three_stories_with_their_headings(page):
    assert [
        (each["banner"], each["kicker"], each["headline"], each["subheadline"])
        for each in page["stories"]
    ] == [
        ("", "我市大力弘扬劳模工匠精神", "劳模工匠欢聚一堂话发展", ""),
        ("", "", "茂名市“劳模工匠助企行”专项行动启动", ""),
        (
            "全面深入学习贯彻党的二十大精神",
            "团市委组织开展宣讲会学习贯彻党的二十大精神",
            "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量",
            "",
        ),
    ]


def test_reporters_and_datelines(page):
    assert [(each["dateline"], each["bylines"]) for each in page["stories"]] == [
        ("茂名晚报讯", [{"name": name, "role": "记者", "unit": ""}])
        for name in ("梁奈", "梁奈", "赖碧怡")
    ]


def test_paragraphs_are_whole(page):
    first, second, third = (each["paragraphs"] for each in page["stories"])
    assert (len(first), len(second), len(third)) == (4, 3, 3)
    assert first[1].endswith("随后入住御水古温泉疗休养。")
    assert first[2].startswith("26日上午，来自我市")
    assert first[3].startswith("罗晃浩强调，各级工会组织要强化政治引领作用，突出产业工人")
    assert "学习贯彻党的二十大精神，邀请了" in third[0]
    assert "“全面建设社会主义现代化国家的行动纲领”为主题" in third[1]
    assert "广泛深人开展" in first[3]  # characters are never changed


def test_the_caption_stands_with_its_photographer(page):
    assert [each["photos"] for each in page["stories"]] == [
        [],
        [],
        [
            {
                "caption": "活动现场。",
                "credits": [{"name": "吴昊", "role": "全媒体记者", "unit": "茂名日报社"}],
            }
        ],
    ]


def test_every_character_is_accounted_for(page):
    ledger = page["ledger"]
    assert ledger["unassigned"] == 0
    assert ledger["characters"] == ledger["in_stories"] + ledger["discarded"]
    assert {each["kind"] for each in page["discarded"]} == {"line break", "stray space", "markup"}
    assert {each["rule"] for each in page["changes"]} == {
        "join",
        "space",
        "fullwidth",
        "quotes",
        "stop",
        "markup",
    }
