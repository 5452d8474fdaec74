"""Where a clause of a headline ends: is a gap or a break between two of them, or inside one?

A clause has a predicate. What stands before the gap without one, such as a subject, a day or
为环卫工人, goes on behind it.
"""

import re

from newsdesk.marks import is_han

from . import genre
from .edges import clause_edge

PREDICATE = re.compile("|".join(genre.PREDICATES))
_VERBS = "|".join((*genre.PREDICATES, *genre.ACTS, f"[{genre.ACT_CHARACTERS}]", "护(?![士理照岸])"))
_VERBS = _VERBS.replace("上线", "(?<!线)上线")  # 线上线下
_ACTS = re.compile(  # 捐出一屋子“宝贝”, 吃下“定心丸”
    rf"{_VERBS}|了(?!解)|(.)一\1|(?<=.)[\u4e00-\u9fff][出下起](?=[一二三四五六七八九十百千万两几数半\d“新])"
)
_UNFINISHED = re.compile(
    r"[晚日天月]起$|[的与和及为在对把将从向以用让使是被比并、，：“（《]$|[比选跑干走闯拼评]出$|(?<![了过\d])\d{1,4}年$|\d$|(?:"
    + "|".join(genre.TAKES_OBJECT)
    + ")$"
)
_WANTS_OBJECT = re.compile("(?:" + "|".join(genre.TAKES_OBJECT) + ")$")
_CERTAIN, _SURE, _UNLIKELY = 2.2, 0.3, -1
_TWO_CLAUSES = 8  # characters each: what is left of one clause is shorter on one side
_GOES_ON = re.compile(
    r"在|圆满|正式|隆重|成功|顺利|今日|昨日|今天|昨天|将|举行|召开|启动|开幕|闭幕|落幕|开赛|揭晓|揭牌|成立"
)
NUMBER = re.compile(r"[①-⑳⑴-⒇]$|[（(][一二三四五六七八九十\d]{1,2}[）)]$")
_NAMED = re.compile(f"(?:{'|'.join(genre.SUBJECT_HEADS)})$")
_PREPOSITION = re.compile(
    r"(?:^|(?<=.))(?:为|向|给|对|与|和|同|由|让|(?<![一\d])把|将|被|从|在(?!一起)|来|赴|到|前往|关于)(?P<rest>[^，]{2,8})$"
)
_PREDICATED = re.compile(
    rf"{_VERBS}|{'|'.join(genre.TAKES_OBJECT)}|"
    r"今[日年天晚起明]|明[日年天起]|昨[日天晚起]|即日|[上下本这][周月]|近日|夜间|免费|再|已|正|将|可|全[面力部]|首[次度]|集中|由|在|向|为|有|是|被|获|最|"
    r"怎[样么]|如何|为何|咋|也(?!许)|又|都|仍|还|周[一二三四五六日末]|一[走干守站做跑]就|换|(?:\d|[两三四五六七八九十几]+)+(?:个?(?:小时|月)|天|分钟|日|年)(?![级度的])|"
    r"(?:\d{1,2}月)?\d{1,2}[日号]|[\u4e00-\u9fff][出到进上起了过入给满遍](?![海级班岗午城市])"
)
_HOW = re.compile(
    "(?:线上线下|同台|当场|连夜|就地|组团|带头|率先|首次|再次|隔空|冒雨|冒雪|星夜|逐一|正在|即将|已经|有望|争相|纷纷|陆续|竞相|共同|合力|联手)$"
)
_SINCE = re.compile(
    r"(?=..)(?:(?:\d{1,2}月)?(?:\d{1,2}日)?|[今明后][天日晚年]?|下?个?月|下[周月]|本[周月]|元旦|春节|清明|五一|端午|中秋|国庆|[入立][春夏秋冬])起"
)
# what is said of a thing that the line above names: 工会的钱|该怎么花
_JUDGED = re.compile(
    "要(?!闻)|该|应|得|不[能该可要应用必]|别|莫|怎么|如何|咋|为何|由(?!于)|可以|必须|值得|需要|越|更|才"
)
_THING = re.compile("..的[^的]{1,4}$")
# 助学金昨日发放: its object stands before the verb
_DONE = re.compile(
    "(?:[今昨明][日天晚]|日前|近日|正式|已|全部|陆续|集中|顺利|圆满|即将|统一)(?:"
    + "|".join(genre.TAKES_OBJECT)
    + ")$"
)
_OBJECT_VERB = re.compile(f"(?:{'|'.join(genre.TAKES_OBJECT)})..")
_FESTIVAL = re.compile(
    r"(?:元旦|春节|除夕|元宵|清明|五一|五四|六一|七一|八一|劳动|端午|七夕|中秋|国庆|重阳|腊八|小年|妇女|三八|儿童|教师|护士|记者|母亲|父亲)节?"
    r"(?:假期|前夕|前后|期间|将至|临近|当天|到来|长假|小长假)?|[新盛初深金隆寒严]?[春夏秋冬](?:日|季|天)?里?|这个[春夏秋冬]天"
)
_COUNTED = re.compile(
    r"\d[\d,，.万千百余多]*(?:个|名|家|人次?|户|件|场|座|条|辆|项|所|处|台|元|%)$"
)
_OPENED = re.compile(
    "..(?:揭牌|挂牌|成立|开工|竣工|投用|投产|启用|通车|开业|落成|开馆|奠基|出台|印发|发布|公布|签约)$"
)
_HELD = re.compile(
    r"(?:举行|举办|召开|开展|启动|组织).{2,20}(?:会|会议|活动|行动|仪式|讲座|培训班?|论坛|赛)$"
)
_EVENT = re.compile(r"(?:会议?|大会|仪式|活动|论坛|讲座|培训班?|[大竞比联]赛|赛)$")


def has_verb(text):
    return bool(_ACTS.search(text))


def has_predicate(text):
    """A verb, be it one that wants an object: 领到助学金."""
    return has_verb(text) or bool(_WITH_OBJECT.search(text))


_WITH_OBJECT = re.compile("|".join(genre.TAKES_OBJECT))


def tells(text):
    """Does a line of a headline say by itself what took place, or how many there are?"""
    forms = (_COUNTED, _HELD, _OPENED, _DONE, _EVENT_TAKES_PLACE)
    return any(each.search(text) for each in forms)


def _is_judged(thing, said):
    """工会的钱|该怎么花"""
    named = _THING.search(thing) and not has_predicate(thing)
    return bool(named and _JUDGED.match(said))


def _acts_too(above, below):
    """劳模工匠进校园|点亮学生技能梦"""
    return has_verb(above) and bool(_OBJECT_VERB.match(below)) and not _AMOUNT.match(below)


def is_unfinished(above, below):
    """Does the clause of the line above run on into the line below?"""
    above, below = _rounded(above), _rounded(below)
    if below[0] in "—-":
        return False
    if is_cut(above, below) or min(len(above), len(below)) < 3:
        return True
    if re.search(r"\S\s+\S", above) or _are_parallel(above, below):
        return False
    if _BARE_EVENT.fullmatch(below):
        return True
    edge = 1 if above.endswith("”") else clause_edge(above, below)
    if tells(above) and has_predicate(below) or (edge > 0 and _acts_too(above, below)):
        return False
    if PREDICATE.search(above):
        return edge < _UNLIKELY
    if _GOES_ON.match(below) or _is_subject(above, below) or _is_named(above, below):
        return True
    if _are_alike(above, below) or _OWN_SUBJECT.match(below):
        return False
    whole = _is_clause(above, below)
    return edge < _UNLIKELY if whole and has_verb(above) else not whole or edge < _SURE


def _are_alike(above, below):
    """Two lines of like length of which the second says nothing of the first."""
    sizes = _size(above), _size(below)
    like = abs(sizes[0] - sizes[1]) < 2 and min(sizes) >= _TWO_CLAUSES - 1
    return sizes[0] == sizes[1] or (like and not _PREDICATED.match(below))


def _size(text):
    return sum(map(is_han, text))


def _rounded(text):
    """With round quotes in place of straight ones."""
    return _STRAIGHT.sub(r"“\1”", text)


_STRAIGHT = re.compile('"([^"]*)"')


def is_cut(above, below):
    """The words themselves say that the clause goes on."""
    if above.count("“") > above.count("”") or above.count('"') % 2:
        return True
    if _HOW.search(above):
        return True
    if _DONE.search(above) and has_predicate(below):
        return False
    if _is_judged(above, below):
        return True
    if _WANTS_OBJECT.search(above) and not has_verb(below):
        return True
    if clause_edge(above, below) > _CERTAIN:
        return False
    if _UNFINISHED.search(above):
        return True
    if "关于" in above and not re.search(r"的.{2}$", above):
        return True
    return below[0] in "的了和与及由、，”"


def gap_is_meant(left, right):
    """A printed gap in a headline: between two clauses it stays, else the line broke there."""
    left, right = _rounded(left), _rounded(right)
    if NUMBER.fullmatch(right) or re.fullmatch(r"0?\d", left):
        return True
    if _is_judged(left, right) or _BARE_EVENT.fullmatch(right):
        return False
    if _SINCE.fullmatch(left) or _FESTIVAL.fullmatch(left) or _is_set_phrase(left):
        return True
    shorter, longer = sorted((len(left), len(right)))
    if left[-1] in '”"》' and _size(left) != _size(right) and _is_subject(left, right):
        return False
    if shorter < 3 or not _clause_mark(left[-1]) or is_cut(left, right):
        return False
    if min(_size(left), _size(right)) >= _TWO_CLAUSES:
        return True
    unquoted = re.sub('“.*?”|".*?"', "", left)
    if not PREDICATE.search(unquoted) and (_GOES_ON.match(right) or _is_named(left, right)):
        return False
    if _are_parallel(left, right):
        return True
    if _NAMED.search(left) and _is_subject(left, right):
        return False
    if _size(left) == _size(right) or _OWN_SUBJECT.match(right):
        return True
    return _is_clause(left, right) and (shorter >= longer * 0.4 or shorter > 3)


def _is_set_phrase(text):
    """春和景明, 凝聚合力: four characters say it all, unless they name somebody."""
    return len(text) == 4 and not (_NAMED.search(text) or _UNFINISHED.search(text))


def _are_parallel(left, right):
    """把讲台站稳 把学生放在心上"""
    return is_han(left[0]) and left[0] == right[0] and left[:2] != right[:2]


def _is_subject(left, right):
    """Who or what, and behind the gap what it does: 全市公安机关 开展巡查."""
    if not _PREDICATED.match(right):
        return False
    if _NAMED.search(left) and not _ACTS.search(left[:-4] if len(left) > 6 else left[:-1]):
        return True
    sure = left[-1] in '”"》' or _OF.search(left)
    like = abs(_size(left) - _size(right)) < 2 and len(left) >= _TWO_CLAUSES - 1
    return len(left) > 3 and (sure or not like) and is_phrase(left)


def is_phrase(text):
    """一线工人的发明, 防暑降温药: does it name something and say nothing of it?"""
    plain = _QUOTED.sub("○", text)
    if _OF.search(plain):
        return True
    words = _COMPOUND.sub("○", plain)
    return not (_PREDICATED_ALONE.search(words) or _VERB_FIRST.match(words))


_QUOTED = re.compile('“[^”]*”|"[^"]*"|《[^》]*》')
_OF = re.compile("..的(?:[^的]{1,5}|○)$")
# 互助金, 招聘会, 降温药: a verb that one more character makes a thing
_COMPOUND = re.compile(
    f"(?:{_VERBS})[金会药卡证费款车站点班队员者品物机器厅室馆网线法券包箱册书单条表图]$"
)
_PREDICATED_ALONE = re.compile(
    f"{_VERBS}|{'|'.join(genre.TAKES_OBJECT)}|[了着过]|[^\\W\\d]{{2}}[急忙美浓新旺强忠]$"
)
_VERB_FIRST = re.compile(f"(?:{'|'.join(genre.TAKES_OBJECT)})")


_AMOUNT = re.compile(r"(?:超过?|达到?|突破|逾|近)\d")


def _is_clause(left, right):
    """Is what stands before the gap a clause of its own?"""
    phrase = _PREPOSITION.search(left)
    if phrase and not _ACTS.search(phrase["rest"]):
        return False
    if _AMOUNT.match(right):
        return False
    if left.endswith(("召开", "举行", "举办", "开展")) and _EVENT.search(right):
        return False
    named = _NAMED.search(left) or left[-1] in "级型式性类批届"
    goes_on = _PREDICATED.match(right) or _EVENT_TAKES_PLACE.search(right)
    return bool(_ACTS.search(left)) or not (named and goes_on)


_OWN_SUBJECT = re.compile(r"[我你他她它]们?|这|那|谁|[为咋怎][啥何么]|[让令使]|就(?!业)")


def _is_named(left, right):
    """The gap parts a name in quotes from the event that bears it: 岚州“匠心杯” 技能大赛开幕."""
    if _BARE_EVENT.fullmatch(right):
        return True
    return left[-1] in '”"》' and bool(_EVENT_TAKES_PLACE.search(right))


_BARE_EVENT = re.compile(  # 工作座谈会召开: of what, stands before it
    r"(?:工作|专项|专题|主题|系列|建设|现场|推进|动员|总结|表彰|座谈|启动|宣讲|培训|交流|经验|技能|职业|劳动|职工|志愿|服务|公益|展示|评选|创建)+"
    r"(?:[竞大]?赛|大会|会议?|行动|活动|仪式|讲座|论坛|培训班)(?:正式|圆满|隆重|顺利|今日|昨日|今天|昨天)?(?:启动|举行|举办|召开|开幕|闭幕|落幕|收官|开赛|开班|揭晓|打响|结束)"
)


_EVENT_TAKES_PLACE = re.compile(
    r"(?:活动|行动|[竞大比决联球]赛|赛|大会|[^机社工]会|展|仪式|项目|工程|计划|讲堂|课堂|培训班?|论坛|节|月)"
    r"(?:在.{1,8}|今日|昨日|正式|圆满|隆重|顺利)?"
    r"(?:启动|举行|举办|召开|开幕|闭幕|落幕|收官|收拍|收杆|收枪|开赛|开班|开讲|开展|揭晓|揭幕|打响|结束|上线|启幕|进行)$"
)


def _clause_mark(char):
    return is_han(char) or char.isalnum() or char in '”》）)!！?？」’")%％'
