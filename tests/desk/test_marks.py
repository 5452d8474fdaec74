"""规范标点: half-width marks in Chinese text are put right where the editor agrees; all else stays."""

from time import process_time

import pytest
from playwright.sync_api import expect

from articles.models import Article, UnsavedWork
from newsdesk import html, marks
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture

RIGHT = {
    "我市召开会议,总结工作.": "我市召开会议，总结工作。",
    '他说: "干就完了!" 大家鼓掌': "他说：“干就完了！” 大家鼓掌",
    '开展"助企行"(第一期)活动...': "开展“助企行”（第一期）活动……",
    "“已有”和\"没有\"": "“已有”和“没有”",
    "1,200人参加,增长3.5%,会议于10:30开始": "1,200人参加，增长3.5%，会议于10:30开始",
    "同比实现增长3.5%.": "同比实现增长3.5%。",
    "增长3.5%,降至-2.1%.": "增长3.5%，降至-2.1%。",
    "时间:5月1日09:30-11:00.": "时间：5月1日09:30-11:00。",
    "电话:0668-2288123转802.": "电话：0668-2288123转802。",
    "用Word, WPS.": "用Word, WPS.",
    "比分3:2,胜;2024.1.27": "比分3:2，胜；2024.1.27",
    "报名见http://a.cn/查询?id=1,邮箱zs@163.com,谢谢": "报名见http://a.cn/查询?id=1，邮箱zs@163.com，谢谢",
    'He said, "Hello." 我市召开会议,很好.': 'He said, "Hello." 我市召开会议，很好。',
    "He visited 茂名, and left.": "He visited 茂名, and left.",
    "用A4纸打印Made in China字样": "用A4纸打印Made in China字样",
    "用了WiFi, 大家鼓掌. 会议很好": "用了WiFi，大家鼓掌。会议很好",
    "甲,\n乙.": "甲，\n乙。",
    "好!!真的?!": "好！！真的？！",
    "邮箱a.b-c@163.com.cn,谢谢": "邮箱a.b-c@163.com.cn，谢谢",
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), RIGHT.items())
def test_marks_in_chinese_text_and_nothing_else(text, right):
    assert marks.applied(text, marks.changes(text)) == right
    assert marks.changes(right) == []


@pytest.mark.parametrize("text", ["a" * 100_000, "." * 100_000, "a-" * 50_000])
def test_what_is_no_text_does_not_hold_the_desk_up(text):
    begun = process_time()
    assert marks.changes(text) == []
    assert process_time() - begun < 5


def test_a_pair_is_one_change():
    (change,) = marks.changes('开展"助企行"活动')
    assert [edit.after for edit in change.edits] == ["“", "”"]


def right(body) -> str:
    found = marks.changes(html.plain(body).text)
    return html.with_edits(body, [(e.start, e.end, e.after) for each in found for e in each.edits])


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            '<p>他说:<strong>"干就</strong>完了!"</p><p>我市<a href="http://a.cn/x,y">召开,会议</a>,好.</p>',
            '<p>他说：<strong>“干就</strong>完了！”</p><p>我市<a href="http://a.cn/x,y">召开，会议</a>，好。</p>',
        ),
        ("<p>甲&amp;乙,好&quot;啊&quot;</p>", "<p>甲&amp;乙，好“啊”</p>"),
        ("<p>好.<em>.</em>.</p>", "<p>好……<em></em></p>"),
        ('<p>甲,</p><img data-photo="7"><p>乙</p>', '<p>甲，</p><img data-photo="7"><p>乙</p>'),
        ("<ul><li><p>甲,乙</p></li></ul>", "<ul><li><p>甲，乙</p></li></ul>"),
    ],
)
def test_elements_stay_as_they_are(body, after):
    assert right(body) == after


def address(article) -> str:
    return f"/admin/articles/article/{article.pk}/marks/"


@pytest.mark.django_db
class TestTheForm:
    def test_only_what_is_ticked_is_changed_and_nothing_is_saved(self, client):
        article = make.make_draft(body="<p>旧</p>")
        client.force_login(make.make_user("编辑"))
        typed = {
            "headline": "会议召开,好",
            "body": "<p>甲,乙.</p>",
            "photo_uses-0-caption": "丙,丁",
        }
        json = {"headers": {"Accept": "application/json"}}
        shown = client.post(address(article), typed, **json).content.decode()
        assert shown.count('type="checkbox"') == 4
        assert "<del>,</del>" in shown
        chosen = typed | {"apply": "1", "mark": ["body:1", "photo_uses-0-caption:0"]}
        answer = client.post(address(article), chosen, **json).json()
        assert answer == {"values": {"body": "<p>甲,乙。</p>", "photo_uses-0-caption": "丙，丁"}}
        article.refresh_from_db()
        assert (article.body, article.versions.count()) == ("<p>旧</p>", 0)

    def test_who_may_not_change_the_story_gets_no_answer(self, client):
        mine, others = make.make_draft(), make.make_draft()
        reporter = make.make_user("记者")
        Article.objects.filter(pk=mine.pk).update(created_by=reporter)
        client.force_login(reporter)
        assert client.post(address(mine), {"body": "甲,乙"}).status_code == 200
        assert client.post(address(others), {"body": "甲,乙"}).status_code == 403
        assert client.post("/admin/articles/article/add/marks/", {}).status_code == 200
        client.force_login(make.make_user("资料员"))
        assert client.post("/admin/articles/article/add/marks/", {}).status_code == 403
        assert client.get(address(mine)).status_code == 405

    def test_without_script_a_page_shows_them_and_the_form_opens_with_them(self, client):
        article = make.make_draft(body="<p>旧</p>")
        editor = make.make_user("编辑")
        client.force_login(editor)
        key = "a" * 32
        typed = {"headline": "会议,好", "body": "<p>甲,乙.</p>", "unsaved_key": key}
        page = client.post(address(article), typed)
        assert page.content.decode().count('type="checkbox"') == 3
        answer = client.post(
            address(article), {"unsaved_key": key, "apply": "1", "mark": ["body:0", "body:1"]}
        )
        work = UnsavedWork.objects.get()
        assert answer.url == work.address
        assert (work.fields["headline"], work.fields["body"]) == ("会议,好", "<p>甲，乙。</p>")
        assert "&lt;p&gt;甲，乙。&lt;/p&gt;" in client.get(answer.url).content.decode()
        client.force_login(make.make_user("编辑"))
        stolen = client.post(address(article), {"unsaved_key": key, "apply": "1"})
        assert stolen.status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_the_editor_sees_each_change_leaves_one_out_and_can_undo(page):
    article = make.make_draft("会议召开,好", body='<p>他说:"干就完了!"增长3.5%,好.</p>')
    log_in(page, make.make_user("编辑"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    text = page.locator(".prose-editor > .ProseMirror")
    page.locator("#id_kicker").fill("引题,未保存")
    page.get_by_role("button", name="规范标点").click()
    dialog = page.get_by_role("dialog", name="规范标点")
    expect(dialog.get_by_role("checkbox")).to_have_count(7)
    dialog.get_by_role("checkbox").last.uncheck()
    dialog.get_by_role("button", name="应用勾选的修改").click()
    expect(text).to_have_text("他说：“干就完了！”增长3.5%，好.")
    expect(page.locator("#id_headline")).to_have_value("会议召开，好")
    expect(page.locator("#marks-said")).to_have_text("已改 6 处，还没有保存。")
    text.click()
    page.keyboard.press("Control+z")
    expect(text).to_have_text('他说:"干就完了!"增长3.5%,好.')
    page.keyboard.press("Control+y")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert (article.headline, article.body) == (
        "会议召开，好",
        "<p>他说：“干就完了！”增长3.5%，好.</p>",
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_where_all_is_right_it_says_so_and_the_dialog_fits_a_telephone(page):
    log_in(page, make.make_user("编辑"))
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/admin/articles/article/add/")
    page.get_by_role("button", name="规范标点").click()
    dialog = page.get_by_role("dialog", name="规范标点")
    expect(dialog).to_contain_text("标点没有问题")
    dialog.get_by_role("button", name="关闭").click()
    page.locator("#id_headline").fill('我市召开会议,部署"助企行"工作,部署"助企行"工作')
    page.get_by_role("button", name="规范标点").click()
    expect(dialog.get_by_role("checkbox")).to_have_count(4)
    assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_everybody_can_read_what_is_proposed(axe_page):  # noqa: F811 - the fixture
    log_in(axe_page, make.make_user("编辑"))
    axe_page.goto("/admin/articles/article/add/")
    axe_page.locator("#id_headline").fill("会议召开,好")
    axe_page.get_by_role("button", name="规范标点").click()
    expect(axe_page.get_by_role("dialog", name="规范标点")).to_be_visible()
    assert axe(axe_page) == []
