"""复制到公众号: the story with inline styles alone, its photos by their address, headline apart."""

import re

import pytest
from playwright.sync_api import expect

from articles.exchange import wechat
from articles.models import Credit, Photo, PhotoUse
from newsdesk import html
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture
from tests.pictures import picture, upload_of

BODY = (
    '<p>1月26日，<a href="http://a.cn/">我市</a>举行<strong>座谈会</strong>。</p><h2>小标题</h2>'
    "<blockquote><p>引文一。</p><p>引文二。</p></blockquote><ul><li><p class='x' id='y'>甲 &amp; 乙</p></li></ul>"
    '<table><tbody><tr><th><p>姓名</p></th><td colspan="2"><p>王五</p></td></tr></tbody></table>'
)
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (type) => item.types.includes(type) ? await (await item.getType(type)).text() : "";
  return [await read("text/html"), await read("text/plain")];
}"""


def story(**fields):
    parts = [BODY, wechat.Picture("/photos/1/a.jpg", "活动“现场”<1>", "吴昊 摄")]
    return wechat.Story(
        **{"headline": "标题", "parts": parts, "imprint": ("来源：茂名晚报",)} | fields
    )


def absolute(path):
    return f"https://news.example{path}"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<blockquote><p>甲</p>", "<p>乙</p></blockquote>"),
        ("<ul><li><p>甲</p>", "<p>乙</p></li></ul>"),
        ("<table><tbody><tr><td><p>甲</p>", "<p>乙</p></td></tr></tbody></table>"),
    ],
)
def test_a_photo_inside_a_quotation_a_list_or_a_table_is_copied_where_it_stands(before, behind):
    parted = story(parts=[before, wechat.Picture("/photos/1/a.jpg", "图说"), behind])
    copy = wechat.to_html(parted, absolute)
    assert copy.count('<p style="margin:0;">') == 2
    assert copy.index("甲") < copy.index("a.jpg") < copy.index("乙")
    tags = re.findall(r"<(/?)(section|ul|li|table|tbody|tr|td)\b", copy)
    assert sum(-1 if closing else 1 for closing, _name in tags) == 0
    text = wechat.to_text(parted)
    assert text.index("甲") < text.index("图说") < text.index("乙")


def test_nothing_but_inline_styles_is_in_the_copy():
    copy = wechat.to_html(story(kicker="引题", subheadline="——副题", standfirst="提要"), absolute)
    tags = set(re.findall(r"<(\w+)", copy))
    allowed = {"section", "p", "strong", "ul", "li", "table", "tbody", "tr", "th", "td", "img"}
    assert tags == allowed
    assert set(re.findall(r'\s([\w-]+)="', copy)) == {"style", "src", "alt", "colspan"}
    assert 'src="https://news.example/photos/1/a.jpg" alt="活动“现场”&lt;1&gt;"' in copy
    assert "甲 &amp; 乙" in copy
    assert "标题" not in copy.replace("小标题", "")
    order = [
        "引题",
        "——副题",
        "提要",
        "1月26日",
        "小标题",
        "引文",
        "王五",
        "<img",
        "吴昊 摄",
        "来源",
    ]
    assert sorted(order, key=copy.index) == order
    assert copy.count("<p") == copy.count("</p>")


def test_the_plain_text_has_a_line_for_each_paragraph():
    assert wechat.to_text(story()).split("\n") == [
        "1月26日，我市举行座谈会。", "小标题", "引文一。", "引文二。", "甲 & 乙", "姓名\t王五",
        "活动“现场”<1>　吴昊 摄", "来源：茂名晚报",
    ]  # fmt: skip


def test_every_element_that_the_editor_has_is_styled():
    allowed = html.allowlist_from_extensions(html.EXTENSIONS)["tags"]
    assert set(allowed) - {"a", "img"} <= set(wechat.STYLES)


def address(article):
    return f"/admin/articles/article/{article.pk}/wechat/"


def with_photo(article):
    photo = Photo.objects.create(original=upload_of(picture(size=(300, 200))))
    use = PhotoUse.objects.create(article=article, photo=photo, caption="活动现场。")
    Credit.objects.create(photo_use=use, name="吴昊", role="摄")
    article.body = f'<p>第一段。</p><img data-photo="{use.photo_id}"><p>第二段。</p>'
    article.save()
    return use.photo


@pytest.mark.django_db
class TestThePage:
    def test_it_holds_the_story_with_its_names_and_photos_where_they_stand(self, client, settings):
        settings.SITE_URL = "https://news.example/"
        reporter = make.make_person("梁奈")
        article = make.make_article(responsible_editor="陈编", reporters=[reporter])
        photo = with_photo(article)
        client.force_login(make.make_user("编辑"))
        page = client.get(address(article))
        copy = page.context["copied"]["html"]
        url = f"https://news.example{photo.get_absolute_url()}"
        order = [
            "第一段。",
            f'src="{url}"',
            "活动现场。　吴昊 摄",
            "第二段。",
            "记者 梁奈",
            "责任编辑：陈编",
        ]
        assert sorted(order, key=copy.index) == order
        assert "发布后" not in page.content.decode()

    def test_of_a_draft_it_says_that_the_photos_cannot_be_fetched_yet(self, client):
        article = make.make_draft()
        with_photo(article)
        client.force_login(make.make_user("编辑"))
        assert "图片在发布后才能被公众号取到" in client.get(address(article)).content.decode()
        without = make.make_draft()
        assert "发布后" not in client.get(address(without)).content.decode()

    @pytest.mark.parametrize("part", ["", "text/"])
    def test_only_the_desk_sees_it(self, client, part):
        article = make.make_draft()
        assert client.get(address(article) + part).status_code == 302
        client.force_login(make.make_user())
        assert client.get(address(article) + part).status_code == 403
        client.force_login(make.make_user("记者"))
        assert client.get(address(article) + part).status_code == 200

    def test_what_is_shown_may_run_nothing_and_stands_in_our_own_page_alone(self, client):
        article = make.make_draft()
        client.force_login(make.make_user("记者"))
        answer = client.get(address(article) + "text/")
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "frame-ancestors 'self'" in policy
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "'unsafe-inline'" not in client.get(address(article))["Content-Security-Policy"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_one_press_copies_from_the_form_and_from_the_preview(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = make.make_draft()
    photo = with_photo(article)
    log_in(page, make.make_user("编辑"))
    for path in (
        f"/admin/articles/article/{article.pk}/change/",
        f"/articles/{article.pk}/preview/",
    ):
        page.goto(path)
        page.get_by_role("link", name="复制到公众号").click()
        expect(page.locator(".copy-said")).to_contain_text("已复制")
        expect(page.locator(".copy-said")).to_contain_text("图片在发布后才能被公众号取到")
        copied, text = page.evaluate(CLIPBOARD)
        assert photo.get_absolute_url() in copied
        assert 'style="' in copied
        assert "class=" not in copied
        assert text.startswith("第一段。\n活动现场。　吴昊 摄\n第二段。")
        page.evaluate("navigator.clipboard.writeText('')")


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_the_page_shows_what_is_copied_and_copies_the_headline_apart(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = make.make_draft("我市召开会议")
    with_photo(article)
    log_in(page, make.make_user("编辑"))
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address(article))
    shown = page.frame_locator(".wechat-text")
    expect(shown.get_by_text("第二段。")).to_be_visible()
    assert shown.locator("img").evaluate("image => image.naturalWidth > 0")
    assert shown.get_by_text("第二段。").evaluate("p => getComputedStyle(p).textAlign") == "justify"
    page.get_by_role("button", name="复制标题").click()
    expect(page.get_by_text("标题已复制。")).to_be_visible()
    assert page.evaluate(CLIPBOARD) == ["", "我市召开会议"]
    page.get_by_role("button", name="复制正文和图片").click()
    expect(page.get_by_text("正文已复制。")).to_be_visible()
    assert "<section" in page.evaluate(CLIPBOARD)[0]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_everybody_can_use_the_page(axe_page):  # noqa: F811 - the fixture
    article = make.make_draft()
    log_in(axe_page, make.make_user("编辑"))
    axe_page.goto(address(article))
    assert axe(axe_page) == []
