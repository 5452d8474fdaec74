"""Versions: what they hold, that they stay as they are, and that a story goes back to them whole."""

import json
from hashlib import sha256

import pytest

from articles.history import versions
from articles.history.restoring import restore
from articles.merging import merge_persons
from articles.models import Article, Byline, Credit, Mention, Photo, PhotoUse, Version
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A story with something of everything."""
    person, reporter = make.make_person("黄奕奕"), make.make_person("梁奈")
    meant = make.make_membership(person)
    article = make.make_draft(
        section=make.make_section(),
        tags=["劳模", "labour day"],
        events=[make.make_event()],
        organizations=[make.make_organization()],
        reporters=[reporter],
        standfirst="提要",
    )
    make.make_mention(article, person, title="市总工会主席").memberships.add(meant)
    Mention.objects.create(article=article, name="刘艳", reason="职务词＋姓名", order=1)
    use = PhotoUse.objects.create(article=article, caption="座谈会现场")
    Credit.objects.create(photo_use=use, name="梁奈", role="摄", person=reporter)
    return article


def everything(article) -> dict:
    return versions.content_of(Article.objects.get(pk=article.pk))


def relations(model) -> set[str]:
    found = model._meta.get_fields(include_hidden=False)
    return {field.name for field in found if field.auto_created and field.is_relation}


def test_every_field_and_relation_of_a_story_is_kept_or_named_as_not_kept():
    kept = {*versions.TEXTS, *versions.RECORDS, *versions.PARTS, "tags"}
    here = {field.name for field in Article._meta.get_fields()}
    assert here == kept | versions.NOT_KEPT.keys()
    assert not kept & versions.NOT_KEPT.keys()


def test_every_row_of_a_story_is_kept_with_all_that_hangs_on_it():
    for name in versions.PARTS:
        model = Article._meta.get_field(name).related_model
        assert relations(model) == ({"credits"} if model is PhotoUse else set())


def test_a_version_holds_fields_links_photos_and_tags(story):
    kept = versions.keep(story).read()
    assert kept["texts"]["headline"] == story.headline
    assert kept["tags"] == ["labour day", "劳模"]
    assert [row["name"] for row in kept["bylines"]] == ["梁奈"]
    assert [row["person"] and row["person"]["name"] for row in kept["mentions"]] == ["黄奕奕", None]
    assert len(kept["mentions"][0]["memberships"]) == 1
    assert kept["organization_mentions"][0]["organization"]["name"] == "茂名市总工会"
    assert kept["coverages"][0]["event"]["name"] == "劳模工匠代表迎春座谈会"
    assert kept["photo_uses"][0]["credits"][0]["role"] == "摄"


def test_the_digest_is_of_exactly_the_text_that_is_kept(story):
    version = versions.keep(story)
    assert version.sha256 == sha256(version.content.encode()).hexdigest()
    text = json.dumps(everything(story), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert version.content == text


def test_a_version_is_never_saved_again(story):
    version = versions.keep(story)
    version.reason = "另一个理由"
    with pytest.raises(TypeError):
        version.save()
    assert Version.objects.get().reason == ""


def test_without_change_or_reason_nothing_is_kept(story):
    assert versions.keep(story).number == 1
    assert versions.keep(story) is None
    assert versions.keep(story, reason="送审").number == 2


def test_a_person_renamed_elsewhere_is_no_change_of_the_story(story):
    versions.keep(story)
    person = story.mentions.first().person
    person.name = "黄奕宜"
    person.save()
    assert versions.keep(story) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda story: Article.objects.filter(pk=story.pk).update(headline="改了"),
        lambda story: story.tags.add("新标签"),
        lambda story: story.bylines.update(role="通讯员"),
        lambda story: story.mentions.filter(confirmed=False).delete(),
        lambda story: story.mentions.first().memberships.clear(),
        lambda story: story.organization_mentions.update(order=3),
        lambda story: story.coverages.update(name="座谈会"),
        lambda story: story.photo_uses.update(caption="另一个说明"),
        lambda story: Credit.objects.update(role="图"),
    ],
)
def test_whatever_changes_is_kept_and_comes_back(story, change):
    first = versions.keep(story)
    before = everything(story)
    change(story)
    assert versions.keep(story).number == 2
    assert restore(first) == []
    assert versions.is_same(everything(story), before)
    assert story.versions.count() == 3


def test_a_story_goes_back_to_nothing_and_forth_again(story):
    full = versions.keep(story)
    before = everything(story)
    for name in versions.PARTS:
        getattr(story, name).all().delete()
    story.tags.clear()
    story.section = None
    story.save()
    empty = versions.keep(story)
    restore(full)
    assert everything(story) == before
    restore(empty)
    assert [everything(story)[name] for name in versions.PARTS] == [[]] * len(versions.PARTS)


def test_what_was_never_kept_is_kept_before_it_is_overwritten(story):
    first = versions.keep(story)
    Article.objects.filter(pk=story.pk).update(headline="从别处改的")
    restore(first)
    found = [version.read()["texts"]["headline"] for version in story.versions.order_by("number")]
    assert found == [story.headline, "从别处改的", story.headline]


def test_a_restored_public_story_is_public_with_its_links():
    person = make.make_person()
    article = make.make_article(persons=[person], reporters=[person])
    first = versions.keep(article)
    article.mentions.all().delete()
    article.bylines.all().delete()
    versions.keep(article)
    restore(first)
    assert article.mentions.published().filter(person=person).exists()
    assert article.bylines.published().filter(person=person).exists()


def test_a_restored_draft_shows_readers_nothing():
    person = make.make_person()
    article = make.make_article(persons=[person])
    first = versions.keep(article)
    article.withdraw()
    article.mentions.all().delete()
    restore(first)
    stored = Article.objects.get(pk=article.pk)
    assert (stored.state, stored.public_from) == ("withdrawn", None)
    assert not article.mentions.published().exists()


def test_who_is_gone_stays_by_the_printed_name_and_is_said(story):
    first = versions.keep(story)
    person = story.mentions.get(confirmed=True).person
    story.mentions.all().delete()
    event = story.coverages.get().event
    story.coverages.all().delete()
    versions.keep(story)
    person.delete()
    event.delete()
    gone = restore(first)
    assert any("黄奕奕" in words for words in gone)
    assert any("劳模工匠代表迎春座谈会" in words for words in gone)
    mention = story.mentions.get(name="黄奕奕")
    assert (mention.person, mention.confirmed, mention.title) == (None, False, "市总工会主席")
    assert not story.coverages.exists()  # had no printed name: nothing to keep


def test_who_was_merged_since_is_the_one_that_was_kept(story):
    first = versions.keep(story)
    person, same = story.mentions.get(confirmed=True).person, make.make_person("黄奕宜")
    story.mentions.all().delete()
    merge_persons(same, person)
    assert restore(first) == []
    assert story.mentions.get(confirmed=True).person == same


def test_two_of_then_who_are_one_today_stand_once():
    one, other = make.make_person("黄奕奕"), make.make_person("黄奕宜")
    article = make.make_draft(persons=[one, other])
    first = versions.keep(article)
    merge_persons(one, other)
    assert restore(first) != []
    assert [row.person for row in article.mentions.all()] == [one, None]


def test_another_picture_under_the_old_number_is_said(story):
    use = story.photo_uses.get()
    use.photo = Photo.objects.create(original="photos/a.jpg", width=3, height=2)
    use.save()
    first = versions.keep(story)
    Photo.objects.update(original="photos/b.jpg")
    story.photo_uses.all().delete()
    assert restore(first) == ["图片“a.jpg”（原图已更换）"]
    assert story.photo_uses.get().photo == use.photo


def test_keeping_costs_the_same_for_many_rows(django_assert_max_num_queries):
    article = make.make_draft(persons=[make.make_person(f"某{n}") for n in range(12)])
    for number in range(8):
        Byline.objects.create(article=article, name=f"记者{number}", order=number)
        use = PhotoUse.objects.create(article=article, caption=f"图{number}", order=number)
        Credit.objects.create(photo_use=use, name="梁奈")
    with django_assert_max_num_queries(16):
        versions.keep(article)
