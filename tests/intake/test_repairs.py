"""What the press broke and the reading puts right, each repair recorded; and what it leaves."""

import pytest

from articles.intake import read
from tests.intake.forms import HEAD, LAST

REPAIRS = {
    "comma": ("1月26日,我市召开会议。", "1月26日，我市召开会议。", {"fullwidth"}),
    "brackets": ("欣捷安(茂名)有限公司开业。", "欣捷安（茂名）有限公司开业。", {"fullwidth"}),
    "quotes": ('开展"助企行"和"安康杯"活动。', "开展“助企行”和“安康杯”活动。", {"quotes"}),
    "spaces": ("举行2024年 劳模代表迎春 座谈会。", "举行2024年劳模代表迎春座谈会。", {"space"}),
    "padded": ("副主席陈 立、赵国华参加会议。", "副主席陈立、赵国华参加会议。", {"padding"}),
    "bold": ("会议**强调**要抓好落实。", "会议强调要抓好落实。", {"markup"}),
    "full stop": ("会议强调要抓好各项工作的落实", "会议强调要抓好各项工作的落实。", {"stop"}),
    "quote behind a comma": (
        '晚上下水练桨, "手上的茧子厚了一层"。',
        "晚上下水练桨，“手上的茧子厚了一层”。",
        {"fullwidth", "quotes", "space"},
    ),
    "comma before a quote": (
        '零下38℃,"道岔医生"出诊。',
        "零下38℃，“道岔医生”出诊。",
        {"fullwidth", "quotes"},
    ),
    "surname behind an office": ("副教授郗 红作辅导报告。", "副教授郗红作辅导报告。", {"padding"}),
    "colon and quote": ('他说:"干就完了!"', "他说：“干就完了！”", {"fullwidth", "quotes"}),
}


@pytest.mark.parametrize(("raw", "text", "rules"), REPAIRS.values(), ids=REPAIRS)
def test_repaired(raw, text, rules):
    reading = read(f"{HEAD}\n\n本报讯 {raw}\n\n{LAST}\n")
    assert reading.stories[0].paragraphs == [text, LAST]
    assert {each.rule for each in reading.changes} == rules


LEFT = [
    "会议于10:30开始，增长3.5%，1,200人参加。",
    "名单可登录http://www.qp.example/2023查询。",
    "用A4纸打印Made in China字样。",
    "公示期为7:00-21:00，电话0000-5561234。",
    "阿依古丽·买买提发言。",
    "要广泛深人开展竞赛。",
]


@pytest.mark.parametrize("text", LEFT)
def test_left_as_printed(text):
    reading = read(f"{HEAD}\n\n本报讯 {text}\n\n{LAST}\n")
    assert reading.stories[0].paragraphs[0] == text
    assert reading.changes == []


def test_a_change_says_where_it_stands():
    reading = read(f"{HEAD}\r\n\r\n本报讯 昨日,我市召开会议。\r\n")
    (change,) = [each for each in reading.changes if each.rule == "fullwidth"]
    assert (change.line, change.column, change.before, change.after) == (3, 7, ",", "，")
    assert reading.raw[change.start : change.end] == ","


def test_a_sentence_broken_by_the_column_is_joined():
    reading = read(f"{HEAD}\n\n本报讯 与会人员随后入住御\n\n水古温泉疗休养。\n\n{LAST}\n")
    assert reading.stories[0].paragraphs == ["与会人员随后入住御水古温泉疗休养。", LAST]
    assert [each.rule for each in reading.changes] == ["join"]


def test_a_refused_change_is_undone():
    raw = f"{HEAD}\n\n本报讯 昨日,我市召开会议,总结工作。\n"
    at = raw.index(",")
    reading = read(raw, [{"start": at, "end": at + 1, "rejected": "fullwidth"}])
    assert reading.stories[0].paragraphs == ["昨日,我市召开会议，总结工作。"]


def test_a_refused_join_leaves_two_paragraphs_as_they_are_printed():
    raw = f"{HEAD}\n\n本报讯 与会人员随后入住御\n\n水古温泉疗休养。\n"
    at = raw.index("\n\n水")
    reading = read(raw, [{"start": at, "end": at + 2, "rejected": "join"}])
    assert reading.stories[0].paragraphs == ["与会人员随后入住御", "水古温泉疗休养。"]


def test_padding_tells_where_a_short_name_ends():
    raw = "表彰会召开\n\n本报讯 市总工会主席韩 江为获奖者颁奖，副市长关 键、米 兰出席。\n"
    (story,) = read(raw).stories
    assert [each.name for each in story.people] == ["韩江", "关键", "米兰"]
