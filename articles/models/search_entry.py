"""What search knows of a story, kept by the story itself: see docs/search.md."""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections, models, transaction
from django.utils.translation import gettext_lazy as _

from newsdesk import search
from newsdesk.search_fields import FoldedField, as_token

HEADLINES = ("kicker", "headline", "subheadline", "web_headline", "short_title")
TEXTS = ("banner", "standfirst", "dateline", "plain_text", "original_author", "original_headline")
# of SQLite's index, which holds no text: what is taken out must be named
ADD = "INSERT INTO %(index)s(rowid, grams) VALUES (%%s, %%s)"
REMOVE = "INSERT INTO %(index)s(%(index)s, rowid, grams) VALUES ('delete', %%s, %%s)"
EMPTY = "INSERT INTO %(index)s(%(index)s) VALUES ('delete-all')"
_waiting: ContextVar[set | None] = ContextVar("stories_to_be_indexed", default=None)


class SearchEntryQuerySet(models.QuerySet):
    def current(self):
        return self.filter(version=search.VERSION)

    @transaction.atomic
    def index(self, keys):
        """Write down what the stories with these keys say now."""
        keys = list(keys)
        stories = self._stories(keys).only(*HEADLINES, *TEXTS)
        names, captions = self._names_and_captions(keys)
        entries = [SearchEntry.of(each, names[each.pk], captions[each.pk]) for each in stories]
        stored = self.in_bulk([entry.pk for entry in entries])
        changed = [entry for entry in entries if not entry.says_the_same(stored.get(entry.pk))]
        if connections[self.db].vendor == "sqlite":
            old = [stored[each.pk] for each in changed if each.pk in stored]
            self._write_grams(changed, [each for each in old if each.version == search.VERSION])
        fields = ["head", "text", "version"]
        self.bulk_create(
            changed, update_conflicts=True, unique_fields=["article"], update_fields=fields
        )

    def _names_and_captions(self, keys):
        """Printed names (of persons where confirmed) and captions of photos, by story, in one order for ever."""
        stories = self._stories(keys)
        pictured = stories.filter(photo_uses__photo__isnull=False)
        names = stories.values_list("pk", "bylines__name").union(
            stories.filter(mentions__confirmed=True).values_list("pk", "mentions__name"),
            pictured.values_list("pk", "photo_uses__credits__name"),
        )
        return by_story(names), by_story(pictured.values_list("pk", "photo_uses__caption"))

    def _stories(self, keys):
        return self.model.article.field.related_model._base_manager.filter(pk__in=keys).order_by()

    def forget(self, key):
        """The story is about to go."""
        if connections[self.db].vendor == "sqlite":
            self._write_grams([], list(self.filter(pk=key)))

    def _write_grams(self, new, old):
        with connections[self.db].cursor() as cursor:
            for name in ("head", "text"):
                index = f"{self.model._meta.db_table}_{name}"
                cursor.executemany(REMOVE % {"index": index}, grams(old, name))
                cursor.executemany(ADD % {"index": index}, grams(new, name))

    def empty(self):
        """Forget all, to begin anew."""
        if connections[self.db].vendor == "sqlite":
            with connections[self.db].cursor() as cursor:
                for name in ("head", "text"):
                    cursor.execute(EMPTY % {"index": f"{self.model._meta.db_table}_{name}"})
        self.all().delete()


def grams(entries, name):
    return [(entry.pk, entry.tokens(name)) for entry in entries]


def lines(texts) -> str:
    return "\n".join(filter(None, (search.fold(text).strip() for text in texts)))


def by_story(rows) -> dict[int, list[str]]:
    found = defaultdict(list)
    for key, text in sorted((key, text) for key, text in rows if text):
        found[key].append(text)
    return found


class SearchEntry(models.Model):
    """A story's folded text. `head`: headlines and names, a line each; `text`: these and all else."""

    kept_in_bin = False

    article = models.OneToOneField(
        "articles.Article",
        models.CASCADE,
        primary_key=True,
        related_name="search_entry",
        verbose_name=_("article"),
    )
    head = FoldedField(singles=True)
    text = FoldedField()
    version = models.PositiveSmallIntegerField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self):
        return self.head.partition("\n")[0]

    @classmethod
    def of(cls, article, names, captions):
        head = lines([*(getattr(article, name) for name in HEADLINES), *names])
        rest = lines([*(getattr(article, name) for name in TEXTS), *captions])
        return cls(article=article, head=head, text=f"{head}\n{rest}", version=search.VERSION)

    def says_the_same(self, other) -> bool:
        fields = ("head", "text", "version")
        return bool(other) and all(getattr(self, name) == getattr(other, name) for name in fields)

    def tokens(self, name: str) -> str:
        text = getattr(self, name)
        grams = search.pairs(text) | (search.characters(text) if name == "head" else set())
        return " ".join(map(as_token, grams))


class SearchedRow(models.Model):
    """A row whose words belong to what a story says; `story` is that."""

    class Meta:
        abstract = True

    def save(self, **kwargs):
        super().save(**kwargs)
        note(self.story.pk)

    def delete(self, **kwargs):
        deleted = super().delete(**kwargs)
        note(self.story.pk)
        return deleted

    def after_restoring(self):
        """Alone from the bin into its story."""
        note(self.story.pk)


def note(key):
    """What the story with this key says may have changed."""
    waiting = _waiting.get()
    if waiting is None:
        SearchEntry.objects.index([key])
    else:
        waiting.add(key)


@contextmanager
def indexed_once():
    """A story with many rows is indexed once, when all are saved."""
    token = _waiting.set(set())
    try:
        yield
        keys = _waiting.get()
    finally:
        _waiting.reset(token)
    for key in keys:
        note(key)  # an outer block may go on
