"""What stands around a name: the words that show where it begins and where it ends."""

import re

from people.names.table import table

# Verbs of speaking, which a bare name before them needs no office for.
SPEECH = table(
    "说道 说 表示 介绍 介绍说 告诉记者 告诉 强调 指出 坦言 回忆 回忆道 感慨 认为 透露 解释 直言 笑着说 笑言 称 谈到 "
    "谈起 谈及 提到 呼吁 建议 补充道 补充 寄语 分享 感叹 寄语学生 要求 提出 宣布 讲述 自豪地说 激动地说 高兴地说 动情地说 "
    "感慨地说 感慨道 答道 回答 回应 期待 希望 勉励 深有感触 坦承 算了一笔账 感激 表态 笑道 说起 讲起 谈道 坚信 评价 评价说 讲道 写道 呼吁"
)

# What else a person is told to do; each of two characters or more.
DEEDS = table(
    "乘包 乘机 乘车 乘坐 乘船 随即 宣告 谴责 批准 终于 亲切 拍的 观摩 守防 凭借 率领 闻讯 夺魁 摘金 折桂 登顶 拔得 献艺 献唱 摆擂 守擂 攻关 守在 忙碌 发来 送来 寄来 带来 留言 回信 来信 赶来 跑来 迎来 走来 出席 主持 参加 致辞 讲话 宣读 带领 带队 率队 率领 会见 会议 考察 调研 走访 慰问 来到 前往 作了 作出 作为 作题 作专 作主 "
    "作动 作报 作宣 作交 作典 作总 作重 作讲 作发 作工 发表 发言 授课 获得 荣获 获评 获颁 当选 担任 一行 等人 等领 等出 等参 "
    "等陪 等省 等市 等区 等县 等到 等同 等一 等作 等先 等多 等专 等分 等代 等劳 等为 等嘉 等在 等深 等共 "
    "分别 先后 共同 一同 一起 现场 随后 首先 今年 今天 昨天 昨日 近日 日前 目前 曾经 已经 已在 正在 正和 正带 正忙 仍然 依然 始终 一直 "
    "从事 从小 从业 从部 扎根 坚守 陪同 指导 察看 查看 检查 了解 听取 观看 参观 接受 接过 开始 负责 完成 "
    "通过 利用 围绕 结合 针对 根据 按照 代表 亲自 深入 深情 动情 认真 仔细 详细 高度 十分 非常 激动 兴奋 高兴 立即 "
    "立刻 马上 主动 积极 带着 带头 拿着 看着 指着 手持 手里 弯腰 站在 坐在 走进 走上 走到 回到 找到 递给 递来 每天 "
    "每年 毕业 退休 出生 去世 逝世 因病 享年 参与 参赛 创办 成立 组织 召集 牵头 主讲 宣讲 讲授 讲解 授予 颁发 颁奖 "
    "接见 会谈 签署 举行 乘专 抵达 离开 访问 应邀 致电 致信 复信 指示 批示 签发 撰写 创作 设计 研发 发明 发现 攻克 摸索 "
    "团队 家里 家中 家的 同志 先生 女士 老人 大姐 大哥 师傅 老师 教授 夫妇 夫人 本人 自己 笑着 边说 为首 为组 为核 为代 "
    "就任 出任 履新 任职 任命 涉嫌 被查 接待 迎来 送去 送上 送来 叮嘱 嘱咐 询问 详询 问道 关切 与会 列席 到会 到场 到访 莅临 "
    "揭牌 揭幕 授牌 授旗 启动 点赞 肯定 充分 对此 还就 还到 还对 还在 还为 还向 以及 也是 也在 也对 也参 正是 就是 便是 既是 "
    "即将 即刻 不仅 不断 不畏 不负 不顾 不忘 不时 没有 没想 经过 经常 经历 拥有 身穿 身着 身边 身上 心里 眼里 看来 看到 听到 "
    "得知 收到 领到 拿到 用了 用心 用自 花了 干了 做了 想到 想了 想起 最近 如今 当时 那时 这样 这次 这位 告别 打开 打着 忙着 "
    "跟着 守着 伸出 捧着 握着 顾不 赶到 赶往 奔赴 奔走 冲锋 冲进 跳入 跳进 救人 因公 牺牲 入选 入围 夺得 摘得 斩获 取得 蝉联 "
    "登台 上台 领奖 受邀 受聘 受访 诉说 倾听 倾情 全程 全票 全身 全心 二十 三十 连任 连续 成为 成功 生前 生于 来自 来说 "
    "认识 熟练 熟知 精心 精湛 潜心 专注 坚持 坚定 努力 带来 带动 带出 培养 传授 示范 操作 驾驶 检修 巡线 巡检 工作室 创新 "
    "事迹 家庭 一家 一级 一口 一边 一干 一手 一大 一次 一样 个人 当天 当日 当年 当晚 当即 当场 也曾 又是 又在 又带 又一 又把 又从 一头 给大 给记 给孩 给学 给予 座谈 学习 交流 合影 握手 上前 圆满 顺利 安全 全部 演示 展示 展现 表现 提交 扫码 轻声 大声 低声 连声 小声 悄声 默默 悄悄 静静 紧紧 稳稳 缓缓 慢慢 渐渐 匆匆 频频 再三 反复 不停 不住 牵线 串场 表演 入户 各捐 各得 各获 哽咽 抢答 抢先 率先 争先 逐一 逐个 逐项 应声 应战 应约 如约 如期 按时 准时 提前 连声 抽空 抓紧 趁着 借助 凭着 依靠 领读 领唱 领诵 领誓 领舞 领跑 领衔 领航 领取 分成 分赴 剪彩 开机 鸣锣 鸣枪 敲锣 敲响 点火 点评 点题 授旗 授牌 授书 授奖 颁证 发布 发放 发车 发令 宣誓 宣告 作点 手捧 手握 一把 凭借 靠着 翻着 吃着 写着 说完 听完 看完 做完 忙完 接完 送完 下班 上班 交班 接班 值夜 进厂 进矿 入厂 参军 转业 复员 从军 从教 从医 从警 从事 深耕 投身 致力 牵挂 惦记 挂念 坚信 深知 明白 懂得 清楚 记得 回想 盘算 合计 商量 合作 联手 携手 搭档 配合 协助 辅助 帮忙 帮着 陪着 扶着 背着 抱着 抬着 推着 骑着 开着 提着 端着 举着 挥着 擦着 擦拭 擦了 抹了 抹去 掀开 推开 关上 关掉 按下 拧紧 敲打 打磨 焊接 焊完 修好 修复 检测 测量 校准 校对 核对 记录 填写 登上 登高 爬上 爬到 爬进 钻进 钻到 扑向 扑进 扑灭 赢得 拿下 战胜 击败 险胜 不敌 憾负 获胜 晋级 出线 止步 退赛 出战 对阵 迎战 破门 得分 攻入 打进 打破 刷新 创造 保持 囊括 收获 揽获 抢得 名列 位列 位居 排名 受到 得到 感到 觉得 显示 流露 露出 第一 出舱 分获 分别 只有 写在 写着 常说 总说 常常 总是 完整 签字 签订 签约 摆摆 挥挥 笑笑 点点 连连 凌晨 清晨 傍晚 深夜 半夜 说着 二话 二人 两人 三人 一下 一遍 一手 从未 从不 从来 至今 早已 早就 早早 早上 晚上 中午 下午 上午 当年 每月 每周 每逢 每次 每到 天天 日复 常年 常把 常在 长期 汇报 翻出 回顾 细数 总结 梳理 阐释 剖析 解读 作答 上阵 登场 亮相 "
    "赛后 赛前 夺冠 卫冕 领跑 冲线 逆转 献血 捐款 捐赠 资助 帮扶 结对 报名 报考 入会 入党 入职 入伍 上岗 下岗 返岗 返乡 回家 回乡 打工 务工 创业 经营 "
    "种植 养殖 承包 租下 购买 花费 拨打 求助 反映 投诉 咨询 办理 申请 申领 登记 签名 签约 签下 写下 画下 拍下 录下 留下 放下 拿起 拿出 掏出 翻看 翻开 "
    "展开 端起 举起 挥手 招手 点头 摇头 微笑 流泪 哽咽 落泪 起身 转身 蹲下 站起 走出 跑到 冲向 赶来 奔波 忙碌 加班 值守 值班 巡逻 巡查 排查 抢修 抢险 "
    "救援 施救 作业 调试 改造 改进 革新 钻研 琢磨 尝试 试验 研究 研制 编写 执教 执导 主演 饰演 演唱 演奏 朗诵 朗读 诵读 分析 判断 预测 提醒 建言 献策 "
    "发起 倡议 倡导 号召 动员 鼓励 激励 感谢 感恩 致谢 祝贺 祝愿 欢迎 迎接 送别 送行 探望 看望 视察 督导 督查 督办 推动 推进 部署 安排 布置 落实 协调 "
    "统筹 分管 兼任 兼职 接替 接任 接棒 卸任 离任 离职 辞职 调任 升任 晋升 免职 落马 被捕 自首 供述 交代 认罪 上诉 起诉 门下 光荣 同台 同场 专程 冒雨 冒着 顶着 顾虑 格外 特别 尤其 更是 更加 颇为 显得 如愿 郑重 毫不 合唱 独唱 对唱 弹唱 清唱 重唱 说唱 独奏 合奏 弹奏 吹奏 伴奏 伴舞 独舞 共舞 演出 同唱 高唱 唱起 唱响 唱完 跳起 吹响 敲开 拉响 端来 递过 递上 接住 捡起 拾起 卖掉 送给 教会 学会 统计 计算 估算 "
    "一个人 一人 帮村 帮老 帮邻 帮他 帮她 帮我 帮大 帮企 帮工 帮客 帮群 帮乘 帮学 教孩 教学员 教大家 教徒 教她 教他 教我 喊人 喊来 收徒 收下 收到 接手 接班 动手 出手 伸手 松手 放手 抓起 抓住 抓紧 背起 扛起 挑起 撑起 架起 搭起 点燃 点亮 亮出 拧紧 拧开 "
    "刚满 刚毕业 才满 年仅 年近 年过 年满 现年 时年 "
    "跪在 趴在 蹲在 躺在 靠在 坐着 站着 跪着 趴着 蹲着 搓着 擦着 抹着 望着 盯着 听着 捂着 提着 扛着 背着 挑着 推着 拉着 开着 骑着 踩着"
)

# Single characters that go on from a name.
ON = frozenset(
    "凭连偕携于在为与和及同对向就从到是的将也还又以被把给让带等作率获曾已正任当接则都并由跟便因随用看听想问答讲谈赴抵致受需要会能得有没不这那说称"
)

_OFFICIAL = tuple(
    table(
        "出席 参加 主持 致辞 讲话 陪同 分别 等 为获 为受 为学 为2 为1 为3 为5 带队 率队 一行 宣读 授课 作 到会 到场 列席 分成"
    )
)
_POINTS = tuple("“《0123456789")
_DONE = re.compile("[一-鿿]{1,2}[了着过出到起给完回入]")  # 汇报了, 翻出
_MOVES = re.compile(
    "[攀登爬走跑冲跳坐站蹲趴踏骑开拎扛搬捡翻拿捧端举抬背扛扶挽握拉推拧装换敲写画贴挂递交放摆][上下进出开起到回掉住向在响]"
)
_COUNTED = re.compile("(?:等)?[两二三四五六七八九十几]+(?:[名位]|人)")  # 李想、王芳两名选手
# Deeds one person does for another: 韩江为获奖选手颁奖, 卫东向当选的同志表示祝贺.
_FOR = re.compile(
    "为(?![在和与对向同就说要将也已还又以被把给为从到率等])[^，。；、\n]{1,30}?"
    "(?:[^，。；、\n]{0,20}(?:主席|书记|主任|委员|代表|会长|局长|市长|县长|部长|组长|队长|班长|成员)(?=[，。；]|$)|[^，。；、\n]{0,20}(?:人选|候选人|导师|顾问|大使|对象|模范|工匠|标兵|能手)|授|颁|讲|揭|送|作|做|献|发|剪彩|点赞|加油|服务|解|演|提供|准备|戴|佩|诊|示范|宣|打气|鼓|把脉|上|辅导|培训|指导|安装|修|办)"
)
_TO = re.compile(
    "向(?![在和与对同就说要将也已还又以被把给为从到率等])[^，。；、\n]{1,30}?"
    "(?:表示|致|学习|赠|送|介绍|祝贺|提出|汇报|作|颁|发出|请|讲|演示|问|捐|招手|展示|宣|道|说|了解|反映|求助|建议|报告|敬)"
)
# Deeds that as nouns begin what 为 and 向 are about: 为学习社授牌.
_NOUNS = table(
    "学习 创新 参赛 获得 荣获 退休 座谈 研究 试验 参与 与会 创业 劳动 一线 一级 二十 个人 团队 安全 当选 入选 困难 家庭 全体 全部 现场 今年 首批"
)
_SAID = re.compile(
    "[常总也又还都却则便只忙笑再直才](?:说|讲|道|问|对|提醒|叮嘱|念叨|表示|强调|感慨)|正(?:在|忙|是|准备|[一-鿿]{1,2}着)"
)
_GROUPS = {}
for _word in sorted({*SPEECH, *DEEDS}, key=len, reverse=True):
    _GROUPS.setdefault(_word[0], []).append(_word)
SPEAKS = frozenset(SPEECH)


def goes_on(text, end):
    """3 where a name surely may end here, 2 where a small word follows, else 0."""
    if stops(text, end) or acts(text, end) or text[end] in "在率":
        return 3
    if for_somebody(text, end) or says_so(text, end):
        return 3
    if text[end] in ON:
        return 3 if text[end + 1 : end + 2] in _POINTS else 2
    if _COUNTED.match(text, end):
        return 3
    return 2 if _DONE.match(text, end) or _MOVES.match(text, end) else 0


def for_somebody(text, at):
    """Is 为 or 向 at this place the small word, not the end of a name?"""
    pattern = _FOR if text[at] == "为" else _TO if text[at] == "向" else None
    if pattern is None or not pattern.match(text, at):
        return False
    deed = next((word for word in _deeds_at(text, at + 1)), None)
    return deed is None or deed in _NOUNS


def says_so(text, at):
    """公孙胜常说: does the last character go with the verb?"""
    return bool(_SAID.match(text, at))


def moves(text, at):
    """石磊|开起了叉车: does the last character begin a movement?"""
    return bool(_MOVES.match(text, at))


def leads_on(text, end):
    """Do words follow that reports have behind the names of officials?"""
    return text.startswith(_OFFICIAL, end)


def stops(text, end):
    return end >= len(text) or not "一" <= text[end] <= "鿿"


def acts(text, end):
    """Does a word of two characters and more follow that tells what somebody does?"""
    return any(_deeds_at(text, end))


def _deeds_at(text, end):
    return (word for word in _GROUPS.get(text[end : end + 1], ()) if text.startswith(word, end))


def is_act(word):
    """Is this word of two characters something somebody does?"""
    return word in _GROUPS.get(word[0], ())


def speaks(text, end):
    return any(word in SPEAKS for word in _deeds_at(text, end))
