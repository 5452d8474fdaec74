"""Photos in the text: <img data-photo="12"> stands for the article's photo 12, with caption and credits.

By the photo and not by its row in the article: rows are made anew when a version is restored.
"""

from itertools import groupby

from django.db.models import Prefetch

from articles.models import Article, Credit
from articles.models.byline import BEHIND_THE_NAME
from newsdesk import html


def photos_of(article):
    credits = Credit.objects.select_related("person", "organization")
    return article.photo_uses.with_pictures().prefetch_related(Prefetch("credits", credits))


def placed(article, photos) -> tuple[list, list]:
    """The text with its photos where the editor put them, and the photos that stand nowhere in it.

    `photos` are dicts with "use"; a number that is none of theirs is left out.
    """
    waiting = {photo["use"].photo_id: photo for photo in reversed(photos)}
    text, shown = [], []
    for part in html.story_parts(article.body, article.dateline):
        photo = waiting.pop(part, None)
        if photo:
            shown.append(photo)
        if photo or isinstance(part, str):
            text.append(photo or part)
    return text, [photo for photo in photos if photo not in shown]


def drop_strangers(article):
    """Numbers of photos that the article has no more go out of its text."""
    body = html.with_photos(article.body, article.photo_uses.values_list("photo_id", flat=True))
    if body != article.body:
        article.body = body
        Article.objects.filter(pk=article.pk).update(body=body)


def for_editor(article) -> list[dict]:
    """What the text editor shows of each photo of the article."""
    return [
        {
            "photo": use.photo_id,
            "url": use.photo.get_absolute_url(),
            "caption": use.caption,
            "credit": credit_line(use.credits.all()),
            "ai_made": use.photo.ai_made,
        }
        for use in photos_of(article)
    ]


def credit_line(signatures) -> str:
    return "　".join(
        group["before"] + " ".join(row.name for row in group["rows"]) + group["after"]
        for group in by_role(signatures)
    )


def by_role(signatures) -> list[dict]:
    """As papers print it: 记者梁奈 赖碧怡, but 吴昊 摄. One role word serves all who share it."""
    groups = groupby(signatures, key=lambda row: (row.unit, row.role))
    return [
        {
            "before": unit if role in BEHIND_THE_NAME else f"{unit}{role}",
            "rows": list(rows),
            "after": role if role in BEHIND_THE_NAME else "",
        }
        for (unit, role), rows in groups
    ]
