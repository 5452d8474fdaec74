"""Two editors on one article: neither overwrites the other, and nothing that either typed is lost."""

import pytest
from django.test import Client

from articles.models import Article, Byline, Credit, PhotoUse
from tests import make
from tests.desk.forms import address, filled_in, save

pytestmark = pytest.mark.django_db
BODY = "<p>第一段的文字。</p><p>第二段的文字。</p><p>第三段的文字。</p>"


@pytest.fixture
def me(client):
    client.force_login(make.make_user("编辑", display_name="王敏"))
    return client


@pytest.fixture
def colleague():
    client = Client()
    client.force_login(make.make_user("编辑", display_name="李晓雯"))
    return client


@pytest.fixture
def both(me, colleague):
    """Opens the form as me; the colleague saves; then I send mine. Returns the answer."""

    def meet(article, theirs, mine):
        data = filled_in(me.get(address(article)))
        assert save(colleague, article, **theirs).status_code == 302
        return me.post(address(article), data | mine)

    return meet


def stored(article):
    return Article.objects.get(pk=article.pk)


def second_save(client, article, response, **changes):
    assert response.status_code == 200
    return client.post(address(article), filled_in(response) | changes)


def hidden(response) -> dict:
    """What the page with the questions carries."""
    conflict = response.context["conflict"]
    data = {}
    for name, value in conflict.carried:
        data.setdefault(name, []).append(value)
    return data | {"choice_version": conflict.article.lock_version}


def answer(client, article, response, **choices):
    """Choose on the page with the questions and go on to the form; body_1 is the first place in the text."""
    chosen = {f"choice-{key.replace('body_', 'body-')}": value for key, value in choices.items()}
    return client.post(address(article), hidden(response) | chosen)


def test_changes_in_different_fields_and_paragraphs_are_brought_together(me, both):
    article = make.make_draft("旧标题", BODY, tags=["劳模"])
    response = both(
        article,
        {"headline": "同事的标题", "body": BODY.replace("第三", "同事的"), "tags": "劳模，工匠"},
        {"kicker": "我的引题", "body": BODY.replace("第一", "我的"), "tags": "劳模，安全"},
    )
    assert stored(article).kicker == ""  # nothing is saved before it was looked at
    page = response.content.decode()
    note = page[page.index("brought-together") :]
    assert "李晓雯" in note[: note.index("</p>")]
    assert "主题" in note[: note.index("</p>")]
    assert "errornote" not in page  # it is no fault to mend
    second_save(me, article, response)
    after = stored(article)
    assert (after.headline, after.kicker) == ("同事的标题", "我的引题")
    assert after.body == BODY.replace("第一", "我的").replace("第三", "同事的")
    assert set(after.tags.names()) == {"劳模", "工匠", "安全"}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("mine", "<p>我的第一段。</p>"),
        ("theirs", "<p>同事的第一段。</p>"),
        ("both", "<p>同事的第一段。</p><p>我的第一段。</p>"),
    ],
)
def test_one_paragraph_changed_by_both_is_asked_about(me, both, choice, expected):
    rest = "<p>第二段的文字。</p>"
    article = make.make_draft("标题", f"<p>第一段。</p>{rest}")
    theirs, mine = f"<p>同事的第一段。</p>{rest}", f"<p>我的第一段。</p>{rest}"
    response = both(article, {"body": theirs}, {"body": mine})
    page = response.content.decode()
    assert "同事的<span" in page
    assert "我的<span" in page
    assert stored(article).body == theirs
    form = answer(me, article, response, body_1=choice)
    assert stored(article).body == theirs
    assert second_save(me, article, form).status_code == 302
    assert stored(article).body == expected + rest


def test_a_headline_changed_by_both_is_asked_about_and_no_answer_asks_again(me, both):
    article = make.make_draft("旧标题")
    response = both(article, {"headline": "同事的标题"}, {"headline": "我的标题"})
    again = answer(me, article, response)
    assert "conflict" in again.context
    form = answer(me, article, response, headline="mine")
    second_save(me, article, form)
    assert stored(article).headline == "我的标题"
    kept = [v.read()["texts"]["headline"] for v in article.versions.order_by("number")]
    assert kept == ["旧标题", "同事的标题", "我的标题"]


def test_the_page_of_questions_carries_everything_that_was_typed(me, both):
    article = make.make_draft("旧标题")
    response = both(
        article,
        {"headline": "同事的标题"},
        {
            "headline": "我的标题",
            "kicker": "我的引题",
            "reason": "理由",
            "body": "<p>我的\n正文</p>",
        },
    )
    page = response.content.decode()
    for words in ("我的标题", "我的引题", "理由", "我的\n正文"):
        assert words in page
    form = answer(me, article, response, headline="theirs")
    data = filled_in(form)
    assert (data["kicker"], data["headline"], data["reason"]) == ("我的引题", "同事的标题", "理由")


def test_what_was_sent_outlives_the_window_with_the_questions(me, both):
    article = make.make_draft(body=BODY, headline="标题")
    asked = both(
        article, {"headline": "他的标题"}, {"headline": "我的标题", "unsaved_key": "a" * 32}
    )
    assert asked.context["conflict"].questions
    assert [each["work"].fields["headline"] for each in found(me, article)] == ["我的标题"]
    form = answer(me, article, asked, headline="mine")
    second_save(me, article, form, unsaved_key="a" * 32)
    assert stored(article).headline == "我的标题"
    assert found(me, article) == []


def found(client, article) -> list:
    return client.get(address(article)).context["unsaved"]["found"]


def test_somebody_saves_again_while_i_choose(me, colleague, both):
    article = make.make_draft("旧标题")
    response = both(article, {"headline": "同事的标题"}, {"headline": "我的标题"})
    save(colleague, article, headline="同事的第二个标题")
    again = answer(me, article, response, headline="theirs")
    assert "同事的第二个标题" in again.content.decode()
    assert stored(article).headline == "同事的第二个标题"


def test_rows_changed_by_the_other_alone_are_taken_over(me, both):
    article = make.make_draft(persons=[make.make_person()])
    response = both(article, {"mentions-0-title": "市总工会主席"}, {"headline": "我的标题"})
    second_save(me, article, response)
    assert stored(article).headline == "我的标题"
    assert article.mentions.get().title == "市总工会主席"


def test_rows_changed_by_me_alone_stay_mine(me, both):
    article = make.make_draft(persons=[make.make_person()])
    response = both(article, {"headline": "同事的标题"}, {"mentions-0-title": "市总工会主席"})
    second_save(me, article, response)
    assert stored(article).headline == "同事的标题"
    assert article.mentions.get().title == "市总工会主席"


@pytest.mark.parametrize(
    ("choice", "expected"), [("mine", "我记的职务"), ("theirs", "同事记的职务")]
)
def test_rows_changed_by_both_are_chosen_as_a_block(me, both, choice, expected):
    article = make.make_draft(persons=[make.make_person(), make.make_person("刘艳")])
    response = both(
        article, {"mentions-0-title": "同事记的职务"}, {"mentions-0-title": "我记的职务"}
    )
    page = response.content.decode()
    assert "同事记的职务" in page
    assert "我记的职务" in page
    second_save(me, article, answer(me, article, response, mentions=choice))
    assert [row.title for row in article.mentions.all()] == [expected, ""]


def new_row(prefix, number, **values):
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {
        f"{prefix}-{number}-{k}": v for k, v in values.items()
    }


@pytest.mark.parametrize(
    ("choice", "expected"), [("mine", [("梁奈", "摄")]), ("theirs", [("刘艳", "记者")])]
)
def test_rows_that_both_added_are_chosen_as_a_block(me, both, choice, expected):
    article = make.make_draft()
    response = both(
        article,
        new_row("bylines", 0, name="刘艳", role="记者", order=0),
        new_row("bylines", 0, name="梁奈", role="摄", order=0),
    )
    second_save(me, article, answer(me, article, response, bylines=choice))
    assert [(row.name, row.role) for row in article.bylines.all()] == expected


def test_a_fault_of_mine_is_said_beside_what_somebody_saved(me, both):
    article = make.make_draft("旧标题")
    response = both(article, {"kicker": "同事的引题"}, {"headline": ""})
    page = response.content.decode()
    assert "brought-together" in page
    assert "errornote" in page


def test_posts_meant_are_not_shown_as_taken_out_by_me(me, both):
    person = make.make_person()
    article = make.make_draft(persons=[person])
    article.mentions.get().memberships.add(make.make_membership(person))
    response = both(article, {"mentions-0-title": "一"}, {"mentions-0-title": "二"})
    (question,) = response.context["conflict"].questions
    assert not any(piece.kind == "gone" for row in question.mine for piece in row.pieces)


def test_the_same_person_added_by_both_stands_once(me, both):
    person, article = make.make_person(), make.make_draft()
    row = {"name": "黄奕奕", "person": person.pk, "confirmed": "on", "order": 0}
    response = both(
        article,
        new_row("mentions", 0, **row, title="主席"),
        new_row("mentions", 0, **row, title="市总工会主席"),
    )
    saved = second_save(me, article, answer(me, article, response, mentions="mine"))
    assert saved.status_code == 302
    assert article.mentions.get().title == "市总工会主席"


def test_a_row_deleted_by_the_other_is_gone_unless_i_changed_it(me, both):
    article = make.make_draft(persons=[make.make_person(), make.make_person("刘艳")])
    response = both(article, {"mentions-0-DELETE": "on"}, {"headline": "我的标题"})
    second_save(me, article, response)
    assert [row.name for row in article.mentions.all()] == ["刘艳"]


def test_a_row_that_i_deleted_and_the_other_changed_is_asked_about(me, both):
    article = make.make_draft(persons=[make.make_person()])
    response = both(article, {"mentions-0-title": "市总工会主席"}, {"mentions-0-DELETE": "on"})
    second_save(me, article, answer(me, article, response, mentions="mine"))
    assert not article.mentions.exists()


def test_a_photo_keeps_its_credits_through_a_conflict(me, both):
    article = make.make_draft()
    use = PhotoUse.objects.create(article=article, caption="现场")
    Credit.objects.create(photo_use=use, name="梁奈", role="摄")
    response = both(article, {"headline": "同事的标题"}, {"photo_uses-0-caption": "座谈会现场"})
    second_save(me, article, response)
    assert PhotoUse.objects.get().caption == "座谈会现场"
    assert Credit.objects.get().name == "梁奈"


@pytest.mark.parametrize(("choice", "expected"), [("mine", "刘艳"), ("theirs", "陈三")])
def test_a_credit_that_both_changed_is_asked_about(me, both, choice, expected):
    article = make.make_draft()
    use = PhotoUse.objects.create(article=article, caption="现场")
    Credit.objects.create(photo_use=use, name="梁奈", role="摄")
    response = both(article, {"photo_uses-0-credit": "陈三 摄"}, {"photo_uses-0-credit": "刘艳 摄"})
    second_save(me, article, answer(me, article, response, photo_uses=choice))
    assert Credit.objects.get().name == expected


def test_a_save_without_any_change_of_words_still_says_that_somebody_was_there(me, both):
    article = make.make_draft()
    response = both(article, {}, {"headline": "我的标题"})
    assert stored(article).headline != "我的标题"
    second_save(me, article, response)
    assert stored(article).headline == "我的标题"


def test_where_no_version_is_kept_every_difference_is_asked_about(me):
    article = make.make_draft("旧标题")
    data = filled_in(me.get(address(article)))
    article.headline = "从别处改的"
    article.save()
    response = me.post(address(article), data | {"headline": "我的标题"})
    assert [question.key for question in response.context["conflict"].questions] == ["headline"]
    second_save(me, article, answer(me, article, response, headline="mine"))
    assert stored(article).headline == "我的标题"


def test_a_form_that_does_not_say_what_it_was_begun_on_overwrites_nothing(me):
    article = make.make_draft("旧标题")
    data = filled_in(me.get(address(article)))
    for edited in ("", "x", "99999999999999999999"):
        response = me.post(
            address(article), data | {"edited_version": edited, "headline": "我的标题"}
        )
        assert response.status_code == 200
        assert stored(article).headline == "旧标题"


def test_who_may_not_change_the_story_any_more_gets_no_questions(client, colleague):
    reporter = make.make_user("记者")
    article = make.make_draft("旧标题", created_by=reporter)
    client.force_login(reporter)
    data = filled_in(client.get(address(article)))
    article.approve()
    assert client.post(address(article), data | {"headline": "我的标题"}).status_code == 403


def test_markup_of_either_is_shown_as_text(me, both):
    article = make.make_draft("旧标题")
    response = both(article, {"headline": "<b>同事</b>"}, {"headline": "<script>我</script>"})
    page = response.content.decode()
    assert "<b>同事" not in page
    assert "<script>我" not in page


def test_bylines_by_a_person_gone_meanwhile_do_not_break_the_page(me, both):
    person = make.make_person("梁奈")
    article = make.make_draft(reporters=[person])
    data = filled_in(me.get(address(article)))
    article.bylines.all().delete()
    Byline.objects.create(article=article, name="刘艳")
    article.save()
    person.delete()
    response = me.post(address(article), data | {"headline": "我的标题", "bylines-0-role": "摄"})
    assert response.status_code == 200
    assert "我的标题" in response.content.decode()
