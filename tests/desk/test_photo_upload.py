"""Uploading photos: several at once, each taken over or refused by itself, with what it says of itself."""

from datetime import date, time

import pytest
from django.urls import reverse

from articles.incoming import photo_credits
from articles.merging import merge_persons
from articles.models import Credit, Photo, PhotoUse, Version
from tests import make, pictures
from tests.desk.forms import address, save
from tests.desk.test_pictures import results, upload
from tests.pictures import picture, upload_of, with_exif, with_iptc, with_xmp

pytestmark = pytest.mark.django_db

CAPTION = "1月26日，劳模工匠代表在市青少年活动中心座谈。"
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
WITH_WORDS = with_iptc(
    {120: CAPTION, 80: "梁奈", 90: "茂名", 25: ["劳模"], 55: "20240126", 60: "093000+0800"}, "gbk"
)


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


def known_reporter(name="梁奈"):
    reporter = make.make_person(name)
    make.make_membership(reporter, make.make_post("记者", make.make_paper(), kind="reporter"))
    return reporter


def photo_of(content) -> Photo:
    return Photo.objects.create(original=upload_of(content))


def test_each_file_has_its_own_result_and_a_bad_one_takes_no_good_one_along(editor):
    response = upload(
        editor,
        [picture(size=(60, 40)), "一.jpg"],
        [b"no picture", "二.jpg"],
        [picture("PNG", (60, 40)), "三.png"],
    )
    assert [bool(each.get("photo")) for each in results(response)] == [True, False, True]
    assert Photo.objects.count() == 2
    text = response.content.decode()
    assert all(name in text for name in ("一.jpg", "二.jpg", "三.png", "打不开"))


def test_what_the_file_says_of_itself_is_filled_in(editor):
    reporter = known_reporter()
    upload(editor, [WITH_WORDS])
    photo = Photo.objects.get()
    assert (photo.caption, photo.description) == (CAPTION, CAPTION)
    assert (photo.credit, photo.credited, photo.photographer) == ("梁奈", "named", reporter)
    assert (photo.taken, photo.taken_time) == (date(2024, 1, 26), time(9, 30))
    assert (photo.place, photo.keywords) == ("茂名", "劳模")
    assert not photo.ai_made


def test_a_photographer_of_whom_two_are_known_is_not_guessed(editor):
    known_reporter()
    make.make_membership(make.make_person("梁奈"), make.make_post("记者", kind="reporter"))
    upload(editor, [WITH_WORDS])
    assert Photo.objects.get().photographer is None


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({80: "梁奈"}, "梁奈 摄"),
        ({80: ["梁奈", "吴昊"]}, "梁奈、吴昊 摄"),
        ({80: "Li Ming"}, "Li Ming 摄"),
        ({115: "市总工会"}, "市总工会 供图"),
        ({110: "市总工会供图"}, "市总工会 供图"),
        ({80: "资料图片"}, "资料图片"),
        ({120: "座谈会现场。（茂名晚报记者 梁奈 摄）"}, "梁奈 摄"),
        ({120: "座谈会现场。"}, ""),
    ],
)
def test_a_credit_without_a_photographer_is_of_who_gave_it_or_of_the_archive(editor, fields, line):
    upload(editor, [with_iptc(fields)])
    photo = Photo.objects.get()
    assert photo_credits.line(photo) == line
    assert photo.caption in ("", "座谈会现场。")


def test_a_picture_made_by_ai_is_marked_wherever_readers_see_it(editor, client):
    said = f"<ext:DigitalSourceType>{AI}</ext:DigitalSourceType>"
    upload(editor, [with_xmp(said, content=picture(size=(900, 600)))])
    story = make.make_article()
    use = PhotoUse.objects.create(article=story, photo=Photo.objects.get())
    for page in ("/", "/articles/", story.get_absolute_url()):
        assert "AI生成" in client.get(page).content.decode()
    Photo.objects.update(ai_made=False)
    assert "AI生成" not in client.get(use.article.get_absolute_url()).content.decode()


def test_the_same_file_again_is_recognised(editor):
    upload(editor, [WITH_WORDS])
    (result,) = results(upload(editor, [WITH_WORDS, "anders.jpg"]))
    assert result["photo"] == Photo.objects.get().pk
    assert result["known"]


def test_broken_words_in_a_file_stop_nothing(editor):
    content = with_segment_of_rubbish()
    upload(editor, [content])
    assert Photo.objects.get().caption == ""


def with_segment_of_rubbish() -> bytes:
    xmp = pictures.with_segment(picture(size=(60, 40)), b"http://ns.adobe.com/xap/1.0/\0<x", 0xE1)
    return pictures.with_segment(xmp, pictures.resource(b"\x1c\x02\x78\xff\xff\0"))


def test_pictures_for_a_story_stand_at_its_end_with_caption_and_credit(editor):
    reporter = known_reporter()
    story = make.make_draft()
    story.photo_uses.create(photo=photo_of(picture(size=(50, 40))), order=4)
    before = story.lock_version
    upload(editor, [WITH_WORDS], [WITH_WORDS, "b.jpg"], query=f"?article={story.pk}")
    first, second = story.photo_uses.all()
    assert (second.caption, second.order) == (CAPTION, 5)
    credit = second.credits.get()
    assert (credit.name, credit.role, credit.person) == ("梁奈", "摄", reporter)
    story.refresh_from_db()
    assert story.lock_version > before  # a form that is open notices
    assert CAPTION in Version.objects.order_by("number").last().content


@pytest.mark.parametrize(("role", "status"), [("记者", 403), ("编辑", 200), ("资料员", 403)])
def test_pictures_come_into_a_story_only_by_who_may_change_it(client, role, status):
    story = make.make_draft(created_by=make.make_user("记者"))
    client.force_login(make.make_user(role))
    response = upload(client, [WITH_WORDS], query=f"?article={story.pk}")
    assert response.status_code == status
    assert story.photo_uses.exists() == (status == 200)
    assert Photo.objects.exists() == (status == 200)


def test_a_script_is_told_of_each_file(editor):
    response = editor.post(
        reverse("admin:articles_photo_add"),
        {"files": [upload_of(WITH_WORDS), upload_of(b"", "b.jpg")]},
        headers={"accept": "application/json"},
    )
    good, bad = response.json()["files"]
    assert (good["caption"], good["credit"]) == (CAPTION, "梁奈 摄")
    assert b"".join(editor.get(good["thumbnail"]).streaming_content)
    assert bad["reason"]


def test_a_photo_new_in_the_form_brings_its_words_and_keeps_what_was_typed(editor):
    known_reporter()
    story, photo = make.make_draft(), photo_of(picture(size=(60, 40)))
    Photo.objects.update(caption=CAPTION, credit="梁奈", credited="named")
    rows = {"photo_uses-TOTAL_FORMS": "2", "photo_uses-0-photo": photo.pk, "photo_uses-0-order": 0}
    rows |= {"photo_uses-1-photo": photo.pk, "photo_uses-1-caption": "另一句。"}
    rows |= {"photo_uses-1-credit": "市总工会供图", "photo_uses-1-order": 1}
    assert save(editor, story, **rows).status_code == 302
    first, second = story.photo_uses.all()
    assert (first.caption, photo_credits.line_of(first.credits.all())) == (CAPTION, "梁奈 摄")
    assert (second.caption, second.credits.get().role) == ("另一句。", "供图")


def test_credits_that_nobody_touched_stay_with_their_persons(editor):
    person = make.make_person("吴昊")
    story = make.make_draft()
    use = story.photo_uses.create(photo=photo_of(picture(size=(60, 40))))
    credit = Credit.objects.create(photo_use=use, name="吴昊", role="摄影报道", person=person)
    save(editor, story)
    assert use.credits.get() == credit
    save(editor, story, **{"photo_uses-0-credit": "本报记者 吴昊 梁奈"})
    assert [(row.name, row.person) for row in use.credits.all()] == [
        ("吴昊", person),
        ("梁奈", None),
    ]
    save(editor, story, **{"photo_uses-0-credit": ""})
    assert not use.credits.exists()


@pytest.mark.parametrize(
    "rows",
    [
        [("梁奈", "摄", "")],
        [("梁奈", "摄", ""), ("吴昊", "摄", "")],
        [("梁奈", "记者", "茂名晚报")],
        [("市总工会", "供图", "")],
        [("", "资料图片", "")],
    ],
)
def test_a_line_of_credits_reads_back_as_it_was(rows):
    credits = [Credit(name=name, role=role, unit=unit) for name, role, unit in rows]
    found = photo_credits.read(photo_credits.line_of(credits))
    assert [(each.name, each.role, each.unit) for each in found] == rows


def test_a_credit_without_a_name_says_where_the_picture_is_from(editor):
    use = make.make_draft().photo_uses.create(photo=photo_of(picture(size=(60, 40))))
    rows = {"credits-TOTAL_FORMS": "1", "credits-0-name": "", "credits-0-order": "0"}
    refused = save(editor, use, **rows, **{"credits-0-role": "摄"})
    assert "供图" in str(refused.context["inline_admin_formsets"][0].formset.errors)
    assert save(editor, use, **rows, **{"credits-0-role": "资料图片"}).status_code == 302
    assert use.credits.get().role == "资料图片"


def listed(client, **query) -> set[str]:
    response = client.get(reverse("admin:articles_photo_changelist"), query)
    return {photo.caption for photo in response.context["cl"].result_list}


def test_photos_are_found_by_words_persons_events_photographers_and_days(editor):
    reporter, huang, forum = known_reporter(), make.make_person(), make.make_event()
    upload(editor, [WITH_WORDS])
    photo = Photo.objects.get()
    photo.persons.add(huang)
    photo.event = forum
    photo.save()
    other = photo_of(with_exif((60, 40)))
    Photo.objects.filter(pk=other.pk).update(caption="别的", ai_made=True, taken="2023-05-01")
    use = make.make_draft().photo_uses.create(photo=other, caption="颁奖现场")
    Credit.objects.create(photo_use=use, name="吴昊", role="摄", person=make.make_person("吴昊"))
    for words in (
        "座谈",
        "梁奈",
        "黄奕奕",
        "迎春座谈会",
        "2024-01",
        "2024年1月",
        "2024/1/26",
        "劳模 茂名",
        "2024-01-26 黄奕奕",
    ):
        assert listed(editor, q=words) == {CAPTION}, words
    for words in ("吴昊", "颁奖", "2023"):
        assert listed(editor, q=words) == {"别的"}, words
    assert listed(editor, q="没有这个词") == set()
    assert listed(editor, person=huang.pk) == {CAPTION}
    assert listed(editor, event=forum.pk) == {CAPTION}
    assert listed(editor, photographer=reporter.pk) == {CAPTION}
    assert listed(editor, photographer=use.credits.get().person_id) == {"别的"}
    assert listed(editor, used="no") == {CAPTION}
    assert listed(editor, used="yes") == listed(editor, ai_made__exact="1") == {"别的"}
    assert listed(editor, taken__year="2023") == {"别的"}


def test_the_list_of_photos_says_which_stories_use_them_in_as_many_queries_as_ever(
    editor, django_assert_max_num_queries
):
    stories = [make.make_draft(f"第{number}篇") for number in range(4)]
    for story in stories:
        story.photo_uses.create(photo=photo_of(picture(size=(50 + story.pk % 40, 40))))
    with django_assert_max_num_queries(20):
        text = editor.get(reverse("admin:articles_photo_changelist")).content.decode()
    assert all(str(story) in text for story in stories)
    assert address(stories[0]) in text


def test_who_is_on_a_picture_stays_so_when_two_persons_are_merged():
    kept, other = make.make_person(), make.make_person("黄奕亦")
    photo = photo_of(picture(size=(60, 40)))
    photo.persons.add(other)
    Photo.objects.update(photographer=other)
    merge_persons(kept, other)
    photo.refresh_from_db()
    assert (photo.persons.get(), photo.photographer) == (kept, kept)
