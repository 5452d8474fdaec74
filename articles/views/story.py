"""The page of a story, and its address as a QR code."""

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.public.story_page import parts, published_story, stored

QR_SECONDS = 24 * 3600  # only the site's own address can change it


@require_safe
def article_detail(request, *, pk):
    for article in published_story(key=pk, now=timezone.now()):
        return render(request, "articles/article_detail.html", parts(article, stored(article)))
    raise Http404


@require_safe
@cache_control(private=True, no_store=True)
def article_preview(request, *, pk):
    """The story as it would stand on the site; for the desk only."""
    if not request.user.has_perm("articles.preview_article"):
        raise Http404
    article = get_object_or_404(Article.objects.with_source(), pk=pk)
    context = parts(article, stored(article)) | {"preview": True, "edit_url": edit_url(article)}
    return render(request, "articles/article_detail.html", context)


@require_safe
@cache_control(public=True, max_age=QR_SECONDS)
def article_qr(request, *, pk):
    """For telephones (微信 扫一扫): dark on white in any scheme, as readers of codes want it."""
    article = get_object_or_404(Article.objects.published().only("pk"), pk=pk)
    code = segno.make_qr(f"{settings.SITE_URL.rstrip('/')}{article.get_absolute_url()}", error="m")
    response = HttpResponse(content_type="image/svg+xml")
    code.save(response, kind="svg", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return response


def edit_url(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
