"""The history of people's records: who changed what, when, from what to what."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from newsdesk import actor


class Change(models.Model):
    """One field of one record, changed once."""

    class Kind(models.TextChoices):
        CREATED = "created", _("created")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")
        RESTORED = "restored", _("put back")

    model = models.CharField(_("kind of record"), max_length=50)
    record = models.BigIntegerField(_("number"))
    record_name = models.CharField(_("record"), max_length=200)
    person = models.ForeignKey(
        "people.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="changes",
        db_constraint=False,
        verbose_name=_("person"),
    )
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind)
    field = models.CharField(_("field"), max_length=50, blank=True)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("history of the records")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["model", "record"], name="change_record")]

    def __str__(self):
        return f"{self.record_name} {self.get_kind_display()}"

    @property
    def model_label(self) -> str:
        """The kind of record in words; its code name where that kind is gone."""
        try:
            return str(apps.get_model(self.model)._meta.verbose_name)
        except LookupError:
            return self.model

    @property
    def field_label(self) -> str:
        try:
            return str(apps.get_model(self.model)._meta.get_field(self.field).verbose_name)
        except (LookupError, FieldDoesNotExist):
            return self.field


class Tracked(models.Model):
    """A record that writes each change of its fields into the history."""

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, **kwargs):
        before = self._stored()
        super().save(**kwargs)
        if before is None:
            self.write_down(Change.Kind.CREATED)
            return
        after = type(self)._base_manager.get(pk=self.pk).in_words_by_field()
        for field, value in after.items():
            if before[field] != value:
                self.write_down(Change.Kind.CHANGED, field=field, before=before[field], after=value)

    @transaction.atomic
    def delete(self, **kwargs):
        label = self._meta.get_field
        known = self.in_words_by_field().items()
        before = "\n".join(f"{label(k).verbose_name}：{v}" for k, v in known if v and k != "id")
        self.write_down(Change.Kind.DELETED, before=before)
        return super().delete(**kwargs)

    def in_words_by_field(self) -> dict[str, str]:
        """Every editable field's value as a person would read it."""
        fields = [field for field in self._meta.concrete_fields if field.editable]
        return {field.name: self._in_words(field) for field in fields}

    def person_of_record(self):
        """The person whose history this record belongs to, if any."""
        return getattr(self, "person", None)

    def _in_words(self, field) -> str:
        if field.choices:
            return str(getattr(self, f"get_{field.name}_display")())
        value = getattr(self, field.name)
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        return "" if value is None else str(value)

    def _stored(self) -> dict[str, str] | None:
        stored = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        return stored.in_words_by_field() if stored else None

    def write_down(self, kind, **what):
        self.change(kind, **what).save()

    def change(self, kind, *, field="", before="", after="") -> Change:
        return Change(
            model=self._meta.concrete_model._meta.label_lower,
            record=self.pk,
            record_name=str(self)[:200],
            person=self.person_of_record(),
            kind=kind,
            field=field,
            before=before,
            after=after,
            by=actor.current(),
        )
