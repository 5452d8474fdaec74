"""Two contents of a story side by side, in the desk's words: what differs, field by field, row by row."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.history import versions
from articles.history.diffing import Fold, counted, folded, rows
from articles.models import Article
from newsdesk import html

ORDER = (*Article.LINES, "dateline", "body", *versions.PARTS)
FIELDS = [name for name in (*versions.TEXTS, *versions.RECORDS, "tags") if name not in ORDER]


@dataclass(frozen=True)
class Part:
    """One field or kind of row that differs; `note` where readers would see no difference in the text."""

    name: str
    label: str
    folds: list[Fold]
    note: str = ""


def compared(before: dict, after: dict) -> list[Part]:
    """The parts that differ, as they stand in a story from top to bottom."""
    parts = [part(name, before, after) for name in (*ORDER, *FIELDS)]
    return [part for part in parts if part]


def part(name, before, after) -> Part | None:
    if versions.is_same(value(before, name), value(after, name)):
        return None
    old, new = in_words(name, value(before, name)), in_words(name, value(after, name))
    note = "" if old != new else _("The words are the same; their form or order number differs.")
    return Part(name, label(name), [] if note else folded(rows(old, new)), note)


def value(content, name):
    """Also of a version that is older than the field."""
    for kind in ("texts", "records"):
        if name in content[kind]:
            return content[kind][name]
    return versions.with_all_parts(content).get(name, "")


def label(name) -> str:
    field = Article._meta.get_field(name)
    if name in versions.PARTS:
        return str(field.related_model._meta.verbose_name_plural)
    return str(field.verbose_name)


def in_words(name, found) -> str:
    """One line a paragraph, a row, a field."""
    if name == "body":
        return html.plain(found).text
    if name in versions.PARTS:
        return "\n".join(map(WORDS[name], found))
    if name == "tags":
        return "，".join(found)
    return found["name"] if isinstance(found, dict) else str(found or "")


def text_of(content) -> str:
    """What is read of a story: its lines and its body."""
    return "\n".join(in_words(name, value(content, name)) for name in (*Article.LINES, "body"))


def characters(before: dict, after: dict) -> tuple[int, int]:
    """How many came, how many went."""
    return counted(text_of(before), text_of(after))


def signature(row) -> str:
    return " ".join(filter(None, [f"{row['unit']}{row['role']}", row["name"], who(row)]))


def mention(row) -> str:
    posts = "、".join(each["name"] for each in row.get("memberships", []))
    words = [f"{row['title']}{row['name']}", who(row), posts and f"（{posts}）", decided(row)]
    return " ".join(filter(None, words))


def organization(row) -> str:
    return " ".join(filter(None, [row["name"], who(row), decided(row)]))


def coverage(row) -> str:
    return " ".join(filter(None, [row["name"], row["date"], who(row), decided(row)]))


def photo_use(row) -> str:
    credits = row["credit"] if "credit" in row else "、".join(map(signature, row["credits"]))
    return " ".join(filter(None, [row["caption"], who(row), credits and f"（{credits}）"]))


def attachment(row) -> str:
    return " ".join(filter(None, [row["title"], who(row)]))


def video(row) -> str:
    words = [row["title"], row["url"], who(row), row["credit"], row["transcript"]]
    return " ".join(filter(None, words)).replace("\n", " ")


def who(row) -> str:
    """Whom or what the printed name means, by its record."""
    found = [row[name] for name in MEANT if row.get(name)]
    return " ".join(f"[{each['name']} #{each['id']}]" for each in found)


def decided(row) -> str:
    return "" if row["confirmed"] else _("(not confirmed)")


MEANT = ("person", "organization", "event", "photo", "file", "poster", "subtitles")
WORDS = {
    "bylines": signature,
    "mentions": mention,
    "organization_mentions": organization,
    "coverages": coverage,
    "photo_uses": photo_use,
    "attachments": attachment,
    "videos": video,
}
