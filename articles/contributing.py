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

from articles import docx
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
    refused = []
    for file in files:
        try:
            if waiting(ticket).filter(kind=PHOTO).count() >= MAX_PHOTOS:
                raise ValidationError(_("At most %d pictures at once.") % MAX_PHOTOS)
            keep_photo(ticket, file)
        except ValidationError as error:
            refused.append(f"{file.name}{_(': ')}{' '.join(error.messages)}")
    return refused


def keep_photo(ticket: str, file):
    check_weight(file)
    images.check(file)
    try:
        preview = images.for_readers(file)
    except images.BROKEN:
        text = _("The picture is broken or cut off. Export or download it again.")
        raise ValidationError(text) from None
    keep(ticket, PHOTO, file, preview)


def keep_document(ticket: str, file) -> list[str]:
    """A second one takes the place of the first."""
    try:
        docx.read_file(file)
    except ValidationError as error:
        return [f"{file.name}{_(': ')}{' '.join(error.messages)}"]
    for old in waiting(ticket).filter(kind=DOCUMENT):
        old.remove()
    keep(ticket, DOCUMENT, file)
    return []


def check_weight(file):
    if file.size > MAX_MEGABYTES * 1024**2:
        raise ValidationError(_("The file is too big: at most %d MB.") % MAX_MEGABYTES)


def keep(ticket, kind, file, preview=""):
    """Stored under a name that tells nothing; what the sender called it stands in the row."""
    name = PurePath(file.name).name
    file.seek(0)
    stored = ContentFile(file.read(), name=uuid4().hex + PurePath(name).suffix.lower())
    ContributedFile.objects.create(
        ticket=ticket, kind=kind, name=name[-100:], file=stored, preview=preview
    )


@transaction.atomic
def send(contribution: Contribution, ticket: str) -> Contribution:
    """Once for a ticket: the database holds it to that."""
    contribution.ticket = ticket
    document = waiting(ticket).filter(kind=DOCUMENT).first()
    contribution.body = paragraphs(contribution.text)
    if document:
        with document.file.open() as opened:
            found = docx.read(opened.read())
        contribution.body = body_of(found, contribution.headline)
        refused = keep_photos(ticket, pictures_in(found))
        contribution.left_out = "\n".join(refused)
    contribution.save()
    waiting(ticket).update(contribution=contribution)
    return contribution


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
