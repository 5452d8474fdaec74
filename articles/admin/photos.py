"""Photos at the desk: what is known of them, who uses them, and finding one again."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import policy
from articles.admin import photo_filters
from articles.admin.photo_upload import UploadsPhotos
from articles.incoming import photo_credits
from articles.models import Photo
from newsdesk.desk import DeskAdmin
from newsdesk.desk_filters import WithTypedFilters
from newsdesk.renditions import CUT

SHOWN_USES = 3


class PhotoForm(forms.ModelForm):
    """A picture that was not changed is not opened: it may be lost, and the rest can still be mended."""

    def clean(self):
        cleaned = super().clean()
        if "original" not in self.changed_data:
            cleaned.pop("original", None)
            if self.focus_moved and is_lost(self.instance):
                text = _("The original picture is missing: it cannot be cut anew. Upload it again.")
                self.add_error(None, text)
        return cleaned

    @property
    def focus_moved(self) -> bool:
        return bool({"focus_x", "focus_y"} & set(self.changed_data))

    def _get_validation_exclusions(self):
        unchanged = {"original"} - set(self.changed_data)
        return super()._get_validation_exclusions() | unchanged


@admin.register(Photo)
class PhotoAdmin(UploadsPhotos, WithTypedFilters, DeskAdmin):
    form = PhotoForm
    change_form_template = "admin/articles/photo_form.html"
    list_display = ["shown", "words", "credit_line", "taken_at", "event", "on_it", "used_in"]
    list_display_links = ["shown", "words"]
    list_select_related = ["event"]
    list_filter = [
        photo_filters.ByPersonShown,
        photo_filters.ByEventShown,
        photo_filters.ByPhotographer,
        photo_filters.Used,
        "ai_made",
        "credited",
    ]
    search_fields = ["caption"]  # see Photo.objects.search
    search_help_text = _("caption, photographer, person, event or date (2024-01); several words")
    date_hierarchy = "taken"
    autocomplete_fields = ["photographer", "persons", "event"]
    readonly_fields = ["used_in"]
    fieldsets = [
        (None, {"fields": [("focus_x", "focus_y")], "classes": ["focus"]}),
        (
            _("Words"),
            {
                "fields": [
                    "caption",
                    "description",
                    ("credit", "credited"),
                    "photographer",
                    "ai_made",
                ]
            },
        ),
        (
            _("What it shows"),
            {"fields": [("taken", "taken_time"), "place", "persons", "event", "keywords"]},
        ),
        (_("File and use"), {"fields": ["original", "used_in"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("persons", "uses__article")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the link of Django's own widget: the original is private."""
        if db_field.name == "original":
            kwargs["widget"] = forms.FileInput
        if db_field.name == "caption":
            kwargs["widget"] = forms.Textarea({"rows": 3, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return policy.may_change_photo(request.user, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and is_lost(obj):
            text = _("The original picture is missing. You can mend the rest, or upload it again.")
            messages.warning(request, text)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.made = self.made_again(request, object_id) if request.method == "POST" else None
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        finally:
            if request.made:
                request.made.forget_files_unless_stored()

    def made_again(self, request, object_id) -> Photo | None:
        """A new original or other cuts, made before Django's transaction: nobody waits for them."""
        photo = self.get_object(request, unquote(object_id))
        if photo is None or not self.has_change_permission(request, photo):
            return None
        form = self.get_form(request, photo, change=True)(
            request.POST, request.FILES, instance=photo
        )
        if not form.is_valid():
            return None
        if "original" in form.changed_data:
            photo.make_ready()
        elif form.focus_moved:
            photo.make_again(CUT)
        else:
            return None
        return photo

    def save_model(self, request, obj, form, change):
        if made := request.made:
            obj.original, obj.sha256, obj.renditions = made.original, made.sha256, made.renditions
        super().save_model(request, obj, form, change)

    def autocomplete_text(self, photo) -> str:
        """The caption, who took it and when: enough to tell one picture of a meeting from another."""
        day = date_format(photo.taken, "Y-m-d") if photo.taken else ""
        return " · ".join(filter(None, [str(photo)[:60], photo_credits.line(photo), day]))

    @admin.display(description=_("picture"))
    def shown(self, photo):
        return thumbnail(photo) or "—"

    @admin.display(description=_("caption"), ordering="caption")
    def words(self, photo):
        return photo.caption or str(photo)

    @admin.display(description=_("credit"), ordering="credit")
    def credit_line(self, photo):
        mark = _("made by AI") if photo.ai_made else ""
        return " · ".join(filter(None, [photo_credits.line(photo), str(mark)]))

    @admin.display(description=_("taken on"), ordering="taken")
    def taken_at(self, photo):
        day = date_format(photo.taken, "Y-m-d") if photo.taken else ""
        return f"{day} {photo.taken_time:%H:%M}" if photo.taken_time else day

    @admin.display(description=_("persons"))
    def on_it(self, photo):
        return "、".join(person.name for person in photo.persons.all())

    @admin.display(description=_("used in"))
    def used_in(self, photo):
        """The stories that use it, each to be opened."""
        if photo.pk is None:
            return ""
        stories = list({use.article for use in photo.uses.all()})
        links = format_html_join(
            "、",
            '<a href="{}">{}</a>',
            ((self.address_of(story), story) for story in stories[:SHOWN_USES]),
        )
        more = len(stories) - SHOWN_USES
        return format_html("{} {}", links, f"+{more}") if more > 0 else links or "—"

    def address_of(self, story) -> str:
        return reverse("admin:articles_article_change", args=[story.pk])


def is_lost(photo) -> bool:
    file = photo.original
    return bool(file) and not file.storage.exists(file.name)


def thumbnail(photo) -> str:
    """The picture as lists cut it, "" where readers get none yet."""
    fitting = photo.of_shape(CUT, "jpg")
    if not fitting:
        return ""
    return format_html(
        '<img class="thumbnail" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        photo.address(fitting[0]), photo.description or photo, fitting[0]["width"], fitting[0]["height"],
    )  # fmt: skip
