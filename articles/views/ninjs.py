"""Stories as ninjs, one and as a list."""

from django.shortcuts import get_object_or_404

from articles.exchange import ninjs
from articles.exchange.answers import for_programs, json_answer, older_address, stories_asked_for
from articles.exchange.outside import absolute
from articles.exchange.whole import whole, with_everything
from articles.models import Article


@for_programs
def ninjs_item(request, *, pk):
    story = get_object_or_404(with_everything(Article.objects.published()), pk=pk)
    return json_answer(ninjs.item(*whole([story])[0]))


def read_whole(keys):
    stories = Article.objects.published().filter(pk__in=keys)
    return list(with_everything(stories).newest_first())


@for_programs
def ninjs_list(request):
    chosen, page = stories_asked_for(request, read_whole)
    items = [ninjs.item(story, rows) for story, rows in whole(page.rows)]
    older = older_address(chosen, page)
    return json_answer({"items": items} | ({"next": absolute(older)} if older else {}))
