"""Play what the manual (editors.md) tells of on the demo, and take a picture of each step.

Each scene goes on from where the one before left the desk. The texts are of nobody, or the demo's own.
"""

from io import BytesIO
from pathlib import Path

from demo_server import open_page
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, Page, expect

ADD = "/admin/articles/article/add/"
KICKER, HEADLINE = "职工书屋“上新”", "午休半小时 书香满车间"
TEXT = [
    '中午12点半,职工书屋里坐满了人."今天有新书吗?"一进门就有人问.',
    "书屋开办以来,藏书由300册增加到1,200册;每个班组都有自己的借书角。",
    "“读书会”每月一次，由各班组轮流主持。",
]
OF_THE_DEMO = (
    "1月26日，我市举行2024年劳模工匠代表迎春座谈会。市委副书记罗晃浩，"
    "市人大常委会副主任、市总工会主席黄奕奕出席活动。"
)
PRINTED = """职工书屋“上新”
午休半小时 书香满车间

本报讯 中午12点半,职工书屋里坐满了人。书屋开办以来,藏书由300册增加到1200
册,每个班组都有自己的借书角。

夜校开课 工余充电

本报讯 职工夜校春季班日前开课,首批开设公文写作、书法等六门课程,报名当天满
员。夜校还把课堂搬进车间。
"""


class Desk:
    def __init__(self, browser: Browser, address: str, target: Path):
        self.browser, self.address, self.target = browser, address, target

    def enter(self, username="", width=1280) -> Page:
        return open_page(self.browser, self.address, width, username)

    def keep(self, name: str, what: Page | Locator, **options):
        """With few colours: type on paper needs no more, and the file is a third."""
        if isinstance(what, Page):
            what.wait_for_load_state("networkidle")
        picture = Image.open(BytesIO(what.screenshot(**options))).convert("RGB")
        picture.quantize(64).save(self.target / f"manual-{name}.png", optimize=True)


def take(browser: Browser, address: str, target: Path):
    expect.set_options(timeout=30_000)
    desk = Desk(browser, address, target)
    for scene in SCENES:
        scene(desk)


def log_in(desk):
    page = desk.enter()
    page.goto("/admin/login/")
    desk.keep("login", page.locator("#container"))
    page.close()


def write(desk):
    page = desk.enter("editor")
    page.goto(ADD)
    page.fill("#id_kicker", KICKER)
    page.fill("#id_headline", HEADLINE)
    type_text(page, TEXT)
    expect(page.locator(".autosave-words")).to_have_text("已自动保存")
    top(page)
    desk.keep("write", page)
    page.locator("#put-marks-right").click()
    desk.keep("marks", page.locator("dialog[open]"))
    page.locator("dialog[open] [name=apply]").click()
    page.locator(".preview-toggle").click()
    page.frame_locator("#preview iframe").get_by_text(HEADLINE).first.wait_for()
    desk.keep("preview", page)
    page.close()  # as when the browser crashes: what was kept is there


def bring_back(desk):
    page = desk.enter("editor")
    page.goto(ADD)
    desk.keep("unsaved", page.locator(".unsaved").first)
    page.locator(".unsaved .button").first.click()
    page.fill("#id_reason", "初稿")
    page.locator("[name=_save]").click()
    page.close()


def type_text(page: Page, paragraphs: list[str]):
    page.locator(".prose-editor > .ProseMirror").click()
    for paragraph in paragraphs:
        page.keyboard.insert_text(paragraph)
        page.keyboard.press("Enter")
    page.keyboard.press("Backspace")


def new_story(page: Page, headline: str, text: list[str]) -> str:
    """Saved; gives the address of its form."""
    page.goto(ADD)
    page.fill("#id_headline", headline)
    type_text(page, text)
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    return page.url


def names(desk):
    page = desk.enter("editor")
    page.goto(ADD)
    page.fill("#id_headline", "迎春座谈会（演示）")
    type_text(page, [OF_THE_DEMO])
    page.locator(".links-recognise").click()
    expect(page.locator(".links-said")).to_contain_text("逐项决定")
    top(page)
    desk.keep("names", page)
    page.locator("[name=_confirm_all]").click()
    page.close()


def photos(desk):
    page = desk.enter("editor")
    page.goto("/admin/articles/photo/add/")
    files = [("书屋一角.jpg", drawn("#7a8b6f")), ("借书角.jpg", drawn("#8a6f5a"))]
    chosen = [{"name": name, "mimeType": "image/jpeg", "buffer": data} for name, data in files]
    wrong = {"name": "没有内容.jpg", "mimeType": "image/jpeg", "buffer": b""}
    page.locator("input[type=file]").set_input_files([*chosen, wrong])
    page.locator(".upload-form [type=submit]").click()
    expect(page.locator(".upload-results li")).to_have_count(3)
    desk.keep("photos", page.locator(".upload-results"))
    page.close()


def drawn(colour: str) -> bytes:
    """A picture of nothing in particular: a shelf with books."""
    picture = Image.new("RGB", (1200, 800), "#efe8da")
    pen = ImageDraw.Draw(picture)
    for shelf in (60, 300, 540):
        pen.rectangle((80, shelf + 190, 1120, shelf + 205), fill="#5c4a36")
        for book in range(0, 980, 70):
            pen.rectangle((100 + book, shelf + book % 60, 145 + book, shelf + 190), fill=colour)
    out = BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def two_at_once(desk):
    mine, theirs = desk.enter("editor"), desk.enter("chief")
    address = new_story(mine, "职工夜校开课", ["首批开设六门课程，报名当天满员。"])
    theirs.goto(address)
    for page, headline, reason in (
        (theirs, "夜校开课 工余充电", "标题更上口"),
        (mine, "职工夜校春季班开课", "写明是春季班"),
    ):
        page.fill("#id_headline", headline)
        page.fill("#id_reason", reason)
        page.locator("[name=_continue]").click()
    desk.keep("conflict", mine.locator("#content"))
    mine.get_by_label("用我的").first.check()
    mine.locator(".meeting [type=submit]").click()
    mine.locator("[name=_continue]").click()
    mine.goto(address.replace("change/", "versions/"))
    desk.keep("versions", mine.locator("#content"))
    mine.locator("[type=submit].default").click()
    desk.keep("compare", mine.locator("#content"))
    lock(desk, mine, theirs, address)


def lock(desk, mine, theirs, address):
    mine.goto(address)
    mine.get_by_role("button", name="锁定").click()
    theirs.goto(address)
    top(theirs)
    desk.keep("locked", theirs.locator(".bar"))
    mine.get_by_role("button", name="解锁").click()
    mine.close()
    theirs.close()


def top(page: Page):
    page.mouse.move(0, 0)
    page.evaluate("window.scrollTo(0, 0)")


def phone(desk):
    page = desk.enter("reporter", width=390)
    page.goto("/admin/articles/article/file/")
    page.fill("[name=headline]", HEADLINE)
    page.fill("[name=text]", "中午12点半，职工书屋里坐满了人。")
    photo = {"name": "书屋.jpg", "mimeType": "image/jpeg", "buffer": drawn("#6f7a8b")}
    page.locator("#files").set_input_files([photo])
    expect(page.locator(".filed-photos img")).to_have_count(1)
    expect(page.locator(".filed-photos")).to_contain_text("已上传")
    page.locator(".filed-photos textarea").first.fill("职工书屋一角")
    top(page)
    desk.keep("filing", page)
    page.locator(".send-button").click()
    page.wait_for_url("**/mine/**")
    page.close()


def contribution(desk):
    page = desk.enter()
    page.goto("/contribute/")
    page.fill("#id_headline", "车间办起读书会")
    page.fill("#id_text", "每周三午休，车间读书会准时开始。\n职工轮流领读，书单由大家推荐。")
    page.fill("#id_names", "演示通讯员")
    page.fill("#id_unit", "演示单位工会")
    page.fill("#id_telephone", "13000000000")
    page.locator("[name=agreed]").check()
    page.locator(".send button").click()
    expect(page.locator("#id_headline")).to_have_count(0)
    page.close()
    page = desk.enter("editor")
    page.goto("/admin/articles/contribution/1/change/")
    desk.keep("contribution", page.locator("#content"))
    page.close()


def printed_page(desk):
    page = desk.enter("editor")
    page.goto("/admin/articles/printpage/add/")
    page.locator("textarea").first.fill(PRINTED)
    page.locator(".submit-row [type=submit]").click()
    page.wait_for_url("**/reading/")
    desk.keep("page", page)
    page.close()


def decide(desk):
    page = desk.enter("chief")
    page.goto("/admin/articles/article/?status=draft")
    page.locator("#result_list a", has_text="夜校春季班").click()
    page.locator(".act-approve").click()
    desk.keep("approve", page.locator("#content"))
    page.goto("/admin/")
    desk.keep("home", page)
    page.close()


def bin(desk):
    page = desk.enter("chief")
    page.goto("/admin/articles/tag/?q=宣讲")
    page.locator("#result_list .field-name a").first.click()
    page.locator(".deletelink").click()
    page.locator("#content [type=submit]").click()
    page.goto("/admin/people/deleted/")
    page.locator("#result_list tbody a").first.click()
    desk.keep("bin", page.locator("#content"))
    page.close()


def posts(desk):
    page = desk.enter("keeper")
    page.goto("/admin/people/person/1/change/")
    desk.keep("posts", page.locator("#memberships-group"))
    page.close()


SCENES = [
    log_in, write, bring_back, names, photos, two_at_once, phone, contribution, printed_page, decide, bin,
    posts,
]  # fmt: skip
