"""Two records that are one: everything moves to the kept one, and the old address leads there."""

from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.history import versions
from articles.models import Article, Byline, Credit, PageStaff
from articles.moves import leave_redirect
from people.bin import discard
from people.models import Membership, OtherName


@contextmanager
def changing_links(stories, kept, other):
    """Their links change: a form that is open must notice, and a version is kept."""
    stories = list(stories.distinct())
    reason = _("“%(other)s” is one with “%(kept)s”") % {"other": other, "kept": kept}
    with versions.keeping(stories, reason=reason):
        yield
        for story in stories:
            story.note_links_decided()


@transaction.atomic
def merge_tags(kept, other):
    has_kept = kept.tagged_articles.values("content_object")
    with changing_links(Article.objects.filter(tagged__tag=other), kept, other):
        other.tagged_articles.exclude(content_object__in=has_kept).update(tag=kept)
        other.tagged_articles.all().delete()
    for topic in other.topics.all():
        topic.tag = kept
        topic.save()
    old = other.get_absolute_url()
    discard(other)
    leave_redirect(old, kept.get_absolute_url())


class Gone(Exception):
    """One of the two is no record any more, in words."""


def held(kept, other):
    """Both as they are now, ours until the transaction ends; locked in one order, so that none waits for ever."""
    rows = type(kept)._base_manager.filter(pk__in=[kept.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in rows.select_for_update()}
    for record in (kept, other):
        if record.pk not in found:
            words = _("“%s” has been merged or deleted meanwhile. Look the records up again.")
            raise Gone(words % record)
    return found[kept.pk], found[other.pk]


@transaction.atomic
def merge_persons(kept, other):
    """Each row moves by its own save(), so that it stands in the history and keeps what readers see."""
    kept, other = held(kept, other)
    with changing_links(stories_of(other), kept, other):
        for model in (Byline, Credit):
            _move(model.objects.filter(person=other), kept)
        _move_memberships(kept, other)
        _move_mentions(kept, other)
    _move(PageStaff.objects.filter(person=other), kept)
    _move_photos(kept, other)
    _move_honours(kept, other)
    _move_participations(kept, other)
    _move_names(kept, other)
    _fill_in(kept, other)
    _move_account(kept, other)
    old = other.get_absolute_url()
    discard(other)
    leave_redirect(old, kept.get_absolute_url())


def stories_of(person):
    signed = Q(bylines__person=person) | Q(photo_uses__credits__person=person)
    return Article.objects.filter(signed | Q(mentions__person=person))


def _move(rows, kept):
    for row in rows:
        row.person = kept
        row.save()


def _move_mentions(kept, other):
    """A story names a person once: of two rows the first in the text stays, confirmed if either was."""
    for mention in other.mentions.select_related("article"):
        same = kept.mentions.filter(article=mention.article).first()
        if same is None:
            _move([mention], kept)
            continue
        first, second = sorted([same, mention], key=lambda row: (row.order, row.pk))
        first.memberships.add(*second.memberships.all())
        first.confirmed = first.confirmed or second.confirmed
        discard(second)
        _move([first], kept)


def _move_participations(kept, other):
    for row in other.participations.all():
        if kept.participations.filter(event=row.event_id, role=row.role).exists():
            discard(row)
        else:
            _move([row], kept)


def _move_honours(kept, other):
    """An award that both have of the same year is one; revoked if either says so."""
    for row in other.honours.all():
        same = kept.honours.filter(award=row.award_id, year=row.year).first()
        if same is None:
            _move([row], kept)
            continue
        same.revoked = same.revoked or row.revoked
        same.source = same.source or row.source
        same.save()
        discard(row)


def _move_memberships(kept, other):
    """A post that both hold for the same time is one post."""
    for row in other.memberships.all():
        same = Membership.objects.filter(
            person=kept,
            post=row.post_id,
            organization=row.organization_id,
            role=row.role,
            status=row.status,
            start=row.start,
            end=row.end,
        ).first()
        if same is None:
            _move([row], kept)
            continue
        for mention in row.mentions.all():
            mention.memberships.add(same)
        discard(row)


def _move_photos(kept, other):
    """Who took a picture, and who is on it."""
    other.photographs.update(photographer=kept)
    for photo in other.photos.all():
        photo.persons.add(kept)


def _move_names(kept, other):
    known = {kept.name, *kept.other_names.values_list("name", flat=True)}
    for name in other.other_names.all():
        if name.name in known:
            discard(name)
        else:
            _move([name], kept)
            known.add(name.name)
    if other.name not in known:
        OtherName.objects.create(person=kept, name=other.name)


def _fill_in(kept, other):
    """What only the other record knew; what is public stays as the stricter of the two has it."""
    if not kept.portrait:
        kept.portrait_x, kept.portrait_y = other.portrait_x, other.portrait_y
    for field in ("note", "died", "portrait", "biography", "featured"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(other, field))
    order = ["nothing", "stories", "full"]
    kept.visibility = min(kept.visibility, other.visibility, key=order.index)
    kept.national_leader = kept.national_leader or other.national_leader
    kept.save()


def _move_account(kept, other):
    account = getattr(other, "user", None)
    if account and not hasattr(kept, "user"):
        account.person = kept
        account.save()
