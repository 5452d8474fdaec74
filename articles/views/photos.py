"""Pictures: everybody's once a published story uses them, the desk's before."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Photo
from articles.models.photo import private_storage
from newsdesk.renditions import TYPES

A_YEAR = 365 * 24 * 3600


@require_safe
def photo(request, *, pk, name):
    picture = get_object_or_404(Photo.objects.defer("original"), pk=pk)
    public = Photo.objects.published().filter(pk=pk).exists()
    if not public and not request.user.has_perm("articles.view_photo"):
        raise Http404
    response = FileResponse(opened(picture.file_named(name)), content_type=type_of(name))
    response["Cache-Control"] = (
        f"public, max-age={A_YEAR}, immutable" if public else "private, no-store"
    )
    return response


def opened(file: str):
    storage = private_storage()
    if not file or not storage.exists(file):
        raise Http404
    return storage.open(file, "rb")


def type_of(name: str) -> str:
    return TYPES.get(name.rsplit(".", 1)[-1], "image/jpeg")
