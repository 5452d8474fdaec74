"""What stands beside an article's text: bylines, persons, organizations, events, photos."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.attachments import AttachmentInline
from articles.admin.photo_upload import LIMITS
from articles.admin.photos import thumbnail
from articles.admin.roles import OffersRoles
from articles.admin.videos import VideoInline
from articles.incoming import photo_credits
from articles.models import Byline, Coverage, Mention, OrganizationMention, Photo, PhotoUse
from newsdesk.desk import DeskCards, ExchangingFormSet
from newsdesk.text import number

from .mention_form import CoverageForm, MentionForm, with_posts


class BylineInline(OffersRoles, DeskCards):
    model = Byline
    fields = [("name", "role"), ("person", "organization"), ("unit", "order")]
    autocomplete_fields = ["person", "organization"]


class LinkFormSet(ExchangingFormSet):
    def meanwhile(self, number):
        return {self.model.target: None, "confirmed": False, "public_from": None}


class LinkInline(DeskCards):
    """Rows that may be proposals: marked as such, with the reason, and confirmed by a tick."""

    formset = LinkFormSet
    readonly_fields = ["proposal"]

    def get_fieldsets(self, request, obj=None):
        """Why a row is proposed goes with it, unseen; who only reads the story reads it in words."""
        (heading, options), *rest = super().get_fieldsets(request, obj)
        if "reason" in self.form.base_fields and self.has_change_permission(request, obj):
            options = options | {"fields": [*options["fields"], "reason"]}
        return [(heading, options), *rest]

    @admin.display(description=_("proposed"))
    def proposal(self, link):
        if link.pk is None or link.confirmed:
            return ""
        return getattr(link, "reason", "") or _("not yet confirmed")


class MentionInline(LinkInline):
    model = Mention
    form = MentionForm
    fields = [("name", "title"), ("person", "confirmed", "order"), "memberships", "proposal"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return with_posts(super().get_queryset(request))


class OrganizationMentionInline(LinkInline):
    model = OrganizationMention
    fields = ["name", ("organization", "confirmed", "order"), "proposal"]
    autocomplete_fields = ["organization"]


class CoverageInline(LinkInline):
    model = Coverage
    form = CoverageForm
    fields = [("name", "date"), ("event", "confirmed", "order"), "proposal"]
    autocomplete_fields = ["event"]


class PhotoUseForm(forms.ModelForm):
    """With the credits as one line; persons are linked on the photo's own page in the story."""

    credit = forms.CharField(
        label=_("credit"),
        required=False,
        max_length=300,
        help_text=_("as printed: 茂名晚报记者 梁奈 摄, 市总工会供图, 资料图片"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["credit"] = photo_credits.line_of(self.instance.credits.all())
        elif self.is_bound:
            self.instance.photo = self._chosen()

    def _chosen(self) -> Photo | None:
        """A new row that comes back unsaved shows its picture, too."""
        key = number(self.data.get(self.add_prefix("photo"), ""))
        return Photo.objects.filter(pk=key).first() if key else None

    def clean(self):
        """A photo that is new in the story brings its own words along."""
        cleaned = super().clean()
        photo = cleaned.get("photo")
        if photo and not self.instance.pk:
            limit = PhotoUse._meta.get_field("caption").max_length
            cleaned["caption"] = cleaned.get("caption") or photo.caption[:limit]
            cleaned["credit"] = cleaned.get("credit") or photo_credits.line(photo)
        return cleaned

    def save(self, commit=True):
        is_new = not self.instance.pk
        use = super().save(commit)
        if commit and (is_new or "credit" in self.changed_data):
            photo_credits.sign(use, self.cleaned_data["credit"])
        return use


class PhotoUseInline(DeskCards):
    model = PhotoUse
    form = PhotoUseForm
    template = "admin/articles/photo_uses.html"
    upload_limits = LIMITS
    fields = ["picture", "photo", "caption", ("credit", "order")]
    readonly_fields = ["picture"]
    autocomplete_fields = ["photo"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("credits")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "photo":
            field.widget.can_add_related = False  # a photo comes by its file
        return field

    @admin.display(description=_("picture"))
    def picture(self, use):
        return thumbnail(use.photo) if use.photo_id else ""

    @admin.display(description=_("credit"))
    def credit(self, use):
        """For those who may only read the story: the form's field has no words then."""
        return photo_credits.line_of(use.credits.all())


PARTS = [
    BylineInline,
    MentionInline,
    OrganizationMentionInline,
    CoverageInline,
    PhotoUseInline,
    AttachmentInline,
    VideoInline,
]
