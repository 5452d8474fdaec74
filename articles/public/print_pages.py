"""Printed pages as readers see them: in the order of the paper, with the pages of the same day; never text or scan."""

import re
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, PrintPage
from articles.public.showing import set_links
from people.models import Organization

_NUMBER = re.compile(r"(\D*)(\d*)(.*)")


def shown():
    """The pages that readers see, without what is the desk's alone."""
    pages = PrintPage.objects.published().select_related("publication")
    return pages.defer("raw", "overrides", "scan")


def place(page) -> tuple:
    """2 before 10, A2 before B1; what has no number last."""
    letters, digits, rest = _NUMBER.fullmatch(page.number.strip().upper()).groups()
    return (not page.number, letters, int(digits or 0), rest, page.pk)


def paper_of(page) -> Organization | None:
    return page.publication if page.publication and not page.publication.hidden else None


def name_of(page) -> str:
    """茂名晚报 3版 要闻, as far as readers may know it."""
    known = " ".join(filter(None, [str(paper_of(page) or ""), label_of(page)]))
    return known or _("A printed page")


def label_of(page) -> str:
    """第3版 要闻, without the paper."""
    number = _("printed page %(number)s") % {"number": page.number} if page.number else ""
    return " ".join(filter(None, [number, page.name]))


@dataclass(frozen=True)
class Issue:
    """What one paper printed on one day."""

    paper: Organization
    date: date

    @property
    def url(self) -> str:
        day = {"year": self.date.year, "month": self.date.month, "day": self.date.day}
        return reverse("issue_detail", kwargs={"pk": self.paper.pk} | day)

    def pages(self) -> list[PrintPage]:
        pages = shown().filter(publication=self.paper, date=self.date)
        return labelled(sorted(pages, key=place))

    def neighbour(self, **condition) -> "Issue | None":
        order = "date" if "date__gt" in condition else "-date"
        pages = shown().filter(publication=self.paper, **condition).order_by(order)
        day = pages.values_list("date", flat=True).first()
        return Issue(self.paper, day) if day else None

    @property
    def older(self):
        return self.neighbour(date__lt=self.date)

    @property
    def newer(self):
        return self.neighbour(date__gt=self.date)


def issue_of(page) -> Issue | None:
    """None where the paper or its day is not known, or the paper is hidden."""
    paper = paper_of(page)
    return Issue(paper, page.date) if paper and page.date else None


def issues_on(day) -> list[Issue]:
    """What was printed on the day, by paper."""
    papers = Organization.objects.filter(hidden=False, pages__in=shown().filter(date=day))
    return [Issue(paper, day) for paper in papers.distinct()]


def labelled(pages) -> list[PrintPage]:
    for page in pages:
        page.label = label_of(page) or _("A printed page")
    return pages


def set_stories(pages):
    """Give each page `stories`, the public ones in the order of the page."""
    stories = Article.objects.published().filter(page__in=pages).defer("body", "plain_text")
    found: dict[int, list] = {}
    for story in stories.select_related("section").order_by("page_order", "pk"):
        found.setdefault(story.page_id, []).append(story)
    for page in pages:
        page.stories = found.get(page.pk, [])


def staff_of(page) -> list[dict]:
    """值班总编, 责编 …: each role once with its names, in the order printed."""
    rows = list(page.staff.select_related("person"))
    set_links(rows)
    roles: dict[str, list] = {}
    for row in rows:
        roles.setdefault(row.role, []).append(row)
    return [{"role": role, "rows": found} for role, found in roles.items()]
