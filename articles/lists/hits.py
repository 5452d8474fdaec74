"""What was found, shown in the original text of the stories of a list."""

from articles.models import Article
from newsdesk import html
from newsdesk.prepared import prepared
from newsdesk.search import Query, parse, snippet, spans

LINES = ("kicker", "subheadline")


@prepared
def _texts(*, keys):
    return Article.objects.filter(pk__in=keys).order_by().values_list("pk", "plain_text")


def show_hits(stories, words: str):
    """Each gets `hits`: where in its headline; its other lines and the text around the first, marked, "" without any."""
    query = parse(words)
    keys = [story.pk for story in stories]
    texts = dict(_texts(keys=keys))
    for story in stories:
        story.hits = {name: in_line(getattr(story, name), query) for name in LINES}
        story.hits["list_title"] = spans(story.list_title, query.wanted)
        story.hits["text"] = in_text([texts.get(story.pk, ""), story.standfirst], query)


def in_line(line: str, query: Query) -> str:
    found = spans(line, query.wanted)
    return html.marked(line, found) if found else ""


def in_text(texts, query: Query) -> str:
    """Of the first of these texts that has any; a character alone is looked for in headlines only."""
    found = next(filter(None, (snippet(text, query.long) for text in texts)), None)
    return html.marked(*found) if found else ""
