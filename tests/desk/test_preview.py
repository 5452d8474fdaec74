"""The live preview: the readers' page of what stands in the form, for who may see the story, and nothing saved."""

import pytest
from django.urls import reverse

from articles.models import Article, Byline, Photo, PhotoUse, UnsavedWork, Version
from tests import make
from tests.desk.forms import address, filled_in
from tests.pictures import picture, upload_of

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_article_add")


@pytest.fixture
def editor(client):
    client.force_login(make.make_user("编辑"))
    return client


def preview_of(client, article=None, **changes):
    """The page of the article's form with these fields changed."""
    form = client.get(address(article) if article else ADD)
    return client.post(form.context["typed_preview"], filled_in(form) | changes)


def text(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_it_is_the_readers_page_of_what_is_typed_and_nothing_is_saved(editor):
    article = make.make_draft("旧标题")
    before = Article.objects.values().get()
    response = preview_of(
        editor, article, headline="新标题", body="<p>新的正文。<script>x</script></p>"
    )
    assert "articles/article_detail.html" in [each.name for each in response.templates]
    page = text(response)
    assert "新标题" in page
    assert "<p>新的正文。</p>" in page
    assert "旧标题" not in page
    assert Article.objects.values().get() == before
    assert not UnsavedWork.objects.exists()
    assert not Version.objects.exists()


def test_it_says_that_it_is_not_public_and_is_kept_nowhere(editor):
    response = preview_of(editor, make.make_article())
    assert "预览 · 未发布" in text(response)
    assert 'content="noindex"' in text(response)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_what_ties_the_story_to_others_stands_as_typed(editor):
    person, official, paper = (
        make.make_person("梁奈"),
        make.make_person("黄奕奕"),
        make.make_section(),
    )
    article = make.make_draft(reporters=[person], tags=["旧词"])
    make.make_mention(article, official, confirmed=False, name="黄奕奕", title="市总工会主席")
    page = text(
        preview_of(
            editor,
            article,
            section=str(paper.pk),
            tags="新词，劳模",
            responsible_editor="陈编",
            **{
                "mentions-0-confirmed": "on",
                "bylines-0-DELETE": "on",
                "bylines-TOTAL_FORMS": "2",
                "bylines-1-name": "车成雨",
                "bylines-1-role": "通讯员",
                "bylines-1-order": "0",
            },
        )
    )
    for shown in (paper.name, "新词", "劳模", "陈编", "车成雨", "通讯员", "市总工会主席"):
        assert shown in page
    assert "旧词" not in page
    assert "梁奈" not in page
    assert Byline.objects.get().name == "梁奈"


def test_a_proposal_is_not_shown(editor):
    article = make.make_draft()
    make.make_mention(article, make.make_person("刘艳"), confirmed=False)
    assert "刘艳" not in text(preview_of(editor, article))


def test_photos_stand_where_the_form_puts_them_with_caption_and_credit(editor):
    photo = Photo.objects.create(original=upload_of(picture(size=(900, 600))))
    article = make.make_draft()
    PhotoUse.objects.create(article=article, photo=photo, caption="旧说明")
    changes = {"photo_uses-0-caption": "新说明", "photo_uses-0-credit": "梁奈 摄"}
    body = f'<p>一。</p><img data-photo="{photo.pk}"><p>二。</p>'
    page = text(preview_of(editor, article, body=body, **changes))
    assert (
        page.index("<p>一。</p>") < page.index(photo.get_absolute_url()) < page.index("<p>二。</p>")
    )
    assert "新说明" in page
    assert "梁奈" in page
    assert "旧说明" not in page
    assert not article.photo_uses.get().credits.exists()
    picture_response = editor.get(
        photo.get_absolute_url()
    )  # the desk's, though no reader may have it
    assert b"".join(picture_response).startswith(b"\xff\xd8")


def test_a_new_story_is_shown_too(editor):
    added = {"bylines-TOTAL_FORMS": "1", "bylines-0-name": "车成雨", "bylines-0-order": "0"}
    page = text(preview_of(editor, headline="还没存过", body="<p>文。</p>", tags="劳模", **added))
    assert "还没存过" in page
    assert "车成雨" in page
    assert not Article.objects.exists()


def test_what_is_wrong_is_named_and_the_rest_is_shown(editor):
    article = make.make_draft("旧标题")
    added = {"bylines-TOTAL_FORMS": "1", "bylines-0-name": "", "bylines-0-role": "记者"}
    response = preview_of(editor, article, headline="", kicker="我市大力弘扬", **added)
    page = text(response)
    assert "（无题）" in page
    assert "旧标题" not in page
    assert "我市大力弘扬" in page
    faults = response.context["faults"]
    assert [fault.split("：")[0] for fault in faults if fault.startswith("主题")] == ["主题"]
    assert any(fault.startswith("署名") for fault in faults)


def test_a_save_meanwhile_does_not_stop_it(editor):
    article = make.make_draft()
    data = filled_in(editor.get(address(article)))
    article.save()
    url = reverse("admin:articles_article_typed_preview", args=[article.pk])
    assert "我的标题" in text(editor.post(url, data | {"headline": "我的标题"}))


def test_who_may_not_see_the_story_gets_nothing(client):
    article = make.make_draft("别人的稿件")
    url = reverse("admin:articles_article_typed_preview", args=[article.pk])
    data = {"headline": "改"}
    response = client.post(url, data)
    assert (response.status_code, "/admin/login/" in response["Location"]) == (302, True)
    client.force_login(make.make_user())
    assert client.post(url, data).status_code == 403
    assert client.post(reverse("admin:articles_article_add_preview"), data).status_code == 403


def test_who_may_only_read_the_story_sees_it_as_it_is_saved(client):
    client.force_login(make.make_user("记者"))
    article = make.make_draft("别人的稿件", tags=["劳模"])
    url = reverse("admin:articles_article_typed_preview", args=[article.pk])
    page = text(client.post(url, {"headline": "改"}))
    assert "别人的稿件" in page
    assert "劳模" in page


def test_its_address_alone_leads_back_to_the_form(editor):
    article = make.make_draft()
    url = reverse("admin:articles_article_typed_preview", args=[article.pk])
    assert editor.get(url)["Location"] == address(article)


def test_without_script_the_button_opens_it_in_a_window_of_its_own(editor):
    page = editor.get(address(make.make_draft())).content.decode()
    button = page[page.index("preview-toggle") - 40 :].split("</button>")[0]
    assert 'formtarget="_blank"' in button
    assert "formnovalidate" in button
    before = page[: page.index("preview-toggle")]
    assert 'name="_save"' in before  # Enter in a field saves, as ever: the first button of a form


def test_no_other_page_may_put_ours_into_a_frame(editor):
    for url in ("/", address(make.make_draft())):
        assert "frame-ancestors 'none'" in editor.get(url)["Content-Security-Policy"]
