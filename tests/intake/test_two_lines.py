"""Headings of two lines: one headline, or a kicker over it."""

import pytest

from articles.intake import read
from tests.intake.forms import FIRST, LAST

KICKERS = [
    ("各界代表共话新年愿景", "市总工会召开迎新茶话会"),
    ("校企联手育工匠", "岚州铜业工匠学院揭牌"),
    ("困难职工子女助学金昨日发放", "320名学子领到助学金"),
    ("市总工会举办普法讲座", "法律服务送到企业门口"),
    ("全市新增工会驿站60个", "户外劳动者歇脚更方便"),
    ("打造“15分钟服务圈”", "我市新增工会驿站60个"),
]

HEADLINES = {
    ("劳模工匠进校园", "点亮学生技能梦"): "劳模工匠进校园 点亮学生技能梦",
    ("班组食堂的饭", "要让工友来评"): "班组食堂的饭要让工友来评",
    ("给劳动者的尊重", "要落到实处"): "给劳动者的尊重要落到实处",
    ("全省已建成职工书屋", "超过18万个"): "全省已建成职工书屋超过18万个",
    ("陶瓷节4月开幕", "90个摊位免费"): "陶瓷节4月开幕 90个摊位免费",
    ("市总工会领导看望慰问", "困难职工"): "市总工会领导看望慰问困难职工",
    ("全国铁路春运车票", "明日起开售"): "全国铁路春运车票明日起开售",
    ("产改这张“施工图”", "怎样变成“实景图”"): "产改这张“施工图”怎样变成“实景图”",
    ("全国主要江河", "进入主汛期"): "全国主要江河进入主汛期",
    ("一线工人的发明", "走进国家博物馆"): "一线工人的发明走进国家博物馆",
    ("首批“工会户外驿站”", "昨起对外开放"): "首批“工会户外驿站”昨起对外开放",
    ("今年首场寒潮", "本周末抵达我市"): "今年首场寒潮本周末抵达我市",
    ("一枚小小印章", "盖出万家放心"): "一枚小小印章盖出万家放心",
    ("职工医疗互助金", "两小时到账"): "职工医疗互助金两小时到账",
    ("第三届“工匠杯”", "职工技能大赛收官"): "第三届“工匠杯”职工技能大赛收官",
    ("“小哥”议事厅开门纳谏", "十二件烦心事当场认领"): "“小哥”议事厅开门纳谏 十二件烦心事当场认领",
    ("铜锣一响", "二十七户全转移"): "铜锣一响 二十七户全转移",
    ("宁可备而不用", "不可用时无备"): "宁可备而不用 不可用时无备",
    ("风雨无阻守路人", "一年走坏十双鞋"): "风雨无阻守路人 一年走坏十双鞋",
    ("技能高一分", "工资涨一级"): "技能高一分 工资涨一级",
}


@pytest.mark.parametrize(("kicker", "headline"), KICKERS)
def test_what_took_place_and_a_phrase_about_it_are_kicker_and_headline(kicker, headline):
    assert _heads(kicker, headline) == (kicker, headline, "")


@pytest.mark.parametrize(("lines", "headline"), HEADLINES.items(), ids=HEADLINES.values())
def test_two_lines_of_one_headline(lines, headline):
    assert _heads(*lines) == ("", headline, "")


def test_who_unveiled_it_stands_below_the_headline():
    assert _heads("岚州铜业工匠学院成立", "石砚秋为学院揭牌") == (
        "",
        "岚州铜业工匠学院成立",
        "石砚秋为学院揭牌",
    )


def _heads(first, second):
    (story,) = read(f"{first}\n{second}\n\n本报讯（记者 张晓明）{FIRST}\n\n{LAST}\n").stories
    return story.kicker, story.headline, story.subheadline
