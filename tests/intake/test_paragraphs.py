"""Where a paragraph ends: at empty lines where the page prints them so, behind a salutation."""

import pytest

from articles.intake import read
from articles.intake.breaks import sentence_break
from tests.intake.forms import HEAD, names

PARTED = [
    "座谈会上，三名代表先后发言，畅谈立足岗位的体会。",
    "市总工会主席在讲话中指出，广大劳动者是城市发展的中坚力量。他希望大家珍惜荣誉，当好创新的能手。",
    "4月26日，由市总工会、市文联主办的职工书画展在市美术馆开幕，展出作品168件。",
    "司机梁铁带着妻子和五岁的女儿拍了一张全家福。“结婚七年，一直没顾上。”他说。",
]


@pytest.mark.parametrize("width", [15, 16, 17, 18, 19, 20])
def test_empty_lines_part_paragraphs_where_a_page_without_indents_prints_them(width):
    assert _wrapped(width).paragraphs == PARTED


def _wrapped(width):
    lines = "\n\n".join(_lines(each, width) for each in PARTED)
    (story,) = read(f"{HEAD}\n\n本报记者 张晓明\n\n{lines}\n").stories
    return story


def _lines(text, width):
    """Lines of a column, none of which begins with a mark."""
    lines = []
    while text:
        cut = width
        while text[cut : cut + 1] in tuple("，。、“”"):
            cut += 1
        lines.append(text[:cut])
        text = text[cut:]
    return "\n".join(lines)


@pytest.mark.parametrize("salutation", ["全市广大工友们：", "编辑同志：", "各基层工会："])
def test_a_salutation_is_a_paragraph_and_so_is_the_first_item(salutation):
    parts = [
        salutation,
        "水是生命之源，节约用水是我们的责任。市总工会发出如下倡议：",
        "一、做节水的宣传者，把节水的道理讲给家人听。",
        "二、做节水的实践者，随手关紧水龙头。",
    ]
    (story,) = read("\n\n".join(["致全市职工的倡议书", *parts])).stories
    assert (story.paragraphs, story.bylines) == (parts, [])


def test_a_bracket_that_breaks_off_goes_on_in_the_next_line():
    raw = (
        f"{HEAD}\n\n本报讯（见习记者　梁 铁　通讯员　\n水 方）9月22日下午，工人文化宫里来\n"
        "了两百名特别的客人。他们脱下工装，\n理发、义诊、拍全家福，全部都免费。\n\n"
        "文化宫主任介绍，联谊日每季度举办一\n次，还要开设周末课堂，让骑手安心。\n\n"
        "客人们说，歇上半天，浑身都轻松了不\n少，下次还要叫上同伴一起来坐坐。\n"
    )
    (story,) = read(raw).stories
    assert [name for name, *_ in names(story.bylines)] == ["梁铁", "水方"]
    assert story.paragraphs[0].startswith("9月22日下午，工人文化宫里来了两百名")


def test_who_has_spoken_ends_a_paragraph_that_lost_its_stop():
    quoted = "“最难忘的是零下八度的夜里，第一趟列车通过时，大家都哭了。”梁铁说"
    raw = f"{HEAD}\n\n本报讯（记者 张晓明）{quoted}\n\n机械系学生听得格外认真。他说，手里有真本事，走到哪里都硬气。\n"
    (story,) = read(raw).stories
    assert [each[-3:] for each in story.paragraphs] == ["铁说。", "硬气。"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("他说，今后将认真学习", "市总工会主席要求，各级工会要抓好落实"),
        ("职工们畅所欲言，前往医院看望或对", "老职工表示，慰问让人心里暖"),
    ],
)
def test_half_width_marks_say_as_much_as_full_width_ones(left, right):
    half = str.maketrans("，：；？！（）", ",:;?!()")
    assert sentence_break(left, right) == sentence_break(
        left.translate(half), right.translate(half)
    )


def test_a_sentence_does_not_end_with_a_small_word_whatever_the_next_line_begins_with():
    broken = ["张大海同志病重期间，大家前往医院看望或通过各种形式对", "张大海同志表示深切慰问。"]
    (story,) = read(
        f"{HEAD}\n\n本报讯 张大海同志昨日出院。\n\n{broken[0]}\n\n{broken[1]}\n"
    ).stories
    assert story.paragraphs[1] == "".join(broken)


def test_who_says_what_follows_begins_a_paragraph_though_a_full_stop_was_lost():
    first = "“以前一蹲就是一上午。”缑成说，现在屋里有暖气，还有工伤保险可以买"
    second = "市劳动就业服务中心主任揭晓晴介绍，一个月来登记求职者四千人。"
    (story,) = read(f"{HEAD}\n\n本报讯 {first}\n\n{second}\n").stories
    assert story.paragraphs == [f"{first}。", second]


@pytest.mark.parametrize("who", ["她", "装卸工沙 鸥", "沙鸥"])
def test_behind_what_somebody_said_a_paragraph_ends_though_the_full_stop_was_lost(who):
    first, second = f"“您别急，救护车马上就到。”{who}说", "供水抢修班班长操劳带着两名工友挖开路面。"
    (story,) = read(f"{HEAD}\n\n本报讯 {first}\n\n{second}\n").stories
    assert story.paragraphs == [f"{first.replace(' ', '')}。", second]


def test_a_line_with_half_width_marks_is_no_entry_of_a_list():
    lines = "一门手艺 两代人\n    儿子仇 晓大学毕业后,也回到店里\n学艺。如今,父子俩收了6名徒弟。"
    raw = f"修钟匠\n\n本报记者 张晓明\n\n    青石巷17号,小店里滴答声此起彼伏,\n一天到晚不停。\n{lines}\n"
    (story,) = read(raw).stories
    assert story.paragraphs[-1] == "儿子仇晓大学毕业后，也回到店里学艺。如今，父子俩收了6名徒弟。"


def test_who_said_it_goes_on_behind_a_caption():
    quoted, caption = "“家门口就能上班，还能照顾老人。”", "求职者在咨询岗位。通讯员 乔木 摄"
    (story,) = read(f"{HEAD}\n\n本报讯 {quoted}\n\n{caption}\n\n覃三妹高兴地说。\n").stories
    assert story.paragraphs == [f"{quoted}覃三妹高兴地说。"]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("empty", [1, 2])
@pytest.mark.parametrize("width", [15, 17, 19])
def test_empty_lines_behind_every_printed_line_part_nothing(width, empty, indent):
    between = "\n" * (empty + 1)
    texts = [*PARTED, "技能夜校开班", f"本报讯 {PARTED[0]}"]
    lines = [line for each in texts for line in _lines(indent + each, width).splitlines()]
    raw = between.join([HEAD, "本报记者 张晓明", *lines])
    first, second = read(raw + "\n").stories
    assert (first.paragraphs, first.headline) == (PARTED, HEAD)
    assert (second.paragraphs, second.headline) == (PARTED[:1], "技能夜校开班")


@pytest.mark.parametrize("rest", ["上多下功夫", "里再添一把火", "中走在前列"])
def test_the_short_rest_of_a_sentence_that_lost_its_stop_is_no_headline(rest):
    first = ["　　业内人士认为,要把假期的流量变成", "全年的留量,还需在交通接驳、公共服务"]
    before = ["　　五一假期,各地推出丰富多样的促消费", "活动,市场人气旺、活力足,食客盈门。"]
    wire = ["　　新华社成都5月6日电(记者 闻 笛)6日", "上午,船闸正式通航,两艘货轮驶出闸室。"]
    raw = "\n".join([HEAD, "", *before, *first, rest, "", "第一座智慧船闸通航", "", *wire])
    one, other = read(raw + "\n").stories
    assert one.paragraphs[1].endswith(f"公共服务{rest}。")
    assert (other.kicker, other.headline) == ("", "第一座智慧船闸通航")
