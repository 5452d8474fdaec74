"""An archive of made-up stories, to measure on: the same number always gives the same lines.

    python bench/archive.py 10000 > archive.jsonl

Every line is a story in the plain form of docs/import.md, 500–700 characters. Names are drawn by Zipf's law: the busiest
official stands in about every fourth story, most persons in one or two. A third of the text is sentences that return,
as they do in a union paper; the rest is made of 60,000 words, few of them common and most of them rare.
"""

import json
import random
import sys
from datetime import date, timedelta
from itertools import accumulate
from math import isqrt

from pypinyin.phrases_dict import phrases_dict

FIRST, LAST = date(2004, 1, 1), date(2026, 6, 30)
SECTIONS = {
    "要闻": 30,
    "工会": 25,
    "民生": 15,
    "经济": 10,
    "文化": 8,
    "教育": 6,
    "体育": 4,
    "副刊": 2,
}
SURNAMES = "李王张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任卢姚"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉志海玲龙宁晓波宇红梅琳斌兵玉兰凤林东云峰生春雪荣"
    "立新永健世义兴良仁清飞彬富顺信子浩亮政谦亨奇固轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德"
)
TITLES = (
    "市委书记", "市委副书记、市长", "市人大常委会副主任、市总工会主席", "市政协副主席", "市总工会党组书记、常务副主席",
    "市总工会副主席", "市委常委、宣传部部长", "副市长", "市人力资源和社会保障局局长", "市总工会党组成员",
)  # fmt: skip
PLACES = [
    "市工人文化宫",
    "高新区",
    "滨海新区",
    "石化公司",
    "电白区",
    "职业技术学院",
    "市民广场",
    "信宜市",
    "高州市",
    "化州市",
    "茂南区",
    "炼油厂",
    "港口公司",
]
DEEDS = [
    "座谈会",
    "启动仪式",
    "技能竞赛",
    "慰问活动",
    "宣讲报告会",
    "志愿服务",
    "培训班",
    "签约仪式",
    "表彰大会",
    "运动会",
    "招聘会",
    "联谊活动",
]
TAGS = [
    "劳模",
    "工匠",
    "职工",
    "安全生产",
    "技能竞赛",
    "慰问",
    "送温暖",
    "集体协商",
    "产业工人",
    "新就业形态",
    "劳动竞赛",
    "维权",
    "文化",
    "读书",
    "健康",
    "女职工",
]
RETURNING = (
    "活动现场，劳模工匠代表结合自身经历，讲述了立足岗位、精益求精的故事。",
    "会议强调，要大力弘扬劳模精神、劳动精神、工匠精神，推动产业工人队伍建设改革走深走实。",
    "各级工会组织把服务职工作为一切工作的出发点和落脚点，办好一批看得见、摸得着的实事。",
    "记者从现场了解到，今年以来当地已举办各类培训{a}场，惠及职工{b}人次。",
    "下一步，将继续完善工作机制，拓宽服务渠道，让职工群众有更多获得感、幸福感、安全感。",
    "服务队队员深入车间班组，帮助企业解决技术难题{a}项，节约成本{b}万元。",
    "不少职工表示，这样的活动贴近实际，希望以后能够常办常新、久久为功。",
    "据悉，本次{deed}由市总工会主办，{place}承办，来自全市{a}家单位的{b}名职工参加。",
    "{official}指出，全市各级工会要提高站位，把握重点，扎扎实实把各项任务落到实处。",
    "当天，{official}一行来到{place}，看望慰问坚守在一线的干部职工，向他们致以诚挚问候。",
)  # fmt: skip
JOINTS = [
    "推动{0}与{1}相结合",
    "围绕{0}开展{1}",
    "既要{0}，也要{1}",
    "从{0}到{1}",
    "在{0}中体会{1}",
    "以{0}带动{1}",
    "对{0}和{1}作出安排",
]


class Zipf:
    """Draws from `things`, the n-th with a weight of one in n."""

    def __init__(self, things, flat=0.0):
        self.things = list(things)
        weights = (1 / (number + 1 + flat) for number in range(len(self.things)))
        self.weights = list(accumulate(weights))

    def some(self, dice, many) -> list:
        return list(dict.fromkeys(dice.choices(self.things, cum_weights=self.weights, k=many)))

    def one(self, dice):
        return self.some(dice, 1)[0]


class World:
    """Whom and what the stories of an archive of this size name."""

    def __init__(self, count: int):
        dice = random.Random(20240127)
        people = names(dice, 200 + 20 * isqrt(count))
        self.officials = Zipf(
            zip(people[:200], (TITLES[n % len(TITLES)] for n in range(200)), strict=True)
        )
        self.others = Zipf(((name, "") for name in people[200:]), 20)
        self.reporters = Zipf(names(dice, 60), 4)
        events = (
            (f"{dice.choice(PLACES)}第{n}届{dice.choice(DEEDS)}", str(day(dice.random())))
            for n in range(20 + 10 * isqrt(count))
        )
        self.events = Zipf(events, 30)
        self.tags = Zipf([*TAGS, *words(dice, 20 + 2 * isqrt(count))], 3)
        self.words = Zipf(words(dice, 60_000), 40)
        self.sections = list(SECTIONS), list(accumulate(SECTIONS.values()))


def names(dice, many) -> list[str]:
    """All different; the longer ones where the short ones are used up."""
    found: dict[str, None] = {}
    while len(found) < many:
        given = "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2, 2))))
        found[dice.choice(SURNAMES) + given] = None
    return list(found)


def words(dice, many) -> list[str]:
    every = sorted(
        word
        for word in phrases_dict
        if 2 <= len(word) <= 4 and "一" <= min(word) <= max(word) <= "鿿"
    )
    return dice.sample(every, min(many, len(every)))


def day(part: float) -> date:
    """Where in the years of the archive."""
    return FIRST + timedelta(days=int(part * (LAST - FIRST).days))


def story(number: int, count: int, world: World) -> dict:
    dice = random.Random(f"{number} of an archive")
    people = [*world.officials.some(dice, dice.choice((0, 1, 1, 2, 3, 5)))]
    people += world.others.some(dice, dice.choice((0, 1, 1, 2, 3)))
    deed, place = dice.choice(DEEDS), dice.choice(PLACES)
    subject = "".join(world.words.some(dice, 2))
    found = {
        "id": number,
        "headline": f"{subject} {place}{deed}举行",
        "kicker": dice.choice(("", "", "弘扬劳模精神", "".join(world.words.some(dice, 2)))),
        "paragraphs": paragraphs(dice, world, people, {"deed": deed, "place": place}),
        "date": str(day(number / count)),
        "section": dice.choices(world.sections[0], cum_weights=world.sections[1])[0],
        "bylines": world.reporters.some(dice, dice.choice((1, 1, 2))),
        "people": [{"name": name, "title": title} for name, title in people],
        "tags": world.tags.some(dice, dice.choice((1, 2, 3))),
    }
    if dice.random() < 0.6:
        found["event"] = dict(zip(("name", "date"), world.events.one(dice), strict=True))
    return found


def paragraphs(dice, world, people, about) -> list[str]:
    """Until 500 to 700 characters stand there; every person is named."""
    wanted, pieces = dice.randrange(500, 700), []
    named = "、".join(f"{title}{name}" for name, title in people)
    if named:
        pieces.append(f"{named}出席在{about['place']}举行的{about['deed']}。")
    while sum(map(len, pieces)) < wanted:
        pieces.append(
            returning(dice, people, about) if dice.random() < 0.35 else sentence(dice, world)
        )
    return ["".join(pieces[first : first + 4]) for first in range(0, len(pieces), 4)]


def returning(dice, people, about) -> str:
    official = f"{people[0][1]}{people[0][0]}" if people else "与会人员"
    numbers = {"a": dice.randrange(2, 90), "b": dice.randrange(100, 9000)}
    return dice.choice(RETURNING).format(official=official, **numbers, **about)


def sentence(dice, world) -> str:
    clauses = [
        dice.choice(JOINTS).format(
            *dice.choices(world.words.things, cum_weights=world.words.weights, k=2)
        )
        for _clause in range(dice.choice((1, 2, 2, 3)))
    ]
    return "，".join(clauses) + "。"


def lines(count: int):
    world = World(count)
    for number in range(1, count + 1):
        yield json.dumps(story(number, count, world), ensure_ascii=False)


if __name__ == "__main__":
    for line in lines(int(sys.argv[1])):
        print(line)  # noqa: T201
