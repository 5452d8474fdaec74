"""What every page knows of the site."""

from django.conf import settings
from django.utils.timezone import localdate

from articles.freshness import Remembered
from articles.models import Mourning, Section
from newsdesk.views.kept import is_known

NAMES = (
    "SITE_NAME", "SITE_URL", "CITY", "SITE_OWNER",
    "ICP_NUMBER", "POLICE_NUMBER", "NEWS_LICENCE", "REPORT_TELEPHONE", "CONTRIBUTIONS",
)  # fmt: skip


def site(request) -> dict:
    known = {name: getattr(settings, name) for name in NAMES}
    known["SITE_URL"] = known["SITE_URL"].rstrip("/")
    if not is_known(request):
        return known | remembered
    return known | asked_now | {"at_desk": lambda: sees_desk(request)}


def sees_desk(request) -> bool:
    user = getattr(request, "user", None)  # an error may come before anybody is known
    return bool(user and user.is_staff and user.has_perm("articles.view_article"))


def published_sections() -> list[Section]:
    return list(Section.objects.published())


def is_mourned() -> bool:
    return Mourning.objects.on(localdate()).exists()


# called by the templates that ask, which the desk's do not; who has logged in sees what is stored this moment
asked_now = {"sections": published_sections, "mourning": is_mourned}
remembered = {name: Remembered(ask) for name, ask in asked_now.items()}
