"""导入 Word 文稿: documents become drafts, several at once, each with its own result."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.incoming import docx
from articles.incoming.word_drafts import take_in_document


class ImportsDocuments:
    """For the article's admin: a page where documents are chosen."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.word_view)
        return [path("word/", view, name="articles_article_word"), *super().get_urls()]

    def word_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        files = request.FILES.getlist("files")
        if request.method == "POST" and not files:
            messages.warning(request, _("Choose one or more documents first."))
        results = [self._take_in(request, file) for file in files]
        context = self.admin_site.each_context(request) | {
            "title": _("Import Word documents"),
            "opts": self.opts,
            "results": results,
            "megabytes": docx.MAX_MEGABYTES,
        }
        return TemplateResponse(request, "admin/articles/word.html", context)

    def _take_in(self, request, file):
        imported = take_in_document(file, by=request.user)
        if imported.article:
            self.log_addition(request, imported.article, str(_("From a Word document")))
        return imported
