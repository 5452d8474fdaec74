"""What a page says to whoever uses it: its texts, titles, labels and what stands in empty fields."""

import json
import re
from html.parser import HTMLParser

SPOKEN = ("title", "alt", "aria-label", "placeholder", "data-delete-text", "data-filter-title")
SILENT = ("script", "style", "textarea", "code", "pre")
LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+")  # at the foot of a printed page


class Aloud(HTMLParser):
    """Collects `said`; what stands in <bdi> or .data is a name that somebody typed."""

    def __init__(self):
        super().__init__()
        self.said, self.links, self._silent = [], set(), 0

    def handle_starttag(self, tag, attrs):
        attrs = {name: value or "" for name, value in attrs}
        self._silent += tag in SILENT
        self.said += [attrs[name] for name in SPOKEN if name in attrs]
        self.said += [value for name, value in attrs.items() if self._is_words(name)]
        if tag == "input" and attrs.get("type") in ("submit", "button", "reset"):
            self.said.append(attrs.get("value", ""))
        if tag == "a" and "href" in attrs:
            self.links.add(attrs["href"])
        if "data-inline-formset" in attrs:
            options = json.loads(attrs["data-inline-formset"])["options"]
            self.said += [options["addText"], options["deleteText"]]

    def _is_words(self, name) -> bool:
        return name.startswith("data-actions-") or name in ("data-unsaved", "data-aside")

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent:
            self.said.append(data.strip())


def read_aloud(html: str) -> Aloud:
    page = Aloud()
    page.feed(html)
    return page


def foreign(said, allowed) -> list[str]:
    """What is said in Latin words that are not allowed."""
    return sorted({text for text in said if set(LATIN.findall(ADDRESS.sub("", text))) - allowed})
