"""Which events a story is seen to report, and on which day."""

from datetime import date

import pytest

from articles.intake.events import propose

PAGE = date(2024, 1, 27)


def events(*paragraphs, headlines=()):
    return [
        (one.name, one.date) for one in propose(list(headlines), list(paragraphs), page_date=PAGE)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1月26日，我市举行2024年劳模工匠代表迎春座谈会，深入学习。",
            [("2024年劳模工匠代表迎春座谈会", "2024-01-26")],
        ),
        (
            "会前25日，市总工会开展劳模工匠和职工乡村疗休养活动，组织劳模调研。",
            [("劳模工匠和职工乡村疗休养活动", "2024-01-25")],
        ),
        ("1月26日，全市工会工作会议在海陵会堂召开。", [("全市工会工作会议", "2024-01-26")]),
        (
            "“尊法守法·携手筑梦”服务农民工公益法律服务行动25日正式启动。",
            [("“尊法守法·携手筑梦”服务农民工公益法律服务行动", "2024-01-25")],
        ),
        (
            "26日，共青团茂名市委员会组织开展宣讲会学习贯彻党的二十大精神，邀请了刘艳。",
            [("宣讲会", "2024-01-26")],
        ),
        ("昨日，市图书馆举办“安全生产公开课”。", [("“安全生产公开课”", "2024-01-26")]),
        (
            "3月7日至9日，北屏市工会第十五次代表大会在北屏宾馆召开。",
            [("北屏市工会第十五次代表大会", "2024-03-07")],
        ),
        (
            "26日，金铎市集体协商现场推进会在电缆厂召开。",
            [("金铎市集体协商现场推进会", "2024-01-26")],
        ),
        (
            "曲泉市第八届工艺美术节将于4月26日至28日举行。",
            [("曲泉市第八届工艺美术节", "2024-04-26")],
        ),
        (
            "1月5日，在鹭川市总工会“五一”服务市集上，司机提交了诉求。",
            [("鹭川市总工会“五一”服务市集", "2024-01-05")],
        ),
        ("日前，浙江举行深化“千万工程”现场会，提出目标。", [("深化“千万工程”现场会", "")]),
        # neither plans, nor wishes, nor bare words
        ("要扎实开展“劳模工匠助企行”专项行动，讲好劳模故事。", []),
        ("市总工会将举办全市职工技能大赛。", []),
        ("26日，与会人员参观了车间，活动持续一天。", []),
        ("昨日，市总工会举行活动，会议由李敏主持。", []),
        ("各级工会每年举办形式多样的活动。", []),
    ],
)
def test_events_of_a_sentence(text, expected):
    assert events(text) == expected


def test_a_shorter_name_is_the_same_event_and_brings_its_day():
    found = events(
        "记者7日从全国性技能人才工作研讨会上获悉，今年将扩招。", "研讨会1月5日至6日举行。"
    )
    assert found == [("全国性技能人才工作研讨会", "2024-01-05")]


def test_an_event_that_only_the_headline_names_has_the_first_day_of_the_text():
    assert events(
        "为深化改革，1月26日，市总工会成立了技术服务队。",
        headlines=["茂名市“劳模工匠助企行”专项行动启动"],
    ) == [("茂名市“劳模工匠助企行”专项行动", "2024-01-26")]


def test_a_place_points_into_the_paragraph():
    paragraph = "昨日，我市举办首届职工运动会。"
    (one,) = propose([], ["引子。", paragraph], page_date=PAGE)
    assert (one.paragraph, paragraph[one.start : one.end]) == (1, "首届职工运动会")


def test_a_caption_may_name_the_event():
    (one,) = propose([], [], page_date=PAGE, captions=["1月26日，“写春联送万福”活动在车间举行。"])
    assert (one.name, one.date, one.paragraph) == ("“写春联送万福”活动", "2024-01-26", 0)
