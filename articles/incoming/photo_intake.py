"""A delivered picture becomes a photo: checked, read for what it says of itself, made into renditions."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from articles.history import versions
from articles.incoming import photo_credits
from articles.intake import captions
from articles.linking.known import KnownPeople
from articles.models import Photo, PhotoUse
from articles.models.photo import digest
from newsdesk import images, photo_metadata


@dataclass(frozen=True)
class Taken:
    """What became of one file: a photo, new or known before, or why there is none."""

    name: str
    photo: Photo | None = None
    is_known: bool = False
    is_signed: bool = False  # the file itself says who took or gave it
    reason: str = ""


@dataclass(frozen=True)
class Said:
    """What is said of a picture where it is sent for one story; empty: what the library knows."""

    caption: str = ""
    credit: str = ""


def take_in(file) -> Taken:
    """One file that somebody uploads; the same file again is recognised."""
    with made_ready([file]) as (taken,):
        if taken.photo:
            taken.photo.save()
    return taken


@contextmanager
def made_ready(files):
    """Pictures converted before a transaction begins, not in it: while they are, others may write.

    New ones are for the caller to save(); what he does not save leaves no file behind.
    """
    ready = {}
    taken = [make_ready(file, ready) for file in files]
    try:
        yield taken
    finally:
        for photo in ready.values():
            photo.forget_files_unless_stored()


def make_ready(file, ready: dict[str, Photo]) -> Taken:
    """`ready` are the new ones of this upload by their digest."""
    try:
        images.check(file)
        sha256 = digest(file)
        told = details(photo_metadata.read(file))
        known = ready.get(sha256) or Photo.objects.filter(sha256=sha256).first()
        if not known:
            ready[sha256] = new_photo(file, told)
        return Taken(file.name, known or ready[sha256], bool(known), bool(told["credited"]))
    except ValidationError as error:
        return Taken(file.name, reason=" ".join(error.messages))
    except (OSError, MemoryError):
        text = _(
            "The picture could not be converted or stored. Try again, or save it as JPEG first."
        )
        return Taken(file.name, reason=text)


def new_photo(file, told) -> Photo:
    photo = Photo(original=file, **told)
    photo.make_ready()
    return photo


def details(data: photo_metadata.Metadata) -> dict:
    """The fields of a photo from what the file says; the credit may stand at the caption's end."""
    caption, signed = without_credit(data.caption or data.headline)
    credit, credited = photo_credits.credit_of(data.byline or signed, data.credit or data.source)
    return {
        name: cut(value, name) if isinstance(value, str) else value
        for name, value in {
            "caption": caption,
            "credit": credit,
            "credited": credited,
            "photographer": reporter(credit) if credited == Photo.Credited.NAMED else None,
            "place": data.place,
            "keywords": data.keywords,
            "ai_made": data.made_by_ai,
        }.items()
    } | when_taken(data.taken)


def cut(text: str, name: str, model=Photo) -> str:
    """As much of it as the field has room for."""
    return text[: model._meta.get_field(name).max_length]


def without_credit(caption: str) -> tuple[str, str]:
    """活动现场。（梁奈 摄） as 活动现场。 and （梁奈 摄）"""
    found = captions.credit(caption)
    return (caption[: found[1]].rstrip(), caption[found[1] :]) if found else (caption, "")


def said_of(caption: str) -> Said:
    return Said(*without_credit(caption))


def describe(photo, said):
    """What is said of a new picture goes before what its file says."""
    if said.caption:
        photo.caption, photo.description = cut(said.caption, "caption"), ""
    if said.credit:
        credit, photo.credited = photo_credits.credit_of(said.credit, "")
        photo.credit = cut(credit, "credit")
    photo.save()


def reporter(credit: str):
    """The one known reporter of the one name."""
    names = photo_credits.names_in(credit)
    return KnownPeople(names).reporter(names[0]) if len(names) == 1 else None


def when_taken(taken) -> dict:
    """By the clock of the house, where the camera said its zone."""
    if taken is None:
        return {}
    if not isinstance(taken, datetime):
        return {"taken": taken}
    local = localtime(taken) if is_aware(taken) else taken
    return {"taken": local.date(), "taken_time": local.time()}


def use_in(article, photos, *, by=None):
    """Put the photos that the story does not use yet at its end, with caption and credits."""
    with versions.keeping([article], by=by):
        put_in(article, photos)
        article.note_links_decided()


def put_in(article, photos, said=None):
    """`said` by the photo's key: of the same picture each story has its own caption and credits."""
    said = said or {}
    last = article.photo_uses.aggregate(Max("order"))["order__max"]
    order = 0 if last is None else last + 1
    used = set(article.photo_uses.values_list("photo", flat=True))
    new = [each for each in dict.fromkeys(photos) if each.pk not in used]
    for place, photo in enumerate(new, order):
        use = PhotoUse.objects.create(article=article, photo=photo, order=place)
        fill_in(use, said.get(photo.pk, Said()))


def fill_in(use, said):
    """Caption and credits as they were delivered; the desk mends them for this story."""
    use.caption = cut(said.caption or use.photo.caption, "caption", PhotoUse)
    use.save()
    photo_credits.sign(use, said.credit or photo_credits.line(use.photo))
