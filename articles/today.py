"""What somebody at the desk begins with, and what waits for him: both by what his account may do."""

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


@dataclass(frozen=True)
class Action:
    """A large button; `name` is for its look."""

    name: str
    label: str
    url: str


WRITE, ADD_PHOTO = "articles.add_article", "articles.add_photo"
ACTIONS = [
    ("write", _("Write"), "articles_article_add", (WRITE,)),
    ("phone", _("Write on a phone"), "articles_article_file", (WRITE, ADD_PHOTO)),
    ("page", _("Enter a printed page"), "articles_printpage_add", ("articles.add_printpage",)),
    ("photos", _("Upload photos"), "articles_photo_add", (ADD_PHOTO,)),
    ("word", _("Import Word documents"), "articles_article_word", (WRITE,)),
    ("person", _("Enter a person"), "people_person_add", ("people.add_person",)),
    ("mine", _("My stories"), "articles_article_mine", (WRITE, ADD_PHOTO)),
]


def actions(user) -> list[Action]:
    return [
        Action(name, label, reverse(f"admin:{page}"))
        for name, label, page, permissions in ACTIONS
        if user.has_perms(permissions)
    ]


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
    """Each pile that the account may work on, always in this order."""
    found = [
        pile(*wanted) for permission, *wanted in known_piles(user) if user.has_perm(permission)
    ]
    return [unsaved(user), *found]


def known_piles(user):
    """Who may see it, its name, what lies there, the newest first, and its list."""
    stories = Article.objects.order_by("-updated")
    pages = PrintPage.objects.select_related("publication").order_by("-pk")
    mine = stories.filter(own(user), state=State.DRAFT).distinct()
    due_later = stories.filter(public_from__gt=timezone.now())
    return [
        (policy.CHANGE, _("My drafts"), mine, "status=draft&mine=1"),
        (policy.CHANGE_ALL, _("Newly handed in"), stories.newly_filed(), "filed=new"),
        (policy.CHANGE_ALL, _("Drafts"), stories.filter(state=State.DRAFT), "status=draft"),
        (policy.CHANGE_ALL, _("In review"), stories.filter(state__in=IN_REVIEW), "status=review"),
        (policy.CHANGE_ALL, _("Stories with proposals to decide"), stories.open().filter(undecided()), "undecided=1"),
        (policy.APPROVE, _("Approved, wait for their time"), due_later, "status=scheduled"),
        ("articles.accept_printpage", _("Pages to accept"), pages.filter(accepted=None), "accepted=0", "reading"),
        ("articles.take_contribution", _("New contributions"), Contribution.objects.waiting(), "state__exact=new"),
    ]  # fmt: skip


def unsaved(user) -> Pile:
    """What the user typed and did not save; each leads to its form, filled with it."""
    works = UnsavedWork.objects.of(user).kept()
    rows = [(str(work), work.address) for work in works[:SHOWN]]
    return Pile(_("Unsaved articles"), works.count(), rows, rows[0][1] if rows else "")


def pile(label, rows, query, page="change") -> Pile:
    name = f"admin:articles_{rows.model._meta.model_name}"
    shown = [(str(row), reverse(f"{name}_{page}", args=[row.pk])) for row in rows[:SHOWN]]
    return Pile(label, rows.count(), shown, f"{reverse(f'{name}_changelist')}?{query}")
