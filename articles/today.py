"""What waits for somebody at the desk today: piles of stories and pages, by what his account may do."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import policy
from articles.models import (
    Article,
    Contribution,
    Coverage,
    Mention,
    OrganizationMention,
    PrintPage,
    State,
    UnsavedWork,
)
from articles.models.states import IN_REVIEW

SHOWN = 6


@dataclass(frozen=True)
class Pile:
    """What lies there, how much of it, the newest few, and the list that has it all."""

    label: str
    count: int
    rows: list
    url: str


def undecided() -> Q:
    """Stories with a proposal that nobody has confirmed or dismissed."""
    found = Q()
    for model in (Mention, OrganizationMention, Coverage):
        found |= Q(Exists(model.objects.proposed().filter(article=OuterRef("pk"))))
    return found


def own(user) -> Q:
    signed = Q(bylines__person=user.person_id) if user.person_id else Q(pk=None)
    return Q(created_by=user) | signed


def piles(user) -> list[Pile]:
    """Each pile that the account may work on and in which something lies."""
    stories = Article.objects.all()
    wanted = [
        (
            _("My drafts"),
            policy.CHANGE,
            stories.filter(own(user), state=State.DRAFT).distinct(),
            "status=draft&mine=1",
        ),
        (_("Newly handed in"), policy.CHANGE_ALL, stories.newly_filed(), "filed=new"),
        (_("Drafts"), policy.CHANGE_ALL, stories.filter(state=State.DRAFT), "status=draft"),
        (_("In review"), policy.CHANGE_ALL, stories.filter(state__in=IN_REVIEW), "status=review"),
        (
            _("Stories with proposals to decide"),
            policy.CHANGE_ALL,
            stories.open().filter(undecided()),
            "undecided=1",
        ),
        (
            _("Approved, wait for their time"),
            policy.APPROVE,
            stories.filter(public_from__gt=timezone.now()),
            "status=scheduled",
        ),
    ]
    found = [
        pile(label, rows.order_by("-updated"), "articles_article", query)
        for label, permission, rows, query in wanted
        if user.has_perm(permission)
    ]
    if user.has_perm("articles.accept_printpage"):
        pages = (
            PrintPage.objects.select_related("publication")
            .filter(accepted__isnull=True)
            .order_by("-pk")
        )
        found.append(pile(_("Pages to accept"), pages, "articles_printpage", ""))
    if user.has_perm("articles.take_contribution"):
        sent = Contribution.objects.waiting()
        found.append(
            pile(_("New contributions"), sent, "articles_contribution", "state__exact=new")
        )
    return [pile for pile in [unsaved(user), *found] if pile.count]


def unsaved(user) -> Pile:
    """What the user typed and did not save; each leads to its form, filled with it."""
    works = UnsavedWork.objects.of(user).kept()
    rows = [(str(work), work.address) for work in works[:SHOWN]]
    return Pile(_("Unsaved articles"), works.count(), rows, rows[0][1] if rows else "")


def pile(label, rows, name, query) -> Pile:
    shown = [(str(row), reverse(f"admin:{name}_change", args=[row.pk])) for row in rows[:SHOWN]]
    address = reverse(f"admin:{name}_changelist")
    return Pile(label, rows.count(), shown, f"{address}?{query}" if query else address)
