"""The form of a person: says who of that name is already there."""

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from people.models import Person


class PersonForm(forms.ModelForm):
    another_person = forms.BooleanField(
        label=_("Another person of the same name"),
        required=False,
        help_text=_("Write a note that tells them apart."),
    )

    class Meta:
        model = Person
        fields = ["name", "note"]  # the admin asks for more

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "another_person" in self.fields and not self.namesakes():
            self.fields["another_person"].widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        namesakes = self.namesakes()
        if namesakes and not cleaned.get("another_person"):
            self.add_error("name", self.warning(namesakes))
        return cleaned

    def namesakes(self) -> list[Person]:
        """Who has the name that is being given; nobody while the name stays as it was."""
        name = self.data.get(self.add_prefix("name"), "") if self.is_bound else ""
        if not name.strip() or (self.instance.pk and "name" not in self.changed_data):
            return []
        return list(Person.objects.named(name).exclude(pk=self.instance.pk)[:10])

    def warning(self, namesakes):
        known = format_html_join("、", "{}", ((self.describe(person),) for person in namesakes))
        text = _(
            "There is already: {}. If this is somebody else, tick “Another person” and save again."
        )
        return forms.ValidationError(format_html(str(text), known), code="namesake")

    def describe(self, person) -> str:
        names = "、".join(other.name for other in person.other_names.all())
        return f"{person}（{names}）" if names else str(person)
