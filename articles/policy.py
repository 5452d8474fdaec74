"""Who may do what with an article. Every page of the desk asks here."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, State
from articles.models.states import CLOSED, OPEN

CHANGE, CHANGE_ALL = "articles.change_article", "articles.change_all_article"
APPROVE, WITHDRAW = "articles.approve_article", "articles.withdraw_article"
UNLOCK = "articles.unlock_article"
SPIKE, PREVIEW, PLACE = (
    "articles.spike_article",
    "articles.preview_article",
    "articles.place_article",
)


@dataclass(frozen=True)
class Act:
    """One thing that moves an article from some states to another."""

    name: str
    label: str
    done: str
    permission: str
    states: frozenset
    explain: str


ACTS = {
    act.name: act
    for act in (
        Act("approve", _("Approve"), _("Approved: “%s”."), APPROVE, OPEN,
            _("Readers see the story at once, or from the time you set.")),
        Act("withdraw", _("Take off the site"), _("Taken off the site: “%s”."), WITHDRAW,
            frozenset({State.APPROVED}), _("The story disappears for readers at once.")),
        Act("spike", _("Do not use"), _("Put into the bin of unused stories: “%s”."), SPIKE, OPEN,
            _("The story goes into the bin of unused stories; it can come back.")),
        Act("restore", _("Restore as draft"), _("A draft again: “%s”."), SPIKE,
            frozenset({State.SPIKED}), _("The story comes back from the bin as a draft.")),
        Act("reopen", _("Back to draft"), _("A draft again: “%s”."), WITHDRAW,
            frozenset({State.WITHDRAWN}), _("The story can be edited and approved again.")),
    )
}  # fmt: skip

for _state in State:
    if not any(_state in act.states for act in ACTS.values()):
        raise TypeError(f"Nothing can be done with an article that is {_state}: articles/policy.py")


def is_own(user, article: Article) -> bool:
    """Made by the user, or signed by the person the account stands for."""
    if article.created_by_id == user.pk:
        return True
    return bool(user.person_id) and article.bylines.filter(person=user.person_id).exists()


def may_file(user) -> bool:
    """Write at a phone and hand in, with photos."""
    return user.has_perms(("articles.add_article", "articles.add_photo"))


def is_locked_for(user, article: Article) -> bool:
    """Somebody else has locked it: nothing of it is changed, deleted, moved or decided."""
    return bool(article.locked_by_id) and article.locked_by_id != user.pk


def may_lock(user, article: Article) -> bool:
    return not article.locked_by_id and may_change(user, article)


def may_unlock(user, article: Article) -> bool:
    return bool(article.locked_by_id) and (article.locked_by_id == user.pk or user.has_perm(UNLOCK))


def may_change(user, article: Article) -> bool:
    """An approved story is changed only by who may approve; one put aside must be restored first."""
    if is_locked_for(user, article):
        return False
    if not user.has_perm(CHANGE) or article.state in CLOSED:
        return False
    if article.state == State.APPROVED:
        return user.has_perm(APPROVE)
    if user.has_perm(CHANGE_ALL):
        return True
    return article.state == State.DRAFT and is_own(user, article)


def may_delete(user, article: Article) -> bool:
    """What readers see or may have seen is taken off the site, not deleted."""
    return (
        user.has_perm("articles.delete_article")
        and article.state in OPEN | {State.SPIKED}
        and article.published_at is None
        and not is_locked_for(user, article)
    )


def may_change_photo(user, photo) -> bool:
    """A picture that stands in an approved story is that story's, too."""
    stories = Article.objects.filter(Q(photo_uses__photo=photo) | Q(videos__poster=photo))
    return user.has_perm("articles.change_photo") and may_change_all(user, stories)


def may_delete_page(user, page) -> bool:
    """Its stories lose their paper, day and page with it."""
    return user.has_perm("articles.delete_printpage") and may_change_all(user, page.articles)


def may_change_all(user, stories) -> bool:
    """What is done elsewhere and shows in these stories: none is locked by others, approved ones are the approver's."""
    if stories.locked_for(user).exists():
        return False
    return user.has_perm(APPROVE) or not stories.filter(state=State.APPROVED).exists()


def may(user, act: Act, article: Article) -> bool:
    if is_locked_for(user, article):
        return False
    return article.state in act.states and user.has_perm(act.permission)


def acts(user, article: Article) -> list[Act]:
    """What the user can do next with the article, in the order of the desk."""
    return [act for act in ACTS.values() if may(user, act, article)]
