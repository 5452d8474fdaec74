"""A story goes back to an earlier version, through the same doors as an edit."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import versions
from articles.models import Article, Attachment, PhotoUse, Version, Video
from articles.models.links import Link
from articles.moves import moved_to
from people.models import Person


@transaction.atomic
def restore(version: Version, *, by=None) -> list[str]:
    """Fields, tags and rows as they were; the state stays. What is gone since, in words."""
    article = Article.objects.select_for_update(of=("self",)).get(pk=version.article_id)
    versions.keep_before(article)
    restoring = Restoring(article)
    restoring.run(version.read())
    reason = _("restored version %(number)d") % {"number": version.number}
    versions.keep(article, by=by, reason=reason)
    return restoring.gone


class Restoring:
    def __init__(self, article):
        self.article, self.gone, self.taken = article, [], set()

    def run(self, content):
        for name in versions.TEXTS:
            if name in content["texts"]:
                setattr(self.article, name, content["texts"][name])
        for name in versions.RECORDS:
            model = Article._meta.get_field(name).related_model
            setattr(self.article, name, self.find(model, content["records"].get(name)))
        self.article.save()
        self.article.tags.set(content["tags"])
        now, content = versions.content_of(self.article), versions.with_all_parts(content)
        for name in versions.PARTS:
            if not versions.is_same(now[name], content[name]):
                self.replace(name, content[name])

    def replace(self, name, kept_rows):
        rows = getattr(self.article, name)
        rows.all().delete()
        for kept in kept_rows:
            self.add(rows.model, {"article": self.article}, kept)

    def add(self, model, owner, kept):
        values = {
            field.name: self.value(field, kept)
            for field in versions.kept_fields(model)
            if field.name in kept
        }
        row = model(**owner, **values)
        if isinstance(row, Link):
            self.confirm_only_what_is_known(row)
        if not says_something(row, kept):
            return
        row.save()
        for field in model._meta.many_to_many:
            found = [self.find(field.related_model, each) for each in kept.get(field.name, [])]
            getattr(row, field.name).set(filter(None, found))
        for credit in kept.get("credits", []):
            self.add(row.credits.model, {"photo_use": row}, credit)

    def value(self, field, kept):
        value = kept[field.name]
        return self.find(field.related_model, value) if field.is_relation else value

    def find(self, model, kept):
        """The record, or the one it was merged into; None and a word where neither is there."""
        if kept is None:
            return None
        found = model._base_manager.filter(pk=kept["id"]).first() or merged_into(model, kept["id"])
        if found is None:
            self.gone.append(f"{model._meta.verbose_name}“{kept['name']}”")
        elif "original" in kept and kept["original"] != found.original.name:
            self.gone.append(_("the picture “%s”, which is another one now") % kept["name"])
        return found

    def confirm_only_what_is_known(self, link):
        """Two persons of then may be one today: a story names it once."""
        target = getattr(link, link.target)
        if (link.target, target) in self.taken:
            self.gone.append(f"{link._meta.verbose_name}“{link}”")
            target = None
            setattr(link, link.target, None)
        link.confirmed = link.confirmed and target is not None
        if target:
            self.taken.add((link.target, target))


def merged_into(model, key):
    if not issubclass(model, Person):
        return None
    return model._base_manager.filter(pk=moved_to("person_detail", "pk", str(key)) or None).first()


def says_something(row, kept) -> bool:
    """A row that has lost its record and never had a printed name says nothing any more."""
    if isinstance(row, PhotoUse):
        return bool(row.photo or row.caption or kept.get("credits"))
    if isinstance(row, Attachment):
        return bool(row.file_id)
    if isinstance(row, Video):
        return bool(row.file_id or row.url)
    return bool(row.name or not isinstance(row, Link) or getattr(row, row.target))
