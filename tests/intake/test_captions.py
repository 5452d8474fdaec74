"""Captions and their credits, and whose sentence they stand in."""

import pytest

from articles.intake import read
from tests.intake.forms import FIRST, HEAD, LAST, names, story

CAPTIONS = {
    "活动现场。茂名日报社全媒体记者 吴昊 摄": (
        "活动现场。",
        [("吴昊", "全媒体记者", "茂名日报社")],
    ),
    "图为选手在比赛中。 张晓明 摄": ("图为选手在比赛中。", [("张晓明", "摄", "")]),
    "▲选手在比赛中。（张 三 摄）": ("选手在比赛中。", [("张三", "摄", "")]),
    "选手在比赛中 记者张晓明摄": ("选手在比赛中", [("张晓明", "记者", "")]),
    "选手在比赛中。图片由市总工会提供": ("选手在比赛中。", [("市总工会", "供图", "")]),
    "选手在比赛中。（市总工会供图）": ("选手在比赛中。", [("市总工会", "供图", "")]),
    "旧日的车间。（资料图片）": ("旧日的车间。", [("", "资料图片", "")]),
    "选手在比赛中 图片由受访者提供": ("选手在比赛中", [("受访者", "供图", "")]),
    "选手在比赛中 市总工会供图": ("选手在比赛中", [("市总工会", "供图", "")]),
    "选手在比赛中。（市总工会提供）": ("选手在比赛中。", [("市总工会", "供图", "")]),
    "选手在比赛中。图源：市总工会": ("选手在比赛中。", [("市总工会", "供图", "")]),
    "选手在比赛中。通讯员供图": ("选手在比赛中。", [("通讯员", "供图", "")]),
    "选手在比赛中。塔河油田 哈力克 摄": ("选手在比赛中。", [("哈力克", "摄", "塔河油田")]),
    "选手在比赛中。港务集团 张晓明 摄": ("选手在比赛中。", [("张晓明", "摄", "港务集团")]),
    "选手在比赛中。本报记者 从 容 摄": ("选手在比赛中。", [("从容", "记者", "本报")]),
    "选手在比赛中。摄影 张晓明": ("选手在比赛中。", [("张晓明", "摄影", "")]),
    "选手在比赛中 张晓明 影": ("选手在比赛中", [("张晓明", "影", "")]),
    "选手在比赛中。新华社发（张晓明 摄）": ("选手在比赛中。", [("张晓明", "摄", "新华社")]),
    "选手在比赛中。（新华社发）": ("选手在比赛中。", [("新华社", "供图", "")]),
    "选手在比赛中。资料图": ("选手在比赛中。", [("", "资料图", "")]),
    "图①：选手在比赛中。阿依古丽·买买提 摄": (
        "图①：选手在比赛中。",
        [("阿依古丽·买买提", "摄", "")],
    ),
    "选手在比赛中。": ("选手在比赛中。", []),
}


@pytest.mark.parametrize(("form", "expected"), CAPTIONS.items(), ids=CAPTIONS)
def test_caption_within_a_sentence_leaves_it_whole(form, expected):
    broken = FIRST.replace("名选手参加", "名选手\n\n@\n\n参加").replace("@", form)
    read_story = story(f"{HEAD}\n\n本报讯 {broken}\n\n{LAST}\n")
    (photo,) = read_story.photos
    assert (photo.caption, names(photo.credits)) == expected
    assert read_story.paragraphs == [FIRST, LAST]


def test_who_only_took_a_picture_wrote_nothing():
    read_story = story(f"{HEAD}\n\n本报讯 {FIRST}\n\n选手在比赛中。 张晓明 摄\n\n{LAST}\n")
    assert read_story.bylines == []


@pytest.mark.parametrize("role", ["本报记者 张晓明 摄影报道", "记者张晓明 摄影报道"])
def test_a_picture_story_is_its_caption(role):
    text = "1月26日，市总工会举办送春联活动。图为工人展示春联。"
    read_story = story(f"图片新闻\n\n车间里的年味\n\n{text}\n{role}\n")
    assert (read_story.banner, read_story.headline) == ("图片新闻", "车间里的年味")
    assert read_story.paragraphs == []
    (photo,) = read_story.photos
    assert photo.caption == text
    assert names(photo.credits) == names(read_story.bylines)
    assert read_story.bylines[0].name == "张晓明"


def test_a_wrapped_caption_begins_at_its_first_word():
    reading = read(
        f"{HEAD}\n\n本报讯 {FIRST}\n\n图为一百二十名选手在市工人文化宫\n参加焊接比赛。 张晓明 摄\n\n{LAST}\n"
    )
    assert reading.stories[0].photos[0].caption == "图为一百二十名选手在市工人文化宫参加焊接比赛。"


def test_a_caption_is_known_by_its_first_word_without_empty_lines():
    lines = f"{HEAD}\n本报讯 {FIRST}\n图为一百二十名选手在比赛中展示技能。\n{LAST}\n"
    (only,) = read(lines).stories
    assert [each.caption for each in only.photos] == ["图为一百二十名选手在比赛中展示技能。"]
    assert only.paragraphs == [FIRST, LAST]


def test_a_caption_is_wedged_into_a_sentence_of_an_indented_page():
    lines = (
        f"{HEAD}\n　　本报讯 1月26日，我市举行职工技能竞赛，一百二十\n名选手参加比赛。来自各行各业的选手在现场比试\n"
        "选手在给零件测量。\n本领，赛出了风格和水平。\n　　当天的比赛分为三个组别，选手们各展所长。下一步，\n"
        "我市将继续开展职工技能竞赛，让更多的人各展所长。\n"
    )
    (only,) = read(lines).stories
    assert [each.caption for each in only.photos] == ["选手在给零件测量。"]
    assert "现场比试本领，" in only.paragraphs[0]


def test_who_took_the_picture_may_stand_below_the_caption():
    text = "3月18日，茶场职工在采摘明前茶。"
    read_story = story(f"图片新闻\n\n春茶开园\n\n{text}\n\n记者 张晓明 摄影报道\n")
    (photo,) = read_story.photos
    assert (photo.caption, names(photo.credits)) == (text, [("张晓明", "记者", "")])


def test_who_stands_where_in_a_picture_tells_its_caption():
    text = "梁铁（右）与工友清理路面积雪。"
    read_story = story(f"{HEAD}\n\n本报讯 {FIRST}\n\n{LAST}\n\n{text}\n")
    assert [each.caption for each in read_story.photos] == [text]


def test_the_last_line_of_a_paragraph_that_points_back_is_no_caption():
    lines = (
        f"{HEAD}\n　　1月1日零时，锅炉房里热气腾腾，司炉工在交接班本\n上写下：“供水温度78℃，一切都正常，请下一班放心。”\n"
        "这是他在炉前迎来的新年。\n　　早上5时，编组站里，扳道工提着信号灯走在雪地里。最\n低气温零下14℃，睫毛上很快挂了霜。\n"
    )
    (only,) = read(lines).stories
    assert only.photos == []
    assert only.paragraphs[0].endswith("放心。”这是他在炉前迎来的新年。")


def test_each_numbered_line_is_a_caption_of_its_own():
    raw = f"{HEAD}\n\n本报讯 {FIRST}\n\n图①：选手讲解构造。\n图②：学员动手拆装。 张晓明 摄\n"
    assert [(each.caption, names(each.credits)) for each in story(raw).photos] == [
        ("图①：选手讲解构造。", []),
        ("图②：学员动手拆装。", [("张晓明", "摄", "")]),
    ]


@pytest.mark.parametrize("name", ["鲍启明", "欧阳小北"])
def test_a_caption_of_somebody_whom_another_story_names_belongs_to_it(name):
    caption = f"{name}在擦拭灯塔透镜。 本报记者 李四 摄"
    first = "港务集团今年新辟通往胡志明市的\n\n{}\n\n两条外贸航线，平均每两天就有一班船出海。"
    second = f"灯塔主任{name}今年五十八岁，在岛上过了十九个春节，还带了一名徒弟。"
    raw = (
        f"{HEAD}\n\n本报讯 {first.format(caption)}\n\n礁石上的守灯人\n\n本报记者 李四\n\n{second}\n"
    )
    one, other = read(raw).stories
    assert one.paragraphs == [first.replace("\n\n{}\n\n", "")]
    assert (one.photos, [each.caption for each in other.photos]) == (
        [],
        [f"{name}在擦拭灯塔透镜。"],
    )


def test_a_caption_of_somebody_whom_its_own_story_names_stays():
    told = "灯塔主任鲍启明今年五十八岁，在岛上过了十九个春节。"
    raw = f"{HEAD}\n\n本报讯 {told}\n\n鲍启明在擦拭灯塔透镜。 李四 摄\n\n守灯人\n\n本报记者 李四\n\n{told}\n"
    one, other = read(raw).stories
    assert (len(one.photos), len(other.photos)) == (1, 0)
