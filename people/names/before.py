"""What stands before a title and is no part of it: times, small words, and verbs."""

import re

from people.names.heads import OFFICE, STANDING
from people.names.table import table


def _any_of(words):
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


# Verbs whose object is a person. Some stand inside the names of offices too (服务中心主任):
# they cut only where the words behind them begin a title.
_VERBS = table(
    "见 见到 见着 看见 望见 瞧见 听见 看到 看着 望着 看向 遇 遇见 遇到 遇上 碰 碰见 碰到 碰上 撞见 找 找到 找来 找着 寻找 寻访 联系 联络 约 约见 约来 约请 "
    "连线 接通 拨通 致电 打给 电话采访 采访 采访到 专访 探访 暗访 走访 回访 家访 访 访谈 访问 拜访 拜会 会见 会晤 会谈 接见 接待 接 接来 接走 接到 迎 迎接 迎来 迎候 欢迎 送 送走 送别 送行 欢送 "
    "请 请来 请到 请出 请教 请示 邀 邀来 邀请 特邀 特请 聘 聘请 聘任 聘用 特聘 返聘 选聘 招聘 招来 录用 引进 引来 挖来 叫 叫来 叫上 叫住 喊 喊来 喊住 喊上 拉 拉上 拉来 拉着 拉住 拽 带 带上 带着 带来 陪 陪着 陪同 陪伴 陪护 伴 伴着 "
    "扶 扶着 搀 搀着 搀扶 搀扶着 握 握着 握住 抱 抱着 背 背着 抬 抬着 推 推着 捧 跟 跟着 跟上 跟随 随 随着 随同 追随 伴随 追 追赶 赶上 超过 超越 赶超 "
    "学习 学 请益 师从 师承 拜 拜师 模仿 效仿 看齐 致敬 致谢 感谢 感激 感恩 谢谢 点赞 称赞 赞扬 表扬 夸 夸奖 佩服 敬佩 钦佩 尊敬 敬重 羡慕 祝贺 恭喜 庆贺 慰问 慰问到 看望 探望 看护 问候 走近 走进 走到 来到 去到 赶到 回到 "
    "缅怀 悼念 怀念 追忆 追思 追记 纪念 追授 授予 颁给 颁予 送给 交给 递给 发给 寄给 献给 赠给 留给 传给 教给 借给 还给 奖给 让给 卖给 转给 打电话给 嫁给 分给 捐给 献 赠送 "
    "奖励 嘉奖 表彰 通报表扬 通报表彰 奖 评 评出 评选 评选出 评为 选 选出 选举 选举产生 推选 推选出 推举 推荐 荐 举荐 提名 提拔 任命 任用 起用 启用 重用 委任 委派 委托 指派 指定 选派 选送 派 派出 派来 派遣 抽调 抽派 调来 调任 下派 安排 组织 "
    "动员 发动 召集 号召 "
    "培养 培养出 培育 培育出 造就 造就出 锻造出 输送 涌现 涌现出 诞生 诞生出 走出 产生 出现 成长出 孕育出 成为 成 当 当上 做 称为 誉为 视为 当作 担任 出任 兼任 升任 接任 继任 "
    "帮 帮着 帮助 帮扶 帮忙 扶持 扶助 支持 支援 援助 救助 资助 捐助 救 救出 救起 营救 抢救 关爱 关心 关怀 关注 照顾 照看 照料 赡养 抚养 收养 服务 伺候 呵护 守护 保护 "
    "教 教会 教育 指导 辅导 指点 点拨 带领 带动 率领 引领 引导 领着 领 领到 说服 劝 劝说 劝导 催 催促 逼 逼着 促使 迫使 推动 鼓励 激励 勉励 鼓舞 鞭策 督促 要求 请求 恳求 央求 希望 盼望 期待 期盼 建议 提议 倡议 呼吁 提醒 嘱咐 叮嘱 吩咐 "
    "通知 告知 告诉 转告 报告 汇报 询问 问 追问 质问 讯问 咨询 求助 求教 讨教 答复 回复 回答 "
    "批评 指责 责备 责怪 埋怨 举报 控告 起诉 状告 抓获 逮捕 拘留 查处 处分 免去 罢免 撤换 替换 接替 顶替 代替 替 替代 取代 "
    "战胜 击败 打败 险胜 完胜 力克 轻取 不敌 负于 惜败 对阵 迎战 挑战 对话 面对 对付 对战 交手 比拼 "
    "认识 结识 熟悉 了解 认出 认得 记得 记住 记起 想 想起 想到 忆起 回忆 回忆起 忘不了 忘记 离不开 少不了 说起 谈起 讲起 提起 提到 说到 谈到 讲到 聊起 念叨 惦记 牵挂 想念 思念 发现 注意到 留意到 意识到 得知 获悉 听 听到 听说 听完 听取 聆听 "
    "聆听了 收看 观看 "
    "多亏 幸亏 亏得 亏 全靠 靠 靠着 依靠 依托 凭 凭着 凭借 借 借助 借着 趁着 仗着 通过 经过 经 得益于 归功于 受益于 源于 源自 出自 来自 属于 等于 位于 由于 对于 关于 至于 基于 鉴于 甚至 "
    "等 等着 等来 等到 等候 等待 盼 盼来 盼到 陪练 嫁 娶 生下 介绍 推介 讲述 宣传 报道 刻画 塑造 饰演 扮演 主演 出演 采写 记录 拍摄 描写 描绘 展示 展现 呈现 包括 包含 含 囊括 覆盖 涉及 涵盖 例如 比如 譬如 诸如 "
    "叫做 名叫 人称 绰号 自称 化名 算上 加上 外加 除了 除 除去 不光 不仅 不只 不止 不单 围着 围住 围绕 对着 朝着 冲着 向着 指着 "
)
# Those that also stand inside the names of bodies: 救助管理站, 联络处, 招聘服务部.
_DOUBLE = table(
    "服务 支援 援助 救助 教育 组织 宣传 保护 守护 引导 指导 推介 收养 抚养 报道 展示 展现 采访 接待 招聘 录用 引进 输送 关爱 帮扶 帮助 支持 资助 扶持 扶助 捐助 学习 学 安排 联系 联络 联系 服务 活动 培育 培养 "
    "咨询 辅导 陪练 陪护 看护 照料 照看 护理 急救 抢救 营救 救起 记录 拍摄 展示 呈现 宣传 评选 推荐 选举 报告 汇报 报道 出版 调解 借助 依托 经过 经 关注 关怀 关心 引领 带领 动员 发动 挑战 对话 对战 比拼 收看 观看 聆听 听取 "
    "覆盖 代表 代理 代替 替代 接替 接力 模仿 教 成 成为 当 做 评 选 派 带 送 接 救 奖 献 访 见 找 请 邀 聘 叫 喊 拉 拽 扶 搀 握 抱 背 抬 推 捧 跟 随 追 拜 夸 领 劝 催 逼 问 替 想 听 亏 靠 凭 借 等 盼 嫁 娶 含 除 "
    "帮 陪 伴 碰 遇 约 迎 由 对 向 给 与 和 同 让 令 使 受 据 依 按 以 用 拿 为 在 于 是 即 乃 像 如 有 连 既 最 很 太 真 更 也 还 都 就 便 才 已 曾 正 刚 将 仍 总 只 可 而 但 却 则 因 另 再 又 到 至 自 从 打 离 距 "
    "朝 往 被 把 谁 其 此 "
)
# Of a single character, and hardly ever the first of a body's name.
_ALONE = frozenset("而但却若替令或把被仍既距朝往问喊劝逼催听使也便才曾")
_ASPECTS = ("了", "着", "过", "到", "出", "来", "上", "起", "完", "下", "回", "一下")
_ASPECT = f"(?:{'|'.join(_ASPECTS)})?"
# Small words that begin a clause or stand before a verb.
_SMALL = table(
    "但 但是 而 而且 可 可是 不过 然而 却 则 于是 因此 因而 因 因为 所以 由于 为了 如果 假如 要是 虽然 尽管 随着 当 每当 正当 当时 此时 这时 那时 彼时 同时 随后 然后 接着 紧接着 之后 之前 此后 此前 后来 "
    "最后 最终 最初 最早 起初 首先 其次 再次 另外 此外 另 再 又 也 还 都 就 便 才 已 已经 曾 曾经 正 正在 刚 刚刚 将 即将 仍 仍然 依然 一直 始终 常常 经常 时常 往往 总 总是 只 只是 只有 只见 唯有 唯独 既 既有 既是 还有 也有 都有 更有 "
    "就有 就连 连 "
    "甚至 尤其 尤其是 特别 特别是 其中 其中有 其中包括 原来 其实 的确 确实 据悉 据说 据了解 对此 为此 因此 不久 不久前 前不久 日前 近日 近期 最近 近来 近年来 连日来 当天 当日 当晚 当年 次日 翌日 第二天 第三天 隔天 隔日 每天 每日 天天 每年 每月 "
    "每周 每次 每到 "
    "今天 昨天 明天 前天 后天 今日 昨日 今晨 今早 今晚 昨晚 明日 上午 下午 中午 晚上 夜里 夜晚 深夜 半夜 凌晨 清晨 早晨 早上 一早 一大早 傍晚 黄昏 午后 午间 晚间 夜间 白天 平时 平日 周末 节日 春节 国庆 五一 暑假 寒假 今年 去年 前年 明年 "
    "同年 上月 本月 上周 本周 今春 去冬 "
    "截至 截至目前 截止目前 目前 如今 眼下 现在 当前 过去 以前 从前 以往 直到 直至 到 至 自 自从 从 打从 离 距 朝 往 向 对 给 与 和 同 跟 及 以及 由 被 把 将 让 令 使 受 据 依 按 按照 根据 遵照 以 用 拿 替 为 在 于 是 就是 正是 "
    "也是 便是 不是 还是 而是 都是 即 即是 乃 像 好像 如 如同 正如 正像 好比 犹如 有 没有 "
    "他和 她和 我和 他与 她与 我与 他 她 我 你 您 他们 她们 我们 你们 大家 有人 谁 自己 其 此 此次 这次 本次 该次 那次 一次 首次 再次 多次 两次 先后 分别 共同 一同 一起 一道 一并 专门 专程 特意 特地 特别 亲自 主动 现场 当场 当面 登门 上门 入户 实地 集中 重点 随机 "
    "定向 柔性 高薪 重金 全程 热情 认真 仔细 耐心 悉心 顺利 成功 正式 隆重 通过电话 "
    "幸好 好在 恰好 正好 刚好 碰巧 恰巧 这让 这使 这令 那让 使得 令 我市 我省 我县 我区 我国 我校 我院 我厂 我州 本市 本省 本县 老家在 家住 一席话让 一番话让 一句话让 原本 本来 旁边 一旁 身旁 身边 对面 隔壁 邻座 台下 台上 场下 场边 席间 门外 车外 本来 向来 历来 素来 偏偏 竟然 居然 果然 终于 总算 真 真是 更 更是 最 "
    "很 太 也许 或许 可能 大概 "
)
_TIME = (
    r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?(?:\d{1,2}[日号])?|\d{1,2}(?:日|号(?![一-鿿])|号(?=[上下中]午|晚|早|凌晨))|(?:19|20)\d\d年(?=[^\d])(?!(?:度|第|全国|全省|全市))(?:[初底春夏秋冬起]|以来|前后)?|"
    r"\d{1,2}[点时](?:\d{1,2}分?|半|整|许)?|\d{1,2}[:：]\d\d|[一二两三四五六七八九十几多半数\d]+(?:年|天|个?月|周|个?小时|分钟|个?多月|多年)(?:来|前|后|间|之?前|之?后|多来|里)|"
    r"前[几些两三]天|[这那][几些]?[天年]|第[一二三四五六七八九十\d]+[天次]"
)
# 车间里, 仪式上, 镜头前: where and when, at the start of a clause.
_WHERE = (
    r"[一-鿿]{0,6}[会式赛台场课堂车船楼路间室房厅头地厂村店桌田岸门节展坛礼庭舱井库梁塔架床桥坝堤街](?:[里旁]|[上下](?!午|海)|中(?!心|学|队|国)|[前后](?!勤|任|卫|台))|"
    r"[一-鿿]{2,7}(?:期间|之际|之前|之后|面前|身边|身旁|旁边)"
)
_ONE = r"(?:每|这|那|首|第[一二三四五六七八九十]|[一两三四五六七八九十几数多\d]+|有|另|另外|各|某|唯一)(?:一)?[名位个](?!员)(?:来自|叫)?"
_COUNTED = re.compile(
    rf"{_TIME}|{_ONE}|\d{{2}}岁的?|今年\d{{2}}岁的?|[第首][一二三四五六七八九十批]?[次位]"
)
_SCENE = re.compile(_WHERE)
_CLEAR = _VERBS - _DOUBLE
_CLEAN = (_SMALL | _VERBS | {"记者"}) - _DOUBLE
# Verbs that stand in no name of a body: 中心指派公益律师.
_SENT = table(
    "指派 选派 委派 派出 派遣 抽调 聘请 邀请 任命 推选 推举 评选出 选出 介绍 表彰 授予 慰问 看望 走访 感谢 采访"
)
_LONGEST = max(map(len, _CLEAN)) + 2
_DOING = re.compile(f"{_any_of(word for word in _VERBS if len(word) > 1)}{_ASPECT}")

_UNITS = (
    "集团|公司|工厂|总厂|分厂|厂|局|厅|法院|检察院|医院|学院|研究院|卫生院|剧院|影院|养老院|福利院|大学|中学|小学|学校|技校|党校|幼儿园|银行|支行|分行|联社|信用社|工会|总会|分会|商会|协会|学会|联合会|委员会|"
    "中心|车站|站|所|事务所|大队|支队|中队|总队|队|店|矿|林场|农场|茶场|场|办|部|科|处|车间|工段|班组|班|组|馆|社|电视台|台|段|工区|园区|开发区|园|基金会|工作室|合作社|餐厅|酒店|宾馆|饭店|超市|商场|码头|港|项目|研究所|基地|船|舰|机关|平台|协作区|街|路"
)
_PLACES = "省|市|县|区|州|盟|旗|镇|乡|村|屯|街道|社区|小区|苑|山|岛|湖|河|江"
_WELL_KNOWN = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|西藏|宁夏|新疆|香港|澳门|国网|南网|中铁|中建|中石|中国|中国人|广州|深圳|杭州|南京|武汉|成都|西安|沈阳|大连|青岛|苏州"
_LEVEL = (
    "全国|国家|中央|中共|中华|国务院|省(?!力|心|钱)|市(?!场|民|值|容|面)|县(?!域)|区(?!域|间|别)|州(?!市|县)|盟|旗|镇(?!静|定)|乡(?!音|亲|愁|村)|村|街道|社区|[本该我全各](?:国|省|市|县|区|镇|乡|村|厂|校|院|队|矿|公司|集团|局|站|所|店|班|组|社区|街道|系统|行业)|"
    "原(?!来|因|料)|时任|现任|前任|劳动模范|全国劳|劳模|工匠|先进|优秀|最美|道德模范|大国工匠|五一|三八|获奖|退休|离休|老(?!家|是|说|在|去)|新(?=[任晋生员工职])|年轻|青年|资深|著名|知名|一级|二级|三级|特级|高级|中级|首席|国际|世界|奥运|亚运|“|〇|[A-Z]"
)
_TITLE = re.compile(
    rf"{_LEVEL}|(?:{_WELL_KNOWN})|[^\W副总正]{{2,4}}(?:{_PLACES})[一-鿿]|[一-鿿〇0-9A-Za-z]{{2,14}}?(?:{_UNITS})"
)
_SURE = re.compile(
    rf"{_LEVEL}|(?:{_WELL_KNOWN})|[^\W副总正]{{2,3}}(?:省|市|县|(?<![工园片矿林库景牧厂校])区|镇|乡|村|街道|社区)[一-鿿]"
)
_HIGH = re.compile(
    rf"{_LEVEL}|(?:{_WELL_KNOWN})|[^\W副总正]{{2,3}}(?:{_PLACES})[一-鿿〇]{{2}}|[一-鿿]{{2,6}}(?:集团|公司|医院|大学|学院|中学|小学)"
)
# 对|坡镇, 同|德社区: one character is no name of a place.
_TORN = re.compile(
    r"[^原该本总老新女小大全各县市省区镇村乡校厂院](?:[镇乡村县市]|社区|街道|小学|中学|大学|学院|医院|集团|公司|物业|超市)"
)
_BARE = re.compile(
    rf"(?:副|总|老|女|男|代|退休|值班|带队|青年|年轻|女|公司|工会|车间|班组|车队|支部|党支部|项目|工程|现场|业务|技术|生产|安全|部门|单位|学校|企业)*{_any_of(OFFICE | STANDING)}$"
)
# 超越集团, 联系中心: the word before is part of the name.
_INNER = re.compile(rf"{_UNITS}|{_PLACES}")
_WHOLE_BEFORE = re.compile(
    r"(?:会|局|委|部|厅|院|校|司|团|队|站|所|办|厂|中心|集团|公司|村|社区|镇|市|县|省|们|人|员|工|者|[上中下]午|[天日月年]|[他她我])$"
)


def title_from(piece, cut, head):
    """Where in the piece the title begins, not before `cut`; its last word begins at `head`."""
    at = cut
    while at is not None:
        cut, at = at, _past_prefix(piece, at, head)
    for match in _DOING.finditer(piece, cut):
        if match.end() > head:
            break
        whole = _WHOLE_BEFORE.search(piece, cut, match.start())
        sent = _stem(match[0])[0] in _SENT and _may_begin(piece, match.end(), head)
        if whole and (sent or _HIGH.match(piece, match.end())):
            cut = match.end()
    return cut


def _past_prefix(piece, at, head):
    """Behind the time, place, small word or verb that stands here before a title; else None."""
    counted = _COUNTED.match(piece, at)
    if counted and counted.end() <= head and _may_begin(piece, counted.end(), head):
        return counted.end()
    for end in range(min(at + _LONGEST, head), at, -1):
        if _is_prefix(piece, at, end, head):
            return end
    scene = _SCENE.match(piece, at)
    if scene and scene.end() <= head and _begins(piece, scene.end(), head):
        return scene.end()
    return None


def _is_prefix(piece, at, end, head):
    word = piece[at:end]
    stem, aspect = _stem(word)
    if word in _CLEAN or aspect and stem in _CLEAR or _proposed(word):
        return _may_begin(piece, end, head)
    if aspect and stem in _DOUBLE:
        return _begins(piece, end, head)
    if word in _ALONE:
        return _begins(piece, end, head)
    sure = _SURE.match(piece, end) or len(word) == 1 and _BARE.match(piece, end)
    return word in _DOUBLE and bool(sure) and not torn(piece, end)


def _proposed(word):
    """拟推荐, 拟表彰: what a notice says of those it names."""
    return word[0] == "拟" and word[1:] in _VERBS


def torn(piece, at):
    """Would the name of a place or a body begin here that lacks its first character?"""
    return bool(_TORN.match(piece, at))


def _stem(word):
    aspect = next((each for each in _ASPECTS if word.endswith(each)), "")
    return word[: len(word) - len(aspect)], aspect


def _may_begin(piece, at, head):
    """Nothing speaks against a title here."""
    return _begins(piece, at, head) or not (torn(piece, at) or _INNER.match(piece, at))


def _begins(piece, at, head):
    return (
        at == head
        or not torn(piece, at)
        and bool(_TITLE.match(piece, at) or _BARE.match(piece, at))
    )
