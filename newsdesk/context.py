"""What every page knows of the site."""

from django.conf import settings

NAMES = (
    "SITE_NAME", "SITE_URL", "CITY", "SITE_OWNER",
    "ICP_NUMBER", "POLICE_NUMBER", "NEWS_LICENCE", "REPORT_TELEPHONE",
)  # fmt: skip


def site(request) -> dict:
    return {name: getattr(settings, name) for name in NAMES}
