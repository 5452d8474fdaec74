"""A readers' list of stories as a file, for the desk."""

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.lists import columns
from articles.lists.filters import StoryFilter
from newsdesk.exporting import answer, list_part


@require_safe
@staff_member_required(login_url="admin:login")
@permission_required("articles.view_article", raise_exception=True)
def export(request):
    query = list_part(request.GET)
    chosen = StoryFilter(query, reverse("article_list"))
    back = f"{chosen.path}?{query.urlencode()}"
    if chosen.status != 200:  # the list says what it does not understand
        return HttpResponseRedirect(back)
    return answer(
        request,
        request.GET,
        title=_("stories"),
        columns=columns.COLUMNS,
        rows=columns.with_columns(chosen.stories().newest_first()),
        back=back,
    )
