"""Where the title before a name begins."""

import re

from people.names.before import title_from, torn
from people.names.heads import OFFICE, STANDING
from people.names.table import table

REACH = 80  # characters; no printed title is longer

_STOPS = "。；！？：\n…—\u3000、，,“（《(‘;:!?· "
_OPENED_BY = {"”": "“", "）": "（", "》": "《", ")": "(", "’": "‘"}

# Words that hold one of the cutting characters below and belong to a title.
_WHOLE = re.compile(
    r"党的(?=[一二三四五六七八九十]+大)|发展和改革|人力资源和社会保障|住房和城乡|自然资源和|规划和自然|文化和旅游|工业和信息化|农业和农村|民族和宗教|"
    r"社会和法制|监察和司法|党和国家|内务和司法|文史和学习|科学和技术|劳模和工匠人才|劳动和社会|教育和|卫生和|人口和计划|"
    r"环境和资源|预算和|健康和|医疗和|市场和|商务和|建设和|生态和|和平[县区镇路街]|和[田县顺睦谐龙]|共和|"
    r"对[外口台俄]|有[限色]|[所国私公知著闻茂]有|[著知闻茂有]名|自由|了解|通过|过[程滤硬]|[一在]线|在[建职读校岗]|存在|"
    r"[大合]同|同[仁城济心]|同志|同学|随州|随县(?=[人县])|华为|将[军乐]|如皋|如东县|[首成新曾]都|都[江昌市匀]|就业|即墨|从[化业]|并购|已故|"
    r"接受|受[理援]|埃及|及利亚|宪法和|应[急用城]|[数证]据|据点|[财神]经|经[济贸营信理开销纪侧典费]|以[色岭]|与会|参与|为民|如[果何意]|[供给]给|给[排水]|[方定导]向|向阳|是非|"
    r"[^\d]日报|日[报本照化用立喀]|[申]请|及[第格]|被[服]|随军|到位|[报签]到|沿着|过境|对接|派驻|派出所|派出机构"
)
_LATER = r"(?!中心|部|科|室|组|队|团|站|办|委|协会|小组|员|人员|处|所|型|者|下一代|长|师|人|学者|基地|平台|公司|局|厅|机构|工作委)"
_CUT_VERBS = table(
    "出席 包括 包含 邀请 请来 来自 会见 慰问 看望 走访 访问 陪同 授予 表彰 祝贺 感谢 评为 推选 任命 聘请 聘任 其中 分别 "
    "例如 比如 面对 见到 遇到 找到 走进 来到 致敬 名叫 作为 身为 以及 根据 按照 随后 会上 会后 会前 现场 目前 "
    "如今 上午 下午 晚上 当晚 中午 凌晨 当天 当日 近日 日前 今天 昨天 昨日 今日 明天 今年 去年 同时 期间 最终 最后 首先 据悉 "
    "此外 仪式 记者 参加 主持 讲述 介绍 通报 宣读 当选 担任 致电 跟随 围绕 发现 认识 拜访 "
    "提名 补选 决定 免去 接受 派出 选派 委派 看到 听到 得知 特别是 尤其是 对此 复信 致信 回信 会谈 应邀 播出 欢迎 还有 涌现出 "
    "呼吁 敦促 批评 指责 追问 询问 打电话 找来 叫来 请教 师从 走到 回到 赶到 拉着 握着 表示 强调 指出 我市 我省 我县 我区 我国 我们 我校 我院 全体 每位 每名 一批 一代 一旁 一起 身边"
)
# 和 parts two parties after these, and stands inside a name (众和集团) after others.
_ENDS_OF_PARTS = "〇会局委部厅院校司团心队站所办镇乡村县市区道位业们人党者员工师友民兵长席记任授匠模表代手家亲子女属户等行干群"
_CUTS = re.compile(
    rf"(?:{'|'.join(sorted(_CUT_VERBS, key=len, reverse=True))}){_LATER}|"
    r"特邀(?!调解|监督|监察|检察官|研究员|教授|专家|顾问|代表|嘉宾|评论员|委员|讲师|编辑)|^记(?!者)|\d+月\d+日|\d+日|\d+[名位个]|[一两二三四五六七八九十几多数这那][名位]|\d+岁|"
    rf"(?<=[{_ENDS_OF_PARTS}])(?:以及|[和与及])|^[和与及]|"
    r"的(?!士)|^(?:经|据)(?![济理营贸开办纪信审销侧典编管适点费])|[由请对向同跟给为在是有据被受让把将从到随如像了着过还也又均都则应已曾仍便就即并以叫]"
)
# 2024年 goes, but not from 2024年全国五一劳动奖章获得者.
_YEAR = re.compile(r"\d{4}年(?!.*(?:获得者|模范|工作者|工匠|奖|届))")


def _ending_in(words):
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")


_ENDS_IN_TITLE = _ending_in(
    OFFICE
    | STANDING
    | {"员", "师", "工", "手", "匠", "奖章", "奖", "之星", "人物", "称号", "荣誉", "博导", "硕导"}
)
_ENDS_IN_OFFICE = _ending_in(OFFICE | {"成员", "获得者", "劳动模范"})


def title_start(text, end, floor=0):
    """Where the title ending at `end` begins; `floor` is where the name before it ended.

    Titles are joined as printed: over 、 when what stands left of it is a title too, over a
    comma when it is an office.
    """
    floor = max(floor, end - REACH)
    start = _segment_start(text, end, floor)
    while floor < start - 1 and start < end and text[start - 1] in "、，":
        left_end = start - 1
        ends = _ENDS_IN_TITLE if text[left_end] == "、" else _ENDS_IN_OFFICE
        left = _segment_start(text, left_end, floor)
        announced = text[left_end] == "，" and text[left_end - 1] == "”"
        if announced or left_end - left < 2 or not ends.search(text[left:left_end].rstrip("”）")):
            break
        start = left
    return start


def _segment_start(text, end, floor):
    """From the last mark or the last cutting word before `end`."""
    start = _clause_start(text, end, floor)
    piece = _QUOTED.sub(_mask, text[start:end])
    head = _ENDS_IN_TITLE.search(piece)
    head_start = head.start() if head else len(piece) - 1
    cut = before = title_from(piece, 0, head_start)
    for match in _CUTS.finditer(_WHOLE.sub(_mask, piece[before:])):
        alone = match.end() - match.start() == 1 and torn(piece, before + match.end())
        if before + match.end() <= head_start and not alone:
            cut = before + match.end()
    start += title_from(piece, cut, head_start)
    year = _YEAR.match(text[start:end])
    return start + year.end() if year else start


def _clause_start(text, end, floor):
    at = end
    while at > floor:
        char = text[at - 1]
        if char in _OPENED_BY:
            opened = text.rfind(_OPENED_BY[char], floor, at - 1)
            if opened < 0 or any(stop in text[opened:at] for stop in "。！？；，\n"):
                return at
            at = opened
        elif char in _STOPS:
            return at
        else:
            at -= 1
    return at


_QUOTED = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》")


def _mask(match):
    return "〇" * len(match[0])
