"""Files in the rows of a story's form: taken in the moment they are chosen, or, without script, when it is sent."""

from pathlib import PurePath

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.template.defaultfilters import filesizeformat
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.models import StoredFile
from newsdesk import files


class UploadField(forms.FileField):
    """What is chosen is checked by its content and becomes a stored file."""

    def __init__(self, *, fills, allowed, most, **kwargs):
        self.fills, self.allowed, self.most = fills, allowed, most
        endings = sorted({ending for kind in allowed for ending in files.KINDS[kind].endings})
        self.accept = ",".join(endings)
        super().__init__(required=False, **kwargs)

    def widget_attrs(self, widget):
        told = {"accept": self.accept, "data-most": self.most, "data-fills": self.fills}
        return super().widget_attrs(widget) | told

    def to_python(self, data):
        if data in self.empty_values:
            return None
        return StoredFile.objects.take_in(data, files.check(data, self.allowed, self.most))


class FilesForm(forms.ModelForm):
    """For a row with files: what was uploaded with the form fills the row's own field."""

    def clean(self):
        cleaned = super().clean()
        for name, field in self.fields.items():
            found = isinstance(field, UploadField) and cleaned.get(name)
            if found:
                cleaned[field.fills] = found
                self.data = (
                    self.data.copy()
                )  # a form with faults elsewhere comes back with the file
                self.data[self.add_prefix(field.fills)] = str(found.pk)
        return cleaned


def plain_title(file: StoredFile) -> str:
    return PurePath(file.name).stem


@admin.display(description=_("file"))
def shown(file) -> str:
    """The name of a row's file, to be opened, with its kind and size."""
    if file is None:
        return ""
    words = f"{file.kind_words} · {filesizeformat(file.size)}"
    return format_html('<a href="{}">{}</a> {}', file.get_absolute_url(), file.name, words)


class TakesFiles:
    """For the article's admin: a script hands over a file the moment it is chosen."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.take_file_view))
        return [
            path("upload/<slug:of>/", view, name="articles_article_take_file"),
            *super().get_urls(),
        ]

    def take_file_view(self, request, of):
        """`of` is the row's kind and its field for uploading, as in attachments-upload."""
        if not request.user.has_perm("articles.add_storedfile"):
            raise PermissionDenied
        field = upload_fields(self.inlines).get(of)
        try:
            file = field and field.clean(request.FILES.get("file"))
        except ValidationError as error:
            return JsonResponse({"reason": " ".join(error.messages)})
        if not file:
            return JsonResponse({"reason": str(_("Choose a file."))}, status=400)
        title = plain_title(file)
        return JsonResponse({"file": file.pk, "shown": shown(file), "title": title})


def upload_fields(inlines) -> dict[str, UploadField]:
    return {
        f"{inline.model._meta.get_field('article').remote_field.get_accessor_name()}-{name}": field
        for inline in inlines
        for name, field in inline.form.base_fields.items()
        if isinstance(field, UploadField)
    }
