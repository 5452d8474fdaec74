"""Attachments in a story's form: chosen, refused in words, kept by versions, never mixed up by two editors."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.history import versions
from articles.history.restoring import restore
from articles.models import Article, Attachment, StoredFile, Version
from people import bin as people_bin
from people.models import Deleted
from tests import files, make
from tests.desk.forms import address, filled_in, save
from tests.desk.test_preview import preview_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


@pytest.fixture
def article():
    return make.make_draft()


def new_row(**fields) -> dict:
    """One more row in the form of a story that has none."""
    fields = {"order": "0"} | fields
    row = {f"attachments-0-{name}": value for name, value in fields.items()}
    return {"attachments-TOTAL_FORMS": "1"} | row


def hand_over(client, of="attachments-upload", **fields):
    """As the script does the moment a file is chosen."""
    return client.post(reverse("admin:articles_article_take_file", args=[of]), fields)


def titles(article) -> list[str]:
    return [row.title for row in article.attachments.order_by("order", "pk")]


def test_a_file_sent_with_the_form_is_attached_under_its_own_name(editor, article):
    assert save(editor, article, **new_row(upload=files.upload("申请表.pdf"))).status_code == 302
    row = article.attachments.get()
    assert (row.title, row.file.name, row.file.kind) == ("申请表", "申请表.pdf", "pdf")
    page = editor.get(address(article)).content.decode()
    assert row.file.get_absolute_url() in page
    save(editor, article, **{"attachments-0-title": "新名称"})
    assert titles(article) == ["新名称"]
    save(editor, article, **{"attachments-0-DELETE": "on"})
    assert titles(article) == []
    assert StoredFile.objects.get().original.storage.exists(row.file.original.name)


def test_a_file_handed_over_beforehand_is_attached_by_the_form(editor, article):
    told = hand_over(editor, file=files.upload()).json()
    assert told["title"] == "公示"
    assert save(editor, article, **new_row(file=told["file"], title="公示")).status_code == 302
    assert article.attachments.get().file_id == told["file"]


def test_what_is_refused_is_told_and_the_rest_of_the_form_stays(editor, article):
    bad = files.upload("公示.pdf", b"MZ program")
    assert "可执行程序" in hand_over(editor, file=bad).json()["reason"]
    bad.seek(0)
    response = save(editor, article, headline="改了标题", **new_row(upload=bad))
    assert response.status_code == 200
    assert "可执行程序" in response.content.decode()
    assert filled_in(response)["headline"] == "改了标题"
    assert not StoredFile.objects.exists()


def test_a_row_without_a_file_is_asked_for_one(editor, article):
    response = save(editor, article, **new_row(title="公示"))
    assert "请选择一个文件" in response.content.decode()
    assert not article.attachments.exists()


def test_a_file_is_not_lost_by_a_fault_elsewhere(editor, article):
    response = save(editor, article, headline="", **new_row(upload=files.upload()))
    data = filled_in(response) | {"headline": "有了"}
    assert data["attachments-0-file"] == str(StoredFile.objects.get().pk)
    assert editor.post(address(article), data).status_code == 302
    assert titles(article) == ["公示"]


def test_a_larger_file_than_the_house_takes_is_refused(editor, article):
    large = files.upload(content=files.PDF.ljust(20 * 1024**2 + 1, b"\n"))
    assert "20 MB" in hand_over(editor, file=large).json()["reason"]


def test_who_may_not_write_hands_over_nothing(client):
    assert "/admin/login/" in hand_over(client, file=files.upload())["Location"]
    for role in ("资料员", "管理员"):
        client.force_login(make.make_user(role))
        assert hand_over(client, file=files.upload()).status_code == 403
    assert not StoredFile.objects.exists()
    client.force_login(make.make_user("记者"))
    assert hand_over(client, file=files.upload()).status_code == 200
    assert hand_over(client, of="nothing", file=files.upload()).status_code == 400
    assert hand_over(client).status_code == 400


def test_who_may_only_read_the_story_sees_what_is_attached(client, article):
    row = files.attach(article)
    client.force_login(make.make_user("记者"))
    page = client.get(address(article)).content.decode()
    assert row.title in page
    assert row.file.get_absolute_url() in page
    assert 'type="file"' not in page


def test_the_preview_shows_them_as_they_stand_in_the_form(editor, article):
    files.attach(article, "旧名称")
    page = preview_of(editor, article, **{"attachments-0-title": "新名称"}).content.decode()
    assert "新名称" in page[page.index('class="attachments"') :]
    assert "旧名称" not in page


def test_the_preview_takes_no_file_in(editor, article):
    assert preview_of(editor, article, **new_row(upload=files.upload())).status_code == 200
    assert not StoredFile.objects.exists()


def test_a_version_keeps_them_and_a_story_goes_back_to_them(article):
    row = files.attach(article, "公示")
    first = versions.keep(article)
    kept = first.read()["attachments"][0]
    assert (kept["title"], kept["file"]["original"]) == ("公示", row.file.original.name)
    row.delete()
    assert versions.keep(article).number == 2
    assert restore(first) == []
    again = article.attachments.get()
    assert (again.title, again.file) == ("公示", row.file)


def test_a_version_older_than_attachments_changes_nothing_of_itself(article):
    content = versions.content_of(article)
    del content["attachments"]
    old = Version.objects.create(
        article=article, number=1, lock_version=0, content=versions.canonical(content)
    )
    assert versions.keep(article) is None
    files.attach(article)
    restore(old)
    assert titles(article) == []


def test_versions_are_compared_by_the_names_of_their_attachments(editor, article):
    versions.keep(article)
    files.attach(article, "评选结果公示")
    versions.keep(article)
    url = reverse("admin:articles_article_compare", args=[article.pk])
    page = editor.get(url, {"old": 1, "new": 2}).content.decode()
    assert "评选结果公示" in page
    assert "附件" in page


def colleague_saves(article, **changes):
    other = Client()
    other.force_login(make.make_user("编辑"))
    assert save(other, article, **changes).status_code == 302


def test_attachments_of_one_editor_survive_the_save_of_another(editor, article):
    files.attach(article, "公示")
    data = filled_in(editor.get(address(article)))
    colleague_saves(article, **{"attachments-0-title": "同事改的名称"})
    response = editor.post(address(article), data | {"kicker": "我加的引题"})
    assert filled_in(response)["attachments-0-title"] == "同事改的名称"
    assert editor.post(address(article), filled_in(response)).status_code == 302
    assert titles(article) == ["同事改的名称"]
    assert Article.objects.get().kicker == "我加的引题"


def test_where_both_changed_them_it_is_asked(editor, article):
    file = files.stored()
    data = filled_in(editor.get(address(article)))
    colleague_saves(article, **new_row(file=file.pk, title="同事的附件"))
    mine = data | new_row(file=file.pk, title="我的附件")
    response = editor.post(address(article), mine)
    page = response.content.decode()
    assert "同事的附件" in page
    assert "我的附件" in page
    question = {"choice-attachments": "mine", "choice_version": Article.objects.get().lock_version}
    response = editor.post(address(article), mine | question)
    assert editor.post(address(article), filled_in(response)).status_code == 302
    assert titles(article) == ["我的附件"]


def test_a_deleted_story_comes_back_from_the_bin_with_them(article):
    row = files.attach(article, "公示")
    people_bin.discard(article)
    assert not Attachment.objects.exists()
    people_bin.restore(Deleted.objects.get())
    assert Attachment.objects.get() == row
