"""The groups of the desk and what each may do: one table, put in place after migrate."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.sites.models import Site
from django.db import connections
from django.db.models import Q

ALL = ("view", "add", "change", "delete")
KEEP = ("view", "add", "change")
SEE = ("view",)

STORY = (
    "article",
    "byline",
    "mention",
    "organizationmention",
    "coverage",
    "photouse",
    "credit",
    "attachment",
    "video",
)
FILES = ("storedfile",)
PICTURES = ("photo",)
EVENTS = ("event", "participation")
PAGES = ("printpage", "pagestaff")
HOUSE = ("section", "source", "tag", "mourning")
TOPICS = ("topic", "topicitem")
RECORDS = ("person", "othername", "membership", "organization", "post", "award", "honour")


def may(verbs, *groups) -> set[str]:
    return {f"{verb}_{model}" for group in groups for model in group for verb in verbs}


LOOK = may(SEE, STORY, FILES, PICTURES, EVENTS, PAGES, HOUSE, TOPICS, RECORDS) | {
    "view_change",
    "view_version",
}
WRITE = (
    LOOK
    | may(ALL, STORY[1:], PICTURES)
    | may(KEEP, STORY[:1])
    | {"preview_article", "add_storedfile"}
)
EDIT = (
    WRITE
    | may(ALL, EVENTS, ("pagestaff", "topicitem"))
    | may(KEEP, PAGES, ("topic",), ("tag", "person", "othername", "organization", "source"))
    | {
        "change_all_article",
        "accept_printpage",
        "delete_tag",
        "view_contribution",
        "take_contribution",
    }
)
HEAD = EDIT | {
    "spike_article",
    "place_article",
    "publish_topic",
    "delete_topic",
    "delete_article",
    "delete_printpage",
    "unlock_article",
}
CHIEF = HEAD | {"approve_article", "withdraw_article", "import_article"} | may(ALL, HOUSE)
KEEPER = LOOK | may(ALL, RECORDS, EVENTS) | {"hide_person", "merge_person"}
ADMINISTRATOR = (
    {"view_group", "view_site"} | may(ALL, ("user", "redirect"), HOUSE) | LOOK | {"view_logentry"}
)

# name of the group -> codenames; names are Chinese because an administrator reads them
ROLES = {
    "记者": WRITE,
    "编辑": EDIT,
    "栏目主任": HEAD,
    "总编辑": CHIEF | KEEPER,
    "校对": LOOK | may(KEEP, STORY) | {"add_storedfile", "change_all_article", "preview_article"},
    "资料员": KEEPER,
    "管理员": ADMINISTRATOR,
}


def have_tables(using) -> bool:
    there = connections[using].introspection.table_names()
    return all(model._meta.db_table in there for model in (Group, Permission, Site))


def put_in_place(using="default", **kwargs):
    """Idempotent; run after every migrate, since permissions do not exist earlier."""
    permissions = Permission.objects.using(using)
    wanted = Q(
        content_type__app_label__in=("articles", "people", "auth", "redirects", "sites", "admin")
    )
    known = {permission.codename: permission for permission in permissions.filter(wanted)}
    for name, codenames in ROLES.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set([known[codename] for codename in codenames if codename in known])


def name_site(using="default"):
    """Feeds and sitemaps take their addresses from here."""
    domain = urlsplit(settings.SITE_URL).netloc
    site = {"domain": domain, "name": settings.SITE_NAME}
    Site.objects.using(using).update_or_create(pk=settings.SITE_ID, defaults=site)
