"""The readers' site in Chromium: a reader's walk, narrow screens, no script, accessibility."""

import pytest

from articles.models import Article
from tests.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.5.8: targets of 24 by 24 CSS pixels; links within a sentence are exempt
SMALL_TARGETS = """
  [...document.querySelectorAll('a, button, input:not([type=hidden]), select')]
    .filter(target => !target.closest('.unseen, .skip, .text, .notice, p:has(> a + a), .error-page'))
    .filter(target => target.getClientRects().length)
    .map(target => [target.textContent.trim(), target.getBoundingClientRect()])
    .filter(([, box]) => box.height < 23.5 || box.width < 23.5)
    .map(([text, box]) => `${text} ${box.width}x${box.height}`)
"""


def test_a_reader_walks_from_the_front_page_to_a_person_and_narrows_by_event(page, paper):
    page.goto("/")
    page.click("text=劳模工匠欢聚一堂话发展")
    assert page.locator("h1").inner_text().startswith("劳模工匠欢聚一堂话发展")
    page.click(".around >> text=黄奕奕")
    assert page.locator("h1").inner_text() == "黄奕奕"
    page.click("h2 a >> text=全部 2 篇")
    assert page.locator("article.story").count() == 2
    page.click(f".narrow >> text={paper.forum.name}")
    assert page.locator("article.story").count() == 1
    page.locator(".chosen a").first.click()
    assert page.locator("article.story").count() == 1
    assert f"event={paper.forum.pk}" in page.url


def test_the_form_keeps_what_links_have_chosen(page, paper):
    page.goto(f"/articles/?person={paper.huang.pk}")
    page.fill("main [name=q]", "专项行动")
    page.click("main form [type=submit]")
    assert page.locator("article.story").count() == 1
    assert page.locator(".chosen li").count() == 3  # person, words, clear all


def test_every_page_fits_a_phone_and_can_be_tapped(page, paper):
    page.set_viewport_size(PHONE)
    faults = []
    for address in paper.addresses:
        page.goto(address)
        if page.evaluate(OVERFLOW) > 0:
            faults.append(f"{address} is {page.evaluate(OVERFLOW)} pixels too wide")
        faults += [f"{address} {small}" for small in page.evaluate(SMALL_TARGETS)]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(page, paper, scheme):
    page.emulate_media(color_scheme=scheme)
    faults = []
    for address in paper.addresses:
        page.goto(address)
        faults += [f"{address} {fault}" for fault in axe(page)]
    assert faults == []


def test_every_page_has_one_heading_a_title_and_a_description(page, paper):
    for address in paper.addresses:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        assert page.title()
        assert page.locator("meta[name=description]").get_attribute("content")


def test_pages_need_no_script(page, paper):
    """None is there, but for data about the story and the one that remembers the type size."""
    needed = "script:not([type='application/ld+json'], [src$='/type_size.js'])"
    for address in paper.addresses:
        page.goto(address)
        assert page.locator(needed).count() == 0, address


def size_of_type(page) -> float:
    style = "text => parseFloat(getComputedStyle(text).fontSize)"
    return page.locator(".text").evaluate(style)


def test_the_type_size_is_chosen_without_script(chromium, live_server, paper):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(paper.story.get_absolute_url())
    usual = size_of_type(page)
    page.get_by_label("特大").check()
    assert size_of_type(page) == pytest.approx(usual * 1.5)
    page.get_by_label("小").check()
    assert size_of_type(page) < usual
    context.close()


def test_the_type_size_is_chosen_with_the_keyboard_and_remembered(page, paper):
    page.goto(paper.story.get_absolute_url())
    usual = size_of_type(page)
    page.get_by_label("中", exact=True).focus()
    page.keyboard.press("ArrowRight")
    assert size_of_type(page) > usual
    page.goto(paper.other.get_absolute_url())
    assert page.get_by_label("大", exact=True).is_checked()
    assert size_of_type(page) > usual


def test_the_skip_link_leads_past_the_masthead(page, paper):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


REACHABLE = """
  [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
    .filter(each => each.tabIndex >= 0 && each.getClientRects().length)
    .filter(each => each.type !== 'radio' || each.checked)
    .filter(each => each.matches('summary') || !each.closest('details:not([open])'))
    .map((each, number) => (each.dataset.place = number))
"""
FOCUSED = """() => {
  const focused = document.activeElement;
  const shown = focused.type === 'radio' ? focused.nextElementSibling : focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  return [focused.dataset.place, outlineStyle !== 'none' && outlineWidth !== '0px'];
}"""


def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(page, paper):
    for address in ("/", paper.story.get_absolute_url(), "/sections/news/"):
        page.goto(address)
        wanted = {str(place) for place in page.evaluate(REACHABLE)}
        reached = {}
        for _ in range(len(wanted) + 12):  # a film's own buttons come between
            page.keyboard.press("Tab")
            place, seen = page.evaluate(FOCUSED)
            if place:
                reached[place] = seen
        assert set(reached) == wanted, address
        assert all(reached.values()), address


LINES_OF = """
  (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_headline_breaks_within_a_name_or_a_quotation(page, paper, width):
    page.set_viewport_size({"width": width, "height": 844})
    quotation = "“劳模工匠助企行”专项行动"
    for lead in range(12):  # wherever a line would end by itself
        headline = f"{'我市启动学习贯彻活动'[:lead]}{quotation}罗晃浩《工会法》黄奕奕出席启动仪式"
        Article.objects.filter(pk=paper.story.pk).update(headline=headline)
        page.goto(paper.story.get_absolute_url())
        whole = page.locator(".headline .whole")
        assert whole.count() == 4
        assert [run.evaluate(LINES_OF) for run in whole.all()] == [1] * 4


def test_the_marks_around_a_quotation_are_as_wide_as_one_another(page, paper):
    Article.objects.filter(pk=paper.story.pk).update(headline="我市“劳模工匠助企行”专项行动启动")
    page.goto(paper.story.get_absolute_url())
    opening, closing = page.locator(".headline .whole").evaluate(
        """whole => [0, whole.firstChild.length - 1].map(at => {
          const range = document.createRange();
          range.setStart(whole.firstChild, at);
          range.setEnd(whole.firstChild, at + 1);
          return Math.round(range.getBoundingClientRect().width);
        })"""
    )
    assert opening == closing


def test_a_closed_facet_shows_that_it_opens(page, paper):
    page.goto("/articles/")
    sign = "summary => getComputedStyle(summary, '::after').content"
    closed = page.locator(".narrow details:not([open]) > summary").first
    before = closed.evaluate(sign)
    closed.click()
    after = page.locator(".narrow summary").evaluate_all(
        f"all => new Set(all.filter(each => each.parentElement.open).map({sign})).size"
    )
    assert "＋" in before
    assert after == 1


def test_a_quotation_longer_than_the_line_breaks_and_does_not_stick_out(page, paper):
    page.set_viewport_size({"width": 320, "height": 700})
    Article.objects.filter(pk=paper.story.pk).update(headline="“劳模工匠助企行专项行动启动”")
    page.goto(paper.story.get_absolute_url())
    assert page.locator(".headline .whole").evaluate(LINES_OF) == 2
    assert page.evaluate(OVERFLOW) <= 0


def test_a_printed_story_carries_its_address_and_no_navigation(page, paper):
    page.goto(paper.story.get_absolute_url())
    page.emulate_media(media="print")
    assert page.locator(".print-address").is_visible()
    assert not page.locator(".masthead-nav").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).columnCount") == "2"
