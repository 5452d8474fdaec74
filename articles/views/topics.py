"""Topic pages (专题): what editors chose, under their headings, and the newest of a tag or an event."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import moves
from articles.lists.finding import Stories
from articles.lists.selection import of_campaign, of_tag
from articles.models import Article, Topic
from articles.public.showing import set_names

SHOWN = 60  # topics in the list


@require_safe
def topic_list(request):
    topics = Topic.objects.published().with_pictures().newest_first()[:SHOWN]
    return render(request, "articles/topic_list.html", {"topics": topics})


@require_safe
def topic_detail(request, *, slug):
    public = Topic.objects.published().with_pictures().select_related("tag", "event")
    topic = public.filter(slug=slug).first()
    if not topic:
        return to_new_address(slug)
    groups = groups_of(topic)
    chosen = [story.pk for group in groups for story in group["stories"]]
    context = {"topic": topic, "groups": groups, "newest": newest_of(topic, chosen)}
    return render(request, "articles/topic_detail.html", context)


def to_new_address(slug):
    """Only to a page that readers may see: the new address of another says what it is about."""
    topic = Topic.objects.published().filter(slug=moves.moved_to("topic_detail", "slug", slug))
    if not topic:
        raise Http404
    return redirect(topic.get(), permanent=True)


def groups_of(topic) -> list[dict]:
    """The chosen stories that are public, under their headings in the order in which these first stand."""
    items = list(topic.items.all())
    keys = [item.article_id for item in items]
    stories = Article.objects.published().with_beginnings().in_bulk(keys)
    set_names(stories.values())
    groups: dict[str, list[Article]] = {}
    for item in items:
        if story := stories.get(item.article_id):
            story.short_title = item.headline or story.short_title  # for this page; never saved
            groups.setdefault(item.group, []).append(story)
    return [{"name": name, "stories": rows} for name, rows in groups.items()]


def newest_of(topic, chosen: list[int]) -> dict:
    """The newest stories of its tag and its event that nobody chose, and where all of them are."""
    wanted = of_tag(topic.tag) if topic.tag else []
    wanted += of_campaign(topic.event) if topic.event else []
    if not wanted:
        return {}
    stories = Stories(any_of=wanted)
    stories.without = chosen
    rows = set_names(stories.newest(topic.newest).with_beginnings())
    heading = _("Newest stories") if chosen else _("Stories")
    return {"heading": heading, "stories": rows} if rows else {}
