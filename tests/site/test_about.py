"""What pages tell search engines (JSON-LD) and where they are passed on (Open Graph): only what readers see."""

import json
import re
import shutil
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from PIL import Image

from articles.models import Credit, Section, Source
from tests.make import (
    make_article,
    make_award,
    make_draft,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_participation,
    make_person,
    make_post,
    make_section,
    make_topic,
    make_user,
)
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db
SITE = "https://news.example"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
META = re.compile(r'<meta property="([^"]+)" content="([^"]*)">')


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL, settings.SITE_NAME = SITE, "茂名晚报"


@pytest.fixture
def told(client):
    """What a page's data block says of the things of one type."""

    def told(record_or_path, kind):
        path = getattr(record_or_path, "get_absolute_url", lambda: record_or_path)()
        [block] = BLOCK.findall(client.get(path).content.decode())
        data = json.loads(block)
        assert data["@context"] == "https://schema.org"
        [found] = [each for each in data["@graph"] if each["@type"] == kind]
        return found

    return told


@pytest.fixture
def shared(client):
    """The Open Graph properties of a page."""

    def shared(path):
        text = client.get(path).content.decode()
        assert '<meta name="twitter:card" content="summary_large_image">' in text
        return dict(META.findall(text))

    return shared


def names(rows) -> list[str]:
    return [row["name"] for row in rows]


def test_a_story_says_where_it_was_printed_who_wrote_and_who_answers_for_it(told):
    page = make_page(
        publication=make_paper(), number="3", name="要闻", issue="8123", date="2024-01-27"
    )
    page.refresh_from_db()
    story = make_article(
        "劳模工匠欢聚一堂话发展",
        page=page,
        section=make_section(),
        reporters=[make_person("梁奈")],
        responsible_editor="李四",
        standfirst="提要",
        tags=["劳模"],
    )
    story.bylines.create(name="临工宣", order=9, organization=make_organization("临港工会"))
    data = told(story, "NewsArticle")
    assert (data["printPage"], data["printSection"]) == ("3", "要闻")
    assert data["printEdition"] == "茂名晚报2024年1月27日第8123期"
    person, body = data["author"]
    assert (person["@type"], person["name"]) == ("Person", "梁奈")
    assert person["url"].startswith(f"{SITE}/people/")
    assert (body["@type"], body["name"]) == ("Organization", "临工宣")
    assert data["editor"] == {"@type": "Person", "name": "李四"}
    assert data["publisher"]["name"] == "茂名晚报"
    assert data["url"] == data["mainEntityOfPage"] == SITE + story.get_absolute_url()
    assert data["datePublished"] == "2024-01-27T08:00:00+08:00"
    assert (data["headline"], data["description"]) == (story.headline, "提要")
    assert (data["articleSection"], data["keywords"]) == ("要闻", ["劳模"])


def test_a_story_without_bylines_is_the_papers(told):
    assert told(make_article(), "NewsArticle")["author"]["name"] == "茂名晚报"


def test_a_story_names_public_persons_organizations_and_events_with_their_pages(told):
    person, body, event = make_person(), make_organization(kind="union"), make_event()
    story = make_article(persons=[person], organizations=[body], events=[event])
    data = told(story, "NewsArticle")
    assert [row["url"] for row in data["about"]] == [SITE + event.get_absolute_url()]
    assert [(row["@type"], row["url"]) for row in data["mentions"]] == [
        ("Person", SITE + person.get_absolute_url()),
        ("WorkersUnion", SITE + body.get_absolute_url()),
    ]


def test_a_story_does_not_name_who_has_no_page(told):
    hidden = make_person("周隐", visibility="nothing")
    story = make_article(
        persons=[make_person("某某某", national_leader=True), hidden],
        organizations=[make_organization("藏起来的", hidden=True)],
        events=[make_event("藏起来的活动", hidden=True)],
        reporters=[hidden],
    )
    make_mention(story, make_person("周提名"), confirmed=False)
    data = told(story, "NewsArticle")
    assert "mentions" not in data
    assert "about" not in data
    assert data["author"] == [{"@type": "Person", "name": "周隐"}]  # as printed, without a page


def test_photos_are_there_with_size_caption_and_credit(told):
    story = make_article()
    use = add_picture(story, ai_made=True)
    Credit.objects.create(photo_use=use, name="吴昊", role="摄")
    [image] = told(story, "NewsArticle")["image"]
    assert image["url"].startswith(f"{SITE}/photos/")
    assert (image["width"], image["height"], image["caption"]) == (1200, 800, "活动现场。")
    assert image["creditText"] == "吴昊摄"
    assert image["digitalSourceType"].endswith("TrainedAlgorithmicMediaDigitalSource")


def test_a_reprint_says_what_it_is_taken_from(told):
    source = Source.objects.create(name="新华社", kind="reprint", url="https://xinhua.example/")
    story = make_article(
        source=source,
        original_url="https://xinhua.example/1",
        original_headline="原来的标题",
        original_author="张三",
    )
    original = told(story, "NewsArticle")["isBasedOn"]
    assert (original["headline"], original["url"]) == ("原来的标题", "https://xinhua.example/1")
    assert (original["author"]["name"], original["publisher"]["name"]) == ("张三", "新华社")
    assert "isBasedOn" not in told(make_article(), "NewsArticle")


def test_nothing_in_a_headline_can_end_the_data_block(client, told):
    words = "</script><script>alert(1)</script><!-- & \u2028"
    story = make_article(words, standfirst=words)
    assert told(story, "NewsArticle")["headline"] == words
    text = client.get(story.get_absolute_url()).content.decode()
    assert "alert(1)</script" not in text


def test_a_preview_tells_nothing_to_other_programs(client):
    draft = make_draft()
    client.force_login(make_user("编辑"))
    text = client.get(f"{draft.get_absolute_url()}preview/").content.decode()
    assert "ld+json" not in text
    assert "og:title" not in text


def test_the_way_to_a_story_leads_over_its_section(told):
    story = make_article(section=make_section())
    rows = told(story, "BreadcrumbList")["itemListElement"]
    assert [(row["position"], row["item"]) for row in rows] == [
        (1, f"{SITE}/"),
        (2, f"{SITE}/sections/news/"),
        (3, SITE + story.get_absolute_url()),
    ]
    assert names(told("/archive/2024/01/", "BreadcrumbList")["itemListElement"]) == [
        "茂名晚报", "归档", "2024年", "2024年1月",
    ]  # fmt: skip


@pytest.mark.parametrize(("visibility", "title"), [("full", "市总工会主席"), ("stories", "主席")])
def test_a_person_has_the_posts_that_readers_may_see(told, visibility, title):
    person = make_person(visibility=visibility, biography="生于茂名。")
    union = make_organization(title_form="市总工会")
    make_membership(person, make_post("主席", union), start="2020")
    make_honour(make_award("劳动模范"), person=person)
    story = make_article()
    make_mention(story, person, title="主席")
    data = told(person, "Person")
    assert data["jobTitle"] == [title]
    assert data["award"] == ["劳动模范"]
    assert ("affiliation" in data, "description" in data) == ((visibility == "full"),) * 2


def test_an_event_has_its_dates_as_far_as_known_its_place_and_who_was_there(told):
    campaign = make_event("专项行动", "2024-01")
    event = make_event(venue="市青少年活动中心", part_of=campaign)
    union = make_organization(opened=True)
    event.organizers.add(union)
    hidden = make_person("周隐", visibility="nothing")
    for person in (make_person(), hidden):
        make_participation(event, person)
    make_article(events=[event, campaign], persons=[make_person("罗晃浩")])
    data = told(event, "Event")
    assert (data["startDate"], data["location"]["name"]) == ("2024-01-26", "市青少年活动中心")
    assert names(data["organizer"]) == ["茂名市总工会"]
    assert names(data["attendee"]) == ["黄奕奕"]
    assert data["superEvent"]["url"] == SITE + campaign.get_absolute_url()
    whole = told(campaign, "Event")
    assert whole["startDate"] == "2024-01"
    assert names(whole["subEvent"]) == [event.name]


def test_an_organization_has_its_names_and_its_parts(told):
    body = make_organization(kind="union", title_form="市总工会", founded="1950")
    part = make_organization("服务队", parent=body)
    make_organization("藏起来的", parent=body, hidden=True)
    make_article(organizations=[body, part])
    data = told(body, "WorkersUnion")
    assert (data["alternateName"], data["foundingDate"]) == (["市总工会"], "1950")
    assert names(data["subOrganization"]) == ["服务队"]
    assert told(part, "Organization")["parentOrganization"]["name"] == body.name


def test_a_story_is_passed_on_with_its_photo_as_jpeg(shared):
    story = make_article("标题", standfirst="提要", section=make_section(), tags=["劳模"])
    add_picture(story, "photos/a.avif", description="会场")
    use = add_picture(story, "photos/b.jpg", description="会场")
    data = shared(story.get_absolute_url())
    assert data["og:image"] == f"{SITE}/photos/{use.photo_id}/b.jpg"
    assert (data["og:image:width"], data["og:image:height"]) == ("1200", "800")
    assert data["og:image:alt"] == "会场"
    assert (data["og:type"], data["og:title"]) == ("article", "标题")
    assert (data["og:description"], data["og:url"]) == ("提要", SITE + story.get_absolute_url())
    assert data["article:published_time"] == "2024-01-27T08:00:00+08:00"
    assert (data["article:section"], data["article:tag"]) == ("要闻", "劳模")


def test_a_description_is_one_line_and_not_too_long(shared):
    story = make_article(body=f"<p>第一段。</p><p>{'长' * 300}</p>")
    description = shared(story.get_absolute_url())["og:description"]
    assert description.startswith("第一段。长长")
    assert len(description) == 200


def test_a_story_without_a_photo_has_the_card_of_its_section_or_of_the_site(shared):
    section = make_section()
    story = make_article(section=section)
    assert shared(story.get_absolute_url())["og:image"] == f"{SITE}/static/site/card.png"
    Section.objects.update(card="cards/news-1.png")
    for path in (story.get_absolute_url(), section.get_absolute_url()):
        data = shared(path)
        assert data["og:image"] == f"{SITE}/media/cards/news-1.png"
        assert data["og:image:alt"] == "茂名晚报 要闻"


def test_a_topic_is_passed_on_with_its_picture_and_a_printed_page_with_the_card(told, shared):
    use = add_picture(make_article(page=make_page(number="3")), description="会场")
    topic = make_topic("安全生产月", picture=use.photo, standfirst="提要")
    data = shared(topic.get_absolute_url())
    assert data["og:image"] == f"{SITE}/photos/{use.photo_id}/a.jpg"
    assert (data["og:title"], data["og:description"]) == ("安全生产月", "提要")
    assert told(topic, "CollectionPage")["description"] == "提要"
    page = use.article.page.get_absolute_url()
    assert shared(page)["og:image"] == f"{SITE}/static/site/card.png"
    assert told(page, "BreadcrumbList")["itemListElement"][-1]["item"] == SITE + page


@pytest.mark.parametrize("path", ["/", "/articles/", "/archive/"])
def test_other_pages_are_passed_on_with_the_card_of_the_site(shared, path):
    make_article(published_at=timezone.now() - timedelta(days=1))
    data = shared(path)
    assert data["og:image"] == f"{SITE}/static/site/card.png"
    assert (data["og:image:width"], data["og:image:height"]) == ("1200", "630")
    assert data["og:url"] == SITE + path


def test_the_committed_card_has_the_size_that_is_said_of_it():
    with Image.open("static/site/card.png") as card:
        assert card.size == (1200, 630)


needs_fonts = pytest.mark.skipif(
    not shutil.which("fc-match"), reason="needs fontconfig: apt install fontconfig"
)


@needs_fonts
def test_each_section_gets_a_card_once_and_a_new_one_under_a_new_name(capsys):
    make_section(), make_section("职工风采", "people")
    call_command("cards")
    assert "2" in capsys.readouterr().out
    first = Section.objects.get(slug="news").card
    with first.open() as file, Image.open(file) as card:
        assert card.size == (1200, 630)
        assert len(card.getcolors()) > 10  # words stand on it
    call_command("cards")
    assert "0" in capsys.readouterr().out
    Section.objects.filter(slug="news").update(name="头条要闻")
    call_command("cards")
    assert Section.objects.get(slug="news").card.name != first.name


def test_without_a_font_the_command_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(CommandError, match="install fontconfig"):
        call_command("cards")
