"""Where a name ends, and when a word behind a title is a name."""

import pytest

from people.names import find


def people(text):
    return [(one.name, one.title) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a word may be a name behind an office
        ("机械集团总工程师乐山第一个发言。", "乐山"),
        ("开发区总工会主席万方的述职没有一句套话。", "万方"),
        ("市总工会副主席曾经、林场场长公孙树看望职工。", "曾经"),
        ("风电集团工会主席成功等120人参加。", "成功"),
        ("市人社局局长纪律观摩了全过程。", "纪律"),
        ("货车司机边防终于听到了哭声。", "边防"),
        ("市司法局副局长龙在田、街道党工委书记沈默授牌。", "龙在田"),
        # a small word with nothing behind it belongs to the name
        ("军分区政治工作处主任石敢当，参加慰问。", "石敢当"),
        # the rest of the text tells how long the name is
        ("市采茶剧团团长端木兰连演3场。端木兰说，戏是唱给人听的。", "端木兰"),
        ("跟信号工区原工长龚大有学的。龚大有让他听了一夜。", "龚大有"),
        # 到 tells where to, unless it is what the last character did
        ("市总工会主席李国强到企业调研。", "李国强"),
        ("市总工会副主席欧阳建国到码头慰问。", "欧阳建国"),
        ("县总工会副主席梁国听到掌声。", "梁国"),
        # a word that begins with the last character begins there
        ("市政协主席汪洋亲切握手。", "汪洋"),
        ("消防员尚武读到这里，台下静了。", "尚武"),
        ("仓库保管员殷实守了三十年。", "殷实"),
        # characters that only names have, and rare surnames
        ("港务公司装卸工牛犇凭一首号子夺得金奖。", "牛犇"),
        ("市医保局局长贝文表示，可以延长。", "贝文"),
        ("配电班班长铁永刚以一把扳手起家。", "铁永刚"),
    ],
)
def test_a_name_behind_a_title(text, name):
    assert people(text)[0][0] == name


@pytest.mark.parametrize(
    "text",
    [
        "23名瓦工陆续领到了工钱。",
        "7名获奖者辛勤工作在一线。",
        "总书记明确要求抓好落实。",
        "专家学者和嘉宾代表相聚一堂。",
        "行业主管部门负责监管。",
        "要确保安全度汛。",
        "妇女儿童权益得到保障。",
        "总书记高瞻远瞩，谋篇布局。",
        "游客高峰已经过去。",
        "在市青少年宫举行活动。",
    ],
)
def test_nobody(text):
    assert people(text) == []


def test_lines_with_units_in_brackets_vouch_for_each_other():
    text = "穆桐（北山林场）\n那顺·特古斯（贮木场）\n霜叶（局医院）\n鲜于彤（局中学）"
    assert people(text) == [
        ("穆桐", "北山林场"),
        ("那顺·特古斯", "贮木场"),
        ("霜叶", "局医院"),
        ("鲜于彤", "局中学"),
    ]
