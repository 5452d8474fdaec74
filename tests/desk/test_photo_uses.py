"""Photos in stories: whoever may not change a story does not change its pictures, captions and credits."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Credit, Photo, PhotoUse
from tests import make
from tests.desk.forms import address, save
from tests.pictures import picture
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db

READERS_SEE = {"记者": 403, "编辑": 403, "栏目主任": 403, "总编辑": 302}


def use_in(article):
    use = add_picture(article)
    Credit.objects.create(photo_use=use, name="吴昊", role="摄")
    return use


def caption_of(use):
    return PhotoUse.objects.get(pk=use.pk).caption


@pytest.mark.parametrize(("role", "status"), READERS_SEE.items())
def test_captions_of_an_approved_story_are_changed_only_by_who_may_approve(client, role, status):
    use = use_in(make.make_article())
    client.force_login(make.make_user(role))
    sent = {"caption": "改过的说明", "order": "0"} | rows()
    assert client.post(address(use), sent).status_code == status
    assert caption_of(use) == ("改过的说明" if status == 302 else "活动现场。")
    assert client.get(address(use, "delete")).status_code == (403 if status == 403 else 200)


def rows() -> dict:
    return {"credits-TOTAL_FORMS": "0", "credits-INITIAL_FORMS": "0"}


def test_the_caption_of_a_draft_is_changed_by_its_writer_and_not_by_other_reporters(client):
    writer, other = make.make_user("记者"), make.make_user("记者")
    use = use_in(make.make_draft(created_by=writer))
    client.force_login(other)
    assert client.post(address(use), {"caption": "别人改的"} | rows()).status_code == 403
    client.force_login(writer)
    assert save(client, use, caption="自己改的").status_code == 302
    assert caption_of(use) == "自己改的"


def test_a_photo_does_not_move_to_another_story(client):
    use, other = use_in(make.make_draft()), make.make_draft()
    client.force_login(make.make_user("编辑"))
    assert save(client, use, article=other.pk).status_code == 302
    assert PhotoUse.objects.get(pk=use.pk).article != other


def test_a_story_in_the_bin_is_deleted_with_its_photos(client):
    article = make.make_draft()
    use_in(article)
    article.spike()
    client.force_login(make.make_user("栏目主任"))
    address = reverse("admin:articles_article_delete", args=[article.pk])
    page = f"{address}?lock_version={article.lock_version}"
    assert client.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()


@pytest.mark.parametrize(("role", "status"), READERS_SEE.items())
def test_a_picture_in_an_approved_story_is_changed_only_by_who_may_approve(client, role, status):
    photo = Photo.objects.create(original=SimpleUploadedFile("a.jpg", picture(size=(30, 20))))
    use = PhotoUse.objects.create(article=make.make_article(), photo=photo)
    client.force_login(make.make_user(role))
    sent = {"description": "改过", "focus_x": "50", "focus_y": "50"}
    assert client.post(address(photo), sent).status_code == status
    use.article.withdraw()
    assert client.post(address(photo), sent).status_code == 302
