"""The readers' site in Chromium: a reader's walk, narrow screens, no script, accessibility."""

import pytest

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
    page.click("h2 >> text=/报道|Stories/")
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
    """Nothing is asked of script: there is none."""
    for address in paper.addresses:
        page.goto(address)
        assert page.locator("script").count() == 0, address


def test_the_skip_link_leads_past_the_masthead(page, paper):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_printed_story_carries_its_address_and_no_navigation(page, paper):
    page.goto(paper.story.get_absolute_url())
    page.emulate_media(media="print")
    assert page.locator(".print-address").is_visible()
    assert not page.locator(".masthead-nav").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).columnCount") == "2"
