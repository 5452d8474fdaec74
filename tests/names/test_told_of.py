"""Who a story tells of."""

from articles.intake.people import told_of
from people.names import Directory, Entry


def told(paragraphs, **kwargs):
    return [(one.name, one.title) for one in told_of(paragraphs, **kwargs)]


def test_one_row_a_person_in_order_of_first_mention():
    story = ["市委副书记罗晃浩，市总工会主席黄奕奕出席活动。", "黄奕奕介绍，罗晃浩强调。"]
    assert told(story) == [("罗晃浩", "市委副书记"), ("黄奕奕", "市总工会主席")]


def test_writers_are_not_told_of():
    assert told(["市总工会主席黄奕奕说，梁奈说。"], writers={"梁奈"}) == [
        ("黄奕奕", "市总工会主席")
    ]


def test_set_phrases_tell_of_nobody():
    assert told(["学习贯彻习近平总书记关于工人阶级和工会工作的重要论述。"]) == []


def test_places_point_into_the_paragraph():
    story = ["引子一段。", "会上，市总工会主席高峰说。"]
    (one,) = told_of(story)
    assert (one.paragraph, story[1][one.start : one.end]) == (1, "高峰")


def test_a_title_in_the_headline_counts_but_a_bare_name_there_gives_way():
    story = ["高峰打着手电，弯腰钻进列车底部。"]
    assert told(story, headlines=["——记全国劳动模范、检修工高峰"]) == [
        ("高峰", "全国劳动模范、检修工")
    ]
    story = ["宣传部部长石砚秋出席会议。"]
    assert told(story, headlines=["石砚秋出席并讲话"]) == [("石砚秋", "宣传部部长")]


def test_captions_tell_too():
    (one,) = told_of(["正文。"], captions=["装配工季春兰（左）在写春联。"])
    assert (one.name, one.title, one.paragraph) == ("季春兰", "装配工", 1)


def test_a_known_person_keeps_the_key():
    directory = Directory([Entry(9, "罗晃浩", ("市委副书记",))])
    assert [one.key for one in told_of(["市委副书记罗晃浩出席。"], directory=directory)] == [9]
