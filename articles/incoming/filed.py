"""我的稿件: what became of one's own stories, in a word each."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import policy
from articles.incoming.filing import may_send_again
from articles.models import Article, Presence, State, Version
from articles.today import own

SHOWN = 40


@dataclass(frozen=True)
class Mine:
    """`who` has it in hand, `why` is what they said; `url` leads to the page that is of use now."""

    article: Article
    name: str
    words: str
    who: str
    why: str
    url: str


def mine(user) -> list[Mine]:
    kept = Version.objects.filter(author__isnull=False).exclude(author=user).order_by("number")
    here = Presence.objects.here().exclude(user=user).select_related("user")
    stories = Article.objects.filter(own(user)).distinct().select_related("filing", "locked_by")
    stories = stories.prefetch_related(
        Prefetch("versions", kept.defer("content"), "saved_by_others"),
        Prefetch("presences", here, "others_here"),
    )
    return [
        what_became_of(article, user) for article in stories.order_by("-updated", "-pk")[:SHOWN]
    ]


def what_became_of(article, user) -> Mine:
    last = article.saved_by_others[-1] if article.saved_by_others else None
    who = in_hand(article, user) or (last.author_name if last else "")
    name, words = state_of(article, who)
    why = last.reason if last and last.reason != words else ""
    return Mine(article, name, words, who, why, address(article, user))


def in_hand(article, user) -> str:
    """Who keeps it for himself or has it open now."""
    if policy.is_locked_for(user, article):
        return str(article.locked_by)
    return "、".join(str(each.user) for each in article.others_here)


def state_of(article, who) -> tuple[str, str]:
    if article.is_public:
        return "published", article.status_words
    if article.state != State.DRAFT or not article.filed_at:
        return article.state, article.status_words
    return ("edited", _("being edited")) if who else ("filed", _("handed in"))


def address(article, user) -> str:
    if article.is_public:
        return article.get_absolute_url()
    filing = getattr(article, "filing", None)
    again = filing and may_send_again(user, article, filing)
    return reverse(
        f"admin:articles_article_{'file_again' if again else 'change'}", args=[article.pk]
    )
