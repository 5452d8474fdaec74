"""导入 Word 文稿: each document becomes a draft or is refused in words; the others come in all the same."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from playwright.sync_api import expect

from articles.incoming import docx
from articles.models import Article, Photo
from newsdesk import html
from tests import make
from tests.browser import axe
from tests.desk.test_browser import axe_page, log_in  # noqa: F401 - a fixture
from tests.documents import document, garbled, paragraph, picture, table
from tests.pictures import bomb, upload_of
from tests.pictures import picture as image

pytestmark = pytest.mark.django_db
URL = "/admin/articles/article/word/"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def editor(client):
    user = make.make_user("编辑")
    client.force_login(user)
    client.user = user
    return client


def bring_in(client, *files) -> list:
    uploads = [upload_of(content, name) for name, content in files]
    answer = client.post(URL, {"files": uploads})
    assert answer.status_code == 200
    return answer.context["results"]


def test_a_document_becomes_a_draft_with_all_its_parts(editor):
    liang = make.make_person("梁奈")
    make.make_membership(liang, make.make_post("记者", make.make_paper(), kind="reporter"))
    huang = make.make_person("黄奕奕")
    make.make_membership(huang, make.make_post("主席", make.make_organization()))
    content = document(
        "港区职工技能竞赛落幕",
        "——三百名职工同台比武",
        "本报记者 梁奈 / 通讯员 李四",
        "本报讯 1月26日，市总工会主席黄奕奕出席竞赛闭幕式。",
        picture(1),
        "竞赛现场。（吴昊 摄）",
        paragraph("比出真本领", run="<w:b/>"),
        table(["姓名", "名次"], ["王五", "第一"]),
        picture(2, "并列第二的还有"),
        images=(image("PNG", (60, 40)), image("PNG", (40, 60))),
    )
    (result,) = bring_in(editor, ("竞赛.docx", content))
    article = Article.objects.get()
    first, second = article.photo_uses.order_by("order")
    assert result.refused == []
    assert (article.headline, article.subheadline) == (
        "港区职工技能竞赛落幕",
        "——三百名职工同台比武",
    )
    assert article.dateline == "本报讯"
    assert article.body == (
        "<p>1月26日，市总工会主席黄奕奕出席竞赛闭幕式。</p>"
        f'<img data-photo="{first.photo_id}"><h2>比出真本领</h2>'
        "<table><tbody><tr><td><p>姓名</p></td><td><p>名次</p></td></tr>"
        "<tr><td><p>王五</p></td><td><p>第一</p></td></tr></tbody></table>"
        f'<p>并列第二的还有</p><img data-photo="{second.photo_id}">'
    )
    assert [(b.name, b.role, b.unit, b.person) for b in article.bylines.all()] == [
        ("梁奈", "记者", "本报", liang), ("李四", "通讯员", "", None)
    ]  # fmt: skip
    assert (first.caption, [c.name for c in first.credits.all()]) == ("竞赛现场。", ["吴昊"])
    mention = article.mentions.get()
    assert (mention.person, mention.confirmed) == (huang, False)
    version = article.versions.get()
    assert (version.number, version.reason) == (1, "导入自 Word 文稿“竞赛.docx”")
    assert (article.state, article.created_by) == ("draft", editor.user)


def test_who_wrote_it_may_stand_in_the_text(editor):
    bring_in(
        editor,
        (
            "a.docx",
            document("茂名晚报讯（记者 张三）昨日，会议召开。", "会议很好。（通讯员 李四）"),
        ),
    )
    article = Article.objects.get()
    assert article.body == "<p>昨日，会议召开。</p><p>会议很好。</p>"
    assert (article.headline, article.dateline) == ("a", "茂名晚报讯")
    assert [byline.name for byline in article.bylines.all()] == ["张三", "李四"]


def many_parts() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", bytes(docx.MAX_UNPACKED + 1))
    return out.getvalue()


def much_text(name) -> bytes:
    """A part of many megabytes that packs into a few kilobytes."""
    out = BytesIO(document("段"))
    with ZipFile(out, "a", ZIP_DEFLATED) as file:
        file.writestr(name, b"\xef\xbb\xbf <a>" + b" " * docx.MAX_TEXT)
    return out.getvalue()


REFUSED = {
    "长.docx": (much_text("word/footnotes.xml"), "文字太多"),
    "长文冒充图片.docx": (much_text("word/media/1.png"), "文字太多"),
    "旧.doc": (OLD, "旧格式"),
    "改名.docx": (OLD, "旧格式"),
    "加密.docx": (OLD + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "零.docx": (b"", "空的"),
    "坏.docx": (document("段")[:300], "另存为 .docx"),
    "乱.docx": (garbled(document("段"), "word/document.xml"), "另存为 .docx"),
    "表.xlsx": (document("段"), "另存为 .docx"),
    "白.docx": (document(""), "没有文字"),
}


def test_each_bad_document_is_refused_in_words_and_the_good_one_comes_in(editor):
    files = [(name, content) for name, (content, _why) in REFUSED.items()]
    results = bring_in(editor, *files, ("好.docx", document("好稿", "第一段。")))
    assert Article.objects.get().headline == "好稿"
    reasons = {each.name: each.reason for each in results}
    assert reasons.pop("好.docx") == ""
    wrong = {name: reasons[name] for name, (_c, why) in REFUSED.items() if why not in reasons[name]}
    assert wrong == {}


def test_a_title_of_two_lines_is_one_line(editor):
    two = "<w:p><w:r><w:t>会议召开</w:t><w:br/><w:t>代表发言</w:t></w:r></w:p>"
    bring_in(editor, ("稿.docx", document(two, "第一段。")))
    assert Article.objects.get().headline == "会议召开 代表发言"


def test_what_unpacks_to_too_much_is_not_unpacked(editor):
    (result,) = bring_in(editor, ("弹.docx", many_parts()))
    assert "解压后太大" in result.reason
    assert not Article.objects.exists()


def test_a_document_over_the_limit_is_refused(editor, monkeypatch):
    monkeypatch.setattr(docx, "MAX_MEGABYTES", 0)
    (result,) = bring_in(editor, ("大.docx", document("段")))
    assert "最多 0 MB" in result.reason


def test_pictures_that_are_none_are_named_and_the_rest_of_the_document_comes(editor):
    good = image("PNG", (60, 40))
    images = (b"no picture", bomb(), good, good, b"")
    content = document("稿", "第一段。", *[picture(n) for n in range(1, 6)], images=images)
    (result,) = bring_in(editor, ("a.docx", content))
    assert [line.split("张")[0] for line in result.refused] == ["第 1 ", "第 2 ", "第 5 "]
    photo = Photo.objects.get()
    assert Article.objects.get().body == f'<p>第一段。</p><img data-photo="{photo.pk}">'
    page = editor.get(URL).content.decode()
    assert "第 1 张图片" not in page


def test_no_caption_is_lost(editor):
    known = image("PNG", (60, 40))
    bring_in(editor, ("a.docx", document("稿", picture(1), images=(known,))))
    pictures = [picture(1), "图为现场。（吴昊 摄）", picture(2), "图为会场。"]
    bring_in(editor, ("b.docx", document("稿二", *pictures, images=(known, b"no picture"))))
    article = Article.objects.get(headline="稿二")
    use = article.photo_uses.get()
    assert article.body == f'<img data-photo="{use.photo_id}"><p>图为会场。</p>'
    assert (use.caption, [credit.name for credit in use.credits.all()]) == ("图为现场。", ["吴昊"])


def test_under_a_picture_that_is_only_credited_stands_what_the_library_says(editor):
    known = image("PNG", (60, 40))
    Photo.objects.create(original=upload_of(known, "a.png"), caption="库里的说明")
    text = ["第一段。", "第二段。", "第三段。", picture(1), "（吴昊 摄）", "第四段。"]
    bring_in(editor, ("b.docx", document("稿", *text, images=(known,))))
    use = Article.objects.get().photo_uses.get()
    assert (use.caption, [credit.name for credit in use.credits.all()]) == (
        "库里的说明",
        ["吴昊"],
    )


def test_what_a_writer_hid_does_not_come_along():
    hidden = "<w:vanish/>", "<w:b/><w:vanish w:val='true'/>", "<w:vanish w:val='0'/>"
    texts = [paragraph(f"第{n}句。", run=run) for n, run in enumerate(hidden, 1)]
    assert (
        docx.read(document("出席座谈会的有三十人。", *texts)).html
        == "<p>出席座谈会的有三十人。</p><p>第3句。</p>"
    )


def numbered(text, of, depth=0, run="") -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(text, place, run)


def test_numbers_that_word_writes_by_itself_stay():
    forms = [("japaneseCounting", "%1、"), ("chineseCounting", "（%2）")], [("decimal", "%1.")]
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'
            for depth, (form, words) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for number, levels in enumerate(forms)
    )
    lists = "".join(
        f'<w:num w:numId="{of}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for of, kind in ((1, 0), (2, 1), (3, 1))
    )
    content = document(
        "现将有关事项通知如下。",
        numbered("总体要求", 1, run="<w:b/>"),
        numbered("指导思想", 1, 1),
        numbered("基本原则", 1, 1),
        numbered("组织领导", 1),
        numbered("指标", 1, 1),
        numbered("报名。", 2),
        "3月1日前。",
        numbered("评审。", 2),
        "附件",
        numbered("表一", 3),
        numbered("表二", 3),
        numbering=kinds + lists,
    )
    assert docx.read(content).html == (
        "<p>现将有关事项通知如下。</p><h2>一、总体要求</h2><p>（一）指导思想</p><p>（二）基本原则</p><p>二、组织领导</p>"
        "<p>（一）指标</p><p>1. 报名。</p><p>3月1日前。</p><p>2. 评审。</p><p>附件</p>"
        "<ol><li>表一</li><li>表二</li></ol>"
    )


def test_quotations_and_footnotes_are_those_of_the_text():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("29", "Quote"), ("af1", "引用"))
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = document(
        "大会通过了倡议书。",
        paragraph("劳动创造幸福。", '<w:pStyle w:val="29"/>'),
        paragraph("实干成就伟业。", '<w:pStyle w:val="af1"/>'),
        f"<w:p><w:r><w:t>共有40个奖项</w:t></w:r>{note}</w:p>",
        styles=styles,
        footnotes=f'<w:footnote w:id="2">{paragraph("截至3月11日。")}</w:footnote>',
    )
    assert docx.read(content).html == (
        "<p>大会通过了倡议书。</p>"
        "<blockquote><p>劳动创造幸福。</p><p>实干成就伟业。</p></blockquote>"
        "<p>共有40个奖项[1]</p><ol><li><p>截至3月11日。</p></li></ol>"
    )


def test_a_picture_inside_a_list_or_a_table_stands_behind_it():
    body = '<ul><li><p>甲<img data-photo="3">乙</p></li></ul><p><img data-photo="4">丙</p>'
    apart = "<ul><li><p>甲乙</p></li></ul>" + '<img data-photo="3"><img data-photo="4"><p>丙</p>'
    assert html.photos_apart(body) == apart


def test_who_may_not_write_gets_no_page_and_who_may_not_add_photos_only_the_text(client):
    client.force_login(make.make_user("资料员"))
    assert client.get(URL).status_code == 403
    client.force_login(make.make_user("校对"))
    content = document("稿", "第一段。", picture(1), images=(image("PNG", (60, 40)),))
    (result,) = bring_in(client, ("a.docx", content))
    assert "不能添加图片" in result.refused[0]
    assert (result.article.body, Photo.objects.count()) == ("<p>第一段。</p>", 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_from_the_list_to_the_drafts(page):
    log_in(page, make.make_user("编辑"))
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="导入 Word 文稿").click()
    good = document("竞赛落幕", "第一段。", picture(1), images=(image("PNG", (60, 40)),))
    files = [("一.docx", good), ("二.doc", OLD)]
    payload = [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
    page.get_by_label("Word 文稿，可以一次选几份").set_input_files(payload)
    page.get_by_role("button", name="导入为草稿").click()
    expect(page.locator(".upload-results .refused")).to_contain_text("另存为 .docx")
    page.locator(".upload-results .taken a").click()
    expect(page.locator("#id_headline")).to_have_value("竞赛落幕")
    expect(page.locator(".prose-editor .photo-in-text img")).to_be_visible()


@pytest.mark.django_db(transaction=True)
@pytest.mark.browser
def test_everybody_can_use_the_page(axe_page):  # noqa: F811 - the fixture
    log_in(axe_page, make.make_user("编辑"))
    axe_page.goto(URL)
    assert axe(axe_page) == []
