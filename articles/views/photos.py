"""Pictures: everybody's once a published story uses them, the desk's before."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from articles.models import Photo

A_YEAR = 365 * 24 * 3600


@require_GET
def photo(request, *, pk, name):
    picture = get_object_or_404(Photo.objects.defer("original"), pk=pk)
    public = Photo.objects.published().filter(pk=pk).exists()
    if not public and not request.user.has_perm("articles.view_photo"):
        raise Http404
    if name != picture.rendition.name.rsplit("/", 1)[-1] or not stored(picture.rendition):
        raise Http404
    response = FileResponse(picture.rendition.open("rb"), filename=name)
    response["Cache-Control"] = f"public, max-age={A_YEAR}" if public else "private, no-store"
    return response


def stored(file) -> bool:
    return bool(file) and file.storage.exists(file.name)
