"""来稿 at the desk: taken over once as a draft with its byline and photos, or declined with a word."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.incoming import contributing
from articles.models import Article, ContributedFile, Contribution, Photo
from people.models import Deleted
from tests.browser import axe
from tests.desk.forms import address
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture
from tests.make import make_draft, make_person, make_user
from tests.pictures import from_a_camera, picture, upload_of, with_iptc

pytestmark = pytest.mark.django_db
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LIST = reverse("admin:articles_contribution_changelist")


def make_contribution(photos=(), ticket="a" * 32, **fields):
    fields = {
        "headline": "港区职工技能竞赛落幕",
        "text": "第一段。\n第二段。",
        "names": "张三、李四",
        "unit": "港区总工会",
        "telephone": "13800138000",
    } | fields
    assert contributing.keep_photos(ticket, photos) == []
    return contributing.send(Contribution(**fields), ticket)


@pytest.fixture
def editor(client):
    user = make_user("编辑")
    client.force_login(user)
    client.user = user
    return client


def test_a_contribution_becomes_a_draft_with_byline_source_and_photos(editor):
    photos = [upload_of(picture(size=(60, 40)), "1.jpg"), upload_of(from_a_camera(), "2.jpg")]
    sent = make_contribution(photos, captions="竞赛现场\n颁奖")
    answer = editor.post(address(sent), {"take": "1"})
    article = Article.objects.get()
    assert answer.url == address(article)
    assert (article.state, article.headline) == ("draft", "港区职工技能竞赛落幕")
    assert article.body == "<p>第一段。</p><p>第二段。</p>"
    assert [str(byline) for byline in article.bylines.all()] == [
        "港区总工会通讯员 张三", "港区总工会通讯员 李四"
    ]  # fmt: skip
    assert (article.source.name, article.source.kind) == ("来稿", "contribution")
    uses = article.photo_uses.all()
    assert [use.caption for use in uses] == ["竞赛现场", "颁奖"]
    assert [[credit.name for credit in use.credits.all()] for use in uses] == [["张三", "李四"]] * 2
    assert article.versions.count()
    assert article.created_by == editor.user


def taken_over(editor, sent) -> Article:
    editor.post(address(sent), {"take": "1"})
    sent.refresh_from_db()
    return sent.article


def shown(article) -> list:
    uses = article.photo_uses.all()
    return [(use.caption, [credit.name for credit in use.credits.all()]) for use in uses]


def test_each_draft_has_the_caption_and_credits_that_its_own_contribution_gave(editor):
    same = picture(size=(60, 40))
    first = make_contribution([upload_of(same)], captions="竞赛现场")
    other = {"ticket": "b" * 32, "names": "王五", "captions": "钱大同在教徒弟。"}
    second = make_contribution([upload_of(same)], **other)
    third = make_contribution([upload_of(same)], ticket="c" * 32, names="赵六")
    assert shown(taken_over(editor, first)) == [("竞赛现场", ["张三", "李四"])]
    assert shown(taken_over(editor, second)) == [("钱大同在教徒弟。", ["王五"])]
    assert shown(taken_over(editor, third)) == [("竞赛现场", ["赵六"])]
    assert (Photo.objects.get().caption, Photo.objects.get().credit) == ("竞赛现场", "张三、李四")


def test_a_photo_of_the_library_without_a_caption_gets_the_contributions_in_its_draft(editor):
    same = picture(size=(60, 40))
    Photo.objects.create(original=upload_of(same))
    sent = make_contribution([upload_of(same)], captions="钱大同在教徒弟。", names="王五")
    assert shown(taken_over(editor, sent)) == [("钱大同在教徒弟。", ["王五"])]


def test_a_caption_longer_than_any_field_is_cut_and_not_refused(editor):
    sent = make_contribution([upload_of(picture(size=(60, 40)))], captions="钱大同在教徒弟" * 300)
    [(caption, _names)] = shown(taken_over(editor, sent))
    assert (len(caption), len(Photo.objects.get().caption)) == (500, 2000)


def test_who_took_a_picture_says_its_caption_its_file_or_the_library_before_its_sender(editor):
    known, signed = picture(size=(60, 40)), with_iptc({80: "吴昊"})
    liang = {"photographer": make_person("梁奈"), "credit": "梁奈", "credited": "named"}
    Photo.objects.create(original=upload_of(known), **liang)
    photos = [upload_of(picture(size=(40, 60)), "1.jpg"), upload_of(signed, "2.jpg")]
    sent = make_contribution(
        [*photos, upload_of(known, "3.jpg")], captions="颁奖。（王五 摄）\n会场"
    )
    expected = [("颁奖。", ["王五"]), ("会场", ["吴昊"]), ("", ["梁奈"])]
    assert shown(taken_over(editor, sent)) == expected


def test_whom_and_what_a_contribution_names_is_proposed_with_its_draft(editor):
    huang = make_person("黄奕奕")
    text = "11月20日，市总工会主席黄奕奕出席2026年全国职工羽毛球赛开幕式。"
    sent = make_contribution(text=text)
    article = taken_over(editor, sent)
    mention = article.mentions.get()
    assert (mention.person, mention.name, mention.confirmed) == (huang, "黄奕奕", False)
    assert article.coverages.exists()
    editor.post(address(sent), {"undo": "1"})
    assert not Article.objects.exists()


def test_it_is_taken_once_and_a_second_press_finds_the_draft(editor):
    sent = make_contribution()
    first, second = (editor.post(address(sent), {"take": "1"}) for _ in range(2))
    assert first.url == second.url == address(Article.objects.get())


def test_declining_needs_a_word(editor):
    sent = make_contribution()
    assert editor.post(address(sent), {"decline": "1", "word": " "}).status_code == 200
    sent.refresh_from_db()
    assert sent.is_new
    editor.post(address(sent), {"decline": "1", "word": "时效已过"})
    sent.refresh_from_db()
    assert (sent.state, sent.word, sent.decided_by) == ("declined", "时效已过", editor.user)


def test_what_is_declined_is_not_taken_until_the_decision_is_taken_back(editor):
    sent = make_contribution()
    editor.post(address(sent), {"decline": "1", "word": "时效已过"})
    editor.post(address(sent), {"take": "1"})
    assert not Article.objects.exists()
    editor.post(address(sent), {"undo": "1"})
    editor.post(address(sent), {"take": "1"})
    assert Article.objects.exists()


def test_an_untouched_draft_goes_into_the_bin_when_the_decision_is_taken_back(editor):
    sent = make_contribution([upload_of(picture(size=(60, 40)))])
    editor.post(address(sent), {"take": "1"})
    editor.post(address(sent), {"undo": "1"})
    sent.refresh_from_db()
    assert sent.is_new
    assert not Article.objects.exists()
    assert Deleted.objects.filter(kind="articles.article").exists()
    assert Photo.objects.exists()
    editor.post(address(sent), {"take": "1"})
    assert Article.objects.get().photo_uses.count() == 1


def test_a_draft_somebody_worked_on_stays(editor):
    sent = make_contribution()
    editor.post(address(sent), {"take": "1"})
    Article.objects.get().save()
    editor.post(address(sent), {"undo": "1"})
    sent.refresh_from_db()
    assert sent.article == Article.objects.get()


@pytest.mark.parametrize(
    ("role", "may"),
    [("编辑", True), ("栏目主任", True), ("总编辑", True), ("记者", False), ("校对", False), ("管理员", False)],
)  # fmt: skip
def test_editors_and_above_see_and_decide(client, role, may):
    sent = make_contribution([upload_of(picture(size=(60, 40)))])
    client.force_login(make_user(role))
    file = reverse("admin:articles_contribution_file", args=[sent.files.get().pk, "preview"])
    for url in (LIST, address(sent), file):
        answer = client.get(url)
        assert (answer.status_code, bool(answer.getvalue())) == (200 if may else 403, True)
    assert ("13800138000" in client.get(address(sent)).content.decode()) == may
    client.post(address(sent), {"take": "1"})
    assert Article.objects.exists() == may


def test_a_stranger_sees_no_file(client):
    sent = make_contribution([upload_of(picture(size=(60, 40)))])
    for size in ("preview", "whole"):
        url = reverse("admin:articles_contribution_file", args=[sent.files.get().pk, size])
        assert client.get(url).status_code == 302


def test_the_senders_own_file_is_only_downloaded(editor):
    file = make_contribution([upload_of(picture(size=(60, 40)))]).files.get()
    url = reverse("admin:articles_contribution_file", args=[file.pk, "whole"])
    answer = editor.get(url)
    assert answer.getvalue()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


def test_new_ones_stand_first_and_on_the_index(editor):
    sent = make_contribution(headline="旧的来稿")
    make_contribution(ticket="b" * 32, headline="已采用的来稿")
    editor.post(address(Contribution.objects.get(headline="已采用的来稿")), {"take": "1"})
    editor.get("/admin/")  # shows the message that names it
    text = editor.get(LIST).content.decode()
    assert text.index("旧的来稿") < text.index("已采用的来稿")
    piles = editor.get("/admin/").context["piles"]
    assert [row for pile in piles for row in pile.rows if row[1] == address(sent)]


def test_the_list_asks_no_more_for_more_contributions(editor, django_assert_max_num_queries):
    for number in range(12):
        make_contribution(ticket=f"{number:032x}")
    with django_assert_max_num_queries(14):
        editor.get(LIST)


def test_a_script_in_a_text_is_only_text(editor):
    sent = make_contribution(text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in editor.get(address(sent)).content.decode()


def test_what_was_declined_long_ago_is_made_anonymous_and_nothing_else(editor):
    old = make_contribution([upload_of(picture(size=(60, 40)))])
    young = make_contribution(ticket="b" * 32)
    new = make_contribution(ticket="c" * 32)
    for sent in (old, young):
        editor.post(address(sent), {"decline": "1", "word": "时效已过"})
    half_a_year = timezone.now() - timedelta(days=181)
    Contribution.objects.filter(pk=old.pk).update(decided_at=half_a_year)
    Contribution.objects.filter(pk=new.pk).update(received=half_a_year)
    call_command("forget_contributions")
    kept = {sent.pk: (sent.telephone, sent.text) for sent in Contribution.objects.all()}
    assert kept[old.pk] == ("", "")
    assert kept[young.pk] == kept[new.pk] == ("13800138000", "第一段。\n第二段。")
    assert not ContributedFile.objects.filter(contribution=old).exists()
    assert editor.get(address(old)).status_code == 200


def test_a_story_of_the_desk_has_no_contribution(editor):
    assert not make_draft().contributions.exists()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_is_accessible_and_fits_a_telephone(axe_page):  # noqa: F811
    page = axe_page
    sent = make_contribution([upload_of(picture(size=(60, 40)))])
    sent.body = (
        "<p>一段话</p><blockquote><p>劳动最光荣</p></blockquote><ul><li><p>要点</p></li></ul>"
    )
    sent.save()
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page, make_user("编辑"))
    page.goto(address(sent))
    assert axe(page) == []
    assert page.evaluate(OVERFLOW) == 0
    sizes = "all => new Set(all.map(p => getComputedStyle(p).fontSize)).size"
    assert page.locator(".contribution-text p").evaluate_all(sizes) == 1
    page.click("[name=take]")
    page.wait_for_url("**/article/*/change/")
    assert Article.objects.get().photo_uses.count() == 1
