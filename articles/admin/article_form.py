"""The form of an article: refuses to save over a newer version, and shows both."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from newsdesk import html

COMPARED = (*Article.LINES, "dateline", "body", "responsible_editor")


class ArticleForm(forms.ModelForm):
    edited_version = forms.IntegerField(
        label=_("version"), required=False, widget=forms.HiddenInput
    )
    reason = forms.CharField(
        label=_("reason for the change"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"placeholder": _("may stay empty"), "autocomplete": "off"}),
    )
    newer = None  # the stored article, where it is newer than the one that was edited

    class Meta:
        model = Article
        fields = ["headline"]  # the admin asks for more

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["edited_version"] = self.instance.lock_version

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self.refuse_if_newer(cleaned.get("edited_version"))
        return cleaned

    def refuse_if_newer(self, edited):
        stored = Article.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
        if edited == stored.lock_version:
            return
        self.newer = stored
        self.data = self.data.copy()  # a second save is a decision: it goes over what was shown
        self.data[self.add_prefix("edited_version")] = stored.lock_version
        message = _(
            "Somebody saved this article while you were editing it. Nothing is lost: your text is"
            " still in the form. Compare, take over what you want to keep, and save again."
        )
        raise ValidationError(message, code="newer")

    @property
    def conflict(self) -> list[tuple[str, str, str]]:
        """Label, stored text and submitted text of each line that differs."""
        if not self.newer:
            return []
        rows = [
            (
                self.fields[name].label,
                self.as_read(name, getattr(self.newer, name)),
                self.mine(name),
            )
            for name in COMPARED
            if name in self.fields
        ]
        return [row for row in rows if row[1] != row[2]]

    def mine(self, name) -> str:
        return self.as_read(name, self.data.get(self.add_prefix(name), "").strip())

    def as_read(self, name, value) -> str:
        return html.plain(html.clean(value)).text if name == "body" else value
