"""One kind of rows of an article's form that was sent: read, compared, and written for the next form."""

from types import SimpleNamespace

from articles.history import versions
from articles.incoming import photo_credits
from articles.models import Article

CREDIT = "credit"  # of a photo: one line of the form, rows of its own in the database


class PostedRows:
    def __init__(self, posted, article, name, names):
        self.model = Article._meta.get_field(name).related_model
        self.posted, self.article, self.name, self.names = posted, article, name, names
        self.fields = {each: self.model._meta.get_field(each) for each in names if each != CREDIT}
        self.many = {name for name, field in self.fields.items() if field.many_to_many}
        total = posted.get(f"{name}-TOTAL_FORMS", "")
        rows = [
            self._row(number) for number in range(min(int(total), 1000) if total.isdecimal() else 0)
        ]
        self.rows = [row for row in rows if row["id"] or any(row[each] for each in self._telling)]

    @property
    def _telling(self) -> list[str]:
        """A row that only has its place says nothing."""
        return [name for name in self.names if name != "order"]

    def _row(self, number) -> dict:
        return {name: self._posted(number, name) for name in (*self.names, "id", "DELETE")}

    def _posted(self, number, name) -> str | list[str]:
        key = f"{self.name}-{number}-{name}"
        if name in self.many:
            return sorted(self.posted.getlist(key))
        return self.posted.get(key, "").strip()

    @property
    def mine(self) -> list[dict]:
        return [self._shown(row) for row in self.rows if not row["DELETE"]]

    def _shown(self, row) -> dict:
        return {name: row[name] for name in self.names}

    def of_content(self, content) -> list[dict]:
        """A version's rows as the form would send them."""
        return [{name: sent(found) for name, found in row.items()} for row in self.shown(content)]

    def shown(self, content) -> list[dict]:
        """A version's rows, of each what stands in the form."""
        return [
            {name: credit_line(row) if name == CREDIT else row.get(name) for name in self.names}
            for row in content.get(self.name, [])
        ]

    @property
    def in_words(self) -> list[dict]:
        """Mine as a version would hold them."""
        return [{name: self._record(name, text) for name, text in row.items()} for row in self.mine]

    def _record(self, name, text):
        field = self.fields.get(name)
        if not field or not field.is_relation:
            return text
        keys = [key for key in (text if name in self.many else [text]) if key.isdecimal()]
        found = map(versions.record, field.related_model._base_manager.filter(pk__in=keys))
        return list(found) if name in self.many else next(found, None)

    def write(self, data, *, mine: bool):
        """Rows that are stored stand first, as the form wants them; of mine, those that I did not have go."""
        for key in [key for key in data if key.startswith(f"{self.name}-")]:
            del data[key]
        stored = list(getattr(self.article, self.name).order_by("order", "pk"))
        rows = self._over(stored) if mine else [self._stored(row) for row in stored]
        data[f"{self.name}-TOTAL_FORMS"], data[f"{self.name}-INITIAL_FORMS"] = (
            len(rows),
            len(stored),
        )
        data[f"{self.name}-MIN_NUM_FORMS"], data[f"{self.name}-MAX_NUM_FORMS"] = 0, 1000
        for number, row in enumerate(rows):
            sent_row = {name: text for name, text in row.items() if text} | {
                "article": self.article.pk
            }
            for name, text in sent_row.items():
                data.setlist(
                    f"{self.name}-{number}-{name}", text if isinstance(text, list) else [text]
                )

    def _over(self, stored) -> list[dict]:
        """Mine, each on the stored row it belongs to: by its key, or by whom or what it means."""
        keys = {str(row.pk) for row in stored}
        known = {row["id"]: row for row in self.rows if row["id"] in keys}
        left = [row for row in self.rows if row["id"] not in keys and not row["DELETE"]]
        found = []
        for row in map(self._stored, stored):
            same = known.get(row["id"]) or next((r for r in left if self._is_alike(r, row)), None)
            found.append((same or row | {"DELETE": "on"}) | {"id": row["id"]})
            left = [r for r in left if r is not same]
        return found + [row | {"id": ""} for row in left]

    def _is_alike(self, one, other) -> bool:
        records = [name for name, field in self.fields.items() if field.many_to_one]
        meant = [one[name] for name in records]
        return any(meant) and meant == [other[name] for name in records]

    def _stored(self, row) -> dict:
        return {name: self._sent(row, name) for name in self.names} | {"id": str(row.pk)}

    def _sent(self, row, name) -> str | list[str]:
        if name == CREDIT:
            return photo_credits.line_of(row.credits.all())
        found = getattr(row, self.fields[name].attname)
        return sent([each.pk for each in found.all()] if name in self.many else found)


def credit_line(photo_use: dict) -> str:
    """The credits of a version's photo as the one line that stands for them in the form."""
    return photo_credits.line_of(SimpleNamespace(**each) for each in photo_use["credits"])


def sent(found) -> str | list[str]:
    """A value of a field as a browser would send it; several values in one order, to be compared."""
    if isinstance(found, list):
        return sorted(map(sent, found))
    if isinstance(found, dict):
        return str(found["id"])
    if isinstance(found, bool):
        return "on" if found else ""
    return "" if found is None else str(found)
