"""The page of a story, as a reader sees it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import segno
from django.utils import timezone

from articles.models import Credit, Photo, PhotoUse, Source
from articles.public.related import EACH, SHOWN
from tests.make import (
    make_article,
    make_draft,
    make_event,
    make_membership,
    make_mention,
    make_organization,
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


def ways(client, story) -> dict:
    """What stands before and behind, by what ties it: {"section": (before, after)}."""
    rows = client.get(story.get_absolute_url()).context["ways"]
    return {row["by"]: (row["before"], row["after"]) for row in rows}


def test_before_and_after_in_the_section_stand_public_stories(client):
    news, other = make_section(), make_section("工会", "union")
    days = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3, 4)]
    first = make_article("一", section=news, published_at=days[0])
    make_article("别栏", section=other, published_at=days[1])
    middle = make_article("二", section=news, published_at=days[2])
    last = make_article("三", section=news, published_at=days[2])
    make_draft("草稿", section=news)
    make_article("明天的", section=news, published_at=timezone.now() + timedelta(days=1))
    assert ways(client, middle) == {"section": (first, last)}
    assert ways(client, last) == {"section": (middle, None)}
    assert ways(client, first) == {"section": (None, middle)}


def test_before_and_after_in_the_event_and_on_the_page_each_story_stands_once(client):
    event, page, news = make_event(), make_page(), make_section()
    days = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    common = {"events": [event], "section": news}
    first = make_article("一", published_at=days[0], page=page, page_order=3, **common)
    middle = make_article("二", published_at=days[1], page=page, page_order=2, **common)
    last = make_article("三", published_at=days[2], **common)
    above = make_article("上", page=page, page_order=1)
    make_draft("草稿", page=page, page_order=2, **common)
    assert ways(client, middle) == {"event": (first, last), "page": (above, None)}
    assert ways(client, above) == {"page": (None, middle)}


def test_related_stories_share_the_event_first_then_persons_then_tags(client):
    forum, visits = make_event(), make_event("调研")
    luo, huang = make_person("罗晃浩"), make_person()
    news = make_section()
    of_section = [make_article(f"同栏{number}", section=news) for number in range(9)]
    tagged = make_article("同标签", tags=["劳模"])
    two = make_article("两人", persons=[luo, huang])
    one = make_article("一人", persons=[luo])
    covered = make_article("同活动", events=[visits])
    story = make_article(events=[forum, visits], persons=[luo, huang], tags=["劳模"], section=news)
    make_draft("草稿", events=[visits], persons=[luo, huang], tags=["劳模"])
    proposed = make_article("未确认")
    make_mention(proposed, luo, confirmed=False)
    related = client.get(story.get_absolute_url()).context["related"]
    assert related[:4] == [covered, two, one, tagged]
    assert set(related[4:]) <= set(of_section)
    assert len(related) == SHOWN


def test_drafts_with_the_same_tag_push_no_story_out(client):
    other, story = make_article("同标签", tags=["劳模"]), make_article(tags=["劳模"])
    for number in range(EACH):
        make_draft(f"草稿{number}", tags=["劳模"])
    assert client.get(story.get_absolute_url()).context["related"] == [other]


def test_a_hidden_person_ties_no_stories_together(client):
    hidden = make_person("某甲", visibility="nothing")
    make_article("另一篇", persons=[hidden])
    story = make_article(persons=[hidden])
    assert client.get(story.get_absolute_url()).context["related"] == []


def test_a_story_alone_has_no_others_beside_it(client):
    text = text_of(client, make_article())
    assert 'class="related"' not in text
    assert 'class="neighbours"' not in text


def titles_beside(client, story) -> str:
    text = text_of(client, story)
    return text[
        text.index('id="around-people"') : text.index("</ul>", text.index('id="around-people"'))
    ]


def test_the_title_of_today_stands_beside_the_printed_one_where_the_career_is_public(client):
    post = make_post("主席", make_organization("茂名市政协", title_form="市政协"))
    huang = make_person(visibility="full")
    make_membership(huang, post, start="2025-01")
    story = make_article()
    make_mention(story, huang, title="市总工会主席")
    text = titles_beside(client, story)
    assert text.index("市总工会主席") < text.index("市政协主席")
    assert "不确定" not in text
    huang.visibility = "stories"
    huang.save()
    assert "市政协主席" not in titles_beside(client, story)


def test_a_title_that_is_only_possible_today_says_so_and_an_unchanged_one_is_not_repeated(client):
    post = make_post("主席", make_organization("茂名市总工会", title_form="市总工会"))
    huang = make_person(visibility="full")
    make_membership(huang, post, seen_on=date(2024, 1, 26), end="?")
    story = make_article()
    mention = make_mention(story, huang, title="市人大常委会副主任")
    assert "不确定" in titles_beside(client, story)
    mention.title = "市总工会主席"
    mention.save()
    assert titles_beside(client, story).count("市总工会主席") == 1


def test_a_reprint_names_its_source_author_headline_and_address(client):
    source = Source.objects.create(name="新华社", kind="reprint", url="https://news.example/")
    story = make_article(
        source=source,
        original_author="王某",
        original_headline="原来的题",
        original_url="https://news.example/1",
    )
    text = text_of(client, story)
    assert '转载自：<a href="https://news.example/"' in text
    for part in ("王某", "原来的题", "https://news.example/1"):
        assert part in text
    Source.objects.update(kind="own")
    assert "转载自" not in text_of(client, story)


def test_a_code_for_telephones_holds_the_address_of_a_public_story(client, settings):
    settings.SITE_URL = "https://news.example"
    story, draft = make_article(), make_draft()
    address = f"{story.get_absolute_url()}qr.svg"
    assert address in text_of(client, story)
    response = client.get(address)
    assert response["Content-Type"] == "image/svg+xml"
    assert "max-age" in response["Cache-Control"]
    code = segno.make_qr(f"https://news.example{story.get_absolute_url()}", error="m")
    dots = re.search(r' d="(M4[^"]+)"', code.svg_inline())[1]
    assert dots in response.content.decode()
    assert client.get(f"{draft.get_absolute_url()}qr.svg").status_code == 404


def test_no_line_of_a_headline_ends_within_a_name_or_a_quotation(client):
    story = make_article(
        "“劳模工匠助企行”，罗晃浩到电白调研 学习《工会法》", persons=[make_person("罗晃浩")]
    )
    text = text_of(client, story)
    for whole in ("“劳模工匠助企行”，", "罗晃浩", "《工会法》"):
        assert f'<span class="whole">{whole}</span>' in text


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
