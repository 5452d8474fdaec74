"""The page of a story, as a reader sees it."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Credit, Photo, PhotoUse, Source
from tests.make import (
    make_article,
    make_draft,
    make_membership,
    make_mention,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db


def text_of(client, story) -> str:
    return client.get(story.get_absolute_url()).content.decode()


def add_picture(article, name="photos/a.jpg", caption="活动现场。", **fields):
    size = {"width": 1200, "height": 800}  # known, so that no file is read
    renditions = [{"file": name, "shape": "whole"} | size] if name else []
    photo = Photo(original="photos/o.jpg", renditions=renditions, **size, **fields)
    Photo.objects.bulk_create([photo])
    return PhotoUse.objects.create(article=article, photo=photo, caption=caption)


def test_the_lines_of_the_headline_stand_as_printed(client):
    story = make_article(
        "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量",
        banner="全面深入学习",
        kicker="团市委组织",
        subheadline="——刘艳宣讲",
        standfirst="提要在此",
    )
    text = text_of(client, story)
    lines = ["全面深入学习", "团市委组织", "推动党的", "——刘艳宣讲", "提要在此"]
    places = [text.index(line, text.index("<main")) for line in lines]
    assert places == sorted(places)
    assert text.count("<h1") == 1
    assert '<span class="clause">推动党的二十大精神入脑入心</span> <span class="clause">' in text


def test_the_dateline_opens_the_text(client):
    story = make_article(dateline="茂名晚报讯", body="<p>26日，启动。</p><p>第二段。</p>")
    text = text_of(client, story)
    assert '<p><span class="dateline">茂名晚报讯</span>　26日，启动。</p><p>第二段。</p>' in text


def test_nothing_in_a_story_becomes_markup_by_accident(client):
    story = make_article("<b>x</b> & y", dateline="<i>讯</i>", kicker="<script>1</script>")
    text = text_of(client, story)
    for wrong in ("<b>x", "<i>讯", "<script>1"):
        assert wrong not in text


def test_source_day_and_page_are_given_as_far_as_known(client):
    page = make_page(publication=make_paper(), date=date(2024, 1, 27), number="3", name="要闻")
    text = text_of(client, make_article(page=page, source=Source.objects.create(name="茂名晚报")))
    assert "茂名晚报" in text
    assert "2024年1月27日" in text
    assert page.get_absolute_url() in text
    assert '"inferred"' not in text
    page.date_inferred = True
    page.save()
    assert '"inferred"' in text_of(client, page.articles.get())


def test_authors_stand_with_their_role_and_the_responsible_editor_with_the_story(client):
    story = make_article(reporters=[make_person("梁奈")], responsible_editor="李某")
    story.bylines.create(name="张某", role="通讯员", order=1)
    story.bylines.create(name="王某", role="通讯员", order=2)
    authors = client.get(story.get_absolute_url()).context["authors"]
    assert [[row.name for row in group["rows"]] for group in authors] == [
        ["梁奈"],
        ["张某", "王某"],
    ]
    text = text_of(client, story)
    assert story.bylines.first().person.get_absolute_url() in text
    assert "李某" in text


@pytest.mark.parametrize(
    ("role", "before", "after"),
    [("记者", "本报记者", ""), ("摄", "本报", "摄"), ("摄影报道", "本报", "摄影报道")],
)
def test_a_role_stands_before_or_behind_the_name_as_papers_print_it(client, role, before, after):
    story = make_article()
    story.bylines.create(name="吴昊", role=role, unit="本报")
    (group,) = client.get(story.get_absolute_url()).context["authors"]
    assert (group["before"], group["after"]) == (before, after)


def test_a_photo_shows_with_caption_and_credit_only_where_we_have_it(client):
    story, photographer = make_article(), make_person("吴昊")
    use = add_picture(story, description="会场里坐满了人")
    Credit.objects.create(photo_use=use, person=photographer, name="吴昊", role="摄")
    PhotoUse.objects.create(article=story, caption="只有说明。")
    add_picture(story, name="", caption="还没有给读者的版本。")
    text = text_of(client, story)
    assert f"/photos/{use.photo.pk}/a.jpg" in text
    assert "photos/o.jpg" not in text  # the original is the desk's
    assert 'alt="会场里坐满了人"' in text
    assert "活动现场。" in text
    assert photographer.get_absolute_url() in text
    assert "只有说明。" not in text
    assert "还没有给读者的版本。" not in text


def test_people_of_the_story_stand_as_printed_and_in_the_printed_order(client):
    story = make_article()
    for order, (name, title) in enumerate([("罗晃浩", "市委副书记"), ("安某", "主席")]):
        make_mention(story, make_person(name), title=title, order=order)
    rows = client.get(story.get_absolute_url()).context["mentions"]
    assert [(row.name, row.title) for row in rows] == [("罗晃浩", "市委副书记"), ("安某", "主席")]


def test_neighbours_are_of_the_same_section_and_public(client):
    news, other = make_section(), make_section("工会", "union")
    days = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3, 4)]
    first = make_article("一", section=news, published_at=days[0])
    make_article("别栏", section=other, published_at=days[1])
    middle = make_article("二", section=news, published_at=days[2])
    last = make_article("三", section=news, published_at=days[2])
    make_draft("草稿", section=news)
    context = client.get(middle.get_absolute_url()).context
    assert (context["older"], context["newer"]) == (first, last)
    assert client.get(last.get_absolute_url()).context["newer"] is None
    assert client.get(first.get_absolute_url()).context["older"] is None


def test_a_preview_shows_the_draft_as_it_would_stand(client):
    draft = make_draft("草稿的题", persons=[make_person()], tags=["劳模"])
    make_mention(draft, make_person("未确认"), confirmed=False)
    client.force_login(make_user("编辑"))
    text = client.get(f"{draft.get_absolute_url()}preview/").content.decode()
    assert "草稿的题" in text
    assert "黄奕奕" in text
    assert "未确认" not in text
    assert 'content="noindex"' in text
    assert f"/admin/articles/article/{draft.pk}/change/" in text


def test_officials_stand_by_rank_and_the_others_as_printed(client):
    day = date(2024, 1, 26)
    chair, deputy, worker = make_person("黄奕奕"), make_person("钟某"), make_person("王铁柱")
    make_membership(deputy, make_post("副主席", rank=70), seen_on=day)
    make_membership(chair, make_post("主席", rank=60), seen_on=day)
    story = make_article(persons=[worker, deputy, chair])
    text = text_of(client, story)
    around = text[text.index('class="around') :]
    places = [around.index(person.name) for person in (chair, deputy, worker)]
    assert places == sorted(places)


@pytest.mark.parametrize("address", ["/articles/999/", "/nowhere/"])
def test_a_missing_page_is_ours_also_while_developing(client, settings, address):
    settings.DEBUG = True
    response = client.get(address)
    assert response.status_code == 404
    assert "404.html" in [template.name for template in response.templates]
    assert client.get("/articles").headers["Location"] == "/articles/"
