"""The stored states of an article, and the sets of them that have a name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    FIRST_REVIEW = "first_review", _("awaits first review")
    SECOND_REVIEW = "second_review", _("awaits second review")
    FINAL_REVIEW = "final_review", _("awaits final review")
    APPROVED = "approved", _("approved")
    SPIKED = "spiked", _("spiked")
    WITHDRAWN = "withdrawn", _("withdrawn")


IN_REVIEW = frozenset({State.FIRST_REVIEW, State.SECOND_REVIEW, State.FINAL_REVIEW})
OPEN = frozenset({State.DRAFT}) | IN_REVIEW  # the desk still works on these
CLOSED = frozenset({State.SPIKED, State.WITHDRAWN})

for _state in State:
    if not (_state in OPEN) ^ (_state in CLOSED) ^ (_state == State.APPROVED):
        raise TypeError(f"{_state} must be open, closed or approved: see articles/models/states.py")
