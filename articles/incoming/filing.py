"""交稿: a story that a reporter writes at a phone and hands in, with its photos, in one sending."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles import policy
from articles.history import versions
from articles.incoming import photo_credits
from articles.incoming.contributing import paragraphs
from articles.incoming.photo_intake import cut
from articles.linking.known import KnownPeople
from articles.linking.known_events import KnownEvents
from articles.linking.proposing import propose_from_text
from articles.models import Article, Byline, Coverage, Event, Filing, Photo, PhotoUse
from articles.models.byline import ROLES

REPORTER = ROLES[0]


class InOtherHands(Exception):
    """The desk works on the story, or it was sent from another form meanwhile."""


@dataclass(frozen=True)
class SentPhoto:
    photo: int
    caption: str
    credit: str


@dataclass(frozen=True)
class Sent:
    """What the form held."""

    headline: str
    text: str  # a line is a paragraph
    event: str
    place: str
    happened_on: date | None
    note: str
    photos: tuple[SentPhoto, ...]

    @property
    def digest(self) -> str:
        return sha256(json.dumps(asdict(self), default=str, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def send(user, key, sent: Sent, *, again=None, version=None) -> Filing:
    """Once for a form, however often it arrives; `again` is the story it changes, `version` what it was."""
    filing = _row(user, key, again)
    is_same_form = filing.last_key == key
    if is_same_form and filing.digest == sent.digest:
        return filing
    article = filing.article or Article(created_by=user)
    if article.pk:
        _refuse_if_in_other_hands(filing, article, user, None if is_same_form else version)
    write(article, sent, user)
    for name in ("event", "place", "happened_on", "note", "digest"):
        setattr(filing, name, getattr(sent, name))
    filing.article, filing.last_key, filing.lock_version = article, key, article.lock_version
    filing.save()
    return filing


def _row(user, key, again) -> Filing:
    """Ours until the transaction ends: a second sending waits for the first."""
    rows = Filing.objects.select_for_update(of=("self",))
    if again:
        return rows.get(article=again)
    return rows.get_or_create(user=user, key=key)[0]


def _refuse_if_in_other_hands(filing, article, user, version):
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    newer = version is not None and version != filing.lock_version
    if newer or not may_send_again(user, article, filing):
        raise InOtherHands


def may_send_again(user, article, filing) -> bool:
    """While nobody else has changed anything about it."""
    untouched = article.lock_version == filing.lock_version
    return untouched and filing.user_id == user.pk and policy.may_change(user, article)


def write(article, sent, user):
    """The story as it was sent; of an earlier sending nothing stays."""
    article.headline, article.body = sent.headline, paragraphs(sent.text)
    article.save()
    for name in versions.PARTS:
        getattr(article, name).all().delete()
    sign(article, user)
    for order, each in enumerate(sent.photos):
        put_in(article, each, order, user)
    if sent.event:
        tell_of(article, sent.event, sent.happened_on)
    propose_from_text(article)
    article.file()
    versions.keep(article, by=user, reason=_("filed from a phone"))


def writer(user) -> tuple:
    """(who the account stands for, the name to be printed); never the name one logs in with."""
    person = user.person or KnownPeople([user.display_name]).reporter(user.display_name)
    return person, person.name if person else user.display_name


def sign(article, user):
    person, name = writer(user)
    if not name:
        return
    held = person.held_on(localdate()) if person else []
    roles = [membership.label for membership in held if membership.label in ROLES]
    Byline.objects.create(article=article, name=name, role=(roles or [REPORTER])[0], person=person)


def own_credit(user) -> str:
    """梁奈 摄: under a photo that does not say itself who took it."""
    _person, name = writer(user)
    return f"{name} {photo_credits.TOOK}" if name else ""


def put_in(article, sent, order, user):
    photo = Photo.objects.get(pk=sent.photo)
    use = PhotoUse.objects.create(article=article, photo=photo, caption=sent.caption, order=order)
    photo_credits.sign(use, sent.credit)
    if policy.may_change_photo(user, photo):
        describe(photo, sent, user)


def describe(photo, sent, user):
    """What the library does not know of the photo yet, as the reporter says it."""
    photo.caption = photo.caption or sent.caption
    if not photo.credit and not photo.credited:
        credit, photo.credited = photo_credits.credit_of(sent.credit, "")
        photo.credit = cut(credit, "credit")
        person, name = writer(user)
        photo.photographer = person if person and credit == name else None
    photo.save()


def tell_of(article, name, day):
    """The event that the reporter names, for the desk to confirm; typed, so it stays whatever the text says."""
    day = str(day or "")
    event, _reason = KnownEvents([(name, day)]).of(name, day) if day else (only_event(name), "")
    Coverage.objects.create(article=article, name=name, date=day, event=event)


def only_event(name) -> Event | None:
    found = list(Event.objects.filter(Q(name=name) | Q(short_name=name))[:2])
    return found[0] if len(found) == 1 else None
