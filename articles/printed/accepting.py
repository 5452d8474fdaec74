"""A reading becomes drafts; and back, while nobody has edited them."""

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.history import versions
from articles.intake import INTAKE_VERSION
from articles.linking.confirming import confirm_again, confirmed_in
from articles.linking.known import KnownPeople, collective
from articles.linking.proposing import propose_events, propose_people
from articles.models import (
    Article,
    Byline,
    Coverage,
    Credit,
    Mention,
    PageStaff,
    PhotoUse,
    PrintPage,
    Source,
    State,
)
from articles.printed import continuing, imprint, overriding
from articles.printed.reading_store import reading_of
from articles.printed.workbench import LINES
from newsdesk import html
from people.bin import discard

TITLE = ("name", "title")


class Refused(Exception):
    """Why a page was not accepted or not undone, in words for the editor."""


@transaction.atomic
def accept(page: PrintPage, user=None, *, knows_what_is_left=False, seen="") -> list[Article]:
    """Make a draft of every story that has none yet; the drafts made.

    Accepting again makes only what is missing: a story is known by page and place on it.
    `seen` is the digest of the overrides that somebody looked at.
    """
    page = PrintPage.objects.select_for_update().get(pk=page.pk)
    if seen and seen != overriding.digest(page.overrides):
        text = _(
            "Somebody changed the reading of this page meanwhile. Look at it again, then accept."
        )
        raise Refused(text)
    reading = reading_of(page)
    refuse_incomplete(reading, knows_what_is_left)
    imprint.fill(page, reading)
    joins = continuing.joins(page, reading)
    there = set(page.articles.values_list("page_order", flat=True))
    there |= {join.second_number for join in joins if is_joined(page, join)}
    drafts = [
        make_draft(page, story.number, story, user, page.date)
        for story in reading.stories
        if story.number not in there
    ]
    if not page.accepted:
        keep_staff(page, reading.staff)
        page.accepted, page.accepted_by = timezone.now(), user
        page.intake_version = INTAKE_VERSION
        page.save()
    for join in joins:
        drafts = join_drafts(join, drafts, user)
    return drafts


def is_joined(page, join) -> bool:
    """Does this page's part stand in a draft of the other page already?"""
    return join.second == page and page.continues_id == join.first.pk


def join_drafts(join, drafts, user) -> list[Article]:
    """Two parts of a story become one draft, where both are drafts that nobody has touched."""
    first = join.first.articles.filter(page_order=join.number).first()
    second = join.second.articles.filter(page_order=join.second_number).first()
    if not (first and second and is_untouched(first) and is_untouched(second)):
        return drafts
    kept = [draft for draft in drafts if draft.pk not in (first.pk, second.pk)]
    decided = confirmed_in([first, second])
    discard(first)
    discard(second)
    PrintPage.objects.filter(pk=join.second.pk).update(continues=join.first)
    joined = make_draft(join.first, join.number, join.combined(), user, join.first.date)
    confirm_again(decided, joined, user)
    return [*kept, joined]


def refuse_incomplete(reading, knows_what_is_left):
    if not reading.stories:
        raise Refused(_("There is no story to accept. Mark a headline first."))
    if reading.ledger.unassigned and not knows_what_is_left:
        raise Refused(
            _("%(count)d characters have no place yet. Give them one, or tick that you know.")
            % {"count": reading.ledger.unassigned}
        )
    for number, story in enumerate(reading.stories, 1):
        for model, name, text in texts_of(story):
            refuse_too_long(number, model._meta.get_field(name), text)


def texts_of(story):
    """(model, field, text) of everything that goes into a column."""
    yield from ((Article, name, getattr(story, name)) for name in LINES)
    yield from ((PhotoUse, "caption", photo.caption) for photo in story.photos)
    signatures = [*story.bylines, *(each for photo in story.photos for each in photo.credits)]
    for each in signatures:
        yield from ((Byline, name, getattr(each, name)) for name in ("name", "role", "unit"))
    yield from ((Mention, name, getattr(each, name)) for each in story.people for name in TITLE)
    yield from ((Coverage, "name", each.name) for each in story.events)


def refuse_too_long(number, field, text):
    if field.max_length and len(text) > field.max_length:
        raise Refused(
            _("Story %(number)d: %(field)s has %(length)d characters, at most %(most)d fit.")
            % {
                "number": number,
                "field": field.verbose_name,
                "length": len(text),
                "most": field.max_length,
            }
        )


def names_in(story) -> set[str]:
    names = {each.name for each in (*story.bylines, *story.people)}
    return names | {credit.name for photo in story.photos for credit in photo.credits}


def make_draft(page, number, story, user, day) -> Article:
    people = KnownPeople(names_in(story))
    article = Article.objects.create(
        **{name: getattr(story, name) for name in LINES} | {"headline": headline_of(story)},
        body=body_of(story),
        page=page,
        page_order=number,
        source=source_of(page),
        created_by=user,
    )
    sign(Byline, {"article": article}, story.bylines, people)
    for order, photo in enumerate(story.photos):
        use = PhotoUse.objects.create(article=article, caption=photo.caption, order=order)
        sign(Credit, {"photo_use": use}, photo.credits, people)
    propose_people(article, enumerate(story.people), people, day)
    propose_events(article, enumerate(story.events))
    Article.objects.filter(pk=article.pk).update(updated=F("created"))
    versions.keep(article, by=user, reason=_("from the printed page"))
    return article


def headline_of(story) -> str:
    return story.headline or _("(without headline)")


def body_of(story) -> str:
    crossheads = {}
    for before, text in story.crossheads:
        crossheads.setdefault(before, []).append(("h2", text))
    blocks = []
    for number, paragraph in enumerate(story.paragraphs, 1):
        blocks += [*crossheads.pop(number, []), ("p", paragraph)]
    for left in crossheads.values():  # a heading after the last paragraph
        blocks += left
    return html.text_to_html(blocks)


def source_of(page) -> Source | None:
    """The paper itself as a source, made with the first page of a new paper."""
    if not page.publication:
        return None
    known = Source.objects.filter(publication=page.publication, kind=Source.Kind.OWN).first()
    if known:
        return known
    name = page.publication.name[: Source._meta.get_field("name").max_length]
    source, _made = Source.objects.get_or_create(
        name=name, defaults={"publication": page.publication}
    )
    return source


def sign(model, of, signatures, people: KnownPeople):
    """Bylines or credits, as printed, with who that is where exactly one is known."""
    for order, each in enumerate(signatures):
        person = people.reporter(each.name)
        organization = None if person or each.role else collective(each.name)
        model.objects.create(
            **of,
            name=each.name,
            role=each.role,
            unit=each.unit,
            order=order,
            person=person,
            organization=organization,
        )


def keep_staff(page, staff):
    people = KnownPeople(each.name for each in staff)
    for order, each in enumerate(staff):
        PageStaff.objects.create(
            page=page,
            role=each.role,
            name=each.name,
            order=order,
            person=people.reporter(each.name),
        )


@transaction.atomic
def undo(page: PrintPage):
    """Take the drafts back; refused once one of them was edited or went on its way."""
    page = PrintPage.objects.select_for_update().get(pk=page.pk)
    if not page.accepted:
        raise Refused(_("This page has not been accepted."))
    further = page.continued_on.filter(accepted__isnull=False).first()
    if further:
        raise Refused(_("First take back the page it goes on to: %(page)s.") % {"page": further})
    joins = [join for join in continuing.joins(page) if is_joined(page, join)]
    joined = Q(pk__in=[])
    for join in joins:
        joined |= Q(page=join.first, page_order=join.number)
    articles = list(Article.objects.select_for_update().filter(joined | Q(page=page)))
    locked = [article for article in articles if article.locked_by_id]
    if locked:
        names = "、".join(f"《{article}》（{article.locked_by}）" for article in locked)
        raise Refused(_("Locked, so the drafts stay: %(names)s") % {"names": names})
    touched = [article for article in articles if not is_untouched(article)]
    if touched:
        names = "、".join(f"《{article}》" for article in touched)
        raise Refused(_("Already edited, so the drafts stay: %(names)s") % {"names": names})
    decided = confirmed_in(articles)
    for article in articles:
        discard(article)
    for join in joins:
        by = join.first.accepted_by
        confirm_again(
            decided, make_draft(join.first, join.number, join.story, by, join.first.date), by
        )
    for each in page.staff.all():
        discard(each)
    page.accepted = page.accepted_by = page.continues = None
    page.save()


def is_untouched(article) -> bool:
    """Deciding about proposals is no edit: only a save of the story is."""
    return (
        article.state == State.DRAFT
        and article.updated == article.created
        and not article.locked_by_id
    )
