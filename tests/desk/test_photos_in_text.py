"""A photo of the article is placed in its text; readers see it there with caption and credits."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, Credit, Photo, PhotoUse
from newsdesk import html
from tests import make
from tests.desk.forms import save
from tests.desk.test_browser import log_in
from tests.desk.test_pictures import picture
from tests.site.test_story import add_picture

pytestmark = pytest.mark.django_db


def place(article, *photos):
    """The photos one after another behind the first paragraph."""
    images = "".join(f'<img data-photo="{photo.pk}">' for photo in photos)
    article.body = f"<p>第一段。</p>{images}<p>第二段。</p>"
    article.save()


def story(article) -> str:
    """From its headline to the foot, where a code for telephones stands."""
    page = Client().get(article.get_absolute_url()).content.decode()
    return page[page.index('class="article"') : page.index('<figure class="qr"')]


def test_a_photo_stands_where_it_was_put_and_the_others_where_they_stood():
    article = make.make_article()
    placed, _lead = add_picture(article, caption="文中图。"), add_picture(article, caption="题图。")
    Credit.objects.create(photo_use=placed, name="吴昊", role="摄")
    place(article, placed.photo)
    page = story(article)
    order = ["题图。", "第一段。", "文中图。", "吴昊", "第二段。"]
    assert sorted(order, key=page.index) == order
    assert page.count("<figure") == 2
    assert "data-photo" not in page


def test_a_photo_of_another_story_or_without_a_picture_is_not_shown():
    article, other = make.make_article(), make.make_draft()
    foreign = add_picture(other, caption="别人的图。")
    missing = PhotoUse.objects.create(article=article, caption="只有说明。")
    place(article, foreign.photo)
    page = story(article)
    assert "<figure" not in page
    assert "<img" not in page
    assert foreign.caption not in page
    assert missing.caption not in page


def test_the_dateline_stands_before_the_text_and_not_before_a_photo():
    parts = html.story_parts('<img data-photo="7"><p>全文。</p>', "本报讯")
    assert parts == [7, '<p><span class="dateline">本报讯</span>　全文。</p>']


def test_the_text_as_text_does_not_know_of_photos():
    plain = html.plain('<p>甲</p><img data-photo="7"><p>乙</p>')
    assert plain.text == "甲\n乙"
    assert plain.offsets[-1] == len('<p>甲</p><img data-photo="7"><p>')


@pytest.mark.parametrize("number", ["x", "1x", "", "-1", "1><script>alert(1)</script>", "９"])
def test_only_a_number_names_a_photo(number):
    body = f'<p>甲</p><img data-photo="{number}" src="/x.jpg" onerror="x()">'
    assert html.clean(body) == "<p>甲</p>"
    assert html.story_parts(body, "") == ["<p>甲</p>"]
    assert html.safe(body) == "<p>甲</p>"


def test_a_photo_taken_from_the_article_goes_out_of_its_text(client):
    article = make.make_draft()
    kept, gone = add_picture(article), add_picture(article)
    place(article, kept.photo, gone.photo)
    client.force_login(make.make_user("总编辑"))
    prefix = f"photo_uses-{list(article.photo_uses.order_by('order', 'pk')).index(gone)}"
    assert save(client, article, **{f"{prefix}-DELETE": "on"}).status_code == 302
    body = Article.objects.get().body
    assert html.with_photos(body, [kept.photo_id]) == body
    assert f'data-photo="{kept.photo_id}"' in body


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_an_editor_puts_a_photo_into_the_text_by_its_button(page):
    article = make.make_draft(body="<p>第一段。</p>")
    file = SimpleUploadedFile("a.jpg", picture(size=(300, 200)))
    photo = Photo.objects.create(original=file, ai_made=True)
    use = PhotoUse.objects.create(article=article, photo=photo, caption="活动现场。")
    Credit.objects.create(photo_use=use, name="吴昊", role="摄")
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".prose-editor > .ProseMirror").click()
    page.keyboard.press("Control+End")
    page.get_by_role("button", name="插入图片").click()
    page.get_by_role("dialog").get_by_role("button", name="活动现场。").click()
    shown = page.locator(".photo-in-text")
    expect(shown).to_contain_text("活动现场。")
    expect(shown).to_contain_text("吴昊摄")
    expect(shown).to_contain_text("AI生成")
    expect(shown.locator("img")).to_be_visible()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().body == f'<p>第一段。</p><img data-photo="{photo.pk}">'
