"""The readers' site in Chromium: a reader's walk, narrow screens, no script, accessibility."""

import pytest
from django.conf import settings
from PIL import Image

from articles.models import Credit, Photo, PhotoUse
from tests import files
from tests.browser import axe
from tests.make import (
    make_article,
    make_award,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_participation,
    make_person,
    make_post,
    make_section,
)

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


@pytest.fixture
def paper():
    return Paper()


class Paper:
    """A small paper with everything that a page can show."""

    def __init__(self):
        section = make_section()
        self.page = make_page(publication=make_paper(), number="3", name="要闻", date="2024-01-27")
        self.union = make_organization(founded="1950")
        self.luo = make_person("罗晃浩", featured=1)
        self.huang = make_person(featured=2, visibility="full")
        make_membership(self.huang, make_post("主席", self.union), start="2021-03")
        make_honour(make_award(), person=self.huang, year="2023")
        self.forum = make_event(date_inferred=True, venue="市青少年活动中心")
        self.forum.organizers.add(self.union)
        launch = make_event("“劳模工匠助企行”专项行动启动", part_of=self.forum)
        for person in (self.luo, self.huang):
            make_participation(self.forum, person, title="市人大常委会副主任、市总工会主席")
        common = {"section": section, "page": self.page, "tags": ["劳模"], "dateline": "茂名晚报讯"}
        reporter = make_person("梁奈")
        self.story = make_article(
            "劳模工匠欢聚一堂话发展 凝聚奋进新征程的青春力量",
            kicker="我市大力弘扬劳模工匠精神",
            subheadline="——黄奕奕出席",
            banner="全面深入学习贯彻党的二十大精神",
            body=f"<p>{'劳模工匠欢聚一堂，话发展。' * 30}</p><h2>小标题</h2><p>第二段。</p>",
            events=[self.forum],
            organizations=[self.union],
            reporters=[reporter],
            **common,
        )
        self.other = make_article("专项行动启动", events=[launch], persons=[self.huang], **common)
        make_article("第三篇", persons=[self.luo], **common)
        for person in (self.luo, self.huang):
            make_mention(self.story, person, title="市人大常委会副主任、市总工会主席")
        use = PhotoUse.objects.create(article=self.story, photo=picture(), caption="活动现场。")
        Credit.objects.create(photo_use=use, person=reporter, name="梁奈", role="摄")
        files.show_video(
            self.story, poster=use.photo, credit="梁奈 摄制", transcript="第一句。\n第二句。"
        )
        files.link_video(self.story)
        files.attach(self.story, "2024年茂名市劳动模范评选结果公示及申请表填写说明")

    @property
    def addresses(self):
        rows = (self.story, self.huang, self.luo, self.union, self.forum, self.page)
        return [
            "/", *(row.get_absolute_url() for row in rows), "/articles/", "/sections/news/",
            f"/articles/?person={self.huang.pk}&event={self.forum.pk}&q=劳模", "/people/",
            "/organizations/", "/events/", "/archive/", "/archive/2024/01/", "/honours/",
            "/search/?q=劳模", "/articles/?page=zzz", "/people/?page=zzz", "/nope/",
        ]  # fmt: skip


def picture():
    photo = Photo(original="o.png", width=600, height=400)
    file = settings.PRIVATE_ROOT / "a.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (600, 400), "gray").save(file)
    photo.renditions = [{"file": "a.png", "shape": "whole", "width": 600, "height": 400}]
    Photo.objects.bulk_create([photo])
    return photo


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
