"""Attachments beside a story's text."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Attachment
from newsdesk.desk import DeskCards
from newsdesk.files import DOCUMENTS

from .files import FilesForm, UploadField, plain_title, shown


class AttachmentForm(FilesForm):
    upload = UploadField(
        label=_("choose a file"),
        fills="file",
        allowed=DOCUMENTS,
        most=settings.ATTACHMENT_MEGABYTES,
        help_text=_("PDF, Word, Excel, slides, WPS or OFD; at most %d MB")
        % settings.ATTACHMENT_MEGABYTES,
    )

    class Meta:
        model = Attachment
        fields = ["file", "title", "order"]
        widgets = {"file": forms.HiddenInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"file", "title"} & self.fields.keys():
            self.fields[name].required = False

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if file is None and "upload" not in self.errors:
            self.add_error("upload", _("Choose a file."))
        cleaned["title"] = cleaned.get("title") or (plain_title(file)[:100] if file else "")
        return cleaned


class AttachmentInline(DeskCards):
    model = Attachment
    form = AttachmentForm
    template = "admin/articles/files.html"
    fields = ["shown", "file", "upload", ("title", "order")]
    readonly_fields = ["shown"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("file")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "file":
            return db_field.formfield(widget=forms.HiddenInput, required=False)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("file"))
    def shown(self, row):
        return shown(row.file if row.file_id else None)

    @admin.display(description=_("choose a file"))
    def upload(self, row):
        """For those who may only read the story: the form's field has no words then."""
        return ""
