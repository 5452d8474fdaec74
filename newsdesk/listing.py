"""Lists of records: words to look for, and pages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

PER_PAGE = 60
MAX_WORDS = 100
UNKNOWN = "unknown"


@dataclass(frozen=True)
class RecordPage:
    rows: list
    number: int
    newer_url: str
    older_url: str

    @property
    def is_beyond(self) -> bool:
        return not self.rows and self.number > 1


class RecordFilter(forms.Form):
    q = forms.CharField(
        label=_("name"),
        required=False,
        max_length=MAX_WORDS,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    page = forms.IntegerField(
        label=_("page"),
        required=False,
        min_value=1,
        max_value=10_000,
        widget=forms.HiddenInput,
        error_messages={"invalid": _("The page must be a number.")},
    )

    def __init__(self, query, path: str):
        super().__init__(query, auto_id="filter_%s", label_suffix="")
        self.path = path

    @property
    def status(self) -> int:
        return status_of(self)

    @property
    def values(self) -> dict:
        self.is_valid()  # fills cleaned_data, once
        return {k: v for k, v in self.cleaned_data.items() if v and k != "page"}

    def address(self, **changes) -> str:
        chosen = (self.values | changes).items()
        values = {name: getattr(value, "pk", value) for name, value in chosen if value}
        return f"{self.path}?{urlencode(values)}" if values else self.path

    def carried(self) -> list[tuple[str, str]]:
        """What is chosen without a visible field: the form sends it along."""
        hidden = (name for name in self.values if self.fields[name].widget.is_hidden)
        return [(name, str(getattr(self.values[name], "pk", self.values[name]))) for name in hidden]

    def complaints(self) -> list[tuple[str, str, str]]:
        return [
            (name, self.fields[name].label, " ".join(errors))
            for name, errors in self.errors.items()
        ]

    def page_of(self, records) -> RecordPage:
        number = self.cleaned_data.get("page") or 1
        first = (number - 1) * PER_PAGE
        rows = list(records[first : first + PER_PAGE + 1])
        newer = self.address(page=number - 1) if number > 1 and rows else ""
        older = self.address(page=number + 1) if len(rows) > PER_PAGE else ""
        return RecordPage(rows[:PER_PAGE], number, newer, older)


def status_of(form) -> int:
    """200; 404 where only a record is unknown, 400 where something makes no sense."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    if not codes:
        return 200
    return 404 if codes == {UNKNOWN} else 400
