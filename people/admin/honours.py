"""Awards, and who received which."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.models import Award, Honour

from .tracked import TrackedAdmin


@admin.register(Award)
class AwardAdmin(TrackedAdmin):
    list_display = ["name", "level", "receiver", "granting_body"]
    list_filter = ["level", "receiver"]
    search_fields = ["name", "granting_body"]
    fields = ["name", ("level", "receiver"), "granting_body", "about"]

    def autocomplete_text(self, award):
        return f"{award}（{award.get_level_display()}，{award.get_receiver_display()}）"


@admin.register(Honour)
class HonourAdmin(TrackedAdmin):
    list_display = ["receiver", "award", "level", "year", "revoked", "source"]
    list_filter = ["award__level", "revoked", ("award", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["award", "person", "organization"]
    search_fields = ["person__name", "organization__name", "award__name"]
    autocomplete_fields = ["award", "person", "organization"]
    fields = ["award", ("person", "organization"), "year", "source", "revoked"]

    @admin.display(description=_("given to"))
    def receiver(self, honour):
        return honour.person or honour.organization

    @admin.display(description=_("level"), ordering="award__level")
    def level(self, honour):
        return honour.award.get_level_display()
