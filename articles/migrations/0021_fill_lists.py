"""The copies that lists read, for the rows that are older than they."""

from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    model = lambda name: apps.get_model("articles", name).objects  # noqa: E731
    paper = [
        Subquery(model(name).filter(pk=OuterRef(field)).values("publication"))
        for name, field in (("PrintPage", "page"), ("Source", "source"))
    ]
    model("Article").update(publication=Coalesce(*paper))
    use = model("PhotoUse").filter(pk=OuterRef("photo_use"))
    model("Credit").update(article=Subquery(use.values("article")))
    story = model("Article").filter(pk=OuterRef("content_object"))
    model("TaggedArticle").update(public_from=Subquery(story.values("public_from")))


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_lists_by_index")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
