"""Which stories are about whom, from when, and by whom: conditions on published stories."""

from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Coverage,
    Credit,
    Mention,
    OrganizationMention,
    TaggedArticle,
)
from newsdesk import dates
from people.models import Organization, Person


def reporters():
    """Those with a published byline or credit."""
    rows = [
        Exists(model.objects.published().filter(person=OuterRef("pk")))
        for model in (Byline, Credit)
    ]
    return Person.objects.published().filter(Q(rows[0]) | Q(rows[1]))


def papers():
    """The papers that published stories are from; a paper need not be named in one."""
    stories = Article.objects.published().filter(by_publication(OuterRef("pk")))
    return Organization.objects.papers().filter(Organization.showable(), Exists(stories))


def tied(model, **target) -> Exists:
    return Exists(model.objects.published().filter(article=OuterRef("pk"), **target))


def signed(model, path, **target) -> Exists:
    return Exists(model.objects.published().filter(**{path: OuterRef("pk")}, **target))


def by_person(person):
    return Q(tied(Mention, person=person))


def by_organization(organization):
    """Stories that name it, and those under its collective byline or credit."""
    return Q(tied(OrganizationMention, organization=organization)) | by_writer(
        organization=organization
    )


def by_event(event):
    return Q(tied(Coverage, event=event))


def by_reporter(person):
    return by_writer(person=person)


def by_writer(**who):
    return Q(signed(Byline, "article", **who)) | Q(signed(Credit, "photo_use__article", **who))


def by_section(section):
    return Q(section=section)


def by_tag(tag):
    return Q(Exists(TaggedArticle.objects.filter(content_object=OuterRef("pk"), tag=tag)))


def by_publication(paper):
    return Q(page__publication=paper) | Q(source__publication=paper)


def by_date(text: str):
    """Stories that came out in a year, a month or on a day, by the clock of the house."""
    days = dates.bounds(text)
    return Q(public_from__gte=midnight(days.first)) & Q(
        public_from__lt=midnight(days.last + timedelta(days=1))
    )


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


FILTERS = {
    "person": by_person,
    "organization": by_organization,
    "event": by_event,
    "section": by_section,
    "reporter": by_reporter,
    "tag": by_tag,
    "publication": by_publication,
    "date": by_date,
}
