"""Forms for adding printed pages and for what is known of them."""

from dataclasses import dataclass
from pathlib import PurePath

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake import MAX_BYTES, Unreadable, check, decode
from articles.models import PrintPage
from articles.models.page import digest
from articles.printed.page_texts import why_unreadable
from articles.printed.scans import check_scan
from people.models import Organization


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; `cleaned_data` holds a list."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files if file]

    def __init__(self, **kwargs):
        super().__init__(required=False, allow_empty_file=True, **kwargs)


class NewPaper(RelatedFieldWidgetWrapper):
    """What is added beside the list of papers is a paper."""

    @classmethod
    def like(cls, wrapper):
        offers = ("can_add_related", "can_change_related", "can_view_related")
        allowed = {name: getattr(wrapper, name) for name in offers}
        return cls(wrapper.widget, wrapper.rel, wrapper.admin_site, **allowed)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["url_params"] += f"&kind={Organization.Kind.PAPER}"
        return context


@dataclass(frozen=True)
class Text:
    """One text that came in; `name` is the file's, "" for a pasted one."""

    name: str
    raw: str

    @property
    def stem(self) -> str:
        return PurePath(self.name).stem


class PageForm(forms.ModelForm):
    """What is known of a page; its text never changes."""

    class Meta:
        model = PrintPage
        fields = ["publication", "issue", "date", "date_inferred", "number", "name", "scan"]

    def clean_scan(self):
        scan = self.cleaned_data["scan"]
        if scan and "scan" in self.changed_data:
            check_scan(scan)
        return scan


def said_of_same(same) -> str:
    if any(name for name, _page in same):
        return _(
            "The same page is here already. To add it once more tick below and choose the file again."
        )
    return _("The same page is here already. Tick below to add it once more.")


class AddPagesForm(forms.Form):
    """One pasted text, or one or several files; a picture goes with the file of the same name."""

    text = forms.CharField(
        label=gettext_lazy("text of the page"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
    )
    files = FilesField(
        label=gettext_lazy("or text files"),
        help_text=gettext_lazy("one or several .txt files (UTF-8 or GBK), each becomes a page"),
        widget=FilesInput(attrs={"accept": ".txt,text/plain"}),
    )
    scans = FilesField(
        label=gettext_lazy("picture or PDF"),
        help_text=gettext_lazy(
            "JPEG, PNG, WebP, GIF or PDF; with several texts each picture has its text's name: 03.txt, 03.jpg"
        ),
        widget=FilesInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif,.pdf"}),
    )
    publication = forms.ModelChoiceField(
        Organization.objects.papers(), label=gettext_lazy("publication"), required=False
    )
    issue = forms.CharField(label=gettext_lazy("issue number"), max_length=20, required=False)
    date = forms.DateField(
        label=gettext_lazy("date"),
        required=False,
        widget=AdminDateWidget,
        help_text=gettext_lazy("left empty, it is taken from the page where that prints it"),
    )
    date_inferred = forms.BooleanField(
        label=gettext_lazy("date inferred"),
        required=False,
        help_text=gettext_lazy("not printed, worked out by us (推定)"),
    )
    number = forms.CharField(
        label=gettext_lazy("page number"),
        max_length=10,
        required=False,
        help_text=gettext_lazy("for a single page"),
    )
    name = forms.CharField(label=gettext_lazy("page name"), max_length=30, required=False)
    again = forms.BooleanField(
        label=gettext_lazy("Add it although the same page is here already"), required=False
    )

    def clean(self):
        data = super().clean()
        self.texts, self.refused, self.same = [], [], []
        self._take_pasted(data.get("text", ""))
        for file in data.get("files", []):
            self._take_file(file)
        if not self.texts:
            self._refuse_nothing()
        self.scans = self._matched_scans(data.get("scans", []))
        return data

    @property
    def shows_again(self) -> bool:
        return bool(self.is_bound and getattr(self, "same", None))

    def _take_pasted(self, pasted):
        if pasted.strip():
            self._take("", lambda: check(pasted.replace("\r\n", "\n")))

    def _take_file(self, file):
        def decoded():
            if file.size > MAX_BYTES:
                raise Unreadable("too_long")
            return decode(file.read())

        self._take(file.name, decoded)

    def _take(self, name, readable):
        try:
            raw = readable()
        except Unreadable as unreadable:
            self.refused.append((name, why_unreadable(unreadable)))
            return
        same = PrintPage.objects.same_text(raw).first()
        if same and not self.cleaned_data.get("again"):
            self.same.append((name, same))
            return
        twin = next((each for each in self.texts if digest(each.raw) == digest(raw)), None)
        if twin and not self.cleaned_data.get("again"):
            words = _("the same page as %(name)s, so it was added once")
            self.refused.append((name, words % {"name": twin.name or _("pasted text")}))
            return
        self.texts.append(Text(name, raw))

    def _refuse_nothing(self):
        for name, why in self.refused:
            self.add_error("files" if name else "text", f"{name}：{why}" if name else why)
        if not self.refused and not self.same and not self.errors:
            raise ValidationError(_("Paste the text of a page or choose a text file."))
        if self.same:
            self.add_error(None, ValidationError(said_of_same(self.same), code="same"))

    def _matched_scans(self, files) -> dict[Text, object]:
        """The picture for each text, by the name of all texts that came in; set aside, a text keeps its own."""
        for file in files:
            try:
                check_scan(file)
            except ValidationError as error:
                self.add_error("scans", error)
        aside = {PurePath(name).stem for name, _why in [*self.refused, *self.same]}
        if len(files) == len(self.texts) == 1 and not aside:
            return {self.texts[0]: files[0]}
        stems = {text.stem: text for text in reversed(self.texts) if text.name}
        for file in files:
            if PurePath(file.name).stem not in {*stems, *aside} and self.texts:
                message = _("No text file has the name of the picture %(name)s.")
                self.add_error("scans", message % {"name": file.name})
        return {stems.get(PurePath(file.name).stem): file for file in files}
