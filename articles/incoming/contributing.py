"""How a contribution arrives: its files wait by the ticket of the form, so that no mistake loses them."""

import re
from datetime import timedelta
from pathlib import PurePath
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.incoming import docx
from articles.models import ContributedFile, Contribution
from newsdesk import html, images

MAX_PHOTOS = 10
MAX_MEGABYTES = 20  # of one file
WAITING = timedelta(days=1)
PHOTO, DOCUMENT = ContributedFile.Kind.PHOTO, ContributedFile.Kind.DOCUMENT
_TICKET = re.compile(r"[0-9a-f]{32}")


def ticket_of(text: str) -> str:
    return text if _TICKET.fullmatch(text) else uuid4().hex


def waiting(ticket: str):
    return ContributedFile.objects.filter(ticket=ticket, contribution=None)


def keep_photos(ticket: str, files) -> list[str]:
    """Keep what is good of them; says of each other one why not."""
    room = MAX_PHOTOS - waiting(ticket).filter(kind=PHOTO).count()
    photos, refused = checked_photos(files, room)
    for file, preview in photos:
        row_of(ticket, PHOTO, file, preview).save()
    return refused


def checked_photos(files, room) -> tuple[list[tuple], list[str]]:
    """Each good file with the copy that the desk sees, at most `room` of them; and why others are not good."""
    photos, refused = [], []
    for file in files:
        try:
            if len(photos) >= room:
                raise ValidationError(_("At most %d pictures at once.") % MAX_PHOTOS)
            photos.append((file, preview_of(file)))
        except ValidationError as error:
            refused.append(f"{file.name}{_(': ')}{' '.join(error.messages)}")
    return photos, refused


def preview_of(file):
    check_weight(file)
    images.check(file)
    try:
        return images.for_readers(file)
    except images.BROKEN:
        text = _("The picture is broken or cut off. Export or download it again.")
        raise ValidationError(text) from None


def keep_document(ticket: str, file) -> list[str]:
    """A second one takes the place of the first."""
    try:
        docx.read_file(file)
    except ValidationError as error:
        return [f"{file.name}{_(': ')}{' '.join(error.messages)}"]
    for old in waiting(ticket).filter(kind=DOCUMENT):
        old.remove()
    row_of(ticket, DOCUMENT, file).save()
    return []


def check_weight(file):
    if file.size > MAX_MEGABYTES * 1024**2:
        raise ValidationError(_("The file is too big: at most %d MB.") % MAX_MEGABYTES)


def row_of(ticket, kind, file, preview="") -> ContributedFile:
    """Stored under a name that tells nothing; what the sender called it stands in the row."""
    name = PurePath(file.name).name
    file.seek(0)
    stored = ContentFile(file.read(), name=uuid4().hex + PurePath(name).suffix.lower())
    return ContributedFile(ticket=ticket, kind=kind, name=name[-100:], file=stored, preview=preview)


def send(contribution: Contribution, ticket: str) -> Contribution:
    """Once for a ticket: the database holds it to that. What is slow is done before it is locked."""
    contribution.ticket = ticket
    pictures = read_document(contribution, ticket)
    try:
        with transaction.atomic():
            contribution.save()
            for row in pictures:
                row.save()
            waiting(ticket).update(contribution=contribution)
    except BaseException:
        for row in pictures:
            row.remove_files()
        raise
    return contribution


def read_document(contribution, ticket) -> list[ContributedFile]:
    """The body is the document's where there is one; its pictures as rows to be saved."""
    contribution.body = paragraphs(contribution.text)
    document = waiting(ticket).filter(kind=DOCUMENT).first()
    if not document:
        return []
    with document.file.open() as opened:
        found = docx.read(opened.read())
    contribution.body = body_of(found, contribution.headline)
    room = MAX_PHOTOS - waiting(ticket).filter(kind=PHOTO).count()
    photos, refused = checked_photos(pictures_in(found), room)
    contribution.left_out = "\n".join(refused)
    return [row_of(ticket, PHOTO, *photo) for photo in photos]


def paragraphs(text: str) -> str:
    lines = [line.strip() for line in text.splitlines()]
    return html.text_to_html([("p", line) for line in lines if line])


def body_of(document, headline: str) -> str:
    """With the document's own headline, where the sender typed another. Its pictures lie beside the text."""
    body = html.with_photos(document.html, [])
    if document.headline in ("", headline.strip()):
        return body
    return html.text_to_html([("h2", document.headline)]) + body


def pictures_in(document):
    for number, file in document.pictures():
        ending = PurePath(file.name).suffix
        yield ContentFile(file.read(), name=_("picture %d of the document") % number + ending)


def forget_waiting():
    """Files of forms that were never sent."""
    old = ContributedFile.objects.filter(contribution=None, added__lt=timezone.now() - WAITING)
    for file in old:
        file.remove()
