"""An article's form as a script sends it: read, never saved, and nothing of it refused."""

from articles.linking import written
from articles.models import Article, PrintPage
from newsdesk.text import normalise_name, number

TEXTS = (*written.HEADLINES, "banner", "dateline", "body", "responsible_editor")
AT_MOST = 1000  # rows of a kind

DISMISSED = "dismissed-"  # fields that name proposals which were turned down before they were saved


def dismissed_field(model) -> str:
    return f"{DISMISSED}{model._meta.model_name}"


class Typed:
    def __init__(self, posted):
        self.posted = posted

    def written(self, article) -> written.Written:
        texts = {name: self._text(name) for name in TEXTS}
        records = {f"{name}_id": self._key(name) for name in ("section", "source")}
        page = PrintPage.objects.filter(pk=self._key("page")).first()
        typed = Article(**texts, **records, page=page)
        typed.published_at = article and (article.published_at or article.created)
        captions = [row["caption"] for row in self.rows("photo_uses", "caption")]
        names = [row["name"] for row in self.rows("bylines", "name") if not row["DELETE"]]
        return written.of(typed, captions, names)

    @property
    def mentions(self) -> list[dict]:
        return self.rows("mentions", "name")

    @property
    def coverages(self) -> list[dict]:
        return self.rows("coverages", "name")

    def keys(self, prefix, name) -> set[int]:
        """Whom or what the rows mean."""
        rows = self.rows(prefix, name)
        return {number(row[name]) for row in rows if not row["DELETE"]} - {None}

    def dismissed(self, model) -> set[str]:
        return {normalise_name(name) for name in self.posted.getlist(dismissed_field(model))}

    def rows(self, prefix, *names) -> list[dict]:
        count = min(number(self.posted.get(f"{prefix}-TOTAL_FORMS", "")) or 0, AT_MOST)
        return [
            {name: self._text(f"{prefix}-{at}-{name}").strip() for name in (*names, "DELETE")}
            for at in range(count)
        ]

    def _text(self, name) -> str:
        return self.posted.get(name, "").replace("\0", "")

    def _key(self, name) -> int | None:
        return number(self.posted.get(name, ""))
