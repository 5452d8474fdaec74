"""The people, posts, organizations, awards and events that the demo's page tells of.

Nothing here is from elsewhere: no date, post or name that the page does not give. What is worked
out (the year, the day the page was printed) is marked as inferred.
"""

from datetime import date

from articles.models import Event, Participation, Section, Source
from people.models import Award, Membership, Organization, Person, Post

SEEN = date(2024, 1, 27)
SOURCE = "茂名晚报，2024年1月27日（推定）"
FOUNDED = "成立日期的年份为推定：报道只说1月26日。"

# name, form in titles, kind, other fields
ORGANIZATIONS = [
    ("茂名晚报", "", "paper", {"city": "茂名"}),
    ("茂名日报社", "", "institution", {}),
    ("茂名市委", "市委", "party", {"short_names": "市委"}),
    ("茂名市人大常委会", "市人大常委会", "congress", {"short_names": "市人大常委会"}),
    ("全国总工会", "", "union", {}),
    ("茂名市总工会", "市总工会", "union", {"short_names": "市总工会"}),
    ("共青团茂名市委员会", "团市委", "league", {"short_names": "团市委"}),
    ("茂名市委党校", "茂名市委党校", "institution", {"short_names": "市委党校"}),
    ("市委理论宣讲专家团", "", "team", {"parent": "茂名市委"}),
    ("六韬珠宝创意产业园", "", "company", {}),
    ("欣捷安汽车电子（茂名）有限公司", "", "company", {}),
    ("广东（电白）沉香博物馆", "", "institution", {}),
    (
        "茂名市劳模工匠技术服务队",
        "",
        "team",
        {
            "parent": "茂名市总工会",
            "founded": "2024-01-26",
            "short_names": "服务队",
            "about": f"整合优化组成10个队伍，报道点名其中一个；实行动态管理。{FOUNDED}",
        },
    ),
    (
        "制造业劳模工匠技术服务队",
        "",
        "team",
        {"parent": "茂名市劳模工匠技术服务队", "founded": "2024-01-26", "about": FOUNDED},
    ),
]

# organization, post, kind, rank
POSTS = [
    ("茂名市委", "副书记", "office", 100),
    ("茂名市人大常委会", "副主任", "office", 200),
    ("茂名市总工会", "主席", "office", 300),
    ("茂名市委党校", "教研室主任", "office", 400),
    ("茂名市委党校", "副教授", "academic", 500),
    ("市委理论宣讲专家团", "成员", "standing", 600),
    ("茂名晚报", "记者", "reporter", 900),
    ("茂名日报社", "全媒体记者", "reporter", 900),
]

# person, what he or she is seen holding on the page, place on the front page
PEOPLE = [
    ("罗晃浩", [("茂名市委", "副书记")], 1),
    ("黄奕奕", [("茂名市人大常委会", "副主任"), ("茂名市总工会", "主席")], 2),
    (
        "刘艳",
        [
            ("茂名市委党校", "教研室主任"),
            ("茂名市委党校", "副教授"),
            ("市委理论宣讲专家团", "成员"),
        ],
        3,
    ),
    ("梁奈", [("茂名晚报", "记者")], None),
    ("赖碧怡", [("茂名晚报", "记者")], None),
    ("吴昊", [("茂名日报社", "全媒体记者")], None),
]

# name, level, given to
AWARDS = [
    ("大国工匠", "national", "person"),
    ("南粤工匠", "province", "person"),
    ("全国劳动模范", "national", "person"),
    ("省部级劳动模范", "ministry", "person"),
    ("市级劳动模范", "city", "person"),
    ("全国五一劳动奖章", "national", "person"),
    ("省五一劳动奖章", "province", "person"),
    ("全国五一劳动奖状", "national", "collective"),
    ("省五一劳动奖状", "province", "collective"),
    ("工人先锋号", "other", "collective"),
]

CAMPAIGN = "“劳模工匠助企行”专项行动"
LAUNCH = "茂名市“劳模工匠助企行”专项行动启动"
FORUM = "2024年劳模工匠代表迎春座谈会"
TOUR = "劳模工匠和职工乡村疗休养活动"
VISITS = "“劳模工匠助企行”调研"
LECTURE = "学习贯彻党的二十大精神宣讲会"

# name, short name, kind, date, whether the year is inferred, venue, organizers, part of
EVENTS = [
    (CAMPAIGN, "劳模工匠助企行", "campaign", "", False, "", ["全国总工会"], None),
    (LAUNCH, "助企行启动", "launch", "2024-01-26", True, "", ["茂名市总工会"], CAMPAIGN),
    (FORUM, "迎春座谈会", "meeting", "2024-01-26", False, "", [], None),
    (TOUR, "乡村疗休养", "tour", "2024-01-25", True, "", ["茂名市总工会"], None),
    (VISITS, "助企行调研", "tour", "2024-01-25", True, "", ["茂名市总工会"], CAMPAIGN),
    (
        LECTURE,
        "二十大精神宣讲会",
        "lecture",
        "2024-01-26",
        True,
        "市青少年活动中心",
        ["共青团茂名市委员会"],
        None,
    ),
]

LUO = "市委副书记"
HUANG = "市人大常委会副主任、市总工会主席"
LIU = "茂名市委党校教研室主任、副教授，市委理论宣讲专家团成员"
# event, person, role, title as printed
PARTICIPATIONS = [
    (FORUM, "罗晃浩", "出席", LUO),
    (FORUM, "罗晃浩", "讲话", LUO),
    (FORUM, "黄奕奕", "出席", HUANG),
    (LAUNCH, "罗晃浩", "出席", LUO),
    (LAUNCH, "黄奕奕", "出席", HUANG),
    (LECTURE, "刘艳", "宣讲", LIU),
]

SECTIONS = [("要闻", "news"), ("工会", "unions"), ("党建", "party"), ("文化", "culture")]


def make():
    """Put every record there that is not there yet."""
    make_organizations()
    make_people()
    for name, level, receiver in AWARDS:
        Award.objects.get_or_create(name=name, level=level, receiver=receiver)
    for order, (name, slug) in enumerate(SECTIONS, 1):
        Section.objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
    make_events()


def make_organizations():
    for name, title_form, kind, more in ORGANIZATIONS:
        fields = {"title_form": title_form, "kind": kind} | more
        if "parent" in fields:
            fields["parent"] = Organization.objects.get(name=fields["parent"])
        Organization.objects.get_or_create(name=name, defaults=fields)
    paper = Organization.objects.get(name="茂名晚报")
    Source.objects.get_or_create(name=paper.name, defaults={"publication": paper})


def make_people():
    for organization, label, kind, rank in POSTS:
        post = {"organization": Organization.objects.get(name=organization), "label": label}
        Post.objects.get_or_create(**post, defaults={"kind": kind, "rank": rank})
    for name, posts, place in PEOPLE:
        person, _created = Person.objects.get_or_create(name=name, defaults={"featured": place})
        for organization, label in posts:
            post = Post.objects.get(organization__name=organization, label=label)
            seen = {"end": "?", "seen_on": SEEN, "source": SOURCE}
            Membership.objects.get_or_create(person=person, post=post, defaults=seen)


def make_events():
    for name, short_name, kind, start, inferred, venue, organizers, part_of in EVENTS:
        fields = {
            "short_name": short_name,
            "kind": kind,
            "start": start,
            "date_inferred": inferred,
            "venue": venue,
            "part_of": Event.objects.filter(name=part_of).first(),
        }
        event, created = Event.objects.get_or_create(name=name, defaults=fields)
        if created:
            event.organizers.set(Organization.objects.filter(name__in=organizers))
    for order, (event, person, role, title) in enumerate(PARTICIPATIONS, 1):
        Participation.objects.get_or_create(
            event=Event.objects.get(name=event),
            person=Person.objects.get(name=person),
            role=role,
            defaults={"title": title, "order": order},
        )
