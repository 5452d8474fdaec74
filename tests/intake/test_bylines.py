"""Bylines in the forms newspapers print: at the beginning, at the end, on a line of their own."""

import pytest

from tests.intake.forms import FIRST, HEAD, LAST, names, story

ZHANG, LI = ("张晓明", "记者", ""), ("李四", "通讯员", "")

OPENING = {
    "本报讯 记者张晓明报道：": ("本报讯", [ZHANG]),
    "本报讯（记者 张晓明）": ("本报讯", [ZHANG]),
    "本报讯（记者 罗𣊬浩 李 𬭎）": ("本报讯", [("罗𣊬浩", "记者", ""), ("李𬭎", "记者", "")]),
    "本报讯(记者张晓明 通讯员李四)": ("本报讯", [ZHANG, LI]),
    "【本报讯】（记者张晓明 通讯员李四）": ("本报讯", [ZHANG, LI]),
    "本报讯 通讯员李四、王 五报道 ": ("本报讯", [LI, ("王五", "通讯员", "")]),
    "岚州晚报讯记者张晓明": ("岚州晚报讯", [ZHANG]),
    "岚州晚报讯 记者 张晓明 摄影报道 ": ("岚州晚报讯", [ZHANG]),
    "岚州日报讯（全媒体记者 张晓明 实习生 王 五）": (
        "岚州日报讯",
        [("张晓明", "全媒体记者", ""), ("王五", "实习生", "")],
    ),
    "岚州晚报讯（记者/张晓明 通讯员/李四）": ("岚州晚报讯", [ZHANG, LI]),
    "本报讯 首席记者张晓明 见习记者李小平文/图 ": (
        "本报讯",
        [("张晓明", "首席记者", ""), ("李小平", "见习记者", "")],
    ),
    "本报讯 (岚工宣)": ("本报讯", [("岚工宣", "", "")]),
    "新华社福州3月7日电（记者张晓明、王 五）": (
        "新华社福州3月7日电",
        [ZHANG, ("王五", "记者", "")],
    ),
    "中新社北京1月5日电 (记者 张晓明)": ("中新社北京1月5日电", [ZHANG]),
    "本报岚州1月26日电（记者张晓明）": ("本报岚州1月26日电", [ZHANG]),
    "据新华社电 ": ("据新华社电", []),
    "工人日报—中工网讯（记者张晓明）": ("工人日报—中工网讯", [ZHANG]),
    "（本报记者 张晓明 通讯员 李四）": ("", [("张晓明", "记者", "本报"), LI]),
    "本报讯（融媒记者 张晓明）": ("本报讯", [("张晓明", "融媒记者", "")]),
    "本报讯（全媒体首席记者 张晓明）": ("本报讯", [("张晓明", "全媒体首席记者", "")]),
    "本报讯 （张晓明）": ("本报讯", [("张晓明", "", "")]),
    "本报讯（岚工）": ("本报讯", [("岚工", "", "")]),
    "本报讯（炼钢厂 李四）": ("本报讯", [("李四", "", "炼钢厂")]),
    "本报讯（记者 张晓明 通讯员 岚妇轩）": ("本报讯", [ZHANG, ("岚妇轩", "通讯员", "")]),
    "本报岚州1月26日讯（记者 张晓明）": ("本报岚州1月26日讯", [ZHANG]),
    "本报1月26日讯 记者张晓明报道：": ("本报1月26日讯", [ZHANG]),
    "1月26日讯（记者 张晓明）": ("1月26日讯", [ZHANG]),
    "岚州日报全媒体讯（记者 张晓明）": ("岚州日报全媒体讯", [ZHANG]),
    "［本报讯］记者张晓明报道：": ("本报讯", [ZHANG]),
    "中新网岚州1月26日电 （张晓明）": ("中新网岚州1月26日电", [("张晓明", "", "")]),
    "央广网北京1月26日消息（记者张晓明）": ("央广网北京1月26日消息", [ZHANG]),
    "综合新华社电 ": ("综合新华社电", []),
    "据《人民日报》报道 ": ("据《人民日报》报道", []),
    "本报记者 张晓明 李小平 ": ("", [("张晓明", "记者", "本报"), ("李小平", "记者", "本报")]),
    "本报讯 （记者 欧阳 修 阿依古丽·买买提）": (
        "本报讯",
        [("欧阳修", "记者", ""), ("阿依古丽·买买提", "记者", "")],
    ),
}


@pytest.mark.parametrize(("form", "expected"), OPENING.items(), ids=OPENING)
def test_byline_at_the_beginning(form, expected):
    read = story(f"{HEAD}\n\n{form}{FIRST}\n\n{LAST}\n")
    assert (read.dateline, names(read.bylines)) == expected
    assert read.paragraphs == [FIRST, LAST]


GLUED = {
    "记者梁奈1月26日，我市召开会议。": ("梁奈", "1月26日，我市召开会议。"),
    "记者赖碧怡为引导党员干部学习，市委举行宣讲会。": (
        "赖碧怡",
        "为引导党员干部学习，市委举行宣讲会。",
    ),
    "记者张晓从市总工会获悉，今年将新建驿站。": ("张晓", "从市总工会获悉，今年将新建驿站。"),
    "记者王大为近日走进车间，看到工人们正在忙碌。": (
        "王大为",
        "近日走进车间，看到工人们正在忙碌。",
    ),
}


@pytest.mark.parametrize(("text", "expected"), GLUED.items(), ids=GLUED)
def test_name_glued_to_the_sentence(text, expected):
    read = story(f"{HEAD}\n\n岚州晚报讯{text}\n")
    assert (read.bylines[0].name, read.paragraphs[0]) == expected


FOLLOWS = {
    "记者昨日从市总工会获悉，即日起延长开放时间。": ["张晓明"],
    "通讯员李四 早上10时，骑手在小区门口扫了一下二维码。": ["张晓明", "李四"],
    "通讯员李四 城区12个驿站完成改造，记者走访了三个。": ["张晓明", "李四"],
    "李 四 傍晚6时，江边响起了锣鼓声，人越聚越多。": ["张晓明", "李四"],
}


@pytest.mark.parametrize(("text", "writers"), FOLLOWS.items(), ids=FOLLOWS)
def test_what_the_text_begins_with_is_no_name(text, writers):
    read = story(f"{HEAD}\n\n岚州晚报讯 记者张晓明 {text}\n")
    assert [each.name for each in read.bylines] == writers
    assert text.endswith(read.paragraphs[0])
    assert read.paragraphs[0][:2] in ("记者", "早上", "城区", "傍晚")


@pytest.mark.parametrize(
    "text", ["记者从市总工会获悉，今年将新建驿站。", "记者了解到，驿站已经建成。"]
)
def test_a_reporter_without_a_name_is_text(text):
    read = story(f"{HEAD}\n\n本报讯 {text}\n")
    assert (read.bylines, read.paragraphs) == ([], [text])


CLOSING = {
    "（张晓明）": [("张晓明", "", "")],
    "\n（冰 河）": [("冰河", "", "")],
    "（木合塔尔 辛 勤）": [("木合塔尔", "", ""), ("辛勤", "", "")],
    "(王 芳 谢雨桐)": [("王芳", "", ""), ("谢雨桐", "", "")],
    "（通讯员 李四）": [LI],
    "（本报记者张晓明 通讯员李四）": [("张晓明", "记者", "本报"), LI],
    "(岚工宣)": [("岚工宣", "", "")],
    "（岚州市总工会宣教部）": [("岚州市总工会宣教部", "", "")],
    "（市总工会 张晓明）": [("张晓明", "", "市总工会")],
    "（张晓明 文/图）": [("张晓明", "文/图", "")],
    "（文/张晓明 图/李小平）": [("张晓明", "文", ""), ("李小平", "图", "")],
    "本报记者 张晓明": [("张晓明", "记者", "本报")],
    "（市妇联）": [("市妇联", "", "")],
    "（通讯员 李四 文/图）": [LI],
    "（李四 供稿）": [("李四", "供稿", "")],
    "（本报记者张晓明整理）": [("张晓明", "记者", "本报")],
    "（编辑 张晓明）": [("张晓明", "编辑", "")],
    "\n\n（记者 张晓明）": [ZHANG],
    "\n\n本报记者 张晓明 通讯员 李四": [("张晓明", "记者", "本报"), LI],
}


@pytest.mark.parametrize(("form", "expected"), CLOSING.items(), ids=CLOSING)
def test_byline_at_the_end(form, expected):
    read = story(f"{HEAD}\n\n{FIRST}\n\n{LAST}{form}\n")
    assert names(read.bylines) == expected
    assert read.paragraphs == [FIRST, LAST]


LINE = {
    "□本报记者 张晓明 文/图": [("张晓明", "记者", "本报")],
    "◎文/张晓明 图/李 四": [("张晓明", "文", ""), ("李四", "图", "")],
    "文/图 张晓明": [("张晓明", "文/图", "")],
    "记者 张晓明/文 李小平/图": [ZHANG, ("李小平", "图", "")],
    "岚州日报社全媒体记者 张晓明 通讯员 李四": [("张晓明", "全媒体记者", "岚州日报社"), LI],
    "记者 张晓明 李小平 通讯员 李四": [ZHANG, ("李小平", "记者", ""), LI],
    "撰文/张晓明 摄影/李小平": [("张晓明", "撰文", ""), ("李小平", "摄影", "")],
    "○ 张晓明": [("张晓明", "", "")],
    "张 晓明": [("张晓明", "", "")],
    "本报评论员": [("本报评论员", "", "")],
    "本报特约评论员 张晓明": [("张晓明", "特约评论员", "本报")],
    "本报记者 张晓明 文/摄": [("张晓明", "记者", "本报")],
    "本报记者 张晓明 文 李小平 图": [("张晓明", "记者", "本报"), ("李小平", "图", "")],
    "记者丨张晓明 通讯员丨李四": [ZHANG, LI],
    "文/记者 张晓明 图/受访者提供": [ZHANG],
    "工人日报－中工网记者 张晓明": [("张晓明", "记者", "工人日报－中工网")],
    "本报驻京记者 张晓明": [("张晓明", "驻京记者", "本报")],
    "口述：李四 整理：张晓明": [("李四", "口述", ""), ("张晓明", "整理", "")],
    "（特约记者 张晓明 本报记者 古丽娜尔）": [
        ("张晓明", "特约记者", ""),
        ("古丽娜尔", "记者", "本报"),
    ],
    "记者 第五琼 冰 河": [("第五琼", "记者", ""), ("冰河", "记者", "")],
    "□岚工宣": [("岚工宣", "", "")],
    "采写：本报记者 张晓明": [("张晓明", "记者", "本报")],
}


@pytest.mark.parametrize(("form", "expected"), LINE.items(), ids=LINE)
def test_byline_on_a_line_of_its_own(form, expected):
    read = story(f"焊花里的青春\n——记全国劳动模范李大明\n\n{form}\n\n{FIRST}\n\n{LAST}\n")
    assert names(read.bylines) == expected
    assert (read.headline, read.subheadline) == ("焊花里的青春", "——记全国劳动模范李大明")
    assert read.paragraphs == [FIRST, LAST]


def test_byline_broken_over_two_lines():
    first = "本报讯（记者 张晓明 通讯员 王\n小平 李 娜）1月26日，全市工会工作会议\n在会堂召开，会议总结去年工作。"
    read = story(f"全市工会工作会议召开\n\n{first}\n")
    assert [each.name for each in read.bylines] == ["张晓明", "王小平", "李娜"]


@pytest.mark.parametrize(
    ("form", "unit"), [("第二棉纺厂　李 四", "第二棉纺厂"), ("　　　　　　　　李 四", "")]
)
def test_who_wrote_a_letter_stands_below_it(form, unit):
    raw = f"读者来信\n\n给夜班车加两站\n\n编辑同志：\n\n{FIRST}\n\n{LAST}\n\n{form}\n"
    read = story(raw)
    assert names(read.bylines) == [("李四", "", unit)]
    assert read.paragraphs == ["编辑同志：", FIRST, LAST]
