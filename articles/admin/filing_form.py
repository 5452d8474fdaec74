"""The form for phones: few fields, and rows of photos that are up already or still in the phone."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from articles.incoming import photo_credits
from articles.incoming.filing import Sent, SentPhoto
from articles.models import Article, Event, Filing, Photo, PhotoUse
from newsdesk.lines import SeenField
from newsdesk.renditions import CUT

UP, IN_THE_PHONE = re.compile(r"[0-9]{1,12}"), re.compile(r"w[0-9a-z]{8,24}")
OFFERED = 40  # events
CREDIT_LENGTH = 300


def longest(model, name) -> int:
    return model._meta.get_field(name).max_length


class FilingForm(forms.Form):
    headline = SeenField(
        label=_("headline of the story"),
        max_length=longest(Article, "headline"),
        widget=forms.Textarea({"rows": 1, "enterkeyhint": "next"}),  # a long one is seen whole
    )
    text = forms.CharField(
        label=_("text"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("A new line begins a new paragraph."),
    )
    event = forms.CharField(
        label=_("event"),
        required=False,
        max_length=longest(Filing, "event"),
        widget=forms.TextInput({"list": "events", "autocomplete": "off"}),
    )
    happened_on = forms.DateField(
        label=_("when"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    place = forms.CharField(label=_("where"), required=False, max_length=longest(Filing, "place"))
    note = forms.CharField(
        label=_("note to the editor"),
        required=False,
        max_length=longest(Filing, "note"),
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args, rows=(), **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.rows = rows

    def clean_headline(self):
        return " ".join(self.cleaned_data["headline"].splitlines())

    def clean(self):
        cleaned = super().clean()
        if any(row.is_waiting for row in self.rows):
            text = _("Some photos are not up yet. Wait until they are, or tick those to leave out.")
            raise forms.ValidationError(text)
        if not cleaned.get("text") and not self.rows:
            self.add_error("text", _("Write a few sentences, or add a photo."))
        return cleaned

    @property
    def sent(self) -> Sent:
        limit = longest(PhotoUse, "caption")
        photos = (
            SentPhoto(row.photo.pk, row.caption.strip()[:limit], row.credit.strip()[:CREDIT_LENGTH])
            for row in self.rows
        )
        return Sent(**self.cleaned_data, photos=tuple(photos))


@dataclass
class Row:
    """A photo on the page. `key` is its number, or what the phone calls one that is not up yet."""

    key: str
    photo: Photo | None
    caption: str
    credit: str
    left_out: bool = False

    @property
    def is_waiting(self) -> bool:
        return self.photo is None

    @property
    def thumbnail(self) -> str:
        fitting = self.photo.of_shape(CUT, "jpg") if self.photo else []
        return self.photo.address(fitting[0]) if fitting else ""


def rows_of(data) -> list[Row]:
    """As the form was sent or kept; what names no photo is no row."""
    keys = list(dict.fromkeys(data.getlist("photo")))
    photos = Photo.objects.in_bulk([int(key) for key in keys if UP.fullmatch(key)])
    left_out = set(data.getlist("leave_out"))
    return [
        Row(
            key,
            photos.get(int(key)) if UP.fullmatch(key) else None,
            data.get(f"caption-{key}", "").replace("\0", ""),
            data.get(f"credit-{key}", "").replace("\0", ""),
            key in left_out,
        )
        for key in keys
        if IN_THE_PHONE.fullmatch(key) or (UP.fullmatch(key) and int(key) in photos)
    ]


def row_of_new(photo, credit) -> Row:
    return Row(str(photo.pk), photo, photo.caption, photo_credits.line(photo) or credit)


def rows_of_story(article) -> list[Row]:
    return [
        Row(str(use.photo_id), use.photo, use.caption, photo_credits.line_of(use.credits.all()))
        for use in article.photo_uses.filter(photo__isnull=False).select_related("photo")
    ]


def fields_of_story(article) -> dict:
    """The form's fields of a story that was sent from it."""
    told = {
        name: getattr(article.filing, name) for name in ("event", "place", "happened_on", "note")
    }
    return told | {"headline": article.headline, "text": article.plain_text}


def events_to_offer() -> list[str]:
    """Names of those around today, which is what one writes about."""
    near = Event.objects.filter(first_day__lte=localdate() + timedelta(days=7))
    return list(near.order_by("-first_day", "-pk").values_list("name", flat=True)[:OFFERED])
