"""A person or an event in a story on the story's form; of a person, which of the posts held are meant."""

from django import forms
from django.db.models import Prefetch
from django.utils.timezone import localdate

from articles.linking.confirming import day_of
from articles.linking.known import memberships_meant
from articles.models import Coverage, Mention
from people.models import Membership


class LinkForm(forms.ModelForm):
    """A proposal that an editor touched is the editor's: it has no reason any more."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and set(self.changed_data) - {"confirmed"}:
            cleaned["reason"] = ""
        return cleaned


class MentionForm(LinkForm):
    """Offers the posts of the person on record alone; confirming fills in what holds on the story's day."""

    class Meta:
        model = Mention
        fields = ["memberships", "reason"]  # the admin asks for more
        widgets = {"memberships": forms.CheckboxSelectMultiple, "reason": forms.HiddenInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields.get("memberships")
        if field is None:
            return
        person = self.instance.person if self.instance.person_id else None
        field.queryset = (
            Membership.objects.filter(person=person) if person else field.queryset.none()
        )
        held = person.memberships.all() if person else []
        field.choices = [(row.pk, f"{row.title} {row.in_words}".strip()) for row in held]
        field.help_text = ""
        field.widget.can_add_related = False
        if not field.choices:
            field.widget = forms.MultipleHiddenInput()

    def clean(self):
        cleaned = super().clean()
        person, confirms = cleaned.get("person"), "confirmed" in self.changed_data
        if (
            "person" in self.changed_data
            or person
            and confirms
            and cleaned["confirmed"]
            and not cleaned.get("memberships")
        ):
            cleaned["memberships"] = self.meant(person)
        return cleaned

    def meant(self, person) -> list[Membership]:
        day = day_of(self.instance.article) if self.instance.article_id else localdate()
        return memberships_meant(person, self.cleaned_data["title"], day) or [] if person else []


class CoverageForm(LinkForm):
    class Meta:
        model = Coverage
        fields = ["reason"]  # the admin asks for more
        widgets = {"reason": forms.HiddenInput}


def with_posts(mentions):
    """What the form shows of each row, in a number of queries that does not grow."""
    held = Membership.objects.with_posts().by_rank()
    return mentions.prefetch_related("memberships", Prefetch("person__memberships", held))
