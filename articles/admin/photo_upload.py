"""Uploading photos: several at once, each with its own result; to the library, or to a story as well."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import policy
from articles.incoming import photo_credits
from articles.incoming.photo_intake import take_in, use_in
from articles.models import Article
from newsdesk import images
from newsdesk.renditions import CUT

LIMITS = {
    "megabytes": images.MAX_MEGABYTES,
    "millions": images.MAX_PIXELS // 1_000_000,
    "endings": ",".join(sorted(set().union(*images.ENDINGS.values()))),
}


class UploadsPhotos:
    """For the photos' admin: a new photo comes by its file, never by an empty form."""

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        article = story_of(request)
        files = request.FILES.getlist("files")
        taken = [self.take_in(request, file) for file in files]
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({"files": [told(each) for each in taken]})
        if request.method == "POST" and not files:
            messages.warning(request, _("Choose one or more pictures first."))
        if article and taken:
            use_in(article, [each.photo for each in taken if each.photo], by=request.user)
        return self.upload_page(request, article, taken)

    def take_in(self, request, file):
        taken = take_in(file)
        if taken.photo and not taken.is_known:
            self.log_addition(request, taken.photo, [{"added": {}}])
        return taken

    def upload_page(self, request, article, taken):
        context = self.admin_site.each_context(request) | {
            "title": _("Upload photos"),
            "opts": self.opts,
            "article": article,
            "taken": [told(each) for each in taken],
            "upload_limits": LIMITS,
        }
        return TemplateResponse(request, "admin/articles/photo_upload.html", context)


def story_of(request) -> Article | None:
    """The story that the pictures are for, if the address names one that the user may change."""
    key = request.GET.get("article", "")
    if not key.isdecimal():
        return None
    article = get_object_or_404(Article, pk=key)
    if not policy.may_change(request.user, article):
        raise PermissionDenied
    return article


def told(taken) -> dict:
    """What a page or a script is told of one file."""
    photo = taken.photo
    if photo is None:
        return {"name": taken.name, "reason": taken.reason}
    fitting = photo.of_shape(CUT, "jpg")
    return {
        "name": taken.name,
        "photo": photo.pk,
        "label": str(photo),
        "caption": photo.caption,
        "credit": photo_credits.line(photo),
        "picture": photo.get_absolute_url(),
        "thumbnail": photo.address(fitting[0]) if fitting else "",
        "url": reverse("admin:articles_photo_change", args=[photo.pk]),
        "known": _("The same picture was in the library already.") if taken.is_known else "",
    }
