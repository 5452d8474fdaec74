"""Text that goes on on another page is text: no heading, and without a full stop of its own."""

import pytest

from articles.intake import read

ABOVE = "岚州启动技能提升行动\n\n本报讯（记者张三）1月26日，岚州市总工会启动行动，各级工会代表到场。\n\n"
BELOW = "\n\n安全生产月启动\n\n本报讯（记者李四）1月26日，安全生产月在城北启动，职工作了发言。\n"
BROKEN_OFF = {
    "with a comma": "行动分三步走，第二步是",
    "with a full stop": "行动分三步走。第一步是摸清企业需要，第二步是",
    "like a heading": "大家表示要努力工作",
}


@pytest.mark.parametrize("note", ["（下转3版）", "\n（下转3版）", "\n\n（下转3版）"], ids=repr)
@pytest.mark.parametrize("text", BROKEN_OFF.values(), ids=BROKEN_OFF)
@pytest.mark.parametrize("below", [BELOW, "\n"], ids=["a story follows", "nothing follows"])
def test_text_that_goes_on_elsewhere(text, note, below):
    stories = read(ABOVE + text + note + below).stories
    assert stories[0].paragraphs[1:] == [text]
    assert (stories[0].continued_on, stories[0].crossheads) == ("3", [])
    for story in stories[1:]:
        assert (story.kicker, story.headline) == ("", "安全生产月启动")


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"], ids=repr)
@pytest.mark.parametrize("text", ["组织老师傅带徒弟", "组织老师傅带徒弟，第三步是竞赛。"])
def test_text_that_comes_from_elsewhere(text, gap):
    raw = f"岚州启动技能提升行动\n\n（上接1版）{gap}{text}\n\n行动到年底结束。{BELOW}"
    first, second = read(raw).stories
    assert (first.headline, first.continued_from) == ("岚州启动技能提升行动", "1")
    assert "".join(first.paragraphs).startswith(text)
    assert (second.kicker, second.headline) == ("", "安全生产月启动")
