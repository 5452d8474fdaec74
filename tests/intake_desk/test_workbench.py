"""The workbench: the page as lines of a kind and a story, put right by an editor without script."""

import re
import time
from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse

from articles.printed import overriding, workbench
from articles.printed.accepting import accept
from articles.printed.reading_store import reading_of
from tests.make import make_page, make_user

PLAIN = "安全生产月启动\n\n本报讯（记者张三）1月26日，安全生产月在城北启动。\n\n会议由李四主持。\n"


def address(page, name="reading"):
    return reverse(f"admin:articles_printpage_{name}", args=[page.pk])


def row_of(page, text):
    rows = workbench.rows_of(reading_of(page), page.overrides)
    return next(row for row in rows if text in row.text)


def headlines(page):
    page.refresh_from_db()
    return [story.headline for story in reading_of(page).stories]


@pytest.fixture
def save(desk):
    def save(page, act="save", **choices):
        page.refresh_from_db()
        data = {"act": act, "seen": overriding.digest(page.overrides), **choices}
        response = desk.post(address(page), data, follow=True)
        page.refresh_from_db()
        return response

    return save


def test_every_line_says_its_story_and_kind_in_words(desk, real_page):
    response = desk.get(address(real_page))
    text = response.content.decode()
    for row in response.context["rows"]:
        assert f'id="at-{row.start}"' in text
        assert row.kind_name
    assert [story.number for story in response.context["stories"]] == [1, 2, 3]


def test_a_tick_says_that_every_character_has_its_place(desk, real_page):
    text = desk.get(address(real_page)).content.decode()
    assert re.search(r'class="ledger done"><span aria-hidden="true">✓</span> [^<]*2,215', text)


def test_the_kind_of_a_line_is_corrected(save, real_page):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    save(real_page, **{f"kind-{row.key}": "banner"})
    story = reading_of(real_page).stories[0]
    assert (story.banner, story.kicker) == ("我市大力弘扬劳模工匠精神", "")


def test_choices_that_say_what_is_read_already_are_no_overrides(save, real_page):
    rows = workbench.rows_of(reading_of(real_page), [])
    places = workbench.anchors(reading_of(real_page), [])
    kinds = {f"kind-{row.key}": row.kind for row in rows}
    stories = {f"story-{row.key}": str(places.get(row.story, "")) for row in rows}
    save(real_page, **kinds, **stories)
    assert real_page.overrides == []


def test_a_line_moves_to_another_story(save, real_page):
    row = row_of(real_page, "刘艳授课内容丰富")
    places = workbench.anchors(reading_of(real_page), [])
    save(real_page, **{f"story-{row.key}": str(places[1])})
    stories = reading_of(real_page).stories
    assert any("刘艳授课" in text for text in stories[0].paragraphs)
    assert not any("刘艳授课" in text for text in stories[2].paragraphs)


def test_a_story_is_merged_with_the_one_before_and_the_others_stay(save, real_page):
    third = headlines(real_page)[2]
    save(real_page, act="merge:2")
    stories = reading_of(real_page).stories
    assert len(stories) == 2
    assert any("助力“专精特新”企业" in text for text in stories[0].paragraphs)
    assert stories[1].headline == third


def test_what_was_moved_stays_where_it_is_when_stories_are_merged_later(save, real_page):
    row = row_of(real_page, "刘艳授课内容丰富")
    places = workbench.anchors(reading_of(real_page), [])
    save(real_page, **{f"story-{row.key}": str(places[2])})
    save(real_page, act="merge:2")
    first, last = reading_of(real_page).stories
    assert any("刘艳授课" in text for text in first.paragraphs + last.paragraphs)
    assert reading_of(real_page).ledger.unassigned == 0


def test_a_story_begins_where_the_editor_says(save, real_page):
    row = row_of(real_page, "会上,市总工会领导宣读")
    save(real_page, **{f"story-{row.key}": "new"})
    stories = sorted(reading_of(real_page).stories, key=lambda story: story.place)
    assert [len(story.paragraphs) for story in stories] == [4, 1, 2, 3]


def test_a_line_is_cut_in_the_middle(save, real_page):
    row = row_of(real_page, "劳模工匠欢聚一堂话发展")
    save(real_page, act=f"split:{row.start + 4}")
    assert row_of(real_page, "劳模工匠").text == "我市大力弘扬劳模工匠精神"
    assert row_of(real_page, "欢聚一堂").text == "欢聚一堂话发展"


def test_a_cut_line_has_two_kinds(save, db):
    page = make_page(PLAIN.replace("安全生产月启动", "市总工会部署工作安全生产月启动"))
    row = row_of(page, "市总工会部署工作")
    cut = row.start + len("市总工会部署工作")
    save(page, act=f"split:{cut}")
    save(page, **{f"kind-{row.start}-{cut}": "kicker", f"kind-{cut}-{row.end}": "headline"})
    (story,) = reading_of(page).stories
    assert (story.kicker, story.headline) == ("市总工会部署工作", "安全生产月启动")


def test_choices_are_saved_together_with_a_cut(save, real_page):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    cut = row_of(real_page, "劳模工匠欢聚一堂话发展").start + 4
    save(real_page, act=f"split:{cut}", **{f"kind-{row.key}": "banner"})
    assert reading_of(real_page).stories[0].banner == "我市大力弘扬劳模工匠精神"


def test_characters_are_mended_and_the_print_stays(save, real_page):
    raw, row = real_page.raw, row_of(real_page, "广泛深人开展")
    text = row.text.replace("深人开展", "深入开展")
    save(real_page, act=f"retype:{row.key}", text=text, fault="reading")
    assert real_page.raw == raw
    assert "广泛深入开展劳动" in reading_of(real_page).stories[0].paragraphs[3]
    (mend,) = real_page.overrides
    assert (mend["text"], mend["fault"]) == ("入", "reading")
    assert real_page.raw[mend["start"] : mend["end"]] == "人"


def test_a_fault_of_the_paper_is_kept_as_such(save, real_page):
    row = row_of(real_page, "广泛深人开展")
    save(real_page, act=f"retype:{row.key}", text=row.text.replace("深人", "深入"), fault="paper")
    assert real_page.overrides[0]["fault"] == "paper"


def test_mending_back_leaves_nothing(save, real_page):
    row = row_of(real_page, "广泛深人开展")
    save(real_page, act=f"retype:{row.key}", text=row.text.replace("深人", "深入"))
    save(real_page, act=f"retype:{row.key}", text=row.text)
    assert real_page.overrides == []


def test_a_line_as_long_as_a_page_is_mended_and_cut_at_once():
    raw = "市总工会召开会议，讨论工作。" * 3000
    begin = time.perf_counter()
    text = f"{raw[:20_000]}深入¶{raw[20_002:]}"
    overrides, cuts = overriding.retype([], raw, 5, text, "reading")
    assert [(each["start"], each["text"]) for each in overrides] == [(20_005, "深入")]
    assert cuts == [20_007]
    assert time.perf_counter() - begin < 5


def test_a_mark_cuts_a_line_without_script(save, real_page):
    row = row_of(real_page, "劳模工匠欢聚一堂话发展")
    save(real_page, act=f"retype:{row.key}", text="劳模工匠¶欢聚一堂话发展")
    assert row_of(real_page, "欢聚一堂").text == "欢聚一堂话发展"


def test_a_change_is_undone_and_made_again(save, desk, real_page):
    join = next(c for c in reading_of(real_page).changes if c.rule == "fullwidth")
    save(real_page, act=f"reject:{join.start}-{join.end}:fullwidth")
    assert "1月26日,我市" in reading_of(real_page).stories[0].paragraphs[0]
    assert any(each.get("undone") for each in desk.get(address(real_page)).context["changes"])
    save(real_page, act=f"accept_again:{join.start}-{join.end}:fullwidth")
    assert real_page.overrides == []


def test_one_line_or_the_whole_page_is_reset(save, real_page):
    first, second = row_of(real_page, "我市大力弘扬"), row_of(real_page, "活动现场。")
    save(real_page, **{f"kind-{first.key}": "banner", f"kind-{second.key}": "paragraph"})
    save(real_page, act=f"reset:{first.key}")
    assert [each["start"] for each in real_page.overrides] == [second.start]
    save(real_page, act="reset_all")
    assert real_page.overrides == []


def test_a_reset_of_one_line_keeps_what_was_chosen_and_typed_for_others(save, real_page):
    first, second = row_of(real_page, "我市大力弘扬"), row_of(real_page, "活动现场。")
    third = row_of(real_page, "茂名晚报讯")
    save(real_page, **{f"kind-{first.key}": "banner"})
    chosen = {f"kind-{second.key}": "paragraph", "mending": third.key}
    text = third.text.replace("茂名", "岚州", 1)
    save(real_page, act=f"reset:{first.key}", text=text, fault="reading", **chosen)
    starts = [each["start"] for each in real_page.overrides]
    assert starts == [second.start, third.start + third.text.index("茂名")]
    kinds = {f"kind-{first.key}": "banner"}
    save(real_page, act=f"reset:{first.key}", **kinds)
    assert [each["start"] for each in real_page.overrides] == starts


def test_two_editors_do_not_overwrite_each_other(save, desk, real_page):
    row, other = row_of(real_page, "我市大力弘扬"), row_of(real_page, "活动现场。")
    seen = overriding.digest(real_page.overrides)
    save(real_page, **{f"kind-{row.key}": "banner"})
    late = {"act": "save", "seen": seen, f"kind-{other.key}": "paragraph"}
    response = desk.post(address(real_page), late)
    real_page.refresh_from_db()
    assert [each["start"] for each in real_page.overrides] == [row.start]
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    kept = next(each for each in response.context["rows"] if each.start == other.start)
    assert kept.chosen_kind == "paragraph"


@pytest.mark.parametrize(
    "act",
    ["", "nonsense", "split:999999", "merge:99", "retype:1-2", "reset:x"] + [f"split:{'9' * 5000}"],
)
def test_a_button_that_means_nothing_changes_nothing(save, real_page, act):
    assert save(real_page, act=act).status_code == 200
    assert real_page.overrides == []


def test_a_page_without_headlines_says_what_to_do(desk, db):
    page = make_page("1月26日，会议在城北举行，李四主持。会后大家参观了车间。\n")
    response = desk.get(address(page))
    (hint,) = response.context["hints"]
    assert hint in unescape(response.content.decode())


def test_who_may_only_look_sees_no_controls(client, real_page):
    client.force_login(make_user("记者"))
    text = client.get(address(real_page)).content.decode()
    assert "劳模工匠欢聚一堂话发展" in text
    assert "<select name" not in text
    assert 'value="save"' not in text
    assert client.post(address(real_page), {"act": "reset_all"}).status_code == 403


def test_nobody_else_gets_in(client, real_page):
    client.force_login(make_user("管理员"))
    client.logout()
    assert client.get(address(real_page)).status_code == 302


def test_the_number_of_queries_does_not_grow_with_the_page(
    desk, real_page, django_assert_max_num_queries
):
    with django_assert_max_num_queries(14):
        desk.get(address(real_page))


def test_a_page_of_very_many_lines_is_still_one_form_that_can_be_sent(desk, db):
    page = make_page("这是正文。\n" * 5100)
    text = desk.get(address(page)).content.decode()
    assert text.count("<select name") < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_every_line_of_a_broadsheet_can_be_put_right_on_its_page(desk, db):
    story = (
        "技能竞赛在城北启动\n\n本报讯（记者张三）1月26日，\n" + "选手们赛出了风格和水平，\n" * 70
    )
    page = make_page("\n".join(story.replace("城北", f"城北{number}") for number in range(12)))
    text = desk.get(address(page)).content.decode()
    rows = len(workbench.rows_of(reading_of(page), []))
    assert rows > 800
    assert text.count('<select name="kind-') == rows


def test_a_line_joins_a_story_of_which_a_moved_line_stands_first(save, real_page):
    """A story is meant by a place that is its own, not by a line that came from elsewhere."""
    places = workbench.anchors(reading_of(real_page), [])
    first = row_of(real_page, "我市大力弘扬劳模工匠精神")
    save(real_page, **{f"story-{first.key}": str(places[3])})
    places = workbench.anchors(reading_of(real_page), real_page.overrides)
    assert first.start not in places.values()


def said(response):
    return [(message.level_tag, str(message)) for message in response.context["messages"]]


def test_a_save_says_so_and_comes_back_to_the_line(save, real_page):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    response = save(real_page, act=f"save:{row.start}", **{f"kind-{row.key}": "banner"})
    assert [level for level, _text in said(response)] == ["success"]
    assert response.redirect_chain[-1][0].endswith(f"#at-{row.start}")


def test_a_save_of_nothing_says_that_nothing_was_changed(save, real_page):
    assert [level for level, _text in said(save(real_page))] == ["info"]


def test_a_merge_comes_back_to_where_the_story_stood(save, real_page):
    place = workbench.anchors(reading_of(real_page), [])[2]
    response = save(real_page, act="merge:2")
    assert response.redirect_chain[-1][0].endswith(f"#at-{place}")


def test_a_change_is_shown_with_the_words_around_it(desk, real_page):
    context = desk.get(address(real_page)).context
    changes, rows = context["changes"], context["rows"]
    shown = [change["left"] + change["before"] + change["right"] for change in changes]
    assert any("1月26日,我市" in words for words in shown)
    assert any("⏎" in words for words in shown)
    assert {change["at"] for change in changes} <= {row.start for row in rows}


def test_an_undone_change_is_shown_with_the_words_around_it(save, real_page):
    change = next(c for c in reading_of(real_page).changes if c.rule == "fullwidth")
    response = save(real_page, act=f"reject:{change.start}-{change.end}:fullwidth")
    (undone,) = [each for each in response.context["changes"] if each.get("undone")]
    assert "1月26日,我市" in undone["left"] + undone["before"] + undone["right"]


@pytest.mark.parametrize("half", ["劳模工匠", "欢聚一堂", "话发展"])
def test_a_reset_undoes_the_cuts_of_a_line_from_any_of_its_parts(save, real_page, half):
    other = row_of(real_page, "我市大力弘扬劳模工匠精神")
    save(real_page, **{f"kind-{other.key}": "banner"})
    before = real_page.overrides
    line = row_of(real_page, "劳模工匠欢聚一堂话发展")
    save(real_page, act=f"split:{line.start + 4}")
    save(real_page, act=f"split:{line.start + 8}")
    rows = workbench.rows_of(reading_of(real_page), real_page.overrides)
    part = next(row for row in rows if row.text == half)
    save(real_page, act=f"reset:{part.key}")
    assert real_page.overrides == before
    assert row_of(real_page, "劳模工匠欢聚一堂话发展").key == line.key


def begin_story(save, page, text):
    save(page, **{f"story-{row_of(page, text).key}": "new"})


def merge(save, page, text):
    save(page, act=f"merge:{row_of(page, text).story}")


@pytest.mark.parametrize("text", ["会上,市总工会领导宣读", "广泛深人开展"])
def test_a_story_begun_and_merged_back_leaves_the_page_as_it_was(save, real_page, text):
    before, above = reading_of(real_page).as_json(), row_of(real_page, text).story
    begin_story(save, real_page, text)
    assert [story.number for story in reading_of(real_page).stories] == [1, 2, 3, 4]
    assert row_of(real_page, text).story == above + 1
    merge(save, real_page, text)
    assert reading_of(real_page).as_json() == before
    assert real_page.overrides == []


def test_one_of_two_stories_begun_is_merged_into_the_other(save, real_page):
    begin_story(save, real_page, "会上,市总工会领导宣读")
    begun = reading_of(real_page).as_json()
    begin_story(save, real_page, "广泛深人开展")
    merge(save, real_page, "广泛深人开展")
    assert reading_of(real_page).as_json() == begun


def test_a_headline_begun_anew_is_merged_all_the_same(save, real_page):
    row = row_of(real_page, "刘艳授课内容丰富")
    story = next(s for s in reading_of(real_page).stories if s.number == row.story)
    real_page.overrides = [{"start": story.place, "end": row.end, "story": "new"}]
    real_page.save()
    merge(save, real_page, "刘艳授课内容丰富")
    assert row_of(real_page, "刘艳授课内容丰富").story == 2


def test_stories_below_a_merged_one_are_untouched(save, real_page):
    third = reading_of(real_page).stories[2]
    begin_story(save, real_page, "会上,市总工会领导宣读")
    save(real_page, act="merge:3")
    last = reading_of(real_page).stories[-1]
    assert (last.headline, last.paragraphs) == (third.headline, third.paragraphs)


def test_a_line_that_is_reset_stays_in_the_story_begun_above_it(save, real_page):
    begin_story(save, real_page, "会上,市总工会领导宣读")
    kept, row = real_page.overrides, row_of(real_page, "广泛深人开展")
    save(real_page, **{f"kind-{row.key}": "crosshead"})
    save(real_page, act=f"reset:{row.key}")
    assert real_page.overrides == kept


@pytest.mark.parametrize("act", ["edit", "edit_other", "save"])
def test_what_is_typed_into_a_line_is_kept_whatever_is_pressed(save, real_page, act):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    other = row_of(real_page, "茂名晚报讯")
    pressed = {"edit": f"edit:{row.key}", "edit_other": f"edit:{other.key}", "save": "save"}[act]
    text = row.text.replace("大力", "全力")
    response = save(real_page, pressed, mending=row.key, text=text, fault="paper")
    assert "全力" in response.content.decode()
    assert [each["fault"] for each in real_page.overrides if "text" in each] == ["paper"]


def test_an_open_box_that_nobody_typed_into_changes_nothing(save, real_page):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    save(real_page, f"edit:{row.key}", mending=row.key, text=row.mended, fault="reading")
    assert real_page.overrides == []


def test_what_is_typed_is_shown_where_its_line_was_cut_or_the_page_accepted_meanwhile(
    desk, real_page
):
    row = row_of(real_page, "我市大力弘扬")
    typed = {"act": f"retype:{row.key}", "mending": row.key, "text": "我市全力弘扬"}
    whole = overriding.digest(real_page.overrides)
    real_page.overrides = overriding.split([], row.start, row.end, [row.start + 2], "kicker")
    real_page.save()
    shown = desk.post(address(real_page), typed | {"seen": whole}, follow=True)
    assert "我市全力弘扬" in shown.content.decode()
    accept(real_page)
    late = typed | {"seen": overriding.digest(real_page.overrides)}
    shown = desk.post(address(real_page), late, follow=True)
    assert "我市全力弘扬" in shown.content.decode()


def test_what_is_typed_stays_when_somebody_else_has_saved_meanwhile(desk, real_page):
    row = row_of(real_page, "我市大力弘扬劳模工匠精神")
    data = {"act": f"retype:{row.key}", "seen": "older", "mending": row.key, "text": "我市全力弘扬"}
    page = desk.post(address(real_page), data).content.decode()
    assert ">我市全力弘扬</textarea>" in page
