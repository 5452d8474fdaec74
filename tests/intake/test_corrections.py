"""What an editor says of one line changes no other line: not its kind, and not its story."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.intake import KINDS, read

PAGE = (
    "夏送清凉在行动\n市总工会慰问高温岗位职工\n钟宏伟参加\n\n"
    "本报讯（记者林小燕）7月16日，市总工会主席钟宏伟\n\n一行来到滨海新区工地，慰问高温下的职工。\n\n"
    "他叮嘱大家注意防暑。\n\n慰问组还去了车站。\n\n"
    "职工羽毛球赛开拍\n\n本报讯（记者陈思远）全市职工羽毛球赛昨日在体育中心举行。\n\n比赛分三个组别。\n\n"
    "下版头条\n\n2024年7月19日\n"
)
LINES = [line for line in PAGE.split("\n") if line]


def over(part, page=PAGE, **order):
    start = page.index(part)
    return {"start": start, "end": start + len(part), **order}


def kinds(reading, touched=()):
    """For each character that is printed and not spoken of: its kind and its story."""
    found = {}
    for piece in reading.pieces:
        for place in range(piece.start, piece.end):
            if not reading.raw[place].isspace() and place not in touched:
                found[place] = (piece.kind, piece.story)
    return found


def spoken_of(orders):
    return {place for each in orders for place in range(each["start"], each["end"])}


def test_a_banner_made_a_kicker_leaves_the_lines_below_it():
    order = over(LINES[0], kind="kicker")
    (story, _) = read(PAGE, [order]).stories[:2]
    assert (story.kicker, story.subheadline) == (LINES[0], "钟宏伟参加")
    assert story.headline == LINES[1]


def test_text_made_a_headline_takes_no_line_along():
    order = over("他叮嘱大家注意防暑。", kind="headline")
    before, after = read(PAGE), read(PAGE, [order])
    assert kinds(after, spoken_of([order])) == kinds(before, spoken_of([order]))


def test_text_goes_on_below_a_line_taken_out_of_it():
    order = over("一行来到滨海新区工地", kind="caption")
    story = read(PAGE, [order]).stories[0]
    assert story.paragraphs[0] == "7月16日，市总工会主席钟宏伟，慰问高温下的职工。"


def test_a_refused_join_gets_no_full_stop():
    reading = read(PAGE)
    join = next(each for each in reading.changes if each.rule == "join" and "\n\n" in each.before)
    order = {"start": join.start, "end": join.end, "rejected": "join"}
    story = read(PAGE, [order]).stories[0]
    assert story.paragraphs[0].endswith("主席钟宏伟")
    assert story.paragraphs[1].startswith("一行来到")
    assert kinds(read(PAGE, [order])) == kinds(reading)


def test_stories_are_numbered_down_the_page_when_one_begins_in_the_middle():
    place = PAGE.index("他叮嘱")
    end = PAGE.index("职工羽毛球赛")
    reading = read(PAGE, [{"start": place, "end": end, "story": "new"}])
    assert [each.number for each in reading.stories] == [1, 2, 3]
    assert [each.place for each in reading.stories] == sorted(
        each.place for each in reading.stories
    )
    assert reading.stories[2].headline == "职工羽毛球赛开拍"
    assert reading.stories[2] == _numbered(read(PAGE).stories[1], 3)


def _numbered(story, number):
    story.number = number
    return story


def test_a_line_taken_out_of_the_furniture_gets_a_place():
    reading = read(PAGE, [over("2024年7月19日", kind="paragraph")])
    assert reading.stories[-1].paragraphs[-1].startswith("2024年7月19日")
    assert reading.ledger.unassigned == 0


def test_a_line_printed_twice_that_shall_stay_is_text_again():
    twice = PAGE.replace(
        "比赛分三个组别。\n", "全市各个单位的职工都来了。\n全市各个单位的职工都来了。\n"
    )
    change = next(each for each in read(twice).changes if each.rule == "repeat")
    order = {"start": change.start, "end": change.end, "rejected": "repeat"}
    assert read(twice, [order]).stories[-1].paragraphs.count("全市各个单位的职工都来了。") == 2


spans = st.tuples(st.integers(0, len(PAGE) - 1), st.integers(1, 40))
kinds_of_spans = st.lists(st.tuples(spans, st.sampled_from(KINDS)), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(kinds_of_spans)
def test_a_line_nobody_spoke_of_keeps_its_kind(chosen):
    orders = [
        {"start": start, "end": min(start + size, len(PAGE)), "kind": kind}
        for (start, size), kind in chosen
    ]
    touched = {
        place
        for each in orders
        for number, line in _lines()
        if each["start"] < number + len(line) and number < each["end"]
        for place in range(number, number + len(line))
    }
    before, after = kinds(read(PAGE), touched), kinds(read(PAGE, orders), touched)
    continued = {
        place for place in before if before[place][0] in ("paragraph", "byline", "dateline")
    }
    assert {k: v[0] for k, v in after.items() if k not in continued} == {
        k: v[0] for k, v in before.items() if k not in continued
    }
    assert all(after[place][0] in ("paragraph", "byline", "dateline") for place in continued)


def _lines():
    return [(PAGE.index(line), line) for line in LINES]
