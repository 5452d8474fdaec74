"""Stories that must neither be cut in two nor run into one another."""

import pytest

from articles.intake import read
from tests.intake.forms import FIRST, LAST, names

PICTURE = "图片新闻\n\n车间里的“乘凉角”\n\n7月2日，玻璃厂职工在喝绿豆汤。本报记者 张晓明 摄"

# what a broken sentence goes on with below another story: no headline, whatever it looks like
BROKEN = [
    ("比赛设一等奖2名、二等奖4名，市总工会副主席卫东、", "市文化馆馆长郁文，为获奖单位颁奖"),
    ("新站设有饮水机、微波炉、", "急救箱和手机充电柜，每天7:00至22:00开放"),
    ("在35℃以上的天气里从事露天作业的，", "按月发放高温津贴，每人每月300元"),
    ("他一口气数出七样家什：锤子、扳手、", "焊钳、角磨机，还有一把磨秃的锉刀"),
]


@pytest.mark.parametrize("between", [PICTURE, "本版热线：12351", PICTURE + "\n\n广告热线：12351"])
@pytest.mark.parametrize(("before", "rest"), BROKEN, ids=[rest[:4] for _, rest in BROKEN])
def test_the_rest_of_a_broken_sentence_is_no_headline(before, rest, between):
    raw = f"职工合唱比赛举行\n\n本报讯 {FIRST}\n\n{before}\n\n{between}\n\n{rest}\n\n{LAST}\n"
    story = read(raw).stories[0]
    assert story.paragraphs == [FIRST, f"{before}{rest}。", LAST]
    assert len(read(raw).stories) == 1 + ("图片新闻" in between)


SPEECH = [
    "市医保局局长贝文表示，今年还要让慢病患者少跑腿",
    "申屠宁说，往后每年都选一批好帮手，请他们上讲台",
    "厂长告诉记者，护栏已经换成新的",
    f"{FIRST}他修好机车四千台，编写的《口诀》\n被十几个车间当成教材",
    f"{FIRST}他提的“补贴\n每单加五毛”被写进协议第九条",
]


@pytest.mark.parametrize("last", SPEECH)
def test_a_sentence_without_its_stop_is_no_headline_of_the_next_story(last):
    raw = f"亮账本\n\n本报讯 {FIRST}\n\n{last}\n\n一首老歌半城人跟着唱\n\n本报讯 {LAST}\n"
    first, second = read(raw).stories
    assert first.paragraphs[-1].endswith(last.replace("\n", "") + "。")
    assert (second.kicker, second.headline) == ("", "一首老歌半城人跟着唱")


@pytest.mark.parametrize(
    "headline",
    [
        "献血告急 我们都来帮一把",
        "搬家的事 邻里搭把手",
        "老旧小区装上电梯了",
        "林场的路灯亮了",
        "货车司机有了洗衣房",
    ],
)
def test_a_headline_may_end_with_a_word_that_seldom_ends_anything(headline):
    raw = f"全市工会工作会议召开\n\n本报讯 {FIRST}\n\n{headline}\n\n{LAST}（记者 张晓明）\n"
    assert [each.headline for each in read(raw).stories][1:] == [headline]


SIGNED = {
    "（水 墨 郝 帅）": ["水墨", "郝帅"],
    "(肖 楠 马 骏)": ["肖楠", "马骏"],
    "（石 子）": ["石子"],
    "（记者 文 静）": ["文静"],
    "（通讯员 石磊 乔良）": ["石磊", "乔良"],
    "（安工宣）": ["安工宣"],
    "（县水务局报道组）": ["县水务局报道组"],
}


@pytest.mark.parametrize(("signature", "signed"), SIGNED.items(), ids=SIGNED)
@pytest.mark.parametrize("stop", ["。", ""])
def test_a_signature_ends_an_item_though_its_full_stop_is_lost(signature, signed, stop):
    item = "昨日，云台茶场工会为采茶点搭起12座遮阳棚，并备好凉茶"
    raw = f"短讯\n\n采茶姑娘有了遮阳棚\n\n{item}{stop}{signature}\n\n职工书屋夜里也亮灯\n\n{LAST}（张晓明）\n"
    first, second = read(raw).stories
    assert (first.paragraphs, [name for name, *_ in names(first.bylines)]) == (
        [f"{item}。"],
        signed,
    )
    assert (second.headline, second.banner) == ("职工书屋夜里也亮灯", "短讯")


@pytest.mark.parametrize(
    "signature", ["（周 末\n高 原）", "（肖 楠\n马 骏）", "（余 秀英\n马 骏）"]
)
def test_a_signature_may_break_between_two_names(signature):
    raw = f"短讯\n\n采茶姑娘有了遮阳棚\n\n{FIRST}{signature}\n\n职工书屋夜里也亮灯\n\n{LAST}\n"
    first, _ = read(raw).stories
    assert first.paragraphs == [FIRST]
    assert [each.name for each in first.bylines] == [
        "".join(name.split()) for name in signature[1:-1].split("\n")
    ]


@pytest.mark.parametrize("broken", ["摄\n影报道", "\n摄影报道", "摄影\n报道"])
@pytest.mark.parametrize("who", ["记者 江 帆 ", "首席记者 江帆 ", "本报记者 江 帆 "])
def test_a_credit_may_break_over_two_lines(who, broken):
    raw = f"图片新闻\n\n夏粮颗粒归仓\n\n昨日，农场职工抢收小麦。图为收割机在作业。 {who}{broken}\n"
    (story,) = read(raw).stories
    (photo,) = story.photos
    assert [each.name for each in photo.credits] == ["江帆"]
    assert [each.name for each in story.bylines] == ["江帆"]


@pytest.mark.parametrize(
    "opening",
    [
        "即日起，市总工会向职工征集家书，篇幅不超过800字。",
        "昨日，市工人文化宫夜校剪纸班开课，40名学员跟着老师学剪窗花。",
        "日前，市建设工会把20台饮水机搬上作业面。",
        "记者从市医保局获悉，门诊慢特病病种扩大到38种。",
        "市工人文化宫秋季班近日开始报名，开设摄影、书法等12门课程。",
        "本周六，市职工合唱团免费开唱。",
    ],
)
def test_news_below_a_portrait_is_a_story_of_its_own_though_nobody_signs_it(opening):
    raw = f"红马甲进病房\n\n本报记者 张晓明\n\n{FIRST}\n\n{LAST}\n\n给孩子写封信\n\n{opening}\n"
    assert [each.headline for each in read(raw).stories] == ["红马甲进病房", "给孩子写封信"]


@pytest.mark.parametrize(
    "opening",
    [
        "2008年，他带着徒弟抢修高炉，三天没有下火线。",
        "去年冬天，他把改进工装的想法画成了图。",
        "7月3日，施工队抢修水渠，当晚通水。",
        "晚上8点，他回到工区，把一天的记录抄进台账。",
        "“给我一把锉刀就够了。”他常这样说。",
    ],
)
def test_a_part_of_a_portrait_stays_with_it(opening):
    raw = f"红马甲进病房\n\n本报记者 张晓明\n\n{FIRST}\n\n{LAST}\n\n星光下的归途\n\n{opening}\n"
    (story,) = read(raw).stories
    assert story.crossheads == [(3, "星光下的归途")]
