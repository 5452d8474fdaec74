"""Who took or gave a picture, between what was delivered, one line of text, and credits of a story."""

import re
from itertools import groupby

from articles.intake import bylines, captions
from articles.linking.known import KnownPeople
from articles.models import Credit, Photo
from articles.models.byline import BEHIND_THE_NAME
from articles.models.photo_use import UNNAMED

ARCHIVE, PROVIDED, TOOK = "资料图片", "供图", "摄"
_WITH_ROLE = re.compile(r"(.*?)\s*(摄|供图)?", re.DOTALL)
_BETWEEN_NAMES = re.compile(r"[、，,;；/／]")


def credit_of(byline: str, giver: str) -> tuple[str, str]:
    """(credit, kind) of a photo: who took it; else who gave it, or that it is from the archive."""
    text = byline or giver
    found = read(text) if text else []
    roles = {each.role for each in found}
    names = "、".join(each.name for each in found if each.name)
    if roles & set(UNNAMED[1:]):
        return names, Photo.Credited.ARCHIVE
    if PROVIDED in roles or (giver and not byline):
        return names, Photo.Credited.PROVIDED
    return names, Photo.Credited.NAMED if names else ""


def read(text: str) -> list:
    """The credits that a line names: 茂名晚报记者 梁奈 摄, 市总工会供图, 资料图片; else names alone."""
    text = text.strip()
    found = captions.credit(text)
    if found and found[1] == 0:
        return found[0]
    return bylines.parse(text) or as_written(text)


def as_written(text: str) -> list:
    """Names that are no Chinese ones, or stand without a role: Li Ming 摄, 梁奈."""
    names, role = _WITH_ROLE.fullmatch(text).groups()
    return [bylines.Credit(name, role or "", "") for name in parted(names)]


def parted(names: str) -> list[str]:
    """张三、李四 as two names."""
    return list(filter(None, map(str.strip, _BETWEEN_NAMES.split(names))))


def names_in(credit: str) -> list[str]:
    return [each.name for each in read(credit) if each.name]


def line(photo) -> str:
    """The credit of a photo as papers print it: 梁奈 摄, 市总工会 供图, 资料图片."""
    role = {Photo.Credited.PROVIDED: PROVIDED, Photo.Credited.ARCHIVE: ARCHIVE}.get(
        photo.credited, TOOK
    )
    if not photo.credit:
        return "" if role == TOOK else role
    return f"{photo.credit} {role}"


def line_of(credits) -> str:
    """The credits of a photo in a story as one line, which read() understands."""
    groups = groupby(credits, key=lambda row: (row.unit, row.role))
    parts = []
    for (unit, role), rows in groups:
        names = "、".join(row.name for row in rows if row.name)
        behind = role in BEHIND_THE_NAME or role in UNNAMED
        parts.append(" ".join(filter(None, [names, role] if behind else [unit + role, names])))
    return " ".join(parts)


def sign(use, text: str):
    """Make these the credits of the use."""
    found = credits_of(use, text)
    use.credits.all().delete()
    for credit in found:
        credit.save()


def credits_of(use, text: str) -> list[Credit]:
    """Not saved; a person that a name stood for stays, a known reporter is found."""
    stood = {row.name: row for row in use.credits.all()} if use.pk else {}
    found = read(text)
    reporters = KnownPeople(each.name for each in found)
    return [
        Credit(
            photo_use=use,
            name=each.name[:50],
            role=(each.role or TOOK)[:20],
            unit=each.unit[:50],
            order=order,
            person=before.person
            if (before := stood.get(each.name))
            else photographer(use, each) or reporters.reporter(each.name),
            organization=before.organization if before else None,
        )
        for order, each in enumerate(found)
    ]


def photographer(use, signature):
    person = use.photo.photographer if use.photo else None
    return person if person and person.name == signature.name else None
