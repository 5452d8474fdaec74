"""Where a title begins: what stands before it in its clause is no part of it."""

import pytest

from people.names import find
from people.names.table import table

BEFORE = table(
    "记者见到 记者连线 活动邀请 座谈会特邀 此次还专门请来 由 据 和 他和 对 替 师从 遇上 碰到了 联系上 拨通 喊来 拉着 "
    "搀扶着 来到 看望慰问了 专访 听完 聘请 委托 提拔 表彰了 授予 颁给 随同 当年的 作为 其中有 比如 就连 但 而 因此 当时 去年10月 每天清晨 "
    "中午12点 8时30分 会后 仪式上 车间里 镜头前 对于 通过 得益于 感谢 缅怀 培养出 涌现出 正如 全国各地的 那位 首位 52岁的 多亏 如果 "
    "想起 谈到 前不久 几天前 要求 提醒 鼓励 战胜 迎战 迎来 送别 同村的 我市"
)
TITLES = table(
    "市总工会主席 县委副书记、县长 汽车客运南站站长 市对外经济合作局局长 市救助管理站站长 全国劳动模范、港务集团起重机司机 东湖街道党工委书记 "
    "市第一人民医院护士长 “岭南工匠”、船厂电焊工 随州市市长 市公共资源交易中心主任"
)


@pytest.mark.parametrize("before", sorted(BEFORE))
def test_what_stands_before_a_title_is_cut(before):
    for title in TITLES:
        titles = [one.title for one in find(f"清早。{before}{title}陈志远说，很好。")]
        assert titles == [title]


@pytest.mark.parametrize(
    "title",
    sorted(
        table(
            "救助管理站站长 接待办副主任 教育工会主席 服务业行业工会联合会主席 为民服务中心主任 给排水公司工程师 有色金属公司总经理 在建工地安全员 向阳小学校长 "
            "对坡镇党委书记 送变电公司经理 带电作业班班长 选煤厂厂长 学生处处长 接触网工区工长 成都市市长 上海海运集团董事长 索马里总统 比利时国王 波兰内务部长 外交部副部长 "
            "中国第一汽车集团董事长 常务副省长 组织部副部长 第十届委员会主席"
        )
    ),
)
def test_a_word_that_belongs_to_the_title_stays(title):
    assert [one.title for one in find(f"清早。{title}陈志远说，很好。")] == [title]
