"""The printed edition: a page with its stories, and all pages of a day's paper."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.public.print_pages import Issue, issue_of, name_of, set_stories, shown, staff_of
from articles.public.showing import set_names
from people.models import Organization


@require_safe
def page_detail(request, *, pk):
    page = get_object_or_404(shown(), pk=pk)
    stories = Article.objects.published().filter(page=page).with_beginnings()
    issue = issue_of(page)
    pages = issue.pages() if issue else []
    context = {
        "page": page,
        "title": name_of(page),
        "stories": set_names(stories.order_by("page_order", "pk")),
        "staff": staff_of(page),
        "issue": issue,
        "pages": pages if len(pages) > 1 else [],
    }
    return render(request, "articles/page_detail.html", context | beside(page, pages))


def beside(page, pages) -> dict:
    """The page before and the one after it in the same paper."""
    at = pages.index(page) if page in pages else 0
    return {
        "previous": pages[at - 1] if at else None,
        "next": pages[at + 1] if at + 1 < len(pages) else None,
    }


@require_safe
def issue_detail(request, *, pk, year, month, day):
    paper = get_object_or_404(Organization.objects.papers().filter(hidden=False), pk=pk)
    issue = Issue(paper, day_or_404(year, month, day))
    pages = issue.pages()
    if not pages:
        raise Http404
    set_stories(pages)
    number = next((page.issue for page in pages if page.issue), "")
    context = {"issue": issue, "pages": pages, "number": number}
    context |= {"inferred": all(page.date_inferred for page in pages)}
    return render(request, "articles/issue_detail.html", context)


def day_or_404(year, month, day) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Http404 from None
