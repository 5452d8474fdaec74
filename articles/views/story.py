"""The page of a story."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.story_page import parts, stored


@require_safe
def article_detail(request, *, pk):
    article = get_object_or_404(Article.objects.published().with_source(), pk=pk)
    return render(request, "articles/article_detail.html", parts(article, stored(article)))


@require_safe
@cache_control(private=True, no_store=True)
def article_preview(request, *, pk):
    """The story as it would stand on the site; for the desk only."""
    if not request.user.has_perm("articles.preview_article"):
        raise Http404
    article = get_object_or_404(Article.objects.with_source(), pk=pk)
    context = parts(article, stored(article)) | {"preview": True, "edit_url": edit_url(article)}
    return render(request, "articles/article_detail.html", context)


def edit_url(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
