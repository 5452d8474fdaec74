"""复制到公众号: a page that shows what is copied, and the same for the button on other pages."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.exchange import wechat
from articles.exchange.outside import absolute
from articles.models import Article, Photo
from articles.placing import by_role, photos_of, placed
from articles.public.story_page import source_of

# the copy has its styles inline: nothing else is allowed where it is shown
FRAME = {
    "default-src": [NONE],
    "img-src": [SELF],
    "style-src-attr": [UNSAFE_INLINE],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
}


class CopiesToWechat:
    """For the article's admin: what is stored, as the editor of 公众号 takes it."""

    def get_urls(self):
        page = self.admin_site.admin_view(require_safe(never_cache(self.wechat_view)))
        shown = self.admin_site.admin_view(require_safe(never_cache(self.wechat_text_view)))
        shown = csp(FRAME)(xframe_options_sameorigin(shown))
        return [
            path("<int:pk>/wechat/", page, name="articles_article_wechat"),
            path("<int:pk>/wechat/text/", shown, name="articles_article_wechat_text"),
            *super().get_urls(),
        ]

    def _readable(self, request, pk):
        article = get_object_or_404(Article.objects.with_source(), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def wechat_view(self, request, pk):
        article = self._readable(request, pk)
        story = story_of(article)
        copied = {
            "headline": story.headline,
            "html": wechat.to_html(story, absolute),
            "text": wechat.to_text(story),
        }
        waiting = not_public_yet(article)
        if request.headers.get("Accept") == "application/json":
            return JsonResponse(copied | {"waiting": waiting})
        context = self.admin_site.each_context(request) | {
            "title": _("Copy to 公众号"),
            "opts": self.opts,
            "article": article,
            "copied": copied,
            "waiting": waiting,
        }
        return TemplateResponse(request, "admin/articles/wechat.html", context)

    def wechat_text_view(self, request, pk):
        """The very text that is copied, its pictures by our own address so that the desk sees them."""
        text = wechat.to_html(story_of(self._readable(request, pk)), str)
        return HttpResponse(f'<!doctype html><html lang="zh-Hans"><title>.</title>{text}</html>')


def not_public_yet(article) -> int:
    """How many of its photos nobody but the desk can fetch."""
    photos = Photo.objects.filter(pk__in=photos_of(article).values("photo"))
    return photos.exclude(pk__in=Photo.objects.published()).count()


def story_of(article) -> wechat.Story:
    photos = [{"use": use} for use in photos_of(article)]
    text, around = placed(article, photos)
    parts = [*around[:1], *text, *around[1:]]
    return wechat.Story(
        headline=article.headline,
        kicker=article.kicker,
        subheadline=article.subheadline,
        standfirst=article.standfirst,
        parts=[part if isinstance(part, str) else picture(part["use"]) for part in parts],
        imprint=tuple(imprint(article)),
    )


def picture(use) -> wechat.Picture:
    credit = signed(use.credits.all())
    mark = pgettext("beside a picture", "made by AI") if use.photo.ai_made else ""
    words = "　".join(filter(None, (credit, mark)))
    return wechat.Picture(use.photo.get_absolute_url(), use.caption, words)


def signed(rows) -> str:
    """记者 梁奈　吴昊 摄"""
    groups = [(g["before"], *(row.name for row in g["rows"]), g["after"]) for g in by_role(rows)]
    return "　".join(" ".join(filter(None, words)) for words in groups)


def imprint(article):
    """Source, who wrote it, who answers for it: as far as known."""
    colon = "："
    rows = [
        (_("Source"), source_of(article)["name"]),
        (_("written by"), signed(article.bylines.select_related("person", "organization"))),
        (_("Responsible editor"), article.responsible_editor),
    ]
    return [f"{label}{colon}{words}" for label, words in rows if words]
