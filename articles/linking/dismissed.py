"""What an editor took out of a story: it lies in the bin and is never proposed again."""

from django.db import transaction
from django.db.models import Q

from articles.models import Coverage, Mention
from people import bin as people_bin
from people.models import Deleted


def removed(articles) -> list[Deleted]:
    """The persons and events of these stories in the bin; the search in the text spares reading all of it."""
    named = Q(pk__in=[])
    for article in articles:
        named |= Q(payload__contains=f'"article": {article.pk},')
    kinds = [model._meta.label_lower for model in (Mention, Coverage)]
    return list(Deleted.objects.filter(named, kind__in=kinds, restored_at=None))


def dismissed(articles) -> list[Deleted]:
    """Of those, the proposals."""
    return [each for each in removed(articles) if not fields_of(each)["confirmed"]]


def fields_of(deleted) -> dict:
    return deleted.content["rows"][0]["fields"]


def article_of(deleted) -> int:
    return fields_of(deleted)["article"]


def names_removed(article) -> dict[type, set[str]]:
    """By kind of row the names that this story is not to be offered again."""
    names = {Mention: set(), Coverage: set()}
    for each in removed([article]):
        model = next(model for model in names if model._meta.label_lower == each.kind)
        if article_of(each) == article.pk:
            names[model].add(fields_of(each)["name"])
    return names


@transaction.atomic
def dismiss_unsaved(article, model, name):
    """A proposal that was turned down before it was ever saved."""
    rows = model.objects.filter(article=article, name=name)
    if name and not rows.exists() and name not in names_removed(article)[model]:
        people_bin.discard(model.objects.create(article=article, name=name))
