"""Articles, their links, events and tags."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.intake.bylines import parse
from articles.models import (
    Article,
    Byline,
    Coverage,
    Credit,
    Event,
    Mention,
    OrganizationMention,
    PhotoUse,
    PrintPage,
    State,
    Tag,
)
from articles.models.byline import ROLES
from articles.models.tags import join_tags, split_tags
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_mention,
    make_organization,
    make_page,
    make_participation,
    make_person,
    make_user,
)


@pytest.mark.django_db
def test_what_nobody_sees_is_not_kept_in_lines_and_names():
    story = make_article("劳模\u200b工匠\ufeff欢聚一堂", standfirst="提\u2060要\xad")
    byline = Byline.objects.create(article=story, name="\u200b梁\u200b奈 ")
    assert (story.headline, story.standfirst, byline.name) == ("劳模工匠欢聚一堂", "提要", "梁奈")
    assert make_person("黄\u200b奕奕").name == "黄奕奕"


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("劳模，工匠、安全", ["劳模", "工匠", "安全"]),
        ("劳模；工匠;安全,生产", ["劳模", "工匠", "安全", "生产"]),
        ("劳模　工匠", ["劳模", "工匠"]),
        ("May Day，五一 劳动节", ["May Day", "五一 劳动节"]),
        ('"labour day" 活动', ["labour day", "活动"]),
        ('“百千万、工程”，"a, b"', ["百千万、工程", "a, b"]),
        ("劳模，，劳模、", ["劳模"]),
        (" ， 、", []),
    ],
)
def test_tags_are_split_where_chinese_editors_part_them(typed, tags):
    assert split_tags(typed) == tags


@pytest.mark.parametrize("names", [["劳模", "工匠"], ["百千万、工程", "五一 劳动节"], ["a, b"]])
def test_tags_shown_in_a_form_are_read_back_as_they_were(names):
    assert split_tags(join_tags([Tag(name=name) for name in names])) == names


def test_a_tags_address_is_its_pinyin(db):
    article = make_draft(tags=["劳模", "工匠精神"])
    assert sorted(article.tags.slugs()) == ["gong-jiang-jing-shen", "lao-mo"]


def public(**filters):
    return list(Article.objects.published().filter(**filters))


def test_only_an_approved_story_whose_time_has_come_is_public(db):
    now = timezone.now()
    shown = make_article("已发布")
    make_article("待发", published_at=now + timedelta(hours=1))
    make_draft("草稿")
    withdrawn, spiked = make_article("下线"), make_draft("不采用")
    withdrawn.withdraw()
    spiked.spike()
    assert public() == [shown]
    later = Article.objects.published(at=now + timedelta(hours=2))
    assert {article.headline for article in later} == {"已发布", "待发"}


@pytest.mark.parametrize("state", [state for state in State if state != State.APPROVED])
def test_the_database_refuses_a_public_story_in_any_other_state(db, state):
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(state=state)


def test_the_database_refuses_a_public_date_that_is_not_the_published_one(db):
    article = make_article()
    for wrong in (None, timezone.now()):
        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=article.pk).update(public_from=wrong)


def test_a_working_copy_is_never_public_by_itself(db):
    copy = make_draft("工作稿", corrects=make_article())
    copy.approve()
    assert copy.public_from is None
    assert copy not in public()


def test_the_approving_chief_stands_as_responsible_editor_unless_one_is_named(db):
    chief = make_user(display_name="陈总")
    unnamed, named = make_draft(), make_draft(responsible_editor="王编辑")
    unnamed.approve(by=chief)
    named.approve(by=chief)
    assert (unnamed.responsible_editor, named.responsible_editor) == ("陈总", "王编辑")


LINKS = ("persons", "events", "organizations", "reporters")
MAKERS = {
    "persons": make_person,
    "events": make_event,
    "organizations": make_organization,
    "reporters": make_person,
}


def is_published(record):
    return type(record).objects.published().filter(pk=record.pk).exists()


@pytest.mark.parametrize("link", LINKS)
def test_what_a_story_names_is_public_exactly_as_long_as_the_story_is(db, link):
    record = MAKERS[link]()
    article = make_draft(**{link: [record]})
    assert not is_published(record)
    article.approve()
    assert is_published(record)
    article.withdraw()
    assert not is_published(record)
    article.reopen()
    article.approve(at=timezone.now() + timedelta(hours=1))
    assert not is_published(record)


@pytest.mark.parametrize("link", [*LINKS, "photographers"])
def test_a_link_moved_to_another_story_is_public_as_that_story_is(db, link):
    record = MAKERS.get(link, make_person)()
    public, draft = make_article(), make_draft()
    row = link_to(record, public, link)
    for story, seen in ((draft, False), (public, True)):
        row.article = story
        row.save()
        assert is_published(record) == seen


def link_to(record, article, link):
    """The row that may be moved to another story: of a photographer the photo's use."""
    if link == "photographers":
        use = PhotoUse.objects.create(article=article, caption="活动现场。")
        Credit.objects.create(photo_use=use, person=record, name=record.name, role="摄")
        return use
    models = {"persons": Mention, "events": Coverage, "organizations": OrganizationMention}
    model = models.get(link, Byline)
    target = "person" if link == "reporters" else model.target
    confirmed = {} if link == "reporters" else {"confirmed": True}
    return model.objects.create(article=article, name="某", **{target: record}, **confirmed)


def test_a_mention_given_to_another_person_takes_the_first_off_the_site(db):
    first, second = make_person("甲某"), make_person("乙某")
    mention = make_mention(make_article(), first)
    mention.person = second
    mention.save()
    assert (is_published(first), is_published(second)) == (False, True)


def test_a_proposal_makes_nobody_public(db):
    person, event = make_person(), make_event()
    article = make_article()
    mention = make_mention(article, person, confirmed=False)
    coverage = Coverage.objects.create(article=article, event=event)
    assert not is_published(person)
    assert not is_published(event)
    for link in (mention, coverage):
        link.confirmed = True
        link.save()
    assert is_published(person)
    assert is_published(event)


def test_a_hidden_person_event_or_organization_is_not_public(db):
    person = make_person(visibility="nothing")
    event, organization = make_event(hidden=True), make_organization(hidden=True)
    make_article(persons=[person], events=[event], organizations=[organization])
    assert not any(is_published(record) for record in (person, event, organization))


def test_a_national_leader_has_no_page(db):
    leader = make_person(national_leader=True)
    make_article(persons=[leader])
    assert not is_published(leader)


def test_an_editor_may_open_a_page_before_any_story(db):
    assert is_published(make_person(opened=True))
    assert not is_published(make_person("张三"))
    assert not is_published(make_person("李四", opened=True, visibility="nothing"))


def test_a_confirmed_mention_must_say_who_is_meant(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.create(article=make_draft(), name="黄奕奕", confirmed=True)


def test_an_unknown_person_may_be_proposed_more_than_once_and_a_known_one_once(db):
    article, person = make_draft(), make_person()
    for name in ("张三", "李四"):
        Mention.objects.create(article=article, name=name)
    make_mention(article, person)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_mention(article, person)


def test_a_body_is_sanitised_and_its_plain_text_kept(db):
    article = make_draft(
        body='<p onclick="x">工匠<strong>精神</strong></p><script>alert(1)</script><p>二</p>'
    )
    assert article.body == "<p>工匠<strong>精神</strong></p><p>二</p>"
    assert article.plain_text == "工匠精神\n二"


def test_a_story_is_found_by_any_words_it_prints(db):
    article = make_article(body="<p>工匠<strong>精神</strong></p>", kicker="我市大力弘扬")
    make_mention(article, make_person(), name="黄奕奕")
    for words in ("工匠精神", "大力弘扬", "黄奕奕", "工匠精神 弘扬"):
        assert article in Article.objects.search(words), words
    assert not Article.objects.search("工匠精神 没有的词").exists()


def test_an_event_keeps_its_partial_date_as_days(db):
    event = make_event(start="2024-01", end="2024-02-10")
    assert (event.first_day.isoformat(), event.last_day.isoformat()) == ("2024-01-01", "2024-02-10")


def test_an_event_does_not_end_before_it_begins_nor_without_beginning(db):
    for start, end in (("2024-01-26", "2024-01-25"), ("", "2024-01-25")):
        event = Event(name="座谈会", start=start, end=end)
        with pytest.raises(ValidationError):
            event.full_clean()


def test_an_event_is_no_part_of_itself(db):
    campaign = make_event("助企行", start="")
    launch = make_event("启动", part_of=campaign)
    campaign.part_of = launch
    with pytest.raises(ValidationError):
        campaign.full_clean()


def test_a_person_stands_once_in_a_role_at_an_event(db):
    event, person = make_event(), make_person()
    make_participation(event, person, "出席")
    make_participation(event, person, "讲话")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_participation(event, person, "讲话")


def test_the_same_page_is_recognised_whatever_its_white_space(db):
    page = make_page("茂名晚报\r\n 劳模 工匠")
    assert list(PrintPage.objects.same_text("茂名晚报\n劳模工匠")) == [page]
    assert not PrintPage.objects.same_text("茂名晚报\n劳模").exists()


def test_a_role_that_is_offered_is_read_on_pages_too():
    """But for 资料图片: a caption without anybody's name."""
    read = {each for each in ROLES if parse(f"{each}：张晓明") or parse(f"张晓明/{each}")}
    assert set(ROLES) - read == {"资料图片"}
