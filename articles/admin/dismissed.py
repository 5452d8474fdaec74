"""Proposals that were dismissed: they lie in the bin and are brought back on the page that dismissed them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles import policy
from articles.history import versions
from articles.linking.dismissed import article_of, dismissed
from people import bin as people_bin

DECIDE = ("articles.change_mention", "articles.change_coverage")


def may_look(user, article) -> bool:
    return user.has_perms(DECIDE) and policy.may_change(user, article)


def bring_back(request, articles) -> bool:
    """What was ticked is a proposal again; False where something stands in the way, which is said."""
    ticked = request.POST.getlist("back")
    chosen = [each for each in dismissed(articles) if str(each.pk) in ticked]
    stories = {article.pk: article for article in articles}
    stories = [stories[key] for key in dict.fromkeys(map(article_of, chosen)) if key in stories]
    if not all(may_look(request.user, story) for story in stories):
        raise PermissionDenied
    with versions.keeping(stories, by=request.user, reason=_("persons and events decided")):
        back = [each for each in chosen if is_back(request, each)]
        for story in stories:
            story.note_links_decided()
    if back:
        words = _("Brought back: %(names)s.")
        messages.success(request, words % {"names": "、".join(map(str, back))})
    return len(back) == len(chosen)


def is_back(request, deleted) -> bool:
    try:
        people_bin.restore(deleted)
    except people_bin.Blocked as blocked:
        messages.error(request, _("Not put back. %s") % blocked)
        return False
    return True
