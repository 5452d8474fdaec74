"""Records with a history: shown on their history page."""

from django.db.models import Q

from newsdesk.desk import DeskAdmin
from people.models import Change, Person


class TrackedAdmin(DeskAdmin):
    object_history_template = "admin/people/object_history.html"

    def history_view(self, request, object_id, extra_context=None):
        context = {"changes": self.changes(object_id)} | (extra_context or {})
        return super().history_view(request, object_id, context)

    def changes(self, object_id):
        """What happened to the record; for a person also to names, memberships and honours."""
        model = self.model._meta.concrete_model
        wanted = Q(model=model._meta.label_lower, record=object_id)
        if model is Person:
            wanted |= Q(person=object_id)
        return Change.objects.filter(wanted).select_related("by")[:500]
