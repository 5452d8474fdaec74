"""Names written in transliteration: foreigners, and minorities whose names carry a dot."""

import re

from people.names.follows import goes_on, says_so
from people.names.phrases import named_after
from people.names.shape import Name, is_han
from people.names.surnames import JAPANESE
from people.names.table import table

_SOUNDS = (
    "阿埃艾安奥巴白班邦鲍贝本比彼边波伯勃博布查岑察达戴丹当道德登邓迪蒂丁顿东杜多恩尔法范菲费芬丰弗福夫盖冈格戈葛根贡古圭"
    "哈海汉豪赫黑亨洪胡怀霍基吉加贾杰金久居卡凯坎康考科克肯孔寇库夸奎拉莱赖兰朗劳勒雷里连廉良列林留龙卢鲁路伦罗洛吕马迈"
    "麦曼芒毛梅门蒙孟米密缅明摩莫默姆穆拿娜纳南瑙内妮尼年涅宁纽努诺欧帕派潘庞佩彭蓬皮平珀普奇齐契乔切钦琼丘让热日荣茹儒"
    "瑞若撒萨塞赛桑瑟森沙山尚绍舍申圣施史斯舒朔丝松苏索塔泰坦汤唐陶特藤提汀通图托瓦万旺威韦维魏温文翁沃乌吴武西希锡夏香肖"
    "谢辛欣兴休许雅亚延扬耶叶伊因英尤约扎赞泽曾詹朱祖佐买吐逊依力木古丽罕玛合江帕孜孜娅甫别肉孜克木萨迪玉素艳帕次仁卓措"
    "才让旦增巴桑拉姆顿珠多吉央金其美嘉措洛桑强贡热艳巴格日勒图牙苏和布仁吐木尔高娃娜仁托娅奈苗阮玉素利里理茂雄正吾地都思茨兹颂猜乍仑披莉黛蕾薇玫琳妲堆登旺培群增宗珍杰秋仓旦晋郎朗鲁荪汗比提合京卜萝朝音宝雅呼仓嘎恒肯毛钦曲呷惹热侯季云其格顿奴拜帖楚敦岱乃绒尕阔孛喀伽"
)
SOUNDS = frozenset(_SOUNDS)
_RUN = "[" + "".join(sorted(SOUNDS)) + "]"
RUN = re.compile(f"{_RUN}{{2,8}}")
_DOTS = "·•・‧．-"
# A dot vouches for more of them: 约翰·米勒, 丽莎·冯·柏林.
_BY_DOT = _RUN[:-1] + "翰莎丽芙露茜芭蓓凡佛宾昆珊琪厄璐柏葛冯迦敖牛隆]"
DOTTED = re.compile(rf"{_BY_DOT}{{1,8}}(?:[·•・‧．-]{_BY_DOT}{{1,10}}){{1,4}}")

_ABROAD = re.compile(
    "美国|俄罗斯|乌克兰|英国|法国|德国|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|冰岛|爱尔兰|波兰|捷克|"
    "斯洛伐克|匈牙利|罗马尼亚|保加利亚|塞尔维亚|克罗地亚|斯洛文尼亚|希腊|土耳其|以色列|巴勒斯坦|黎巴嫩|叙利亚|伊拉克|伊朗|"
    "沙特|阿联酋|卡塔尔|科威特|约旦|也门|阿曼|巴林|埃及|利比亚|突尼斯|阿尔及利亚|摩洛哥|苏丹|埃塞俄比亚|肯尼亚|坦桑尼亚|"
    "乌干达|尼日利亚|加纳|南非|安哥拉|赞比亚|津巴布韦|刚果|塞内加尔|马里|尼日尔|日本|韩国|朝鲜|蒙古国|越南|老挝|柬埔寨|"
    "泰国|缅甸|马来西亚|新加坡|印度尼西亚|印尼|菲律宾|文莱|东帝汶|印度|巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|马尔代夫|阿富汗|"
    "哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|阿塞拜疆|亚美尼亚|格鲁吉亚|白俄罗斯|摩尔多瓦|立陶宛|"
    "拉脱维亚|爱沙尼亚|奥地利|卢森堡|澳大利亚|新西兰|斐济|巴布亚新几内亚|所罗门群岛|瓦努阿图|萨摩亚|汤加|加拿大|墨西哥|古巴|"
    "巴西|阿根廷|智利|秘鲁|哥伦比亚|委内瑞拉|玻利维亚|厄瓜多尔|乌拉圭|巴拉圭|巴拿马|洪都拉斯|尼加拉瓜|哥斯达黎加|多米尼克|"
    "联合国|欧盟|欧洲|北约|世卫组织|世界银行|世贸组织|国际奥委会|国际货币基金组织|哈马斯|真主党|东盟|非盟|阿盟|白宫|五角大楼|"
    "美联储|越共|苏联|[美俄英法德日韩乌以伊越泰印]方|外籍|乌总统|俄总统|美总统|法总统|外国"
)


def abroad(text, end):
    """Does the title that ends here name a country or a body abroad?"""
    reach = max(0, end - 20)
    start = max(text.rfind(mark, reach, end) for mark in "，。、；：\n") + 1
    return bool(_ABROAD.search(text, max(start, reach), end))


def somewhere(name):
    return bool(_ABROAD.fullmatch(name))


def sounded(text, at, begun=0):
    """The end of the transliterated or Japanese name that begins here, or None.

    `begun`: how many characters are surely its own.
    """
    least = 3 if text[at : at + 2] in JAPANESE else 2
    last = None
    for length in range(begun + 1, 12):
        end = at + length
        if end > len(text) or not (text[end - 1] in SOUNDS or least == 3 and is_han(text[end - 1])):
            return last or (end - 1 if length > 3 else None)
        follow = goes_on(text, end) if length >= least and not says_so(text, end - 1) else 0
        if follow == 3:
            return end
        last = end if follow == 2 else last
    return last


# How Tibetan, Mongol, Uyghur, Kazakh and Yi names begin.
_BEGINNINGS = tuple(
    table(
        "次仁 扎西 多吉 旺堆 卓玛 央金 白玛 格桑 洛桑 丹增 尼玛 巴桑 平措 索朗 拉姆 达瓦 边巴 普布 米玛 强巴 仁青 才让 桑吉 阿旺 贡布 尕藏 次旦 次旺 旦增 德吉 格勒 "
        "热旦 晋美 罗布 加央 加措 拉巴 群培 土登 仓央 更登 索南 多杰 项秋 泽仁 四郎 仁增 措姆 斯朗 曲珍 央宗 "
        "乌云 其其格 巴特尔 巴图 苏日娜 娜仁 萨仁 斯琴 格日 哈斯 那顺 宝音 敖登 乌兰 呼和 特木尔 阿古拉 阿拉坦 布和 苏和 乌日 图雅 托娅 朝格 朝鲁 孟和 额尔 达来 青格 牧仁 毕力格 道尔吉 "
        "艾力 阿不都 阿布都 阿卜杜 阿布力 买买提 麦麦提 古丽 热依 帕提 木合 吐尔 艾尔 阿依 巴合 叶尔 努尔 库尔 玉素 依明 卡德尔 古再 阿迪 热孜 祖丽 米热 帕尔 迪丽 再努 玛依 依力 伊力 "
        "买提 买合 肉孜 库尔班 玉山 亚森 艾山 艾合 吾布 吐逊 托合 塔依 沙吾 赛买 斯拉木 司马义 尼亚孜 木塔 牙生 热合 依布 卡米 喀迪 巴哈 阿里木 阿孜 阿瓦 "
        "赛音 布仁 巴雅 白音 孟克 额尔敦 乌力吉 朝克 满都 莫日根 阿木尔 布赫 那木 特日 道尔 图力 吉仁 格根 苏布 其木 萨日 苏雅 特格 通拉 图门 乌仁 吉日 德力 额日 包力 宝力 哈日 照日 那日 塔娜 敖日 斯日 阿日 呼斯 "
        "嘎玛 旺姆 顿珠 扎巴 次成 曲尼 益西 洛松 邓珠 单增 土旦 班玛 更桑 多布杰 南卡 关却 完玛 桑杰 卓嘎 拉毛 仁钦 "
        "阿约 吉觉 沙玛 尔古 石一 木呷 伍呷 罗洪 加拉 瓦其 克惹 叶尔肯 巴合提 阿扎提 努尔兰 赛尔 吾兰 加尔 塔斯 "
        "赛力克 哈力 别克 居马 加娜 沙塔 胡安 哈那 叶斯 吉克 阿苏 沙马 马海 吉木 阿木 曲木 俄木 日火 阿尔 吉伍 阿牛 莫色"
    )
)
# How many of them end: 赛罕其其格, 夏提古丽.
_ENDING = re.compile(
    rf"{_RUN}{{1,5}}?(?:其其格|古丽|古力|巴特尔|图雅|托娅|格日勒|吐尔逊|买买提|麦麦提|买提|别克|拜克|卓玛|次仁|多吉|拉姆|央金|措姆|旺堆|顿珠)"
)
_PEOPLE = re.compile("（(?:[男女]，)?[^（）]{1,5}族）")


def is_beginning(name):
    """乌兰, 次仁: what many a longer name begins with is a name by itself too."""
    return name in _BEGINNINGS


def named_at(text, at):
    """A name of minority languages, with its dot or of a known beginning, or None."""
    match = DOTTED.match(text, at)
    if match:
        end = _end(text, match)
        return Name(at, end, text[at:end])
    run = RUN.match(text, at)
    if run and _PEOPLE.match(text, run.end()):
        return Name(at, run.end(), run[0])
    begun = _begun(text, at)
    end = sounded(text, at, begun) if begun else None
    ending = _ENDING.match(text, at)
    if ending and (not end or end < ending.end()) and goes_on(text, ending.end()) > 1:
        end = ending.end()
    return Name(at, end, text[at:end]) if end and end - at > 2 else None


def _begun(text, at):
    """How many characters of known beginnings stand here: 孟克那顺 is made of two."""
    end = at
    for _ in range(2):
        end += max((len(each) for each in _BEGINNINGS if text.startswith(each, end)), default=0)
    return end - at


def parts(name):
    """约翰 and 米勒 of 约翰·米勒: what a text goes on to call him."""
    found = re.split(f"[{_DOTS}]", name)
    return [each for each in (found[0], found[-1]) if len(found) > 1 and len(each) > 1]


def dotted(text, floors):
    """(start, end) of each name with a dot; `floors` are places where a title ends."""
    for match in DOTTED.finditer(text):
        dot = next(at for at in range(*match.span()) if text[at] in _DOTS)
        start = max((at for at in range(match.start(), dot) if at in floors), default=match.start())
        yield start, _end(text, match)


def _end(text, match):
    """Where somebody acts first; else where a small word follows last; else the whole run."""
    last_dot = match.start() + max(match[0].rfind(dot) for dot in _DOTS)
    least = max(2, _begun(text, last_dot + 1))  # 买买提, and not 买买 who 提出
    ends = range(min(last_dot + 1 + least, match.end()), match.end() + 1)
    follows = [goes_on(text, end) for end in ends]
    named = next((end for end in ends if named_after(text, end)), None)
    if named:
        return named
    if 3 in follows:
        return ends[follows.index(3)]
    return max(
        (end for end, follow in zip(ends, follows, strict=True) if follow), default=match.end()
    )
