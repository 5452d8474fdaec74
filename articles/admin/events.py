"""Events, and who took part as what."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Event, Participation
from newsdesk import dates
from newsdesk.desk import DeskAdmin, DeskInline, ExchangingFormSet


class ParticipationFormSet(ExchangingFormSet):
    def meanwhile(self, number):
        return {"role": f"{number:04d}"}


class ParticipationInline(DeskInline):
    model = Participation
    formset = ParticipationFormSet
    fields = ["order", "person", "organization", "role", "title"]
    autocomplete_fields = ["person", "organization"]


class PartInline(DeskInline):
    model = Event
    fk_name = "part_of"
    fields = ["name", "kind", "start", "venue"]
    show_change_link = True
    verbose_name = _("part")
    verbose_name_plural = _("parts of this event")


@admin.register(Event)
class EventAdmin(DeskAdmin):
    list_display = ["name", "when", "kind", "venue", "part_of", "hidden"]
    list_filter = ["kind", "hidden"]
    export_also = ("hosts", "present", "stories")
    list_select_related = ["part_of"]
    date_hierarchy = "first_day"
    search_fields = ["name", "short_name"]
    autocomplete_fields = ["organizers", "part_of"]
    inlines = [ParticipationInline, PartInline]
    fieldsets = [
        (None, {"fields": ["name", ("short_name", "kind")]}),
        (_("When and where"), {"fields": [("start", "end", "date_inferred"), "venue"]}),
        (_("Who and what"), {"fields": ["organizers", "part_of", "about"]}),
        (_("What readers see"), {"fields": [("hidden", "opened")]}),
    ]

    @admin.display(description=_("date"), ordering="first_day")
    def when(self, event):
        return "—".join(filter(None, [dates.in_words(event.start), dates.in_words(event.end)]))

    @admin.display(description=_("organizers"))
    def hosts(self, event):
        return "、".join(map(str, event.organizers.all()))

    @admin.display(description=_("who took part"))
    def present(self, event):
        return "、".join(map(str, event.participations.all()))

    @admin.display(description=_("number of stories"))
    def stories(self, event):
        return sum(row.confirmed for row in event.coverages.all())

    def with_columns(self, rows):
        return rows.prefetch_related(
            "organizers", "participations__person", "participations__organization", "coverages"
        )

    def autocomplete_text(self, event):
        return " ".join(filter(None, [self.when(event), str(event)]))
