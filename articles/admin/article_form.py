"""The form of an article: never saves over a newer version (see conflict.py for what happens then)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Tag


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
    conflict = None  # both texts are in the form, and nobody has looked at it yet

    class Meta:
        model = Article
        fields = ["headline"]  # the admin asks for more

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["edited_version"] = self.instance.lock_version
        if self.instance.pk is None:
            self.fields["headline"].widget.attrs["autofocus"] = True

    def clean(self):
        cleaned = super().clean()
        if self.conflict:
            raise ValidationError(self.conflict.message, code="newer")
        if self.instance.pk:
            self.refuse_if_newer(cleaned.get("edited_version"))
        return cleaned

    def clean_tags(self):
        tags, most = self.cleaned_data["tags"], Tag._meta.get_field("name").max_length
        if long := next((tag for tag in tags if len(tag) > most), ""):
            text = _(
                "“%(tag)s…” is too long for a tag: at most %(most)d characters. Commas part tags."
            )
            raise ValidationError(text % {"tag": long[:20], "most": most})
        return tags

    def refuse_if_newer(self, edited):
        """Somebody saved in this very moment: the next try brings both together."""
        stored = Article.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
        if edited != stored.lock_version:
            text = _("Somebody saved this article at this very moment. Press save once more.")
            raise ValidationError(text, code="newer")
