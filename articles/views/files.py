"""Files of stories: everybody's while a published story hands them out, the desk's before and after."""

import re

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Article, Attachment, StoredFile
from newsdesk.delivering import deliver
from newsdesk.files import DOCUMENTS, KINDS

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@require_safe
def stored_file(request, *, pk):
    file = get_object_or_404(StoredFile, pk=pk)
    public = StoredFile.objects.published().filter(pk=pk).exists()
    if not public and not request.user.has_perm("articles.view_storedfile"):
        raise Http404
    if not file.original.storage.exists(file.original.name):
        raise Http404
    response = deliver(
        request,
        lambda: file.original.storage.open(file.original.name, "rb"),
        size=file.size,
        etag=f'"{file.sha256}"',
        type=KINDS[file.kind].type,
        download_as=name_of(file, public) if file.kind in DOCUMENTS else "",
    )
    # asked for again each time: the story may be withdrawn
    response["Cache-Control"] = "public, no-cache" if public else "private, no-store"
    return response


def name_of(file, public) -> str:
    """Under the title that the story gives it."""
    rows = Attachment.objects.filter(file=file)
    if public:
        rows = rows.filter(article__in=Article.objects.published())
    row = rows.order_by("-article").first()
    title = row.title if row else file.name.removesuffix(file.ending)
    return f"{_NOT_IN_NAMES.sub('_', title)}{file.ending}"
