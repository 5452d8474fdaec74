"""The same page set, saved or typed otherwise says the same."""

import pytest

from articles.intake import decode, read
from articles.intake.lines import column_width, split
from articles.intake.marks import has_ended
from tests.intake.test_pages import PAGES, read_page

HALF = str.maketrans("，：；？！（）", ",:;?!()")


def plain(raw):
    return raw.replace("\r\n", "\n")


def without_indents(raw):
    return "\n".join(line.lstrip(" \u3000") for line in plain(raw).split("\n"))


ANY_PAGE = {
    "crlf": lambda raw: plain(raw).replace("\n", "\r\n"),
    "trailing space": lambda raw: plain(raw).replace("\n", " \n"),
    "wide gaps": lambda raw: raw.replace("  ", "\u3000"),
    "empty lines around": lambda raw: f"\n\n{raw}\n\n",
}
# Where each paragraph is one line, neither indents nor mark forms tell anything.
WHOLE_PARAGRAPHS = {
    "no indents": without_indents,
    "half-width marks": lambda raw: raw.translate(HALF),
}


def told(reading):
    page = reading.as_json()
    return page["stories"], page["staff"]


def is_whole(path):
    """Is no part of the page set line by line?"""
    lines = split(decode(path.read_bytes()))
    broken = any(each.indent and each.width < 24 and not has_ended(each.text) for each in lines)
    return not broken and not column_width(lines)


CASES = [(path, name, change) for path in PAGES for name, change in ANY_PAGE.items()] + [
    (path, name, change)
    for path in PAGES
    if is_whole(path)
    for name, change in WHOLE_PARAGRAPHS.items()
]


@pytest.mark.parametrize(
    ("path", "change"),
    [(path, change) for path, _, change in CASES],
    ids=[f"{path.stem}-{name}" for path, name, _ in CASES],
)
def test_the_reading_does_not_depend_on(path, change):
    original = read_page(path)
    changed = read(change(original.raw), page_date=original.date)
    assert told(changed) == told(original)


def without_empty_lines(raw):
    return "\n".join(line for line in plain(raw).split("\n") if line.strip())


def test_most_stories_are_found_without_empty_lines():
    """They say where a heading stands, but not alone."""
    found = expected = 0
    for path in PAGES:
        original = read_page(path)
        heads = [each.headline for each in original.stories]
        changed = read(without_empty_lines(original.raw), page_date=original.date)
        expected += len(heads)
        found += sum(each in heads for each in {one.headline for one in changed.stories})
    assert found >= 0.85 * expected


ORDINARY = """云溪日报 2024年3月8日 星期五 第2版

县总工会召开全委会

本报讯（记者 张 三 通讯员 李四强）3月5日,云溪县总工会召开全委会。县委副书记韩 江为先进集体授牌,县总工会主席白露作

工作报告。

会议指出,去年全县走访职工436户

会议现场。 王小明 摄

发放慰问金87.2万元。

茶厂结对8名技师

云溪日报讯记者王小明3月6日,云雾茶厂举行拜师仪式,省级非遗传承人钟连生等8名技师与青年职工签订协议。

▲简讯

▲东湖街道工会为骑手送清凉。（通讯员 张 三）

▲西山镇举办职工法律讲座。（西工宣）

责编：何 苗 校对：方 圆
"""


def test_an_ordinary_page():
    first, second, *briefs = read(ORDINARY).stories
    assert (first.headline, second.headline) == ("县总工会召开全委会", "茶厂结对8名技师")
    assert first.paragraphs[0].endswith("县总工会主席白露作工作报告。")
    assert "436户发放慰问金" in first.paragraphs[-1]
    assert [each.caption for each in first.photos] == ["会议现场。"]
    assert ("韩江", "县委副书记") in [(each.name, each.title) for each in first.people]
    assert [each.name for each in second.bylines] == ["王小明"]
    assert [(each.banner, each.headline) for each in briefs] == [("简讯", "")] * 2
    assert [each.bylines[0].name for each in briefs] == ["张三", "西工宣"]
