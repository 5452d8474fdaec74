"""What the desk makes of a contribution: a draft with byline and photos, or a word to the correspondent."""

from dataclasses import replace
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from articles.history import versions
from articles.incoming import photo_credits
from articles.incoming.photo_intake import Said, describe, made_ready, put_in, said_of
from articles.linking.known import KnownPeople
from articles.linking.proposing import propose_from_text
from articles.models import Article, Byline, ContributedFile, Contribution, Photo, Source, State
from people import bin as people_bin

SOURCE, ROLE = "来稿", "通讯员"
KEPT_DECLINED = timedelta(days=180)
NEW, TAKEN, DECLINED = (
    Contribution.State.NEW,
    Contribution.State.TAKEN,
    Contribution.State.DECLINED,
)


def held(contribution) -> Contribution:
    """The row, ours until the transaction ends."""
    return Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)


def take(contribution, *, by) -> tuple[Article | None, list[str]]:
    """The draft, and why a picture did not come along; a second press finds the draft of the first.

    None: somebody has declined it meanwhile, or deleted the draft.
    """
    with made_ready(pictures_of(contribution)) as taken, transaction.atomic():
        contribution = held(contribution)
        if contribution.state != NEW:
            return contribution.article, []
        return draft_of(contribution, taken, by), refused(taken)


def pictures_of(contribution):
    contribution.refresh_from_db()
    files = contribution.files.filter(kind=ContributedFile.Kind.PHOTO)
    for each in files if contribution.state == NEW else ():
        with each.file.open() as opened:
            yield ContentFile(opened.read(), name=each.name)


def refused(taken) -> list[str]:
    return [f"{each.name}：{each.reason}" for each in taken if each.photo is None]


def draft_of(contribution, taken, by) -> Article:
    source, _made = Source.objects.get_or_create(
        name=SOURCE, defaults={"kind": Source.Kind.CONTRIBUTION}
    )
    article = Article.objects.create(
        headline=contribution.headline, body=contribution.body, source=source, created_by=by
    )
    sign(article, contribution)
    put_photos_in(article, contribution, taken)
    propose_from_text(article)
    versions.keep(article, by=by)
    article.refresh_from_db()
    contribution.decide(TAKEN, by=by, article=article)
    return article


def sign(article, contribution):
    names = names_of(contribution)
    known = KnownPeople(names)
    for order, name in enumerate(names):
        Byline.objects.create(
            article=article,
            name=name,
            role=ROLE,
            unit=contribution.unit,
            order=order,
            person=known.reporter(name),
        )


def names_of(contribution) -> list[str]:
    return [name[:50] for name in photo_credits.parted(contribution.names)]


def put_photos_in(article, contribution, taken):
    captions = [line.strip() for line in contribution.captions.splitlines() if line.strip()]
    said = {}
    for number, each in enumerate(taken):
        if each.photo:
            told = with_credit(said_of("".join(captions[number : number + 1])), each, contribution)
            if not each.is_known:
                describe(each.photo, told)
            said.setdefault(each.photo.pk, told)
    put_in(article, [each.photo for each in taken if each.photo], said)


def with_credit(said, taken, contribution) -> Said:
    """Who sent it took it, unless the caption, the file or the desk says who."""
    if said.credit or taken.is_signed or is_credited_by_the_desk(taken.photo):
        return said
    names = "、".join(names_of(contribution))
    return replace(said, credit=f"{names} {photo_credits.TOOK}" if names else "")


def is_credited_by_the_desk(photo) -> bool:
    """More surely than by a name alone, which an earlier contribution may have left."""
    return bool(photo.photographer_id) or photo.credited in (
        Photo.Credited.PROVIDED,
        Photo.Credited.ARCHIVE,
    )


@transaction.atomic
def decline(contribution, word: str, *, by) -> bool:
    contribution = held(contribution)
    if contribution.state != NEW:
        return False
    contribution.decide(DECLINED, by=by, word=word)
    return True


def may_undo(contribution) -> bool:
    """While nobody has worked on the draft."""
    article = contribution.article
    if contribution.state == NEW:
        return False
    return article is None or (
        article.state == State.DRAFT
        and article.lock_version == contribution.lock_version
        and not article.locked_by_id
    )


@transaction.atomic
def undo(contribution) -> bool:
    """Back among the new ones; the untouched draft goes into the bin, its photos stay in the library."""
    contribution = held(contribution)
    if not may_undo(contribution):
        return False
    article = contribution.article
    contribution.reopen()
    if article:
        people_bin.discard(article)
    return True


def forget_declined(now=None) -> int:
    """Of what was declined long ago only headline, day and the word stay."""
    limit = (now or timezone.now()) - KEPT_DECLINED
    old = Contribution.objects.filter(state=DECLINED, decided_at__lt=limit).exclude(telephone="")
    for contribution in old:
        for file in contribution.files.all():
            file.remove()
        for name in ("names", "unit", "telephone", "email", "text", "body", "captions", "left_out"):
            setattr(contribution, name, "")
        contribution.save()
    return len(old)
