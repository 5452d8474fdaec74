"""What search finds, whom it finds it for, and that both databases find exactly what is there."""

import random
import re
import unicodedata

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article, Byline, Credit, Photo, PhotoUse, SearchEntry
from newsdesk import search
from tests.make import make_article, make_draft, make_mention, make_person
from tests.stories import story

pytestmark = pytest.mark.django_db


def found(words) -> list[str]:
    return [each.headline for each in Article.objects.published().search(words).order_by("pk")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("工匠精神", "弘扬劳模精神、劳动精神、工匠精神。"),
        ("勞模", "一名劳模"),
        ("劳模", "一名勞模"),
        ("ＡＩ劳模", "首位AI 劳模"),
        ("2024年", "２０２４年1月"),
        ("24年", "2024年1月"),
        ("5G", "建成5g基站"),
        ("梁 奈", "记者梁奈"),
        ("梁　奈", "记者梁奈"),
        ("梁奈", "记者梁　奈"),
        ("买买提·艾力", "买买提•艾力说"),
        ("买买提艾力", "买买提·艾力说"),
        ("阿依古丽·", "挡车工阿依古丽·买买提说"),
        ("·买买提", "挡车工阿依古丽·买买提说"),
        ("买买提‧艾力", "买买提艾力说"),
        ("“工匠精神”", "弘扬工匠精神"),
        ("「劳模工匠」", "劳模工匠"),
        ("工匠 座谈会", "座谈会上，工匠们说"),
        ("精神，工", "劳动精神，工匠"),
        ("“劳模 精神”", "劳模精神"),
        ("启动 -暂停", "活动启动"),
        ("启动 －“没有 开始”", "活动启动"),
        ("㎡", "30m2的房"),
    ],
)
def test_is_found(words, text):
    make_article("标题", body=f"<p>{text}</p>")
    assert found(words) == ["标题"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("劳模精神", "劳模的精神"),
        ("启动 -暂停", "启动后暂停"),
        ("启动 -“已经 开始”", "启动，已经开始"),
        ("座谈会 没有", "座谈会"),
        ("会。第", "开会。</p><p>第二天"),
        ("的", "别的"),
        ("-启动", "别的"),
        ("，", "别的，"),
    ],
)
def test_is_not_found(words, text):
    make_article("标题", body=f"<p>{text}</p>")
    assert found(words) == []


def test_one_character_is_looked_for_in_headlines_and_names():
    make_article("奈何", body="<p>别的</p>")
    make_article("署名", body="<p>别的</p>", reporters=[make_person("梁奈")])
    make_article("文中人物", body="<p>别的</p>", persons=[make_person("赵奈")])
    make_article("正文", body="<p>无奈</p>")
    assert found("奈") == ["奈何", "署名", "文中人物"]


def test_all_that_readers_see_of_a_story_is_found():
    article = make_article("主题行", kicker="引题行", subheadline="副题行", standfirst="提要行")
    use = PhotoUse.objects.create(
        article=article,
        caption="说明行",
        photo=Photo.objects.create(original="photos/a.jpg", width=3, height=2),
    )
    Credit.objects.create(photo_use=use, name="吴摄影", role="摄")
    Byline.objects.create(article=article, name="梁作者", role="记者")
    for words in ("主题行", "引题行", "副题行", "提要行", "说明行", "吴摄影", "梁作者"):
        assert found(words) == ["主题行"], words


def test_a_person_who_is_only_proposed_and_a_caption_without_its_picture_are_not():
    article = make_article("标题")
    make_mention(article, make_person("丁未定"), confirmed=False)
    PhotoUse.objects.create(article=article, caption="没有图片的说明")
    assert found("丁未定") == found("没有图片") == []


def test_what_is_changed_or_taken_out_is_found_no_more():
    article = make_article("标题", body="<p>原来的话</p>", reporters=[make_person("梁作者")])
    assert found("原来的话") == found("梁作者") == ["标题"]
    article.bylines.get().delete()
    article.body = "<p>现在的话</p>"
    article.save()
    assert found("原来的话") == found("梁作者") == []
    assert found("现在的话") == ["标题"]
    article.delete()
    assert found("现在的话") == []


def test_drafts_are_found_at_the_desk_alone():
    make_draft("未发的稿")
    assert found("未发的稿") == []
    assert Article.objects.search("未发的稿").count() == 1


def test_stories_that_came_past_the_model_are_indexed_by_the_command():
    Article.objects.bulk_create(story(number) for number in range(3))
    with pytest.raises(CommandError, match="3 stories are not indexed"):
        call_command("reindex", check=True)
    call_command("reindex")
    assert SearchEntry.objects.count() == 3
    call_command("reindex", check=True)


def test_an_index_of_another_version_is_made_anew(monkeypatch):
    make_article("旧的索引")
    monkeypatch.setattr(search, "VERSION", search.VERSION + 1)
    with pytest.raises(CommandError, match="older version"):
        call_command("reindex", check=True)
    call_command("reindex")
    assert found("旧的索引") == ["旧的索引"]
    call_command("reindex", check=True)


STORIES, QUERIES = 10_000, 300
TRADITIONAL = str.maketrans("会劳动务学习应对发广东", "會勞動務學習應對發廣東")
OPERATORS = re.compile(r"[\s\"“”„‟「」『』‘’\-－]")


def substring(rng, text) -> str:
    """Two to eight characters of the text, two of them Han, and nothing that means more in a query."""
    while True:
        length = rng.randint(2, 8)
        start = rng.randrange(max(1, len(text) - length))
        piece = text[start : start + length]
        if len(re.findall("[一-鿿]", piece)) > 1 and not OPERATORS.search(piece):
            return piece


def damaged(rng, piece) -> str:
    """As somebody else may type it."""
    wide = str.maketrans({code: code + 0xFEE0 for code in range(0x30, 0x7B)})
    forms = [piece, piece.translate(TRADITIONAL), piece.translate(wide)]
    return rng.choice(forms)


def as_one_form(text) -> str:
    """Half width, spaces only between Latin words: told without our own folding."""
    return re.sub("(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9])", "", unicodedata.normalize("NFKC", text))


def test_on_ten_thousand_stories_it_finds_what_looking_at_each_finds():
    """Both databases are held to the same: exactly the stories in which the characters stand."""
    rng = random.Random(4)
    rows = [story(number) for number in range(STORIES)]
    for number, row in enumerate(rows):
        row.pk = number + 1
    Article.objects.bulk_create(rows, batch_size=500)
    call_command("reindex")
    plain = {row.pk: as_one_form(f"{row.headline}\n{row.plain_text}") for row in rows}
    now = timezone.now()
    for _ in range(QUERIES):
        piece = substring(rng, plain[rng.randrange(STORIES) + 1])
        words = damaged(rng, piece)
        hits = set(Article.objects.published(now).search(words).values_list("pk", flat=True))
        assert hits == {key for key, text in plain.items() if piece in text}, (piece, words)
