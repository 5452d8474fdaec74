"""The workbench: a page's reading beside the page, put right by an editor, accepted and taken back."""

import re
from dataclasses import asdict

from csp.decorators import csp_exempt
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import PrintPage
from articles.printed import continuing, imprint, overriding, reading_words, workbench
from articles.printed.accepting import Refused, accept, undo
from articles.printed.reading_store import reading_of
from articles.printed.scans import is_pdf, scan_response

MAX_OPTIONS = 40_000  # in the selects of one page: what a browser shows without a pause
_PLACE = r"[0-9]{1,9}"
_ACT = re.compile(
    rf"(?P<name>[a-z_]+)(?::(?P<start>{_PLACE})(?:-(?P<end>{_PLACE}))?)?(?::(?P<word>[a-z]+))?"
)


class Desk:
    """A page with its reading and the rows that stand for it on the workbench."""

    def __init__(self, page):
        self.page, self.reading = page, reading_of(page)
        self.rows = workbench.rows_of(self.reading, page.overrides)
        self.places = workbench.anchors(self.reading, page.overrides)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request, admin, pk):
    page = get_object_or_404(PrintPage, pk=pk)
    if not admin.has_view_permission(request, page):
        raise PermissionDenied
    if request.method == "POST":
        return save(admin, request, page)
    return render(admin, request, Desk(page))


def save(admin, request, page):
    if not admin.has_change_permission(request, page):
        raise PermissionDenied
    with transaction.atomic():
        page = PrintPage.objects.select_for_update().get(pk=page.pk)
        desk = Desk(page)
        if page.accepted:
            messages.error(request, _("The page is accepted. Take the drafts back first."))
            say_what_was_typed(request, [])
            return redirect(address(page))
        if request.POST.get("seen") != overriding.digest(page.overrides):
            messages.error(request, changed_meanwhile())
            say_what_was_typed(request, desk.rows)
            return render(admin, request, desk, chosen=request.POST)
        act = _ACT.fullmatch(request.POST.get("act", "")) or _ACT.fullmatch("save")
        overrides = changed(desk, act, request.POST)
        if overrides != page.overrides:
            page.overrides = overrides
            page.save()
            admin.log_change(request, page, _("The reading was put right."))
            messages.success(request, _("Saved."))
        elif act["name"] != "edit":
            messages.info(request, _("Nothing was changed."))
    return redirect(address(page, act, desk.places))


def changed_meanwhile():
    return _(
        "Somebody else has saved this page meanwhile, so nothing of yours was saved. "
        "You see the page as it is now with your choices filled in; save again if they still hold."
    )


def say_what_was_typed(request, rows):
    """Where no box on the page can hold it any more: to be copied."""
    text = typed(request.POST)
    if text and workbench.row_typed(rows, request.POST) is None:
        messages.warning(request, _("What you typed into the line was not saved: %s") % text)


def typed(posted) -> str:
    return posted.get("text", "").replace("\r\n", "\n")


def address(page, act=None, places=None) -> str:
    """The workbench, scrolled to where the editor was; `places` are those of the stories."""
    url = reverse("admin:articles_printpage_reading", args=[page.pk])
    if not act or not act["start"]:
        return url
    if act["name"] == "merge":
        place = places.get(int(act["start"]))
        return url if place is None else f"{url}#at-{place}"
    if act["name"] == "edit":
        return f"{url}?edit={act['start']}-{act['end']}#mend"
    return f"{url}#at-{act['start']}"


def changed(desk, act, posted) -> list[dict]:
    """The overrides after the choices of the form and the button that was pressed."""
    if act["name"] == "reset_all":
        return []
    overrides = workbench.apply_choices(desk.page.overrides, desk.rows, desk.places, posted)
    if act["name"] != "retype":
        overrides = with_what_is_typed(overrides, desk.rows, posted)
    if act["start"] is None:
        return overrides
    start, end = int(act["start"]), int(act["end"] or act["start"])
    if act["name"] == "merge":
        return workbench.merge_with_previous(overrides, desk.reading, desk.rows, desk.places, start)
    if act["name"] == "reject":
        return overriding.reject(overrides, start, end, act["word"])
    if act["name"] == "accept_again":
        rejection = {"start": start, "end": end, "rejected": act["word"]}
        return [each for each in overrides if each != rejection]
    if act["name"] == "reset":
        return overriding.reset(overrides, start, end)
    if act["name"] == "split":
        return workbench.split_row(overrides, desk.rows, start)
    if act["name"] == "retype":
        return workbench.retype_row(overrides, desk.rows, start, typed(posted), posted.get("fault"))
    return overrides


def with_what_is_typed(overrides, rows, posted) -> list[dict]:
    """The open box of one line is saved with whatever else is pressed: nothing typed is lost."""
    row = workbench.row_typed(rows, posted)
    text = typed(posted)
    if row is None or text == row.mended:
        return overrides
    return workbench.retype_row(overrides, rows, row.start, text, posted.get("fault"))


def render(admin, request, desk, chosen=None):
    page, reading = desk.page, desk.reading
    kinds = workbench.kind_choices()
    story_choices = workbench.story_choices(reading, desk.places)
    may_change = admin.has_change_permission(request, page) and not page.accepted
    context = {
        **admin.admin_site.each_context(request),
        "is_nav_sidebar_enabled": False,  # the width is for the page
        "opts": admin.opts,
        "title": str(page),
        "original": page,
        "page": page,
        "seen": overriding.digest(page.overrides),
        "rows": workbench.with_choices(desk.rows, desk.places, chosen or {}),
        "kinds": kinds,
        "story_choices": story_choices,
        "keys": workbench.key_words(),
        "stories": reading_words.stories(reading),
        "changes": reading_words.changes(reading, page.overrides, desk.rows),
        "discarded": reading_words.discarded(desk.rows, reading),
        "staff": reading.staff,
        "ledger": reading.ledger,
        "figures": {name: f"{value:,}" for name, value in asdict(reading.ledger).items()},
        "hints": reading_words.hints(reading) + hints_of_paper(page, reading),
        "not_known": not_known(page),
        "joins": continuing.joins(page, reading),
        "edit": edited(request, desk),
        "shows_choices": may_change
        and len(desk.rows) * (len(kinds) + len(story_choices)) <= MAX_OPTIONS,
        "may_change": may_change,
        "may_accept": request.user.has_perm("articles.accept_printpage"),
        "drafts": page.articles.order_by("page_order", "pk"),
        "scan_is_pdf": bool(page.scan) and is_pdf(page),
    }
    return TemplateResponse(request, "admin/articles/printpage/reading.html", context)


def edited(request, desk) -> str:
    row = workbench.row_typed(desk.rows, request.POST)
    return row.key if row else request.GET.get("edit", "")


def not_known(page) -> list[str]:
    """What the drafts take from the page and is still empty, as the form names it."""
    names = ("publication", "date")
    return [page._meta.get_field(name).verbose_name for name in names if not getattr(page, name)]


def hints_of_paper(page, reading) -> list[str]:
    printed = imprint.imprint(reading).publication
    if page.publication or not printed or imprint.known_paper(printed):
        return []
    words = _(
        "The page prints “%(name)s”, which is not among the papers on record. Add it with the plus beside the paper."
    )
    return [words % {"name": printed}]


@csp_exempt()
@require_GET
def scan(request, admin, pk):
    """The browser's own viewer of PDFs runs script in it, which our policy would stop."""
    page = get_object_or_404(PrintPage, pk=pk)
    if not admin.has_view_permission(request, page):
        raise PermissionDenied
    return scan_response(page)


@require_POST
def accept_page(request, admin, pk):
    page = page_to_accept(request, pk)
    knows, seen = "knows" in request.POST, request.POST.get("seen", "")
    try:
        drafts = accept(page, request.user, knows_what_is_left=knows, seen=seen)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(address(page))
    if not drafts:
        messages.info(request, _("All stories of this page are drafts already."))
        return redirect(address(page))
    admin.log_change(request, page, _("Accepted: %(count)d drafts.") % {"count": len(drafts)})
    messages.success(request, told(_("Drafts made:"), drafts))
    return redirect("admin:articles_printpage_proposals", pk)


def told(words, drafts):
    links = ((reverse("admin:articles_article_change", args=[each.pk]), each) for each in drafts)
    return format_html("{} {}", words, format_html_join("　", '<a href="{}">{}</a>', links))


@require_POST
def undo_page(request, admin, pk):
    page = page_to_accept(request, pk)
    try:
        undo(page)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        admin.log_change(request, page, _("Drafts taken back."))
        messages.success(request, _("The drafts are taken back; the page can be put right again."))
    return redirect(address(page))


def page_to_accept(request, pk):
    if not request.user.has_perm("articles.accept_printpage"):
        raise PermissionDenied
    return get_object_or_404(PrintPage, pk=pk)
