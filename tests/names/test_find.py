"""Who is found in a sentence, and with which title."""

import pytest

from people.names import Directory, Entry, find
from people.names.found import SET_PHRASE


def people(text, **kwargs):
    found = find(text, **kwargs)
    for one in found:
        assert text[one.start : one.end].replace(" ", "") == one.name
    return [(one.name, one.title) for one in found if one.rule != SET_PHRASE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office before the name, joined as printed
        ("市总工会主席李𬭎出席。", [("李𬭎", "市总工会主席")]),
        ("市总工会主席罗䶮浩出席活动。", [("罗䶮浩", "市总工会主席")]),
        ("市委副书记罗晃浩出席活动。", [("罗晃浩", "市委副书记")]),
        (
            "市委副书记罗晃浩，市人大常委会副主任、市总工会主席黄奕奕出席活动。",
            [("罗晃浩", "市委副书记"), ("黄奕奕", "市人大常委会副主任、市总工会主席")],
        ),
        (
            "邀请了茂名市委党校教研室主任、副教授，市委理论宣讲专家团成员刘艳作专题宣讲。",
            [("刘艳", "茂名市委党校教研室主任、副教授，市委理论宣讲专家团成员")],
        ),
        ("会议由市总工会主席高峰主持。", [("高峰", "市总工会主席")]),
        ("市发展和改革局局长文明介绍了情况。", [("文明", "市发展和改革局局长")]),
        ("市青少年活动中心主任方圆致辞。", [("方圆", "市青少年活动中心主任")]),
        ("1月26日上午市长王雄飞来到企业调研。", [("王雄飞", "市长")]),
        ("记者采访了来自港务集团的高级技师李大国。", [("李大国", "高级技师")]),
        (
            "欣捷安汽车电子（茂名）有限公司总经理陈立说，",
            [("陈立", "欣捷安汽车电子（茂名）有限公司总经理")],
        ),
        ("3号高炉炉长孟长河提出，", [("孟长河", "3号高炉炉长")]),
        ("5号线值班站长李大国说，", [("李大国", "5号线值班站长")]),
        ("8号上午市长王雄飞来到企业调研。", [("王雄飞", "市长")]),
        (
            "副市长李敏，市总工会党组成员、经费审查委员会主任王芳出席。",
            [("李敏", "副市长"), ("王芳", "市总工会党组成员、经费审查委员会主任")],
        ),
        # names in transliteration: what they begin with, and what one would break off
        ("副县长热依汗·买买提出席。", [("热依汗·买买提", "副县长")]),
        ("闸长阿牛木呷介绍，", [("阿牛木呷", "闸长")]),
        ("旗长孟克那顺、牧民敖登图雅家里", [("孟克那顺", "旗长"), ("敖登图雅", "牧民")]),
        ("护林员乌力吉出门。", [("乌力吉", "护林员")]),
        ("联盟副秘书长约翰·米勒，", [("约翰·米勒", "联盟副秘书长")]),
        ("“好。”丽莎·冯·柏林说。", [("丽莎·冯·柏林", "")]),
        # the length of the name
        ("局长王军说，要抓紧。", [("王军", "局长")]),
        ("局长李和平说，要抓紧。", [("李和平", "局长")]),
        ("副市长陈晓和工友们座谈。", [("陈晓", "副市长")]),
        (
            "市总工会副主席王平和职工代表李强国座谈。",
            [("王平", "市总工会副主席"), ("李强国", "职工代表")],
        ),
        ("区委书记赵为民向大家拜年。", [("赵为民", "区委书记")]),
        ("县长欧阳静、诸葛明礼一行", [("欧阳静", "县长"), ("诸葛明礼", "县长")]),
        ("主任张 三出席。", [("张三", "主任")]),
        ("受市委书记庄悦群委托，市总工会走访企业。", [("庄悦群", "市委书记")]),
        ("广东众和集团董事长柯卫国捐款。", [("柯卫国", "广东众和集团董事长")]),
        ("市总工会和市人社局局长李大光联合检查。", [("李大光", "市人社局局长")]),
        ("市总工会经审会主任吴锦标带队慰问。", [("吴锦标", "市总工会经审会主任")]),
        # several under one office
        (
            "副市长王晓东、李敏，市政协副主席张为民等参加。",
            [("王晓东", "副市长"), ("李敏", "副市长"), ("张为民", "市政协副主席")],
        ),
        (
            "市领导王晓东（女）、李敏和孙志刚看望慰问。",
            [("王晓东", "市领导"), ("李敏", "市领导"), ("孙志刚", "市领导")],
        ),
        # standing
        (
            "全国劳动模范、港务集团起重机司机王铁柱上台领奖。",
            [("王铁柱", "全国劳动模范、港务集团起重机司机")],
        ),
        ("大国工匠高凤林受聘为校外导师。", [("高凤林", "大国工匠")]),
        (
            "“全国五一劳动奖章”获得者李娜走进校园。",
            [("李娜", "“全国五一劳动奖章”获得者")],
        ),
        (
            "获得者、“南粤工匠”黎永健，七嘴八舌。",
            [("黎永健", "获得者、“南粤工匠”")],
        ),
        (
            "我市“最美职工”、环卫所清洁工阮秀珍光荣退休。",
            [("阮秀珍", "“最美职工”、环卫所清洁工")],
        ),
        ("藏族小伙扎西顿珠同台演出。", [("扎西顿珠", "藏族小伙")]),
        ("村民张三友告诉记者，路修好了。", [("张三友", "村民")]),
        # behind the name
        ("习近平总书记指出，劳动是一切幸福的源泉。", [("习近平", "总书记")]),
        ("李克勤局长介绍，今年新增岗位三千个。", [("李克勤", "局长")]),
        ("大家向王建国同志学习。", [("王建国", "")]),
        # without a title
        ("“这钱来得及时。”张桂英告诉记者。", [("张桂英", "")]),
        (
            "会议决定，授予张三丰、李四光、王五一等10人“岚州工匠”称号。",
            [("张三丰", ""), ("李四光", ""), ("王五一", "")],
        ),
        ("韦秀兰（女，壮族）从事纺织工作二十年。", [("韦秀兰", "")]),
        (
            "一等奖：马晓莉（沅川热电厂）、孙杨柳（市图书馆）",
            [("马晓莉", "沅川热电厂"), ("孙杨柳", "市图书馆")],
        ),
        ("来自港务集团的李志强、王海燕获奖。", [("李志强", ""), ("王海燕", "")]),
        ("任命张志远为市人社局局长。", [("张志远", "")]),
        # names with a dot, and foreigners
        ("选手阿依古丽·买买提格外引人注目。", [("阿依古丽·买买提", "选手")]),
        ("法国总统马克龙在巴黎会见记者。", [("马克龙", "法国总统")]),
        ("布朗-皮韦表示，愿加强合作。", [("布朗-皮韦", "")]),
        # nobody
        ("市民王女士和李阿姨来到现场，张师傅正在修车。", []),
        ("副市长林某某接受审查。", []),
        ("焊工严格按照规程作业，工程今天完工。", []),
        ("首届高峰论坛在我市举行，文明创建再上台阶。", []),
        ("职工安全意识进一步提高，代表们高度评价。", []),
        ("市委书记关心的是项目进度。", []),
        ("茂名晚报记者了解到，服务队实行动态管理。", []),
        ("早高峰期间，公交车加密班次。", []),
        ("与会代表围绕安全生产、江苏经验、高质量发展展开讨论。", []),
        ("好心茂名·最美职工竞赛品牌进一步擦亮。", []),
    ],
)
def test_who_is_found(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "学习贯彻习近平总书记关于工人阶级和工会工作的重要论述。",
        "深入学习贯彻习近平新时代中国特色社会主义思想。",
        "坚持以习近平同志为核心的党中央集中统一领导。",
        "贯彻落实习近平总书记视察广东重要讲话、重要指示精神。",
        "坚持毛泽东思想、邓小平理论。",
    ],
)
def test_set_phrases_are_recognised_and_tell_of_nobody(text):
    assert {one.rule for one in find(text)} == {SET_PHRASE}
    assert people(text) == []


def test_a_name_is_carried_through_the_text():
    text = "市总工会主席高峰出席。\n高峰强调，要办实事。早高峰期间，高峰论坛不受影响。"
    assert [one.start for one in find(text)] == [6, 12]


def test_a_room_named_after_a_person_tells_of_nobody():
    assert people("2018年，“王铁柱劳模创新工作室”挂牌。") == []
    text = "劳模王铁柱说。王铁柱劳模创新工作室挂牌。"
    assert [one.rule for one in find(text)] == ["standing", SET_PHRASE]


def test_known_names_of_three_characters_need_no_title():
    directory = Directory([Entry(7, "罗晃浩", ("市委副书记",))])
    (one,) = find("活动邀请罗晃浩到场。", directory)
    assert (one.name, one.key) == ("罗晃浩", 7)


def test_known_names_of_two_characters_are_never_taken_on_the_bare_string():
    directory = Directory([Entry(7, "高峰"), Entry(8, "李敏")])
    assert find("客流高峰到来，李敏感话题", directory) == []


def test_namesakes_are_told_apart_by_their_titles_alone():
    namesakes = Directory([Entry(1, "李敏", ("副市长",)), Entry(2, "李敏", ("护士长",))])
    assert [one.key for one in find("副市长李敏出席。", namesakes)] == [1]
    assert [one.key for one in find("村民李敏说，", namesakes)] == [None]


def test_a_known_person_is_found_by_another_name():
    directory = Directory([Entry(3, "周树人", other_names=("鲁小迅",))])
    assert [(one.name, one.key) for one in find("作家鲁小迅说，", directory)] == [("鲁小迅", 3)]


def test_a_long_text_takes_linear_time():
    text = "副市长王晓东、李敏，在高峰论坛上，王王王王说、、、（（（“”“" * 20_000
    assert len(find(text)) >= 40_000


def test_the_third_character_that_no_title_vouches_for_is_none_of_the_name():
    text = "工区工长厍峰抓起工具包就走。他和厍峰跪在钢轨旁。"
    assert [name for name, _ in people(text)] == ["厍峰", "厍峰"]


def test_a_name_the_print_pads_is_one_in_a_list_under_an_office_too():
    text = "副主席库尔班江·买买提、纪念出席会议。"
    found = find(text, padded=[(text.index("纪念"), text.index("纪念") + 2)])
    assert [(one.name, one.title) for one in found][1:] == [("纪念", "副主席")]


@pytest.mark.parametrize(
    ("whole", "part"), [("约翰·米勒", "米勒"), ("阿依古丽·买买提", "阿依古丽")]
)
def test_a_part_of_a_name_with_a_dot_is_the_same_person(whole, part):
    found = find(f"会长{whole}出席会议。{part}说：“时间不等人。”")
    assert [each.name for each in found] == [whole, whole]


def test_who_has_a_title_of_his_own_is_another():
    found = find("会长阿依古丽·买买提出席会议。村民买买提说：“好。”")
    assert [each.name for each in found] == ["阿依古丽·买买提", "买买提"]


def test_who_was_named_by_the_part_before_stays_himself():
    found = find("美国总统拜登之子亨特·拜登获赦免。拜登表示：“时间不等人。”")
    assert [each.name for each in found][-2:] == ["亨特·拜登", "拜登"]
