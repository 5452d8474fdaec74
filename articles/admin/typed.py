"""An article's form as a script sends it: read, never saved, and nothing of it refused."""

from articles import written
from articles.models import Article, PrintPage

TEXTS = (*written.HEADLINES, "banner", "dateline", "body", "responsible_editor")
AT_MOST = 1000  # rows of a kind


class Typed:
    def __init__(self, posted):
        self.posted = posted

    def written(self, article) -> written.Written:
        texts = {name: self.posted.get(name, "") for name in TEXTS}
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
        return {int(row[name]) for row in rows if row[name].isdecimal() and not row["DELETE"]}

    def rows(self, prefix, *names) -> list[dict]:
        total = self.posted.get(f"{prefix}-TOTAL_FORMS", "")
        count = min(int(total), AT_MOST) if total.isdecimal() else 0
        return [
            {
                name: self.posted.get(f"{prefix}-{number}-{name}", "").strip()
                for name in (*names, "DELETE")
            }
            for number in range(count)
        ]

    def _key(self, name) -> int | None:
        key = self.posted.get(name, "")
        return int(key) if key.isdecimal() and len(key) < 19 else None
