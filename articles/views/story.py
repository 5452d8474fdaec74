"""The page of a story."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.placing import by_role, photos_of, placed
from articles.showing import not_hidden, set_links
from people.models import Person


@require_safe
def article_detail(request, *, pk):
    article = get_object_or_404(Article.objects.published().with_source(), pk=pk)
    return render(request, "articles/article_detail.html", parts(article))


@require_safe
@cache_control(private=True, no_store=True)
def article_preview(request, *, pk):
    """The story as it would stand on the site; for the desk only."""
    if not request.user.has_perm("articles.preview_article"):
        raise Http404
    article = get_object_or_404(Article.objects.with_source(), pk=pk)
    context = parts(article) | {"preview": True, "edit_url": edit_url(article)}
    return render(request, "articles/article_detail.html", context)


def edit_url(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def parts(article) -> dict:
    """A story with all that stands around it; only what is confirmed."""
    bylines = list(article.bylines.select_related("person", "organization"))
    mentions = article.mentions.confirmed().select_related("person")
    organizations = article.organization_mentions.confirmed().select_related("organization")
    coverages = article.coverages.confirmed().select_related("event")
    shown = [not_hidden(rows) for rows in (mentions, organizations, coverages)]
    uses = list(photos_of(article))
    set_links(bylines, *shown, *(use.credits.all() for use in uses))
    photos = [{"use": use, "credits": by_role(use.credits.all())} for use in uses]
    text, around = placed(article, photos)
    return {
        "article": article,
        "source": source_of(article),
        "authors": by_role(bylines),
        "mentions": by_rank(shown[0], article),
        "organizations": shown[1],
        "coverages": shown[2],
        "text": text,
        "photos": around,
        "tags": article.tags.all(),
    } | neighbours(article)


def by_rank(mentions, article) -> list:
    """Officials in the house's order on the story's day; the others follow as printed."""
    printed = article.page.date if article.page else None
    day = printed or localdate(article.published_at or article.created)
    persons = Person.objects.filter(pk__in=[mention.person_id for mention in mentions])
    held = persons.by_rank(day).filter(rank__isnull=False).values_list("pk", flat=True)
    places = {key: place for place, key in enumerate(held)}
    return sorted(mentions, key=lambda mention: places.get(mention.person_id, len(places)))


def source_of(article) -> dict:
    """Paper, day and page as far as they are known."""
    page = article.page
    paper = page.publication if page and page.publication and not page.publication.hidden else None
    name = article.source.name if article.source else str(paper or "")
    return {"name": name, "paper": paper, "page": page}


def neighbours(article) -> dict:
    """The stories before and after it in its section."""
    if not article.public_from:
        return {"older": None, "newer": None}
    place = {"public_from": article.public_from}
    older = Q(public_from__lt=article.public_from) | Q(**place, pk__lt=article.pk)
    newer = Q(public_from__gt=article.public_from) | Q(**place, pk__gt=article.pk)
    others = Article.objects.published().filter(section=article.section_id)
    return {
        "older": others.filter(older).newest_first().first(),
        "newer": others.filter(newer).order_by("public_from", "pk").first(),
    }
