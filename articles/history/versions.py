"""What a version holds of a story, and when one is kept. Restoring stands in articles/history/restoring.py."""

import json
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, PhotoUse, Version
from newsdesk import actor

# every field and relation of an article stands in one of these sets: tests/records/test_versions.py
TEXTS = (
    *Article.LINES,
    "dateline",
    "body",
    "original_author",
    "original_headline",
    "original_url",
    "responsible_editor",
    "page_order",
)
RECORDS = ("section", "source", "page")
PARTS = (
    "bylines",
    "mentions",
    "organization_mentions",
    "coverages",
    "photo_uses",
    "attachments",
    "videos",
)
NOT_KEPT = {
    "id": "says which article",
    "plain_text": "follows from the body",
    "search_entry": "follows from all that it says",
    "topic_items": "the topic's own list",
    "state": "moves on while the text stays; a signature is on the text alone",
    "published_at": "belongs to the state",
    "public_from": "belongs to the state",
    "publication": "follows from page and source",
    "approved_by": "belongs to the state",
    "corrects": "says what a working copy is for",
    "working_copies": "stories of their own",
    "front": "where it stands today, not what it says; placing has a permission of its own",
    "front_order": "as front",
    "pinned": "as front",
    "created": "stays",
    "created_by": "stays",
    "updated": "is the version's own time",
    "filed_at": "when it was handed in, which stays",
    "filing": "what was said to the desk with it",
    "locked_by": "who works on it now",
    "locked_at": "as locked_by",
    "presences": "who has it open now",
    "broken_locks": "told to somebody once",
    "lock_version": "stands on the version itself",
    "tagged": "kept as tags",
    "contributions": "where it came from, which stays",
    "imported": "as contributions",
    "unsaved": "nobody has saved it",
    "versions": "these",
}
MOST = Version._meta.get_field("reason").max_length
NOT_KEPT_OF_ROWS = ("id", "public_from")


def content_of(article) -> dict:
    """All that a version keeps; records with the name they had, so that one that goes can be named."""
    return {
        "texts": {name: getattr(article, name) for name in TEXTS},
        "records": {name: record(getattr(article, name)) for name in RECORDS},
        "tags": sorted(article.tags.names()),
    } | {name: [row_of(row) for row in rows(article, name)] for name in PARTS}


def rows(owner, name):
    related = owner._meta.get_field(name)
    records = [field.name for field in kept_fields(related.related_model) if field.is_relation]
    found = getattr(owner, name).select_related(*records)
    many = [field.name for field in related.related_model._meta.many_to_many]
    if related.related_model is PhotoUse:
        many += ["credits__person", "credits__organization"]
    return found.prefetch_related(*many).order_by("order", "pk")


def kept_fields(model) -> list:
    """Of a row: all but its key, whose part it is, and what follows from the story."""
    parents = (Article, PhotoUse)
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in NOT_KEPT_OF_ROWS and field.related_model not in parents
    ]


def row_of(row) -> dict:
    kept = {field.name: value_of(row, field) for field in kept_fields(type(row))}
    for field in row._meta.many_to_many:
        found = sorted(getattr(row, field.name).all(), key=lambda each: each.pk)
        kept[field.name] = [record(each) for each in found]
    if isinstance(row, PhotoUse):
        credits = sorted(row.credits.all(), key=lambda each: (each.order, each.pk))
        kept["credits"] = [row_of(each) for each in credits]
    return kept


def value_of(row, field):
    value = getattr(row, field.name)
    return record(value) if field.is_relation else value


def record(found) -> dict | None:
    """A picture also by its file: another original is another picture."""
    if found is None:
        return None
    kept = {"id": found.pk, "name": str(found)}
    files = [field for field in found._meta.concrete_fields if field.name == "original"]
    return kept | {field.name: getattr(found, field.name).name for field in files}


def canonical(content: dict) -> str:
    """One text for one content: what the digest is made of."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def with_all_parts(content: dict) -> dict:
    """A version that is older than a kind of rows had none of them."""
    return {name: [] for name in PARTS} | content


def is_same(one: dict, other: dict) -> bool:
    """Do they say the same? A person renamed elsewhere is no change of the story."""
    return without_names(one) == without_names(other)


def without_names(value):
    if isinstance(value, list):
        return [without_names(each) for each in value]
    if isinstance(value, dict):
        names = {"name"} if "id" in value else set()
        return {key: without_names(each) for key, each in value.items() if key not in names}
    return value


def keep(article, *, by=None, reason="") -> Version | None:
    """The story as it stands in the database; nothing where neither change nor reason is."""
    return _keep(article, by=by, reason=reason, even_if_same=bool(reason))


def keep_before(article) -> Version | None:
    """What stands there before a change, should it not be kept yet: versions came later than stories."""
    return _keep(article, even_if_same=False, as_found=True)


@contextmanager
def keeping(articles, *, by=None, reason=""):
    """Whatever the block does to these stories is kept; a story that stays as it is gets no version."""
    articles = list(articles)
    with transaction.atomic():
        for article in articles:
            keep_before(article)
        yield
        for article in articles:
            _keep(article, by=by, reason=reason, even_if_same=False)


@transaction.atomic
def _keep(article, *, by=None, reason="", even_if_same, as_found=False) -> Version | None:
    stored = Article.objects.select_for_update(of=("self",)).with_source().get(pk=article.pk)
    last = stored.versions.order_by("-number").first()
    content = content_of(stored)
    if last and not even_if_same and is_same(with_all_parts(last.read()), content):
        return None
    by = None if as_found else by or actor.current()
    return Version.objects.create(
        article=stored,
        number=last.number + 1 if last else 1,
        lock_version=stored.lock_version,
        author=by,
        author_name=str(by or ""),
        at=stored.updated if as_found else timezone.now(),
        reason=(_("as it was found") if as_found else reason)[:MOST],
        content=canonical(content),
    )
