"""What every page knows of the site."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.freshness import Remembered
from articles.models import Mourning, Section
from newsdesk.views.kept import is_known

NAMES = (
    "SITE_NAME", "SITE_URL", "CITY", "SITE_OWNER",
    "ICP_NUMBER", "POLICE_NUMBER", "NEWS_LICENCE", "REPORT_TELEPHONE", "CONTRIBUTIONS",
)  # fmt: skip


def site(request) -> dict:
    path = (
        request.path if request.resolver_match else ""
    )  # what is refused before is no page of ours
    if not is_known(request):
        return facts() | on_page(remembered, path)
    return facts() | on_page(asked_now, path) | {"at_desk": lambda: sees_desk(request)}


def facts() -> dict:
    known = {name: getattr(settings, name) for name in NAMES}
    return known | {"SITE_URL": known["SITE_URL"].rstrip("/")}


def on_page(asked: dict, path: str) -> dict:
    """Called by the templates that ask, which the desk's do not."""

    def masthead():
        links = asked["links"]()
        return asked["masthead"](path if path in dict(links) else "", links)

    return {"masthead": masthead, "footer": asked["footer"], "mourning": asked["mourning"]}


def sees_desk(request) -> bool:
    user = getattr(request, "user", None)  # an error may come before anybody is known
    return bool(user and user.is_staff and user.has_perm("articles.view_article"))


def links() -> tuple[tuple[str, str], ...]:
    """What the masthead leads to: address and name."""
    sections = [(each.get_absolute_url(), each.name) for each in Section.objects.published()]
    return (
        (reverse("front"), _("Front page")),
        *sections,
        (reverse("person_list"), _("People")),
        (reverse("event_list"), _("Events")),
        (reverse("archive"), _("Archive")),
    )


def masthead(here: str, links) -> str:
    """`here`: which of the links is the page's own, if one is."""
    words = {"links": links, "here": here, "is_front": here == reverse("front")}
    return render_to_string("_masthead.html", facts() | words)


def footer() -> str:
    return render_to_string("_footer.html", facts())


def is_mourned() -> bool:
    return Mourning.objects.on(localdate()).exists()


# who has logged in sees what is stored this moment
asked_now = {"links": links, "masthead": masthead, "footer": footer, "mourning": is_mourned}
remembered = {name: Remembered(ask) for name, ask in asked_now.items()}
