"""What other programs get: JSON in UTF-8, and errors they can read. ETags come with every public page."""

from functools import wraps

from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.lists.filters import StoryFilter
from articles.lists.paging import Page, page_of

PROBLEM = "application/problem+json"  # RFC 9457


def json_answer(data, **options) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False}, **options)


def problem(status: int, detail: str, **more) -> JsonResponse:
    titles = {400: _("This address makes no sense."), 404: _("There is nothing here.")}
    body = {"type": "about:blank", "title": titles[status], "status": status, "detail": detail}
    return json_answer(body | more, status=status, content_type=PROBLEM)


class Refused(Exception):
    """An address that asks for what is not there; the answer says what is wrong."""

    def __init__(self, status: int, detail: str, **more):
        super().__init__(detail)
        self.answer = problem(status, detail, **more)


def for_programs(view):
    """Reading only; what is wrong is said as problem+json. Scripts of other sites may read it, too."""

    @require_safe
    @wraps(view)
    def answered(request, **kwargs):
        try:
            response = view(request, **kwargs)
        except Refused as refused:
            response = refused.answer
        except Http404:
            response = problem(404, _("No published record has this address."))
        response["Access-Control-Allow-Origin"] = "*"  # everybody gets the same; no cookie counts
        return response

    return answered


def refuse_what_is_wrong(chosen):
    """`chosen` is the filter of a list (articles/lists/filters.py, newsdesk/listing.py)."""
    if chosen.status != 200:
        wrong = [{"parameter": name, "detail": " ".join(e)} for name, e in chosen.errors.items()]
        raise Refused(chosen.status, " ".join(each["detail"] for each in wrong), errors=wrong)


def stories_asked_for(request, read) -> tuple[StoryFilter, Page]:
    """A page of the stories that the parameters choose, newest first; `read` gives those with the keys."""
    chosen = StoryFilter(request.GET, request.path)
    refuse_what_is_wrong(chosen)
    values = chosen.cleaned_data
    page = page_of(chosen.found(), values["page"] or 1, values["before"], read)
    if page.is_beyond:
        raise Refused(404, _("The list has no such page."))
    return chosen, page


def older_address(chosen: StoryFilter, page: Page) -> str:
    """The list's next page, "" at its end."""
    return chosen.address(**page.older) if page.older else ""
