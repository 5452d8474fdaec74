"""手机交稿: a story with photos arrives once, whole and signed, at a desk that sees it; nobody else's hands are in it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.incoming.filing import Sent
from articles.incoming.filing import send as send_to_desk
from articles.models import Article, Filing, Photo, Presence, UnsavedWork
from people import bin as people_bin
from people.models import Deleted
from tests import make
from tests.desk.forms import save
from tests.pictures import picture, upload_of, with_iptc

pytestmark = pytest.mark.django_db
URL, MINE = "/admin/articles/article/file/", "/admin/articles/article/mine/"
KEY = "0123456789abcdef"
SCRIPT = {"HTTP_ACCEPT": "application/json", "HTTP_SEC_FETCH_MODE": "cors"}
TEXT = "1月26日，市总工会主席黄奕奕到港区慰问职工。\n\n　　职工代表发言。"


@pytest.fixture
def writer():
    person = make.make_person("梁奈")
    make.make_membership(person, make.make_post("首席记者", make.make_paper(), kind="reporter"))
    return make.make_user("记者", display_name="小梁", person=person)


@pytest.fixture
def phone(client, writer):
    client.force_login(writer)
    client.user = writer
    return client


def make_photo(**fields):
    return Photo.objects.create(original=upload_of(picture(size=(90, 60))), **fields)


def fields(client, **changes):
    sent = {"headline": "慰问港区职工", "text": TEXT, "unsaved_key": KEY}
    return sent | {"unsaved_user": client.user.pk} | changes


def send(client, url=URL, headers=SCRIPT, **changes):
    return client.post(url, fields(client, **changes), **headers)


def hand_in(client, **changes) -> Article:
    assert send(client, **changes).json() == {"sent": MINE}
    return Filing.objects.get().article


def row(photo, caption="", credit="") -> dict:
    return {"photo": photo.pk, f"caption-{photo.pk}": caption, f"credit-{photo.pk}": credit}


def again(article) -> str:
    return reverse("admin:articles_article_file_again", args=[article.pk])


def test_a_story_arrives_as_a_draft_in_paragraphs_signed_by_its_reporter(phone, writer):
    article = hand_in(phone)
    assert article.body == (
        "<p>1月26日，市总工会主席黄奕奕到港区慰问职工。</p><p>职工代表发言。</p>"
    )
    byline = article.bylines.get()
    assert (byline.name, byline.role, byline.person) == ("梁奈", "首席记者", writer.person)
    assert (article.state, article.created_by) == ("draft", writer)
    assert article.filed_at
    version = article.versions.get()
    assert (version.author, version.reason) == (writer, "手机交稿")
    assert phone.get(article.get_absolute_url()).status_code == 404


def test_persons_of_the_text_are_proposed_and_none_confirmed(phone):
    make.make_person("黄奕奕")
    mention = hand_in(phone).mentions.get()
    assert (mention.name, mention.title, mention.confirmed) == ("黄奕奕", "市总工会主席", False)


@pytest.mark.parametrize("day", ["2024-01-26", ""])
def test_the_event_that_is_named_is_proposed_as_the_one_on_record(phone, day):
    event = make.make_event("港区慰问活动", "2024-01-26")
    coverage = hand_in(phone, event="港区慰问活动", happened_on=day).coverages.first()
    assert (coverage.event, coverage.confirmed) == (event, False)


def test_an_event_that_nobody_knows_is_proposed_by_its_name(phone):
    coverage = hand_in(phone, event="新的活动", happened_on="2024-01-26").coverages.first()
    assert (coverage.name, coverage.date, coverage.event) == ("新的活动", "2024-01-26", None)


def test_what_is_told_to_the_editor_stands_over_the_editors_form_alone(phone, client):
    article = hand_in(phone, place="港区码头", note="第二段请核对。")
    client.force_login(make.make_user("编辑"))
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "港区码头" in page
    assert "第二段请核对。" in page
    assert "第二段请核对。" not in article.versions.get().content


def test_photos_come_in_their_order_with_caption_and_the_reporters_credit(phone, writer):
    first, second = (
        make_photo(),
        make_photo(caption="库里的说明", credit="市总工会", credited="provided"),
    )
    data = row(first, "慰问现场。", "梁奈 摄") | row(second, "发言。", "市总工会 供图")
    article = hand_in(phone, **data | {"photo": [second.pk, first.pk]})
    given, taken = article.photo_uses.all()
    assert (given.photo, given.caption, given.credits.get().role) == (second, "发言。", "供图")
    credit = taken.credits.get()
    assert (credit.name, credit.role, credit.person) == ("梁奈", "摄", writer.person)
    first.refresh_from_db()
    assert (first.caption, first.credit, first.photographer) == (
        "慰问现场。",
        "梁奈",
        writer.person,
    )
    second.refresh_from_db()
    assert (second.caption, second.credit) == ("库里的说明", "市总工会")


def test_a_photo_that_is_left_out_or_unknown_does_not_come_along(phone):
    photo = make_photo()
    assert not hand_in(phone, photo=[photo.pk, 999], leave_out=photo.pk).photo_uses.exists()


def test_a_photo_that_is_still_in_the_phone_holds_the_story_back(phone):
    page = send(phone, photo="w0abcdefgh", **{"caption-w0abcdefgh": "还没传的"}).content.decode()
    assert "还有图片没传完" in page
    assert "还没传的" in page
    assert not Article.objects.exists()
    hand_in(phone, photo="w0abcdefgh", leave_out="w0abcdefgh")


def test_without_script_photos_come_with_the_form_and_captions_are_written_before_sending(phone):
    files = [
        upload_of(with_iptc({120: "座谈会现场。"}), "一.jpg"),
        upload_of(b"\0\0\0\x18ftypheic" + bytes(20), "二.heic"),
    ]
    page = phone.post(URL, fields(phone, files=files, upload="1"))
    assert "HEIC" in page.content.decode()
    assert "二.heic" in page.content.decode()
    (shown,) = page.context["form"].rows
    assert (shown.caption, shown.credit) == ("座谈会现场。", "梁奈 摄")
    assert not Article.objects.exists()
    sent = phone.post(URL, fields(phone, **row(shown.photo, "改过的说明", shown.credit)))
    assert sent.headers["Location"] == MINE
    assert Article.objects.get().photo_uses.get().caption == "改过的说明"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"headline": " "}, "headline"),
        ({"text": ""}, "写几句话"),
        ({"happened_on": "昨天"}, "happened_on"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_gone(phone, changes, words):
    page = send(phone, note="请核对", **changes)
    assert words in str(page.context["form"].errors)
    assert "还没有交稿" in page.content.decode()
    assert "请核对" in page.content.decode()
    assert not Article.objects.exists()


def test_the_same_sending_makes_one_story_however_often_it_arrives(phone):
    hand_in(phone)
    article = hand_in(phone)
    assert article.versions.count() == 1
    people_bin.discard(article)
    assert send(phone).json() == {"sent": MINE}
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_make_one_story(writer):
    if connection.vendor == "sqlite":
        pytest.skip("only on PostgreSQL: threads share no database in memory")
    sent = Sent("慰问港区职工", TEXT, "", "", None, "", ())
    start = Barrier(4)

    def send_at_once(_number):
        start.wait()
        try:
            return send_to_desk(writer, KEY, sent).article_id
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        found = set(threads.map(send_at_once, range(4)))
    assert found == {Article.objects.get().pk}


def test_the_first_form_that_arrives_again_after_a_later_one_makes_no_second_story(phone):
    article = hand_in(phone)
    version = phone.get(again(article)).context["version"]
    other = {"url": again(article), "unsaved_key": "f" * 16, "version": version}
    hand_in(phone, text="改过。", **other)
    assert "编辑部已经在处理" in send(phone).content.decode()
    assert hand_in(phone, text="改过。", **other).body == "<p>改过。</p>"
    assert Article.objects.count() == 1


def test_marks_that_no_database_keeps_do_not_come_along(phone):
    photo = make_photo()
    use = hand_in(phone, **row(photo, "说\0明", "梁奈\0 摄")).photo_uses.get()
    assert (use.caption, use.credits.get().name) == ("说明", "梁奈")


def test_what_was_written_after_an_answer_that_got_lost_is_not_lost(phone):
    hand_in(phone)
    article = hand_in(phone, text="补写过的。", photo=make_photo().pk)
    assert article.body == "<p>补写过的。</p>"
    assert article.photo_uses.count() == article.bylines.count() == 1
    assert [version.reason for version in article.versions.all()] == ["手机交稿"] * 2


def test_a_story_handed_in_is_changed_from_the_phone_until_the_desk_takes_it(phone, client):
    article = hand_in(phone, place="港区", **row(make_photo(), "说明", "梁奈 摄"))
    form = phone.get(again(article)).context["form"]
    assert form.initial["text"] == "1月26日，市总工会主席黄奕奕到港区慰问职工。\n职工代表发言。"
    assert (form.initial["place"], form.rows[0].caption) == ("港区", "说明")
    version = phone.get(again(article)).context["version"]
    other = {"url": again(article), "unsaved_key": "f" * 16, "version": version}
    assert hand_in(phone, text="改过。", **other).body == "<p>改过。</p>"
    assert (
        "编辑部已经在处理"
        in send(phone, text="旧窗口里的。", **other | {"unsaved_key": "e" * 16}).content.decode()
    )
    editor = make.make_user("编辑")
    client.force_login(editor)
    save(client, article, kicker="编辑加的引题")
    client.force_login(phone.user)
    assert phone.get(again(article)).status_code == 302
    refused = send(phone, text="记者还在改。", **other | {"version": version + 1}).content.decode()
    assert "记者还在改。" in refused
    assert "编辑部已经在处理" in refused
    article.refresh_from_db()
    assert (article.body, article.kicker) == ("<p>改过。</p>", "编辑加的引题")


def test_a_story_that_the_desk_locked_is_not_written_over(phone):
    article = hand_in(phone)
    article.lock(make.make_user("编辑"))
    assert "编辑部已经在处理" in send(phone, text="锁后改的。").content.decode()
    assert "锁后改的" not in Article.objects.get().body


@pytest.mark.parametrize("role", ["记者", "编辑", "栏目主任", "总编辑"])
def test_reporters_and_those_above_write_on_a_phone(client, role):
    client.user = make.make_user(role)
    client.force_login(client.user)
    assert URL in client.get("/admin/").content.decode()
    assert client.get(URL).status_code == client.get(MINE).status_code == 200
    hand_in(client)


@pytest.mark.parametrize("role", ["校对", "资料员", "管理员"])
def test_others_do_not(client, role):
    client.user = make.make_user(role)
    client.force_login(client.user)
    assert URL not in client.get("/admin/").content.decode()
    assert client.get(URL).status_code == client.get(MINE).status_code == 403
    assert send(client).status_code == 403
    assert autosave(client).status_code == 403
    assert not Article.objects.exists()


def test_nobody_changes_what_another_handed_in(phone, client):
    article = hand_in(phone)
    client.user = make.make_user("记者")
    client.force_login(client.user)
    assert client.get(again(article)).status_code == 403
    assert send(client, url=again(article)).status_code == 403
    assert autosave(client, url=f"{again(article)}autosave/").status_code == 403
    assert client.get(again(make.make_draft())).status_code == 404


def test_of_a_phone_on_which_another_logged_in_nothing_is_filed_under_the_others_name(phone):
    assert send(phone, unsaved_user=phone.user.pk + 1).json() == {"state": "other"}
    assert not Article.objects.exists()


def test_the_desk_finds_what_was_newly_handed_in_until_somebody_takes_it(phone, client, writer):
    make.make_draft("没有交的", created_by=writer)
    article = hand_in(phone)
    client.force_login(make.make_user("编辑"))
    pile = next(pile for pile in client.get("/admin/").context["piles"] if "filed=new" in pile.url)
    assert (pile.label, pile.count) == ("新交来的稿件", 1)

    def listed(value):
        found = client.get("/admin/articles/article/", {"filed": value}).context["cl"].result_list
        return [row.headline for row in found]

    assert listed("new") == listed("1") == ["慰问港区职工"]
    save(client, article, kicker="编辑加的引题")
    assert listed("new") == []
    assert listed("1") == ["慰问港区职工"]


def test_the_reporters_own_later_save_does_not_take_it_from_the_desk(phone, client):
    article = hand_in(phone)
    save(phone, article, kicker="自己加的")
    assert list(Article.objects.newly_filed()) == [article]


def state_in(client) -> tuple:
    (each,) = client.get(MINE).context["stories"]
    return each.words, each.who, each.why


def test_the_reporter_sees_what_became_of_his_stories(phone, client, writer):
    make.make_draft("别人的")
    article = hand_in(phone)
    assert state_in(phone) == ("已交稿", "", "")
    assert again(article) in phone.get(MINE).content.decode()
    editor = make.make_user("编辑", display_name="李晓雯")
    client.force_login(editor)
    save(client, article, kicker="引题", reason="核对了职务")
    client.force_login(writer)
    assert state_in(phone) == ("编辑中", "李晓雯", "核对了职务")
    article.refresh_from_db()
    article.approve(by=editor)
    assert state_in(phone)[0] == "已发布"
    article.withdraw()
    assert state_in(phone)[0] == "已下线"


def test_a_lock_says_who_has_the_story(phone):
    article = hand_in(phone)
    article.lock(make.make_user("编辑", display_name="李晓雯"))
    assert state_in(phone)[:2] == ("编辑中", "李晓雯")


def test_who_has_the_story_open_has_it_in_hand(phone):
    editor = make.make_user("编辑", display_name="李晓雯")
    Presence.objects.touch(hand_in(phone), editor, KEY)
    assert state_in(phone)[:2] == ("编辑中", "李晓雯")


def test_my_stories_ask_no_more_of_the_database_when_there_are_more(phone):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            phone.get(MINE)
        return len(queries)

    hand_in(phone)
    first = asked()
    for number in range(5):
        send(phone, unsaved_key=f"{number}" * 16)
    assert Article.objects.count() == 6
    assert asked() <= first


def autosave(client, url=f"{URL}autosave/", sequence=1, **changes):
    return client.post(url, fields(client, **changes) | {"unsaved_sequence": sequence})


def test_what_is_typed_is_kept_for_the_phone_alone_and_ends_with_the_sending(phone):
    photo = make_photo()
    data = row(photo, "写了说明", "梁奈 摄") | {
        "photo": [photo.pk, "w0abcdefgh"],
        "caption-w0abcdefgh": "还在手机里",
    }
    assert autosave(phone, headline="写了一半", **data).json()["state"] == "kept"
    (work,) = UnsavedWork.objects.kept()
    assert work.address == f"{URL}?unsaved={KEY}"
    assert work.address in phone.get("/admin/").content.decode()
    assert work.address in phone.get(MINE).content.decode()
    assert f"unsaved={KEY}" in phone.get(URL).content.decode()
    assert KEY not in phone.get("/admin/articles/article/add/").content.decode()
    form = phone.get(work.address).context["form"]
    assert form.initial["headline"] == "写了一半"
    assert [(each.key, each.caption) for each in form.rows] == [
        (str(photo.pk), "写了说明"),
        ("w0abcdefgh", "还在手机里"),
    ]
    hand_in(phone)
    assert not UnsavedWork.objects.kept().exists()
    assert phone.get(work.address).status_code == 302


def test_a_change_that_was_not_sent_comes_back_with_its_story(phone):
    article = hand_in(phone)
    version = phone.get(again(article)).context["version"]
    autosave(
        phone,
        url=f"{again(article)}autosave/",
        unsaved_key="f" * 16,
        text="改了一半",
        version=version,
    )
    (work,) = UnsavedWork.objects.kept()
    page = phone.get(work.address)
    assert page.context["form"].initial["text"] == "改了一半"
    assert page.context["version"] == str(version)


def test_discarding_leads_back_to_the_page_for_phones(phone):
    autosave(phone)
    answer = phone.post(f"/admin/articles/article/unsaved/{KEY}/discard/")
    assert answer.headers["Location"] == URL
    assert not UnsavedWork.objects.kept().exists()


def test_what_one_keeps_is_shown_to_nobody_else(phone, client):
    autosave(phone, headline="没写完的秘密")
    client.force_login(make.make_user("总编辑"))
    for url in (URL, MINE, "/admin/", f"{URL}?unsaved={KEY}"):
        assert "没写完的秘密" not in client.get(url, follow=True).content.decode()


def test_autosave_says_when_nobody_is_logged_in(phone):
    Session.objects.all().delete()
    assert autosave(phone).json() == {"state": "login"}


def test_out_of_the_bin_comes_the_story_with_what_was_told(phone):
    article = hand_in(phone, note="请核对。")
    people_bin.discard(article)
    people_bin.restore(Deleted.objects.get())
    stored = Article.objects.get()
    assert stored.filed_at == article.filed_at
    assert Filing.objects.get().article == stored
