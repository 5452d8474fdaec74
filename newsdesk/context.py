"""What every page knows of the site."""

from django.conf import settings
from django.utils.timezone import localdate

from articles.models import Mourning, Section

NAMES = (
    "SITE_NAME", "SITE_URL", "CITY", "SITE_OWNER",
    "ICP_NUMBER", "POLICE_NUMBER", "NEWS_LICENCE", "REPORT_TELEPHONE", "CONTRIBUTIONS",
)  # fmt: skip


def site(request) -> dict:
    known = {name: getattr(settings, name) for name in NAMES}
    known["SITE_URL"] = known["SITE_URL"].rstrip("/")
    return known | {
        "sections": Section.objects.published(),
        "mourning": lambda: Mourning.objects.on(
            localdate()
        ).exists(),  # the desk's pages do not ask
    }
