"""Videos beside a story's text."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Video
from newsdesk.desk import DeskCards
from newsdesk.files import SUBTITLES, VIDEOS

from .files import FilesForm, UploadField, plain_title, shown


class VideoForm(FilesForm):
    upload = UploadField(
        label=_("choose a file"),
        fills="file",
        allowed=VIDEOS,
        most=settings.VIDEO_MEGABYTES,
        help_text=_("MP4 (H.264) or WebM; at most %d MB") % settings.VIDEO_MEGABYTES,
    )
    subtitles_upload = UploadField(
        label=_("choose a file of subtitles"),
        fills="subtitles",
        allowed=SUBTITLES,
        most=1,
        help_text=_("WebVTT (.vtt)"),
    )

    class Meta:
        model = Video
        fields = ["file", "subtitles", "title", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].required = False

    def clean(self):
        cleaned = super().clean()
        file, url = cleaned.get("file"), cleaned.get("url")
        if not self.errors and bool(file) == bool(url):
            text = _("Choose a file or write an address: one of the two.")
            self.add_error("url" if file else "upload", text)
        untitled = plain_title(file)[:100] if file else str(_("video"))
        cleaned["title"] = cleaned.get("title") or untitled
        return cleaned


class VideoInline(DeskCards):
    model = Video
    form = VideoForm
    template = "admin/articles/files.html"
    fields = [
        "shown",
        "file",
        "upload",
        "url",
        ("title", "order"),
        "poster",
        "credit",
        "transcript",
        "shown_subtitles",
        "subtitles",
        "subtitles_upload",
    ]
    readonly_fields = ["shown", "shown_subtitles"]
    autocomplete_fields = ["poster"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("file", "subtitles")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in ("file", "subtitles"):
            return db_field.formfield(widget=forms.HiddenInput)
        if db_field.name == "url":
            kwargs["assume_scheme"] = "https"
        if db_field.name == "transcript":
            kwargs["widget"] = forms.Textarea({"rows": 3, "class": "vLargeTextField"})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "poster":
            field.widget.can_add_related = False  # a photo comes by its file
        return field

    @admin.display(description=_("file"))
    def shown(self, row):
        return shown(row.file if row.file_id else None)

    @admin.display(description=_("subtitles"))
    def shown_subtitles(self, row):
        return shown(row.subtitles if row.subtitles_id else None)

    @admin.display(description=_("choose a file"))
    def upload(self, row):
        """For those who may only read the story: the form's field has no words then."""
        return ""

    @admin.display(description=_("choose a file of subtitles"))
    def subtitles_upload(self, row):
        return ""
