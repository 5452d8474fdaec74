"""Lines that belong to no story, and the page's staff."""

import pytest

from articles.intake import read
from tests.intake.forms import FIRST, HEAD, LAST

LINES = [
    "2024年1月27日 星期六",
    "岚州晚报 2024年1月27日 星期六 第3版 要闻",
    "2024年1月27日　星期六　农历腊月十七",
    "二〇二四年一月二十七日 星期六",
    "03 综合新闻　海陵日报",
    "A06 民生",
    "第4版",
    "岚 州 晚 报",
    "总第3215期 本期4版",
    "国内统一刊号CN00-0000",
    "http://www.lz.example",
    "（下转3版）",
    "（上接第1版）",
    "▶▶▶下转第二版",
    "（下转④版）",
    "编辑部电话：6218　　第一版",
    "县城·乡村　星期五　第三版",
    "欢迎投稿　邮箱：jcyyb@example.com",
    "榕 港 晚 报　A06",
    "综合 ②",
    "今日天气：多云转阵雨，18—29℃，西北风3到4级。",
    "晚报热线 8612345 · 有事您说话",
    "榕港工人报　基层",
    "榕港工人报·企业天地",
    "要闻 03 榕港晚报",
    "农历癸卯年腊月十七",
    "统一刊号：CN00-0001",
    "零售价：1.00元",
    "每份1.5元",
    "主办单位：岚州市总工会",
    "官方微信：lanzhouwanbao",
    "版权所有 未经授权不得转载",
    "扫一扫 关注岚州晚报微信公众号",
    "更多内容请扫二维码",
    "天气：今天多云 18～26℃",
    "（详见3版）",
    "（相关报道见第3版）",
    ">>>更多报道见A04版",
    "＊＊＊",
    "———————",
]


@pytest.mark.parametrize("line", LINES)
def test_furniture_in_mid_page_parts_no_sentence(line):
    broken = FIRST.replace("名选手参加", f"名选手\n\n{line}\n\n参加")
    reading = read(f"{HEAD}\n\n本报讯 {broken}\n\n{LAST}\n")
    assert reading.stories[0].paragraphs == [FIRST, LAST]
    furniture = [
        reading.raw[each.start : each.end] for each in reading.pieces if each.kind == "furniture"
    ]
    assert furniture == [line]


@pytest.mark.parametrize(
    "said", ["今天天气很好，孩子们在公园里放风筝。", "今天天气好，大家的态度也好。"]
)
def test_a_sentence_on_fine_weather_is_no_forecast(said):
    (story,) = read(f"公园里的一天\n\n本报讯 {FIRST}\n\n{said}\n").stories
    assert story.paragraphs == [FIRST, said]


STAFF = {
    "值班总编：林 海　责编：周 涛　版式：黄小梅　校对：方 圆": [
        ("林海", "值班总编"),
        ("周涛", "责编"),
        ("黄小梅", "版式"),
        ("方圆", "校对"),
    ],
    "本版责编/沈 燕　美编/郭一帆": [("沈燕", "责编"), ("郭一帆", "美编")],
    "■责编 高 兴 ■版式 万 象": [("高兴", "责编"), ("万象", "版式")],
    "责任编辑 张 文  校对 赵青青": [("张文", "责任编辑"), ("赵青青", "校对")],
    "责编：张晓明 版面统筹：李小平": [("张晓明", "责编"), ("李小平", "版面统筹")],
    "校　　对：苏 铁": [("苏铁", "校对")],
    "责任编辑：高 山　　检校：米 娜　　本版电话：2026335": [("高山", "责任编辑"), ("米娜", "检校")],
    "责编/第五琼　编辑/燕 归": [("第五琼", "责编"), ("燕归", "编辑")],
    "责编:白 羽 校对:康 宁  电话:0000-2260315": [("白羽", "责编"), ("康宁", "校对")],
    "2024年1月27日 星期六 责任编辑:高 远 版式:米 香": [("高远", "责任编辑"), ("米香", "版式")],
}


@pytest.mark.parametrize(("line", "expected"), STAFF.items(), ids=STAFF)
def test_staff_of_the_page(line, expected):
    reading = read(f"{HEAD}\n\n本报讯 {FIRST}\n\n{LAST}\n\n{line}\n")
    assert [(each.name, each.role) for each in reading.staff] == expected
    assert reading.stories[0].paragraphs == [FIRST, LAST]


ADVERTS = [
    "遗失声明\n某餐馆遗失食品经营许可证正本，编号JY2330，声明作废。",
    "遗失声明\n\n某餐馆遗失营业执照副本，声明作废。",
    "公 告\n因业务需要，本公司注册地址变更，特此公告。\n宏达商贸有限公司\n2024年3月12日",
    "广告\n高价回收老酒、冬虫夏草\n电话：13900000477（可上门）",
    "◆旺铺招租◆\n解放路骑楼一楼，120平方米\n电话:(0768)2210586",
    "★启事★\n榕港市第三印刷厂公章(编号0311)遗失，特此\n声明。",
    "声明·公告\n某火锅店遗失营业执照副本，声明作废。",
    "便民热线\n本报发行部：8866120 新闻热线：8866110",
    "分类广告 刊登热线：0000-1112233\n●门面转让 东大街60平方米，电话同上\n●遗失 李某某遗失行驶证一本，声明作废",
    "■厂房急租 城北工业园3号院，水电齐全",
    "招租\n东街商铺88平方米，有意者面洽。电话：0000-8891234",
]


def test_an_advert_right_below_a_story_is_none_of_it():
    raw = f"{HEAD}\n本报讯（记者 张晓明）{FIRST}\n遗失启事\n李小龙遗失身份证，特此声明。\n"
    (story,) = read(raw).stories
    assert (story.paragraphs, story.crossheads) == ([FIRST], [])


@pytest.mark.parametrize("advert", ADVERTS)
def test_an_advert_is_no_story(advert):
    reading = read(f"{HEAD}\n\n本报讯 {FIRST}\n\n{advert}\n\n春运今日启动\n\n本报讯 {LAST}\n")
    assert [each.headline for each in reading.stories] == [HEAD, "春运今日启动"]
    assert [each.paragraphs for each in reading.stories] == [[FIRST], [LAST]]
    assert reading.ledger.unassigned == 0


def test_a_line_printed_twice_counts_once():
    lines = [
        "本报讯 大会开幕式在市工人文化宫隆重",
        "举行，来自全市各条战线的代表参加会议",
        "，共商工会工作改革创新发展的大计。",
    ]
    once, twice = "\n".join(lines), "\n".join([lines[0], lines[1], lines[1], lines[2]])
    assert read(f"{HEAD}\n\n{twice}\n").stories[0].paragraphs == (
        read(f"{HEAD}\n\n{once}\n").stories[0].paragraphs
    )
    assert [each.rule for each in read(f"{HEAD}\n\n{twice}\n").changes].count("repeat") == 1


def test_the_padded_names_of_the_staff_are_changes_that_an_editor_can_undo():
    raw = f"{HEAD}\n\n本报讯 {FIRST}\n\n责编：宝 音 校对：胡　杨 版式：林小雨\n"
    reading = read(raw)
    gaps = [each for each in reading.changes if each.rule == "padding"]
    assert [(each.before, each.after, each.line, each.column) for each in gaps] == [
        (" ", "", 5, 5),
        ("　", "", 5, 12),
    ]
    assert [each.name for each in reading.staff] == ["宝音", "胡杨", "林小雨"]
    refused = {"start": gaps[0].start, "end": gaps[0].end, "rejected": "padding"}
    assert [each.name for each in read(raw, [refused]).staff] == ["宝 音", "胡杨", "林小雨"]
