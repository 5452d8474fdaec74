"""The bin: whatever is deleted at the desk is kept whole, and put back with its own numbers.

Kept are the rows that go with the record, the rows between many and many, and the references that deleting sets to
null. Files stay where they are. What is only of the moment (who has a form open) says `kept_in_bin = False`.
"""

import json

from django.apps import apps
from django.core import serializers
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.serializers.python import Serializer
from django.db import models, router, transaction
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk import actor
from people.models.bin import Deleted


class Blocked(Exception):
    """Why something cannot be put back, in words."""


class Rows(Serializer):
    """Every column of a row; rows between many and many are rows of their own."""

    def handle_m2m_field(self, obj, field):
        pass


class Everything(Collector):
    """All that goes, loaded."""

    def can_fast_delete(self, *args, **kwargs):
        return False


@transaction.atomic
def discard(record):
    """Delete, into the bin."""
    throw(record)
    record.delete()


def throw(record) -> Deleted:
    """Keep a record, and all that is deleted with it; called before it is deleted."""
    found = Everything(using=router.db_for_write(type(record)), origin=record)
    found.collect([record])
    rows = [
        row
        for model, instances in found.data.items()
        for row in sorted(instances, key=lambda each: each.pk)
        if getattr(model, "kept_in_bin", True)
    ]
    content = {
        "rows": [kept(row) for row in rows],
        "nulled": [entry for entry in nulled(found) if entry["model"]],
        "names": names_of_targets(rows),
    }
    return Deleted.objects.create(
        kind=kind_of(record),
        record=str(record.pk),
        label=str(record)[:300] or str(record.pk),
        by=actor.current(),
        payload=json.dumps(content, ensure_ascii=False, default=exactly),
    )


def kind_of(record) -> str:
    return record._meta.concrete_model._meta.label_lower


def kept(row) -> dict:
    (plain,) = Rows().serialize([row])
    between = row._meta.auto_created  # a row between many and many has no name for people
    return {**plain, "model": kind_of(row), "label": "" if between else str(row)}


def exactly(value) -> str:
    """Dates to the microsecond, which the JSON of Django's own serializer cuts."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def nulled(found):
    """The references that deleting will set to null, with what they hold now."""
    gone = {(type(row), row.pk) for rows in found.data.values() for row in rows}
    for (field, value), groups in found.field_updates.items():
        for row in (row for group in groups for row in group):
            if value is None and (type(row), row.pk) not in gone:
                now = getattr(row, field.attname)
                yield {"model": kind_of(row), "pk": row.pk, "field": field.name, "value": now}


def references(row):
    """(field, the kind it points to, the key it holds) of every reference that is not empty."""
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname)
        if field.is_relation and key is not None:
            yield field, field.related_model._meta.concrete_model._meta.label_lower, key


def names_of_targets(rows) -> dict:
    """What the rows point to, by name: it may be gone when they are to be put back."""
    wanted = {}
    for row in rows:
        for _field, kind, key in references(row):
            wanted.setdefault(kind, set()).add(key)
    return {
        f"{kind} {key}": str(record)
        for kind, keys in wanted.items()
        for key, record in apps.get_model(kind)._base_manager.in_bulk(list(keys)).items()
    }


@transaction.atomic
def restore(deleted: Deleted):
    """Put back all of it or nothing; returns the record. Blocked says what stands in the way."""
    deleted = Deleted.objects.select_for_update(of=("self",)).get(pk=deleted.pk)
    if deleted.restored_at:
        raise Blocked(_("It has been put back already."))
    content = deleted.content
    try:
        rows = [each.object for each in serializers.deserialize("python", plain(content["rows"]))]
    except serializers.base.DeserializationError as error:
        raise Blocked(_("This kind of record has changed since: %s") % error) from error
    here = {(kind_of(row), row.pk) for row in rows}
    for row in rows:
        find_targets(row, here, content["names"])
        refuse_taken(row)
    for row in rows:
        row.save_base(raw=True, force_insert=True)
    for row in rows:
        follow_story(row)
    getattr(rows[0], "after_restoring", lambda: None)()
    for entry in content["nulled"]:
        refer_again(**entry)
    deleted.restored_at, deleted.restored_by = timezone.now(), actor.current()
    deleted.save()
    return rows[0]


def plain(rows) -> list[dict]:
    return [{name: row[name] for name in ("model", "pk", "fields")} for row in rows]


def find_targets(row, here, names):
    """What a row points to is there, or comes with it; a loose link to what is gone is null, as it would be."""
    for field, kind, key in references(row):
        target = apps.get_model(kind)
        if (kind, key) in here or target._base_manager.filter(pk=key).exists():
            continue
        if field.null and field.remote_field.on_delete is models.SET_NULL:
            setattr(row, field.attname, None)
            continue
        raise Blocked(why_missing(target, key, names.get(f"{kind} {key}", "")))


def why_missing(target, key, name) -> str:
    said = {"kind": target._meta.verbose_name, "name": name or f"{key}"}
    binned = Deleted.objects.filter(kind=target._meta.label_lower, record=str(key))
    if binned.filter(restored_at=None).exists():
        return (
            _("It belongs to %(kind)s “%(name)s”, which is in the bin: put that back first.") % said
        )
    return _("It belongs to %(kind)s “%(name)s”, which is no more.") % said


def refuse_taken(row):
    """What must be there once is not in use again."""
    try:
        row.validate_unique()
        row.validate_constraints()
    except ValidationError as error:
        said = []
        for field, words in error.message_dict.items():
            name = "" if field == NON_FIELD_ERRORS else row._meta.get_field(field).verbose_name
            value = "" if field == NON_FIELD_ERRORS else f"“{getattr(row, field)}”"
            said += [f"{name}{value}{text}" for text in words]
        words = _("%(kind)s “%(name)s”: %(why)s")
        said = {"kind": row._meta.verbose_name, "name": row, "why": " ".join(said)}
        raise Blocked(words % said) from error


def follow_story(row):
    """A row of a story copies when that is public; the story may have moved on since."""
    if hasattr(row, "set_public_from"):
        row.set_public_from()
        row.save_base(raw=True)


def refer_again(model, pk, field, value):
    """Only where nobody has set it otherwise since, and where what it means is there."""
    record = apps.get_model(model)
    target = record._meta.get_field(field).related_model
    if target._base_manager.filter(pk=value).exists():
        record._base_manager.filter(pk=pk, **{field: None}).update(**{field: value})


def empty(before) -> int:
    """For good, what was deleted before then; how many records. Files stay where they are."""
    count, _by_model = Deleted.objects.filter(at__lt=before).delete()
    return count
