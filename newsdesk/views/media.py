"""Public pictures that lie in MEDIA_ROOT: portraits, and the cards of sections. A proxy may hand them out instead."""

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def media(request, *, path):
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = "public, max-age=86400"
    return response
