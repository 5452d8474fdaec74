"""导出: the rows of a list as a file, with the columns that somebody chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from io import BytesIO

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import FileResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import strip_tags
from django.utils.http import content_disposition_header
from django.utils.timezone import is_aware, localdate, make_naive
from django.utils.translation import gettext as _

from newsdesk.tables import as_csv, as_xlsx

AT_ONCE = 500  # rows fetched, with what stands beside them
COLUMN, FORMAT = "_column", "_format"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Column:
    name: str
    heading: str
    value: Callable


def list_part(query):
    """The parameters of the list itself, without those of the export."""
    query = query.copy()
    for name in (COLUMN, FORMAT):
        query.pop(name, None)
    return query


def answer(request, asked, *, title: str, columns, rows, back: str):
    """The form that asks for columns and kind of file; once they are chosen, the file."""
    names = asked.getlist(COLUMN)
    chosen = [column for column in columns if column.name in names]
    kind = asked.get(FORMAT, "")
    if kind in TYPES and chosen:
        return file_of(title, kind, chosen, rows)
    if kind in TYPES:
        messages.warning(request, _("Choose at least one column."))
    context = admin.site.each_context(request) | {
        "title": _("Export"), "what": title, "columns": columns, "count": rows.count(),
        "carried": [pair for pair in list_part(asked).items() if pair[1]], "back": back,
    }  # fmt: skip
    return TemplateResponse(request, "admin/export.html", context)


def file_of(title, kind, columns, rows):
    head = [str(column.heading) for column in columns]
    table = ([column.value(row) for column in columns] for row in rows.iterator(chunk_size=AT_ONCE))
    name = f"{title}-{localdate():%Y%m%d}.{kind}"
    if kind == "xlsx":
        file = BytesIO(as_xlsx(head, table))
        return FileResponse(file, as_attachment=True, filename=name, content_type=TYPES[kind])
    response = StreamingHttpResponse(as_csv(head, table), content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def plain(value):
    """What a list shows, as a cell: without marks of HTML, yes and no in words, moments by the clock of the house."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return make_naive(value) if is_aware(value) else value
    if hasattr(value, "__html__"):
        return " ".join(unescape(strip_tags(value)).split())
    return value if value is None or isinstance(value, int | date) else str(value)


class Exports:
    """For a list of the desk: what it finds, with its search and filters, as a file."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("export/", self.admin_site.admin_view(self.export), name=name)] + (
            super().get_urls()
        )

    def export(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked, request.GET = request.GET, list_part(request.GET)
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        back = f"{back}?{request.GET.urlencode()}"
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:  # the list says what it does not understand
            return HttpResponseRedirect(back)
        return answer(
            request, asked, title=str(self.opts.verbose_name_plural), back=back,
            columns=self.columns(request), rows=self.with_columns(rows),
        )  # fmt: skip

    def with_columns(self, rows):
        """With what the columns say of each row."""
        return rows

    def columns(self, request) -> list[Column]:
        names = [name for name in self.get_list_display(request) if name != "action_checkbox"]
        return [self.column(name) for name in (*names, *self.export_also)]

    export_also: tuple = ()  # fields and methods beyond what the list shows

    def column(self, name) -> Column:
        heading = label_for_field(name, self.model, self)
        return Column(str(name), heading, lambda row: plain(self.shown(name, row)))

    def shown(self, name, row):
        try:
            field, _attribute, value = lookup_field(name, row, self)
        except ObjectDoesNotExist:
            return ""
        if field is not None and field.flatchoices:
            return str(dict(field.flatchoices).get(value, value))
        return value
