"""Kicker, headline, subheadline, banner, standfirst and crosshead, told apart."""

import pytest

from articles.intake import read
from articles.intake.clauses import gap_is_meant
from tests.intake.forms import FIRST, HEAD, LAST

HEADINGS = {
    "全市工会工作会议召开": ("", "", "全市工会工作会议召开", ""),
    "我市大力弘扬工匠精神\n\n劳模工匠欢聚一堂话发展": (
        "",
        "我市大力弘扬工匠精神",
        "劳模工匠欢聚一堂话发展",
        "",
    ),
    '岚州市"劳模工匠助企行" 专项行动启动': ("", "", "岚州市“劳模工匠助企行”专项行动启动", ""),
    "听企业心声　解职工难题": ("", "", "听企业心声 解职工难题", ""),
    "冬季旅游升温\n冰雪经济正当时": ("", "", "冬季旅游升温 冰雪经济正当时", ""),
    "岚州市总工会关于表彰2024年\n五一劳动奖和工人先锋号的决定": (
        "",
        "",
        "岚州市总工会关于表彰2024年五一劳动奖和工人先锋号的决定",
        "",
    ),
    "焊花里的青春\n——记全国劳动模范、\n港务集团焊工李大明": (
        "",
        "",
        "焊花里的青春",
        "——记全国劳动模范、港务集团焊工李大明",
    ),
    "全市工会工作会议召开\n石砚秋郁海生出席并讲话": (
        "",
        "",
        "全市工会工作会议召开",
        "石砚秋郁海生出席并讲话",
    ),
    "团市委组织开展宣讲会 **推动党的精神入脑入心 凝聚奋进新征程力量**": (
        "",
        "团市委组织开展宣讲会",
        "推动党的精神入脑入心 凝聚奋进新征程力量",
        "",
    ),
    "# 全市工会工作会议召开": ("", "", "全市工会工作会议召开", ""),
    "劳模风采④\n\n听得懂列车说话的人": ("劳模风采④", "", "听得懂列车说话的人", ""),
    "全面深入学习贯彻党的二十大精神\n\n全市工会工作会议召开": (
        "全面深入学习贯彻党的二十大精神",
        "",
        "全市工会工作会议召开",
        "",
    ),
    "短评\n\n亮账本才能解疙瘩": ("短评", "", "亮账本才能解疙瘩", ""),
    "# 全市工会工作会议召开\n\n## ——三十个先进集体受表彰": (
        "",
        "",
        "全市工会工作会议召开",
        "——三十个先进集体受表彰",
    ),
    "## 市总工会打造服务新阵地\n\n# 小驿站温暖一座城": (
        "",
        "市总工会打造服务新阵地",
        "小驿站温暖一座城",
        "",
    ),
    "庆祝建厂七十周年职工大会召开\n\n致敬老一辈 建功新征程\n\n36名老职工获颁纪念章": (
        "",
        "庆祝建厂七十周年职工大会召开",
        "致敬老一辈 建功新征程",
        "36名老职工获颁纪念章",
    ),
    "岚州机场旅客吞吐量突破百万人次\n\n较去年同期增长21% 新增航点3个": (
        "",
        "",
        "岚州机场旅客吞吐量突破百万人次",
        "较去年同期增长21% 新增航点3个",
    ),
    "本报帮您办\n\n工伤认定要多久 材料怎么交": ("本报帮您办", "", "工伤认定要多久 材料怎么交", ""),
    "庆丰收 迎华诞\n\n全县农民丰收节开幕\n\n稻田里唱响丰收歌": (
        "庆丰收 迎华诞",
        "全县农民丰收节开幕",
        "稻田里唱响丰收歌",
        "",
    ),
    "街头巷尾\n从裁缝铺到讲台，她把一把剪刀用了52年\n巷子深处的“针线先生”": (
        "街头巷尾",
        "从裁缝铺到讲台，她把一把剪刀用了52年",
        "巷子深处的“针线先生”",
        "",
    ),
    '退休火车司机闵广发捐出一屋子"宝贝"\n机务段的老物件进了博物馆': (
        "",
        "退休火车司机闵广发捐出一屋子“宝贝”",
        "机务段的老物件进了博物馆",
        "",
    ),
    "从抢单到拼车\n\n——货车司机寇 平的一份建议": (
        "",
        "",
        "从抢单到拼车",
        "——货车司机寇平的一份建议",
    ),
    "集团“双节”送温暖 工作座谈会召开": ("", "", "集团“双节”送温暖工作座谈会召开", ""),
    '我市首批"骑手餐桌" 挂牌': ("", "", "我市首批“骑手餐桌”挂牌", ""),
}


@pytest.mark.parametrize(("lines", "expected"), HEADINGS.items(), ids=HEADINGS)
def test_headings_before_a_dateline(lines, expected):
    (story,) = read(f"{lines}\n\n本报讯（记者 张晓明）{FIRST}\n\n{LAST}\n").stories
    assert (story.banner, story.kicker, story.headline, story.subheadline) == expected


@pytest.mark.parametrize("label", ["提要　", "核心提示：", "【内容提要】", "提要\n\n"])
def test_a_standfirst_leaves_its_label(label):
    said = "23名选手从1200人中脱颖而出，本届赛事首次把新能源列为项目。"
    (story,) = read(f"一把焊枪千度火\n\n{label}{said}\n\n本报讯 {FIRST}\n\n{LAST}\n").stories
    assert (story.standfirst, story.paragraphs) == (said, [FIRST, LAST])


@pytest.mark.parametrize(
    "heads", [("一把旧焊钳", "一本练习册"), ("“护理也是手艺”", "获奖者晋升技师")]
)
def test_short_lines_between_the_paragraphs_of_one_story_are_crossheads(heads):
    first, second = heads
    raw = f"父子焊工的两代坚守\n\n本报记者 张晓明\n\n{FIRST}\n\n{first}\n\n{LAST}\n\n{second}\n\n{FIRST}\n"
    (story,) = read(raw).stories
    assert story.crossheads == [(2, first), (3, second)]


def test_briefs_under_one_banner_are_stories_of_their_own():
    raw = (
        f"工会短波\n\n□职工夜校开课\n{FIRST}（张晓明）\n□爱心驿站新增12处\n{LAST}(岚工宣)\n"
        "□快递小哥领到体检卡\n25日，快递行业工会为快递员发放体检卡。（通讯员 李四）\n"
    )
    stories = read(raw).stories
    assert [each.headline for each in stories] == [
        "职工夜校开课",
        "爱心驿站新增12处",
        "快递小哥领到体检卡",
    ]
    assert {each.banner for each in stories} == {"工会短波"}


def test_marked_items_under_a_column_are_stories_whatever_the_column_is_called():
    raw = f"春运启动\n\n本报讯 {FIRST}\n\n街 巷 快 报\n● {FIRST}（张晓明）\n● {LAST}（李四）\n"
    _, first, second = read(raw).stories
    assert [each.paragraphs for each in (first, second)] == [[FIRST], [LAST]]
    assert first.banner == second.banner


@pytest.mark.parametrize(
    ("banner", "covered"),
    [("法治青岬", True), ("一周看台", True), ("短评", False), ("砚州工匠②", False)],
)
def test_a_column_covers_what_follows_and_a_comment_stands_alone(banner, covered):
    raw = f"{banner}\n\n骑手送餐摔伤获赔\n\n张晓明\n\n{FIRST}\n\n讨薪有门了\n\n本报讯（记者 李四）{LAST}\n"
    first, second = read(raw).stories
    assert first.banner.startswith(banner)
    assert bool(second.banner) == covered


def test_an_editors_note_is_the_first_paragraph_of_the_story_below_it():
    note = "编者按：今起，本报推出系列报道，讲述手艺人的坚守与创新。"
    (story,) = read(f"曲泉匠人\n\n{note}\n\n刀尖上的运河\n\n本报记者 张晓明\n\n{FIRST}\n").stories
    assert story.paragraphs == [note, FIRST]


def test_a_list_of_names_keeps_its_gaps_and_gets_no_stop():
    raw = (
        f"五一劳动奖章名单公布\n\n本报讯 {FIRST}\n\n一、五一劳动奖章（3名）\n"
        "罗大山　港务公司起重机司机\n李 四　热电厂检修班班长\n王　芳（女）　环卫处环卫工人\n\n"
        "二、工人先锋号（2个）\n地铁公司方圆站\n水务集团化验班\n"
    )
    (story,) = read(raw).stories
    assert story.paragraphs[1:] == [
        "罗大山 港务公司起重机司机",
        "李四 热电厂检修班班长",
        "王芳（女） 环卫处环卫工人",
        "地铁公司方圆站",
        "水务集团化验班",
    ]
    assert story.crossheads == [(2, "一、五一劳动奖章（3名）"), (5, "二、工人先锋号（2个）")]


def test_the_groups_of_a_list_are_crossheads_also_without_numbers():
    raw = (
        f"{FIRST_OF_PAGE}五一劳动奖获得者名单\n\n五一劳动奖状\n\n港务有限公司\n\n第二建筑公司\n\n"
        "五一劳动奖章\n\n罗大山（热电厂）\n\n霜 叶（局医院）\n\n把掌声留给普通人\n\n本报讯 "
        f"{LAST}\n"
    )
    _, names, last = read(raw).stories
    assert names.headline == "五一劳动奖获得者名单"
    assert names.crossheads == [(1, "五一劳动奖状"), (3, "五一劳动奖章")]
    assert names.paragraphs == [
        "港务有限公司",
        "第二建筑公司",
        "罗大山（热电厂）",
        "霜叶（局医院）",
    ]
    assert last.headline == "把掌声留给普通人"


def test_rows_of_a_list_may_begin_with_the_unit():
    raw = f"{FIRST_OF_PAGE}“安全之星”名单\n\n综采二队 肖铁军 杜 江\n机电队 申 明 武 林\n运输队 梁 正\n"
    assert read(raw).stories[1].paragraphs == [
        "综采二队 肖铁军 杜江",
        "机电队 申明 武林",
        "运输队 梁正",
    ]


def test_a_name_in_brackets_before_the_text_opens_a_story():
    raw = f"{FIRST_OF_PAGE}三张卡片管住现场\n\n（通讯员 石 坚）{LAST}\n"
    assert [each.headline for each in read(raw).stories][1:] == ["三张卡片管住现场"]


FIRST_OF_PAGE = f"全市工会工作会议召开\n\n本报讯 {FIRST}\n\n"


def test_a_page_without_any_heading_is_text_of_one_story():
    reading = read(f"{FIRST}\n\n{LAST}\n")
    assert [(each.headline, each.paragraphs) for each in reading.stories] == [("", [FIRST, LAST])]


def test_a_notice_ends_with_who_issued_it_and_when():
    raw = f"“岚州工匠”评选结果公示\n\n{FIRST}\n\n岚州市总工会\n2024年5月5日\n"
    (story,) = read(raw).stories
    assert story.paragraphs == [FIRST, "岚州市总工会", "2024年5月5日"]


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("弘扬“工匠精神”", "助力高质量发展", True),
        ("点燃“创新引擎”", "跑出发展加速度", True),
        ("打造“职工之家”", "温暖职工心田", True),
        ("市总工会“送清凉”", "慰问活动启动", False),
        ("全省“安康杯”", "知识竞赛决赛举行", False),
        ("岚州“匠心杯”", "技能大赛开幕", False),
        ("致敬劳动者", "奋进新征程", True),
        ("礼赞新时代工人", "弘扬劳模精神", True),
        ("情系职工", "服务基层", True),
        ("关心劳动者", "服务新业态", True),
        ("关心下一代工作委员会", "开展助学活动", False),
        ("争做新时代工人", "展现新时代风采", True),
        ("选树优秀职工", "汇聚奋进力量", True),
        ("我市“五一”", "表彰大会召开", False),
        ("首届职工运动会", "圆满落幕", False),
        ("听一听", "就知道哪里“病”了", True),
        ("血库告急", "我们都来帮一把", True),
        ("春茶开园", "指尖抢鲜", True),
        ("唱的是歌", "说的是心里话", True),
        ("劳模进校园", "精神代代传", True),
        ("一针一线", "绣出幸福", True),
        ("凝心聚力", "推动产业工人队伍建设改革走深走实", True),
        ("快递小哥有了自己的家", "骑手驿站今天启用", True),
        ("环岬路隧道今晚起", "夜间封闭养护", False),
        ("国产大型邮轮配套件", "实现批量交付", False),
        ("千名护士线上线下", "共学急救技能", False),
        ("东城区总工会为环卫工人", "送上爱心早餐", False),
        ("市总工会召开", "十届五次全委会议", False),
        ("快递小哥领到", "免费体检卡", False),
        ("西城农贸市场改造工程", "下月完工", False),
        ("全市公安机关", "开展夏夜治安巡查", False),
        ("明起", "高温津贴可线上申领", True),
        ("元旦起", "刷工会卡可乘公交", True),
        ("7月1日起", "这些新规将施行", True),
        ("下月起", "骑手有了专属食堂", True),
        ("国庆起", "职工疗养线路上新", True),
        ("入夏起", "这些津贴别忘了拿", True),
        ("百名技工连夜", "抢通受损线路", False),
        ("劳模组团", "送技进企业", False),
        ("消防员冒雨", "救出被困工友", False),
        ("夫妻劳模同台", "讲述奋斗故事", False),
        ("各地工会争相", "晒出暖心账本", False),
        ("两省工匠联手", "攻下技术难关", False),
        ("医护人员隔空", "为孩子庆生", False),
        ("端午节", "粽香飘进工地", True),
        ("重阳", "老工匠回厂看新机", True),
        ("车间食堂里的菜单", "由工友投票决定", False),
        ("工会的钱", "该怎么花", False),
    ],
)
def test_a_gap_parts_clauses_and_not_a_name_from_its_event(left, right, kept):
    assert gap_is_meant(left, right) == kept


LOST_STOP = "会议指出，去年各项存款余额突破八百亿元。新的一年要坚守支农支小定位，把网点下沉到乡镇，把服务送到村口，让群众少跑腿"


@pytest.mark.parametrize(
    "headline",
    ["关于表彰2024年度先进集体和先进个人的决定", "技师进果园 果农吃下“定心丸”"],
)
def test_a_headline_below_a_lost_full_stop_opens_a_story(headline):
    raw = f"{FIRST_OF_PAGE}{LOST_STOP}\n\n{headline}\n\n连日来，各单位迎难而上，涌现出一批先进典型。\n"
    first, second = read(raw).stories
    assert (first.paragraphs, second.headline) == ([FIRST, f"{LOST_STOP}。"], headline)


@pytest.mark.parametrize(
    "between", ["本报记者 张晓明\n\n", "【提要】她们守着六台行车。\n\n◎张晓明\n\n"]
)
def test_a_crosshead_may_stand_right_below_the_byline(between):
    raw = f"连铸“夜班六姐妹”\n\n{between}三十米高空的“绣花活”\n\n{FIRST}\n\n一本写满字的笔记\n\n{LAST}\n"
    (story,) = read(raw).stories
    assert story.crossheads == [(1, "三十米高空的“绣花活”"), (2, "一本写满字的笔记")]
    assert story.paragraphs == [FIRST, LAST]


def test_a_heading_over_nothing_but_a_caption_that_tells_news_is_a_story():
    told = "5月2日，车站客运员推着轮椅送旅客上车，服务台帮助重点旅客218人次。"
    raw = f"桥医生\n◎文/张晓明 图/李四\n\n{FIRST}\n\n茶山上的“比武台”\n\n{told} 本报记者 李四 摄影报道\n\n高铁“摆渡人”\n\n{told}（王芳 摄）\n"
    stories = read(raw).stories
    assert [each.headline for each in stories] == ["桥医生", "茶山上的“比武台”", "高铁“摆渡人”"]


def test_a_report_of_a_day_signed_below_is_a_story_behind_one_with_a_byline():
    raw = f"机务段的老物件进了博物馆\n\n本报讯（记者 张晓明）{FIRST}\n\n{LAST}\n\n我市三家企业获评省级和谐劳动关系单位\n\n12月27日，全省表彰会在省城召开，三家企业榜上有名。（市总工会供稿）\n"
    assert len(read(raw).stories) == 2


@pytest.mark.parametrize(("line", "banner"), [("", "庆丰收 迎华诞"), ("青崖报 2\n\n", "")])
def test_a_slogan_stands_over_the_stories_below_to_the_line_of_the_next_page(line, banner):
    raw = f"庆丰收 迎华诞\n\n全县农民丰收节开幕\n\n稻田里唱响丰收歌\n\n本报讯 {FIRST}\n\n{line}果农吃下“定心丸”\n\n{LAST}（张晓明）\n"
    assert read(raw).stories[1].banner == banner


@pytest.mark.parametrize("numbers", ["01 02 03", "01. 02. 03."])
def test_counted_crossheads_are_no_page_numbers(numbers):
    first, second, third = numbers.split()
    raw = f"三代人的“炉火”\n\n本报记者 张晓明\n\n{FIRST}\n\n{first} 爷爷的铁锹\n\n{LAST}\n\n{second} 父亲的风镐\n\n{FIRST}\n\n{third} 儿子的键盘\n\n{LAST}\n"
    (story,) = read(raw).stories
    assert [text[-5:] for _, text in story.crossheads] == ["爷爷的铁锹", "父亲的风镐", "儿子的键盘"]


def test_a_question_and_its_answer_are_paragraphs_below_their_headline():
    asked, answered = "问：公司一直没有给加班费，我该怎么办？", "答：你可以先与公司协商。"
    raw = f"你问我答\n\n被拖欠加班费怎么办\n\n{asked}\n\n{answered}\n"
    (story,) = read(raw).stories
    assert (story.banner, story.headline) == ("你问我答", "被拖欠加班费怎么办")
    assert story.paragraphs == [asked, answered]


def test_what_a_reporter_asks_names_no_writer():
    raw = f"螺丝松一丝，心就悬一寸\n\n本报记者 张晓明\n\n记者：您每天要检查多少颗螺丝？\n\n沈一帆：{LAST}\n"
    (story,) = read(raw).stories
    assert [each.name for each in story.bylines] == ["张晓明"]
    assert story.paragraphs[0] == "记者：您每天要检查多少颗螺丝？"


def test_a_slogan_of_three_clauses_is_a_banner():
    raw = (
        f"深学争优 敢为争先 实干争效\n\n市总工会：架起“连心桥”\n\n岚州日报记者 张晓明\n\n{FIRST}\n"
    )
    (story,) = read(raw).stories
    assert (story.banner, story.headline) == (
        "深学争优 敢为争先 实干争效",
        "市总工会：架起“连心桥”",
    )


def test_a_list_that_is_appended_stays_with_its_decision():
    raw = (
        f"岚州市总工会关于命名2023年度“工人先锋号”的决定\n\n各县（市、区）总工会，市各产业工会：\n\n{FIRST}\n\n"
        "附：2023年度“工人先锋号”名单\n\n船厂总装一班\n公交集团8路车队\n\n岚州市总工会\n2024年4月25日\n\n"
        f"劳模宣讲走进技校\n\n本报讯 {LAST}\n"
    )
    decision, last = read(raw).stories
    assert decision.paragraphs == [
        "各县（市、区）总工会，市各产业工会：",
        FIRST,
        "船厂总装一班",
        "公交集团8路车队",
        "岚州市总工会",
        "2024年4月25日",
    ]
    assert last.headline == "劳模宣讲走进技校"


def test_pictures_under_a_column_of_pictures_are_stories():
    told = "2月20日晚，元宵灯会在南门广场亮灯，吸引了3.6万名市民前来观赏。本报记者 张晓明 摄"
    raw = f"图说新闻\n\n元宵灯会亮古城\n\n{told}\n\n开工第一课\n\n{told}\n"
    assert [(each.banner, each.headline) for each in read(raw).stories] == [
        ("图说新闻", "元宵灯会亮古城"),
        ("图说新闻", "开工第一课"),
    ]


def test_a_short_headline_at_the_top_is_no_masthead_for_a_date_line_below_its_text():
    raw = f"市总工会召开十五届三次全委会议\n\n以实干开新局\n\n本报讯 {FIRST}\n\n云溪晚报 2024年2月29日 星期四 2版\n\n{LAST}\n"
    (story,) = read(raw).stories
    assert story.headline == "以实干开新局"


def test_what_stands_right_above_a_dashed_line_is_the_headline():
    raw = f"学习贯彻全会精神\n\n牢记嘱托担使命 团结奋斗建新功\n\n——市总工会学习贯彻全会精神综述\n\n本报记者 张晓明\n\n{FIRST}\n"
    (story,) = read(raw).stories
    assert (story.banner, story.headline, story.subheadline) == (
        "学习贯彻全会精神",
        "牢记嘱托担使命 团结奋斗建新功",
        "——市总工会学习贯彻全会精神综述",
    )


def test_crossheads_of_two_clauses_stay_in_their_story():
    raw = f"奋进的脚步\n\n本报记者 张晓明\n\n{FIRST}\n\n学深悟透 凝聚共识\n\n{LAST}\n\n深化改革 激发产业工人活力\n\n{FIRST}\n"
    (story,) = read(raw).stories
    assert [text for _, text in story.crossheads] == [
        "学深悟透 凝聚共识",
        "深化改革 激发产业工人活力",
    ]


def test_a_long_sentence_that_lost_its_full_stop_is_no_kicker():
    last = "会议审议通过了工作报告、财务工作报告和经审工作报告，表彰了一批先进集体和个人"
    raw = f"{FIRST_OF_PAGE}{last}\n\n招聘会走进六个乡镇\n\n本报讯 {LAST}\n"
    first, second = read(raw).stories
    assert (first.paragraphs, second.kicker) == ([FIRST, f"{last}。"], "")


@pytest.mark.parametrize(
    ("mark", "headline"), [("**山坳里的“识字班”**", HEAD), ("## 山坳里的“识字班”", f"# {HEAD}")]
)
def test_what_is_set_off_otherwise_than_the_headlines_is_a_crosshead(mark, headline):
    raw = f"{headline}\n\n{FIRST}\n\n{mark}\n\n{LAST}\n\n{FIRST}\n(本报记者 张晓明 通讯员 李四)\n"
    (story,) = read(f"{raw}\n{headline.replace(HEAD, '春运今日启动')}\n\n本报讯 {LAST}\n").stories[
        :1
    ]
    assert story.crossheads == [(2, "山坳里的“识字班”")]
    assert [each.name for each in story.bylines] == ["张晓明", "李四"]


def test_a_column_of_one_person_ends_with_him():
    raw = f"身边工匠\n\n“量具王”的尺子\n\n文/张晓明 图/李四\n\n{FIRST}\n\n岁末送暖到车间\n\n{LAST}（王芳）\n"
    assert [each.banner for each in read(raw).stories] == ["身边工匠", ""]


def test_what_is_set_off_less_but_signed_by_another_is_a_story():
    raw = f"# {HEAD}\n\n本报讯（记者 张晓明）{FIRST}\n\n## 岁末送暖到车间\n\n{LAST}（王芳）\n"
    assert [each.headline for each in read(raw).stories] == [HEAD, "岁末送暖到车间"]
