"""docs/editors.md says what is true: its pictures exist, its words are the interface's, its table is the roles'."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation.trans_real import translation

from newsdesk.roles import ROLES

DOCS = Path(settings.BASE_DIR) / "docs"
MANUAL = (DOCS / "editors.md").read_text(encoding="utf-8")
# what the manual says that somebody may do -> the permission
DEEDS = {
    "写稿，改自己的草稿": "add_article",
    "传图，改图片说明": "add_photo",
    "预览": "preview_article",
    "改别人的稿件": "change_all_article",
    "办理来稿": "take_contribution",
    "录入版面，接收成草稿": "accept_printpage",
    "新建、修改活动": "add_event",
    "新建、修改人物和机构": "add_person",
    "新建、修改标签和稿源": "change_tag",
    "不采用，从废稿库恢复": "spike_article",
    "定头条、推荐、置顶": "place_article",
    "准备专题": "add_topic",
    "公开专题，改已公开的专题": "publish_topic",
    "删除稿件": "delete_article",
    "解除别人的锁": "unlock_article",
    "签发（立即或定时）": "approve_article",
    "下线、退回草稿": "withdraw_article",
    "新建、修改栏目": "change_section",
    "定哀悼日（全站变灰）": "add_mourning",
    "修改任职、职务、荣誉": "change_membership",
    "合并人物": "merge_person",
    "全站隐藏人物": "hide_person",
    "管账号，重设密码": "change_user",
}


def spoken() -> set[str]:
    """Every text that the interface may show in Chinese, ours and Django's, without the dots that go on."""
    ours = Path(settings.LOCALE_PATHS[0]) / "zh_Hans" / "LC_MESSAGES" / "djangojs.po"
    catalogs = translation("zh-hans")._catalog._catalogs
    texts = {text for catalog in catalogs for text in catalog.values() if isinstance(text, str)}
    texts |= {entry.msgstr for entry in polib.pofile(str(ours))}
    return {text.rstrip("…") for text in texts}


@pytest.fixture(scope="module")
def interface() -> set[str]:
    return spoken()


def test_every_picture_of_the_manual_is_there():
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", MANUAL)
    assert len(pictures) > 15
    assert [name for name in pictures if not (DOCS / name).is_file()] == []


def test_no_picture_is_taken_that_the_manual_does_not_show():
    taken = {f"screens/{path.name}" for path in DOCS.glob("screens/manual-*.png")}
    assert taken == set(re.findall(r"screens/manual-[\w-]+\.png", MANUAL))


def test_every_word_of_the_screen_is_on_the_screen(interface):
    words = re.findall(r"【(.+?)】", MANUAL)
    assert len(words) > 80
    assert [word for word in words if word.rstrip("…") not in interface] == []


def test_every_chapter_that_the_top_names_is_there():
    chapters = {heading.replace(" ", "-").lower() for heading in plain_headings()}
    assert set(re.findall(r"\]\(#(.+?)\)", MANUAL)) <= chapters


def plain_headings() -> list[str]:
    return [re.sub(r"[、，。]", "", line[3:]) for line in MANUAL.splitlines() if line[:3] == "## "]


def test_the_table_says_who_may_do_what():
    rows = [line.split("|")[1:-1] for line in MANUAL.splitlines() if line.count("|") > 6]
    head, _rule, *rows = [[cell.strip() for cell in row] for row in rows]
    assert head[1:] == list(ROLES)
    assert [row[0] for row in rows] == list(DEEDS)
    for deed, *ticks in rows:
        expected = ["✓" if DEEDS[deed] in may else "–" for may in ROLES.values()]
        assert ticks == expected, deed
