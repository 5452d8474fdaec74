"""The filters of the desk's list of photos."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Credit, Photo, PhotoUse
from newsdesk.desk_filters import ChosenByTyping


class ByPersonShown(ChosenByTyping):
    title, parameter_name = _("person in the picture"), "person"
    relation = "articles.Photo.persons"

    def narrow(self, queryset, key):
        on_it = Photo.persons.through.objects.filter(photo=OuterRef("pk"), person=key)
        return queryset.filter(Exists(on_it))


class ByEventShown(ChosenByTyping):
    title, parameter_name = _("event"), "event"
    relation = "articles.Photo.event"

    def narrow(self, queryset, key):
        return queryset.filter(event=key)


class ByPhotographer(ChosenByTyping):
    """Who is on record as having taken it, or is credited under it in a story."""

    title, parameter_name = _("photographer"), "photographer"
    relation = "articles.Photo.photographer"

    def narrow(self, queryset, key):
        credited = Credit.objects.filter(photo_use__photo=OuterRef("pk"), person=key)
        return queryset.filter(Q(photographer=key) | Q(Exists(credited)))


class Used(admin.SimpleListFilter):
    title, parameter_name = _("use"), "used"

    def lookups(self, request, model_admin):
        return [("no", _("in no story")), ("yes", _("in a story"))]

    def queryset(self, request, queryset):
        uses = Exists(PhotoUse.objects.filter(photo=OuterRef("pk")))
        if self.value() == "no":
            return queryset.filter(~uses)
        return queryset.filter(uses) if self.value() == "yes" else queryset
