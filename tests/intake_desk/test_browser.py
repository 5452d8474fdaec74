"""The intake in the browser: a page pasted, put right by keyboard, accepted, confirmed, taken back."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article, Mention, PrintPage
from articles.printed.reading_store import reading_of
from tests.browser import axe
from tests.intake_desk.test_accepting import make_chair
from tests.make import make_page, make_paper, make_user
from tests.pictures import picture, upload_of

pytestmark = pytest.mark.browser
REAL = (settings.BASE_DIR / "articles" / "samples" / "maoming-20240127.txt").read_text()
KICKER = "团市委组织开展宣讲会学习贯彻党的二十大精神"
HEADLINE = "推动党的二十大精神入脑入心 凝聚奋进新征程的青春力量"


@pytest.fixture
def desk(page):
    """A browser at the desk, logged in as an editor."""
    make_user("编辑", username="editor")
    page.goto(reverse("admin:login"))
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", "x")
    page.click("[type=submit]")
    page.wait_for_url(f"**{reverse('admin:index')}")
    return page


@pytest.fixture
def faults(chromium, desk):
    """The faults in accessibility of the page shown; axe needs inline styles, which our policy refuses."""

    def faults(**options):
        state = desk.context.storage_state()
        context = chromium.new_context(bypass_csp=True, storage_state=state, **options)
        page = context.new_page()
        page.goto(desk.url, wait_until="networkidle")
        found = axe(page)
        context.close()
        return found

    return faults


def open_reading(desk, printed):
    desk.goto(reverse("admin:articles_printpage_reading", args=[printed.pk]))


def press(desk, *keys):
    for key in keys:
        desk.keyboard.press(key)


def test_from_paste_to_drafts_and_back(desk, faults):
    make_paper()
    make_chair()
    desk.goto(reverse("admin:articles_printpage_add"))
    desk.fill("[name=text]", REAL)
    desk.fill("[name=date]", "2024-01-27")
    desk.select_option("[name=publication]", label="茂名晚报")
    assert faults() == []
    desk.click(".submit-row [type=submit]")

    desk.wait_for_url("**/reading/")
    assert desk.locator(".found .story").count() == 3
    assert "2,215" in desk.locator(".bar .ledger.done").inner_text()
    assert faults() == []

    desk.click(".accept button")
    desk.wait_for_url("**/proposals/")
    assert Article.objects.count() == 3
    assert faults() == []
    with desk.expect_navigation():
        desk.click("[name=all]")
    assert {row.name for row in Mention.objects.confirmed()} == {"黄奕奕"}

    open_reading(desk, PrintPage.objects.get())
    desk.click(".bar form button")
    desk.wait_for_selector(".accept button")
    assert not Article.objects.exists()


def test_a_line_is_cut_and_named_by_keyboard(desk):
    start = REAL.index(KICKER)
    end = REAL.index("**\n", start) + 2
    whole = {"start": start, "end": end, "kind": "headline"}
    printed = make_page(REAL, overrides=[whole])
    open_reading(desk, printed)
    desk.locator(f"#at-{start} .edge").click()
    press(desk, *["ArrowRight"] * len(KICKER), "s")
    desk.wait_for_selector(f"#at-{start} + .here")
    press(desk, "k", "1", "k", "9", "Control+s")
    desk.wait_for_selector(f"#at-{start} .kind-kicker")
    printed.refresh_from_db()
    story = reading_of(printed).stories[2]
    assert (story.kicker, story.headline) == (KICKER, HEADLINE)


def test_keys_walk_over_the_lines_and_choose_kinds(desk):
    printed = make_page(REAL)
    open_reading(desk, printed)
    press(desk, "j", "ArrowDown", "k")
    here = desk.locator(".row.here")
    assert here.locator(".printed").inner_text() == "劳模工匠欢聚一堂话发展"
    press(desk, "3")
    assert here.locator("select").first.input_value() == "subheadline"
    press(desk, "Control+s")
    desk.wait_for_selector(".here .kind-subheadline")
    press(desk, "n")
    assert here.locator("select").last.input_value() == "new"


def test_letters_typed_into_a_box_are_no_commands(desk):
    printed = make_page(REAL)
    open_reading(desk, printed)
    press(desk, "j", "e")
    desk.wait_for_selector(".mend textarea")
    desk.fill(".mend textarea", "劳模工匠话发展")
    press(desk, "Home")
    desk.keyboard.type("2024")
    press(desk, "Control+s")
    desk.wait_for_selector(".row .mended")
    printed.refresh_from_db()
    assert reading_of(printed).stories[0].headline == "2024劳模工匠话发展"


def test_a_picture_that_comes_late_takes_no_letters(desk):
    printed = make_page(REAL, scan=upload_of(picture("PNG"), "03.png"))
    open_reading(desk, printed)
    press(desk, "j")
    held = []
    desk.route("**/scan/", lambda route: held.append(route))
    press(desk, "e")
    desk.wait_for_selector(".mend textarea:focus")
    held[0].continue_()
    desk.wait_for_load_state("load")
    press(desk, "End")
    desk.keyboard.type("2024")
    assert desk.locator(".mend textarea").input_value() == "劳模工匠欢聚一堂话发展2024"
    assert desk.locator(".here textarea").count() == 1


def test_what_is_typed_into_a_box_is_asked_about_before_it_is_left(desk):
    open_reading(desk, make_page(REAL))
    press(desk, "j", "e")
    desk.wait_for_selector(".mend textarea:focus")
    desk.keyboard.type("2024")
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with desk.expect_event("dialog"):
        desk.locator(".accept button").click()
    assert asked == ["beforeunload"]
    assert "2024" in desk.locator(".mend textarea").input_value()


def test_two_stories_are_merged_by_a_key(desk):
    printed = make_page(REAL)
    open_reading(desk, printed)
    desk.locator(".row[data-story='2'] .edge").first.click()
    press(desk, "m")
    expect(desk.locator(".found .story")).to_have_count(2)


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_nothing_scrolls_sideways(desk, width):
    desk.set_viewport_size({"width": width, "height": 900})
    for address in ("add", "changelist"):
        desk.goto(reverse(f"admin:articles_printpage_{address}"))
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
    open_reading(desk, make_page(REAL))
    assert desk.evaluate("document.documentElement.scrollWidth") <= width


def test_the_workbench_is_clean_in_the_dark_with_a_line_open(desk, faults):
    printed = make_page(REAL, overrides=[{"start": 2, "end": 14, "kind": "banner"}])
    open_reading(desk, printed)
    press(desk, "e")
    desk.wait_for_selector(".mend textarea")
    assert faults(color_scheme="dark") == []


def test_a_key_that_does_nothing_says_why(desk):
    printed = make_page(f"2024年1月27日 星期六\n\n{REAL}")
    open_reading(desk, printed)
    words = desk.locator("#said")
    assert not words.is_visible()
    said = []
    for key in ("m", "n", "s", "z", "3"):
        press(desk, key)
        said.append(words.inner_text())
    aside, still_aside, caret, untouched, unsaved = said
    assert aside == still_aside
    assert len({aside, caret, untouched, unsaved}) == 4
    press(desk, "z")
    assert not words.is_visible()


def test_a_save_by_mouse_comes_back_to_the_line(desk):
    printed = make_page(REAL)
    open_reading(desk, printed)
    row = desk.locator(".row[data-kind='caption']").first
    row.locator(".edge").click()
    press(desk, "6")
    desk.locator(".form-tools button").first.click()
    desk.wait_for_selector(".bar .said.success")
    assert "#at-" in desk.url
    desk.wait_for_selector(".row.here .kind-paragraph")
