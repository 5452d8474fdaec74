"""An archive is taken in once, whole where it can be, and nobody is taken for somebody else."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.exchange import ninjs, whole
from articles.models import Article, Event, Imported, PhotoUse, Source
from people.models import Change, Person
from tests.make import (
    make_article,
    make_event,
    make_membership,
    make_organization,
    make_page,
    make_paper,
    make_person,
    make_post,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db


def line(**fields) -> dict:
    return {
        "id": 1,
        "headline": "劳模工匠欢聚一堂",
        "paragraphs": ["座谈会在市工人文化宫举行。", "大家畅谈发展。"],
        "date": "2014-01-27",
    } | fields


@pytest.fixture
def run(tmp_path):
    def run(*lines, archive="旧网站", who=("--nobody",), index=("--no-index",)):
        file, out, err = tmp_path / "archive.jsonl", StringIO(), StringIO()
        texts = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines]
        file.write_bytes(b"\n".join(texts))
        refused = False
        try:
            options = ["--archive", archive, *who, *index]
            call_command("importarticles", file, *options, stdout=out, stderr=err)
        except CommandError:
            refused = True
        return Said(out.getvalue(), err.getvalue(), refused)

    return run


class Said:
    def __init__(self, out, err, refused):
        self.out, self.err, self.refused = out, err, refused


def test_a_story_of_an_archive_is_public_with_its_date_and_all_that_is_tied_to_it(run, client):
    section = make_section()
    said = run(
        line(
            kicker="引题",
            section="要闻",
            bylines=["陈明"],
            people=[{"name": "曾 德华", "title": "市总工会主席"}],
            event={"name": "迎春座谈会", "date": "2014-01-26"},
            tags=["劳模", "工匠"],
            source="本报",
        )
    )
    assert not said.refused
    story = Article.objects.published().get()
    assert (story.headline, story.kicker, story.section) == ("劳模工匠欢聚一堂", "引题", section)
    assert story.body == "<p>座谈会在市工人文化宫举行。</p><p>大家畅谈发展。</p>"
    assert story.plain_text == "座谈会在市工人文化宫举行。\n大家畅谈发展。"
    assert timezone.localtime(story.public_from).isoformat() == "2014-01-27T00:00:00+08:00"
    mention = story.mentions.confirmed().get()
    assert (str(mention), mention.person.name) == ("市总工会主席曾德华", "曾德华")
    assert story.bylines.get().person.name == "陈明"
    assert story.coverages.confirmed().get().event.start == "2014-01-26"
    assert sorted(story.tags.names()) == ["劳模", "工匠"]
    page = client.get(story.get_absolute_url()).content.decode()
    assert all(word in page for word in ("曾德华", "市总工会主席", "迎春座谈会", "陈明", "本报"))
    assert client.get(mention.person.get_absolute_url()).status_code == 200


def test_a_second_run_changes_nothing(run):
    lines = [line(people=[{"name": "曾德华"}], tags=["劳模"]), line(id="b", event="座谈会")]
    run(*lines)
    before = counts()
    said = run(*lines)
    assert counts() == before
    assert not said.refused
    assert "已有 2 篇" in said.out
    run(*lines, archive="另一个网站")
    assert Article.objects.count() == 4


def counts():
    return [model.objects.count() for model in (Article, Person, Event, Imported, Change)]


BAD = {
    "no JSON": (b"{", "JSON"),
    "no object": ([1], "JSON"),
    "no UTF-8": ("{}".encode("utf-16"), "UTF-8"),
    "no id": (line(id=""), "id"),
    "no headline": (line(headline=" "), "主题"),
    "no text": (line(paragraphs=[]), "正文"),
    "text that is none": (line(paragraphs=[1]), "paragraphs"),
    "no date": (line(date="昨天"), "昨天"),
    "no day of the calendar": (line(date="2014-02-30"), "2014-02-30"),
    "a date to come": (line(date="2204-01-27"), "以后"),
    "a headline too long": (line(headline="长" * 201), "200"),
    "a name too long": (line(people=[{"name": "长" * 51}]), "50"),
    "a person without a name": (line(people=[{"title": "主席"}]), "people"),
    "a field nobody knows": (line(titel="主席"), "titel"),
    "a section nobody knows": (line(section="没有的"), "没有的"),
    "no character": (line(headline="主\x00题"), "0"),
    "half a character": (b'{"id": 1, "headline": "\\ud800"}', "JSON"),
}


@pytest.mark.parametrize(("bad", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_line_is_said_with_its_number_and_does_not_stop_the_others(run, bad, said):
    report = run(line(id="a"), bad, line(id="b"))
    assert report.refused
    assert report.err.startswith("第 2 行：")
    assert said in report.err
    assert Article.objects.count() == 2


def test_an_id_twice_in_a_file_is_said(run):
    assert "第 2 行" in run(line(), line(headline="另一篇")).err
    assert Article.objects.get().headline == "劳模工匠欢聚一堂"


def test_what_the_database_refuses_alone_does_not_stop_its_batch(run, monkeypatch):
    monkeypatch.setattr("articles.exchange.arriving.MAX_KEY", 10_000)
    report = run(line(id="a"), line(id="长" * 201), line(id="b"))
    wanted = 2 if "第 2 行" in report.err else 3  # SQLite does not look at lengths
    assert Article.objects.count() == wanted


def test_one_that_is_refused_is_looked_for_by_halves(run, monkeypatch):
    monkeypatch.setattr("articles.exchange.arriving.Arrived.check", lambda story: None)
    stories = [line(id=str(n), people=[{"name": "曾德华"}]) for n in range(1, 10)]
    stories[6]["headline"] = ""
    report = run(*stories)
    assert report.err.startswith("第 7 行：")
    assert sorted(Imported.objects.values_list("key", flat=True)) == list("12345689")
    assert Person.objects.get().mentions.count() == 8


def test_a_story_stands_in_the_list_of_the_paper_it_is_from(run):
    paper = make_paper()
    Source.objects.create(name="本报", publication=paper)
    run(line(source="本报"), line(id="b", source="别处"))
    of_paper, elsewhere = Article.objects.order_by("pk")
    assert (of_paper.publication, elsewhere.publication) == (paper, None)


def test_nothing_that_is_not_allowed_gets_into_a_text(run):
    run(line(paragraphs=["<script>alert(1)</script>甲", "<b>乙</b>"]))
    story = Article.objects.get()
    assert "<script" not in story.body
    assert story.plain_text == "<script>alert(1)</script>甲\n<b>乙</b>"


def test_a_known_person_is_found_by_name_or_other_name(run):
    person = make_person("曾德华")
    person.other_names.create(name="曾阿德")
    run(line(people=[{"name": "曾阿德", "title": "主席"}, {"name": "曾德华"}]))
    assert Person.objects.count() == 1
    assert Article.objects.get().mentions.get().name == "曾阿德"


def test_namesakes_are_told_apart_by_what_they_held_and_else_not_guessed(run):
    post = make_post("主席", make_organization(title_form="市总工会"))
    meant = make_membership(make_person("李明"), post, start="2010").person
    other = make_person("李明", note="教师")
    titles = {"a": "市总工会主席", "b": "校长"}
    run(*(line(id=key, people=[{"name": "李明", "title": t}]) for key, t in titles.items()))
    first, second = Article.objects.order_by("pk")
    assert first.mentions.get().person == meant
    assert list(first.mentions.get().memberships.all()) == list(meant.memberships.all())
    unclear = second.mentions.get()
    assert (unclear.person, unclear.confirmed, str(unclear)) == (None, False, "校长李明")
    assert unclear.reason
    assert not other.mentions.exists()


def test_who_signs_is_a_person_only_under_a_persons_name(run):
    body = make_organization("茂名市总工会", short_names="临工宣")
    run(line(bylines=["陈明", "本报评论员", "临工宣"]))
    signed = Article.objects.get().bylines.all()
    assert [(row.name, str(row.person or row.organization or "")) for row in signed] == [
        ("陈明", "陈明"),
        ("本报评论员", ""),
        ("临工宣", body.name),
    ]


def test_events_of_one_name_are_told_apart_by_their_day(run):
    known = make_event("表彰大会", start="2014-04-28")
    days = ("2014-04-28", "2015-04-28")
    run(*(line(id=day, event={"name": "表彰大会", "date": day}) for day in days))
    run(line(id="undated", event="表彰大会"))
    assert Event.objects.count() == 2
    assert known.coverages.count() == 1
    unclear = Article.objects.get(imported__key="undated").coverages.get()
    assert (unclear.event, unclear.confirmed, unclear.name) == (None, False, "表彰大会")


def test_importing_has_a_permission_of_its_own(run):
    chief, editor = make_user("总编辑"), make_user("编辑")
    assert run(line(), who=("--user", editor.username)).refused
    assert run(line(), who=("--user", "nobody")).refused
    assert not Article.objects.exists()
    assert not run(line(), who=("--user", chief.username)).refused
    assert Article.objects.get().created_by == chief


def test_new_persons_have_their_history(run):
    chief = make_user("总编辑")
    run(line(people=[{"name": "曾德华"}]), who=("--user", chief.username))
    change = Change.objects.get(record_name="曾德华")
    assert (change.kind, change.by) == ("created", chief)


def whole_story():
    paper = make_paper()
    story = make_article(
        "劳模工匠欢聚一堂话发展",
        body="<h2>小标题</h2><p>1月26日，我市<strong>举行</strong>座谈会。</p>",
        banner="全面深入学习贯彻党的二十大精神",
        kicker="引题",
        subheadline="——副题",
        web_headline="网页标题",
        short_title="短标题",
        standfirst="提要。",
        dateline="茂名晚报讯",
        original_author="原作者",
        original_headline="原题",
        original_url="https://example.cn/1",
        responsible_editor="责编",
        section=make_section(),
        source=Source.objects.create(name="新华社", kind="reprint"),
        page=make_page(publication=paper, date="2024-01-27", number="3", name="要闻", issue="7"),
        page_order=2,
        persons=[make_person("曾德华")],
        organizations=[make_organization("茂名市总工会")],
        events=[make_event(end="2024-01-27")],
        tags=["劳模", "工匠"],
    )
    story.mentions.update(title="市人大常委会副主任、市总工会主席")
    story.organization_mentions.update(name="市总工会")
    story.bylines.create(name="陈明", role="记者", unit="茂名晚报", person=make_person("陈明"))
    story.bylines.create(name="本报评论员")
    use = PhotoUse.objects.create(article=story, caption="图为座谈会现场。")
    use.credits.create(name="吴昊", role="摄", person=make_person("吴昊"))
    return story


def exported(story) -> dict:
    (pair,) = whole.whole(whole.with_everything(Article.objects.filter(pk=story.pk)))
    return ninjs.item(*pair)


def test_our_own_export_comes_back_whole(run):
    first = exported(whole_story())
    said = run(first)
    assert not said.refused, said.err
    second = exported(Article.objects.get(imported__key=first["uri"]))
    assert comparable(second) == comparable(first)
    run(first)
    assert Article.objects.count() == 2


def comparable(item) -> dict:
    """Without what is another number in another database."""
    kept = {k: v for k, v in item.items() if k not in ("uri", "version", "versionCreated")}
    kept["altIds"] = [row for row in kept["altIds"] if row["role"] != "article"]
    return kept


def test_the_pictures_of_an_export_stay_behind_and_their_captions_and_credits_come(run):
    photo = {
        "rel": "photo",
        "descriptions": [{"role": "caption", "value": "图为座谈会现场。"}],
        "infoSources": [{"role": "credit:摄", "name": "吴昊", "literal": "摄 吴昊"}],
    }
    body = {"role": "main", "contentType": "text/html", "value": '<p>文</p><img data-photo="1">'}
    parts = {"associations": [photo], "bodies": [body]}
    run(exported(whole_story()) | {"uri": "https://example.cn/1"} | parts)
    use = PhotoUse.objects.get(article__imported__key="https://example.cn/1")
    assert (use.photo, use.caption) == (None, "图为座谈会现场。")
    credit = use.credits.get()
    assert (str(credit), credit.person.name) == ("摄 吴昊", "吴昊")
    assert use.article.body == "<p>文</p>"  # photo 1 here is another one


def test_nobody_is_led_from_a_reprint_to_what_is_no_page(run):
    original = [{"role": "originalAddress", "value": "javascript:alert(1)"}]
    report = run(exported(whole_story()) | {"uri": "https://example.cn/1", "altIds": original})
    assert "javascript:alert(1)" in report.err
    assert not Imported.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_was_imported_is_found(run, client):
    run(line(headline="晨曦里的灯塔"), index=())
    found = client.get("/search/?q=里的灯").content.decode()
    assert Article.objects.get().get_absolute_url() in found
