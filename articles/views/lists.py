"""Lists of stories: all of them, of a section, under a tag, of a day, found by words."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import moves
from articles.lists.facets import narrowing
from articles.lists.filters import StoryFilter
from articles.lists.hits import show_hits
from articles.lists.paging import Page, page_of
from articles.lists.ranking import Ranked
from articles.models import Article, Section, Tag
from articles.public.showing import set_names

SECONDS = 3  # below the lead of a section's front


@require_safe
def article_list(request):
    return story_list(request, title=_("All stories"))


@require_safe
def section_detail(request, *, slug):
    section = Section.objects.filter(slug=slug).first()
    if not section:
        return follow_or_404(request)
    return story_list(
        request, title=section.name, about=section.about, fixed={"section": section}, pins=True
    )


@require_safe
def tag_detail(request, *, slug):
    tag = Tag.objects.published().filter(slug=slug).first()
    if not tag:
        return follow_or_404(request)
    return story_list(request, title=tag.name, label=_("tag"), fixed={"tag": tag})


def follow_or_404(request):
    """To the new address, with the filters kept."""
    path = moves.new_path(escape_uri_path(request.path))
    if not path:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{path}?{query}" if query else path, permanent=True)


def story_list(request, *, title, label="", about="", fixed=None, pins=False, chosen=None, **more):
    """A list that the reader can narrow; what is wrong in the address is said on the page."""
    chosen = chosen or StoryFilter(request.GET, request.path, **(fixed or {}))
    context = {"title": title, "label": label, "about": about, "filter": chosen, **more}
    if chosen.status != 200:
        return render(request, "articles/article_list.html", context, status=chosen.status)
    stories = chosen.found()
    pinned = pinned_first(chosen) if pins else []
    stories.without = [story.pk for story in pinned]
    listed = Ranked(chosen.found) if chosen.ranked else stories
    page = page_of(listed, chosen.cleaned_data["page"] or 1, chosen.cleaned_data["before"])
    context |= {"page": page, "rows": page.rows, "pinned": pinned if page.at_start else []}
    set_names([*pinned, *page.rows])
    if pins and page.at_start and not chosen.values:
        context |= as_front([*pinned, *page.rows], len(pinned))
    fresh = getattr(request, "freshness", None)
    context["narrow"] = narrowing(chosen, chosen.found(), fresh)
    context |= turning(page, chosen)
    if words := chosen.values.get("q"):
        show_hits(page.rows, words)
    status = 404 if page.is_beyond else 200
    return render(request, "articles/article_list.html", context, status=status)


def pinned_first(chosen) -> list[Article]:
    """置顶 counts only where the reader has chosen nothing."""
    if chosen.values:
        return []
    return list(chosen.stories().filter(pinned=True).with_beginnings().newest_first())


def as_front(stories, pinned: int) -> dict:
    """The first stories large, as on the front page; the list goes on below."""
    first, rest = stories[: 1 + SECONDS], stories[1 + SECONDS :]
    left = max(0, pinned - len(first))
    return {
        "lead": first[0] if first else None,
        "seconds": first[1:],
        "pinned": rest[:left],
        "rows": rest[left:],
    }


def turning(page: Page, chosen: StoryFilter) -> dict:
    """The addresses of the next and the previous page, "" where there is none."""
    if chosen.ranked and "before" in page.older:
        page.older = {"sort": "date"}  # the best order goes no further than pages have numbers
    return {
        "older_url": chosen.address(**page.older) if page.older else "",
        "newer_url": chosen.address(**page.newer) if page.newer else "",
        "first_url": chosen.address(),
    }
