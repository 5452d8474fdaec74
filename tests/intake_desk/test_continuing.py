"""Stories that go on on another page become one draft, in whatever order the pages come."""

from datetime import date

import pytest

from articles.intake import Story
from articles.linking.confirming import confirm_person
from articles.models import Article, Mention
from articles.printed.accepting import Refused, accept, undo
from articles.printed.continuing import combined, plain_number
from tests.make import make_page, make_paper, make_person

FIRST = (
    "岚州启动技能提升行动\n\n本报讯（记者张三）1月26日，岚州市总工会启动技能提升行动，各级工会代表到场。\n\n"
    "行动分三步走。第一步是摸清企业需要，第二步是（下转3版）\n\n"
    "安全生产月启动\n\n本报讯（记者李四）1月26日，安全生产月在城北启动，职工代表作了发言。\n"
)
SECOND = (
    "岚州启动技能提升行动\n\n（上接1版）组织老师傅带徒弟，第三步是举办竞赛。\n\n行动到年底结束。\n\n"
    "图书室开放\n\n本报讯（记者王五）1月26日，职工图书室在城南开放，当天来了不少读者。\n"
)


@pytest.fixture
def pages(db):
    paper = make_paper("岚州晚报")
    known = {"publication": paper, "date": date(2024, 1, 27)}
    first = make_page(FIRST, number="1", overrides=told("安全生产月启动"), **known)
    return first, make_page(SECOND, number="第03版", **known)


def told(headline) -> list[dict]:
    """An editor says: this line is a headline."""
    start = FIRST.index(headline)
    return [{"start": start, "end": start + len(headline), "kind": "headline"}]


def headlines():
    return sorted(Article.objects.values_list("headline", flat=True))


WHOLE = ["图书室开放", "安全生产月启动", "岚州启动技能提升行动"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first page first", "second page first"])
def test_both_parts_become_one_draft_of_the_first_page(pages, order):
    for index in order:
        accept(pages[index])
    assert headlines() == sorted(WHOLE)
    joined = Article.objects.get(headline="岚州启动技能提升行动")
    assert joined.page == pages[0]
    assert "第二步是" in joined.plain_text
    assert "组织老师傅带徒弟" in joined.plain_text
    assert joined.plain_text.endswith("行动到年底结束。")
    pages[1].refresh_from_db()
    assert pages[1].continues == pages[0]


def test_a_sentence_that_was_broken_off_is_one_again():
    first, rest = (
        Story(1, paragraphs=["第一步。", "第二步是"]),
        Story(1, paragraphs=["竞赛。", "完。"]),
    )
    first.crossheads, rest.crossheads = [(2, "三步")], [(2, "到年底")]
    joined = combined(first, rest)
    assert joined.paragraphs == ["第一步。", "第二步是竞赛。", "完。"]
    assert joined.crossheads == [(2, "三步"), (3, "到年底")]


def test_a_standfirst_and_a_dateline_of_the_second_part_are_not_lost():
    first = Story(1, paragraphs=["第一步。", "第二步是"], standfirst="提要。", dateline="本报讯")
    rest = Story(
        1,
        paragraphs=["竞赛。", "完。"],
        crossheads=[(2, "到年底")],
        standfirst="要点。",
        dateline="新华社讯",
    )
    joined = combined(first, rest)
    assert (joined.standfirst, joined.dateline) == ("提要。", "本报讯")
    assert joined.paragraphs == ["第一步。", "第二步是", "要点。", "新华社讯", "竞赛。", "完。"]
    assert joined.crossheads == [(6, "到年底")]


def test_accepting_again_makes_no_second_part(pages):
    accept(pages[0])
    accept(pages[1])
    assert accept(pages[0]) == []
    assert accept(pages[1]) == []
    assert headlines() == sorted(WHOLE)


def test_taking_back_the_second_page_takes_its_part_out(pages):
    accept(pages[0])
    accept(pages[1])
    undo(pages[1])
    assert headlines() == sorted(["安全生产月启动", "岚州启动技能提升行动"])
    assert "老师傅" not in Article.objects.get(headline="岚州启动技能提升行动").plain_text
    undo(pages[0])
    assert not Article.objects.exists()


def test_the_first_page_is_taken_back_last(pages):
    accept(pages[0])
    accept(pages[1])
    with pytest.raises(Refused):
        undo(pages[0])
    assert headlines() == sorted(WHOLE)


def test_what_was_confirmed_in_a_part_stays_confirmed_in_the_whole_and_back(pages):
    """Deciding is no edit, but work all the same."""
    raw = FIRST.replace("各级工会代表到场", "市总工会主席赵小山出席")
    page = make_page(raw, number="1", publication=pages[0].publication, date=pages[0].date)
    pages[0].delete()
    accept(page)
    mention = Mention.objects.get(name="赵小山")
    confirm_person(mention, make_person("赵小山"))
    accept(pages[1])
    joined = Mention.objects.get(name="赵小山")
    assert joined.article != mention.article
    assert (joined.confirmed, joined.person) == (True, mention.person)
    undo(pages[1])
    again = Mention.objects.get(name="赵小山")
    assert again.article != joined.article
    assert (again.confirmed, again.person) == (True, mention.person)


def test_an_edited_part_is_left_alone(pages):
    accept(pages[0])
    draft = Article.objects.get(headline="岚州启动技能提升行动")
    draft.save()
    accept(pages[1])
    assert headlines().count("岚州启动技能提升行动") == 2


def test_an_edited_whole_is_not_taken_apart(pages):
    accept(pages[0])
    accept(pages[1])
    Article.objects.get(headline="岚州启动技能提升行动").save()
    with pytest.raises(Refused):
        undo(pages[1])


@pytest.mark.parametrize(
    "change", [{"date": date(2024, 1, 28)}, {"publication": None}, {"number": "4"}]
)
def test_another_day_paper_or_number_is_another_story(pages, change):
    for name, value in change.items():
        setattr(pages[1], name, value)
    pages[1].save()
    accept(pages[0])
    accept(pages[1])
    assert headlines().count("岚州启动技能提升行动") == 2


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("3", "3"), ("第03版", "3"), ("三", "3"), ("A03", "a3"), ("10", "10"), ("十", "10")]
    + [("十二", "12"), ("二十", "20"), ("二十三", "23"), ("③", "3"), ("⑫", "12"), ("⑷", "4")]
    + [("特十", "特10"), ("增刊十二", "增刊12"), ("十十", "1010"), ("", "")],
)
def test_page_numbers_in_their_forms(printed, plain):
    assert plain_number(printed) == plain
