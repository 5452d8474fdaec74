"""Other stories beside a story: before and after it in its event, on its page, in its section; and the like.

One query gathers their keys from short looks into indexes, however many stories there are; the ORM has no union of
limited queries on SQLite. A second one fetches what of them is public.
"""

from collections import Counter, defaultdict

from django.db import connection
from django.utils import timezone

from articles.lists.rows import titled
from articles.models import Article, Coverage, Mention, TaggedArticle

EVENTS, PERSONS, TAGS = 3, 5, 4  # of a story, how many are asked for more stories
EACH, SHOWN, ON_PAGE = 6, 6, 40
WEIGHTS = {"event": 8, "person": 3, "tag": 2, "section": 1}

_STORIES, _COVERAGES, _MENTIONS, _TAGGED = (
    model._meta.db_table for model in (Article, Coverage, Mention, TaggedArticle)
)
_BEFORE = "AND (public_from, {story}) < (%s, %s) ORDER BY public_from DESC, {story} DESC LIMIT 1"
_AFTER = (
    "AND (public_from, {story}) > (%s, %s) AND public_from <= %s "
    "ORDER BY public_from, {story} LIMIT 1"
)
_NEWEST = f"AND public_from <= %s ORDER BY public_from DESC LIMIT {EACH}"


def beside(article, *, events, persons, tags) -> dict:
    """`ways` (before and after, each story once) and `related`; the arguments are keys of public records."""
    found = keys_beside(article, events, persons, tags)
    keys = {key for _, key in found} - {article.pk}
    stories = {story.pk: story for story in titled(keys=keys, now=timezone.now())}
    ways = ways_on(article, found, dict(stories))
    shown = {way[side].pk for way in ways for side in ("before", "after") if way[side]}
    others = {key: story for key, story in stories.items() if key not in shown}
    return {"ways": ways, "related": most_related(found, others)}


def keys_beside(article, events, persons, tags) -> list[tuple[str, int]]:
    """(what it is found by, the key of a story), of public stories and of some that are not."""
    time = connection.ops.adapt_datetimefield_value
    now, place = time(timezone.now()), (time(article.public_from), article.pk)
    looks = [*related_looks(article.section_id, events, persons, tags, now)]
    if article.public_from:
        looks += [*turning_looks(article.section_id, events, place, now)]
    if article.page_id:
        end = f"AND public_from IS NOT NULL ORDER BY page_order, id LIMIT {ON_PAGE}"
        looks.append(look("page", _STORIES, "page_id", article.page_id, end, story="id"))
    if not looks:
        return []
    with connection.cursor() as cursor:
        sql = " UNION ALL ".join(sql for sql, _ in looks)
        cursor.execute(sql, [value for _, values in looks for value in values])
        return cursor.fetchall()


def related_looks(section, events, persons, tags, now):
    for key in events[:EVENTS]:
        yield look("event", _COVERAGES, "event_id", key, _NEWEST, now)
    for key in persons[:PERSONS]:
        yield look("person", _MENTIONS, "person_id", key, _NEWEST, now)
    for key in tags[:TAGS]:
        yield look("tag", _TAGGED, "tag_id", key, _NEWEST, now, story="content_object_id")
    if section:
        yield look("section", _STORIES, "section_id", section, _NEWEST, now, story="id")


def turning_looks(section, events, place, now):
    for name, table, column, key, story in (
        ("event", _COVERAGES, "event_id", next(iter(events), None), "article_id"),
        ("section", _STORIES, "section_id", section, "id"),
    ):
        if key:
            yield look(f"{name} before", table, column, key, _BEFORE, *place, story=story)
            yield look(f"{name} after", table, column, key, _AFTER, *place, now, story=story)


def look(by, table, column, key, end, *values, story="article_id") -> tuple[str, list]:
    """SQL and values of one short look; only names of our own tables stand in the text."""
    inner = f"SELECT {story} AS story FROM {table} WHERE {column} = %s {end.format(story=story)}"  # noqa: S608
    return f"SELECT '{by}' AS kind, story FROM ({inner}) AS found", [key, *values]  # noqa: S608


def ways_on(article, found, stories) -> list[dict]:
    """Before and after in the event, on the page, in the section; the first of them that has a story keeps it."""
    keys = defaultdict(list)
    for kind, key in found:
        keys[kind].append(key)
    page = keys["page"]
    if article.pk in page:
        place = page.index(article.pk)
        keys["page before"] = [key for key in page[:place] if key in stories][-1:]
        keys["page after"] = [key for key in page[place + 1 :] if key in stories][:1]
    ways = []
    for name in ("event", "page", "section"):
        pair = {
            side: next((stories.pop(key, None) for key in keys[f"{name} {side}"]), None)
            for side in ("before", "after")
        }
        if any(pair.values()):
            ways.append({"by": name, **pair})
    return ways


def most_related(found, stories) -> list[Article]:
    """Those that share most with the story, the newest first among equals; of the section only to fill up."""
    weights = Counter()
    for kind, key in found:
        weights[key] += WEIGHTS.get(kind, 0)
    likely = [story for story in stories.values() if weights[story.pk]]
    likely.sort(key=lambda story: (weights[story.pk], story.public_from, story.pk), reverse=True)
    return likely[:SHOWN]
