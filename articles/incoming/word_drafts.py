"""A Word document becomes a draft: headline, byline, text, pictures where they stood; people and events proposed."""

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import versions
from articles.incoming import docx
from articles.incoming.photo_intake import Said, describe, made_ready, put_in, said_of
from articles.intake import bylines, captions, signed
from articles.linking.known import KnownPeople
from articles.linking.proposing import propose_from_text
from articles.models import Article, Byline, Photo
from articles.models.article import MAX_BODY
from articles.printed.accepting import sign
from newsdesk import html

MAX_PICTURES = 30
HEAD = 3  # lines under the headline among which names are looked for
LONGEST_CAPTION = 150
_BETWEEN = re.compile(r"\s+[/／|｜丨]\s+")


@dataclass(frozen=True)
class Imported:
    """What became of one document: a draft, and which pictures did not come along; or why there is none."""

    name: str
    article: Article | None = None
    refused: list[str] = field(default_factory=list)
    reason: str = ""


@dataclass
class Story:
    """The parts of a document's text; `blocks` is what is left for the story itself."""

    blocks: list[str]
    subheadline: str = ""
    dateline: str = ""
    credits: list = field(default_factory=list)
    captions: dict[int, str] = field(default_factory=dict)

    def said(self, number) -> Said:
        return said_of(self.captions.get(number, ""))


def take_in_document(file, *, by) -> Imported:
    name = PurePath(file.name).name
    try:
        document = docx.read_file(file)
        if len(document.html) > MAX_BODY:
            raise ValidationError(_("The text is too long for one story. Part the document."))
    except ValidationError as error:
        return Imported(name, reason=" ".join(error.messages))
    return make_draft(document, name, by)


def make_draft(document, name, by) -> Imported:
    story = sort_out(html.blocks(document.html))
    pictures, refused = pictures_of(document, by)
    with made_ready(pictures) as taken, transaction.atomic():
        numbers, not_taken = photos_of(taken, story)
        article = draft_of(document, story, numbers, name, by)
    return Imported(name, article, [*not_taken, *refused])


def draft_of(document, story, numbers, name, by) -> Article:
    article = Article.objects.create(
        headline=(document.headline or PurePath(name).stem)[:200],
        subheadline=story.subheadline,
        dateline=story.dateline,
        body=html.with_numbers("".join(with_captions(story, numbers)), numbers),
        created_by=by,
    )
    sign(
        Byline,
        {"article": article},
        story.credits,
        KnownPeople(each.name for each in story.credits),
    )
    photos = Photo.objects.in_bulk(numbers.values())
    said = {key: story.said(number) for number, key in numbers.items()}
    put_in(article, [photos[key] for key in numbers.values()], said)
    propose_from_text(article)
    versions.keep(article, by=by, reason=_("from the Word document “%s”") % name[-100:])
    return article


def pictures_of(document, by) -> tuple[list, list[str]]:
    """The pictures that may come along, and why others may not."""
    pictures = list(document.pictures())
    if not by.has_perm("articles.add_photo"):
        return [], [refusal(number, _("you may not add photos")) for number, _file in pictures]
    reason = _("at most %d pictures of one document are taken over") % MAX_PICTURES
    allowed = [file for _number, file in pictures[:MAX_PICTURES]]
    return allowed, [refusal(number, reason) for number, _file in pictures[MAX_PICTURES:]]


def refusal(number, reason) -> str:
    return _("Picture %(number)d: %(reason)s") % {"number": number, "reason": reason}


def photos_of(taken, story) -> tuple[dict[int, int], list[str]]:
    """The photo for each picture's number, a picture that comes twice once; and why another is none."""
    numbers, refused = {}, []
    for number, each in enumerate(taken, 1):
        if each.photo is None:
            refused.append(refusal(number, each.reason))
            continue
        if not each.is_known:
            describe(each.photo, story.said(number))
        if each.photo.pk not in numbers.values():
            numbers[number] = each.photo.pk
    return numbers, refused


def with_captions(story, numbers):
    """The blocks; where a picture did not come along, or stands already, its caption stays as a line."""
    for block in story.blocks:
        number = html.photo_of(block)
        caption = story.captions.get(number, "")
        stays = caption and number not in numbers
        yield html.text_to_html([("p", caption)]) if stays else block


def sort_out(blocks: list[str]) -> Story:
    story = Story(blocks)
    take_subheadline(story)
    take_lines_of_names(story)
    take_opening(story)
    take_signature(story)
    take_captions(story)
    return story


def text_of(block) -> str:
    return html.plain(block).text.strip()


def take_subheadline(story):
    text = text_of(story.blocks[0]) if story.blocks else ""
    if text.startswith("——") and len(text) <= 2 * docx.LONGEST_HEADLINE:
        story.subheadline = text
        del story.blocks[0]


def take_lines_of_names(story):
    """本报记者 张三 通讯员 李四 under the headline, or as the last line."""
    for place in (*range(min(HEAD, len(story.blocks)) - 1, -1, -1), -1):
        block = story.blocks[place] if story.blocks else ""
        text = text_of(block)
        one_line = 0 < len(text) <= 80 and "\n" not in text
        credits = bylines.parse(_BETWEEN.sub("  ", text)) if one_line else None
        if credits:
            story.credits = [*credits, *story.credits] if place >= 0 else [*story.credits, *credits]
            del story.blocks[place]


def first_paragraph(story) -> int | None:
    return next((n for n, block in enumerate(story.blocks) if block.startswith("<p>")), None)


def take_opening(story):
    """茂名晚报讯（记者 张三）at the head of the first paragraph."""
    place = first_paragraph(story)
    if place is None:
        return
    text = html.plain(story.blocks[place]).text
    dateline, credits, start = signed.opening(text)
    if dateline and dateline[1] - dateline[0] <= 50:
        story.dateline = text[slice(*dateline)]
    elif dateline or not credits:
        return
    add(story, credits)
    story.blocks[place] = cut(story.blocks[place], 0, start)


def take_signature(story):
    """（记者 张三）at the end of the last paragraph."""
    if not story.blocks or not story.blocks[-1].startswith("<p>"):
        return
    text = html.plain(story.blocks[-1]).text
    found = signed.signature(text)
    if found and not captions.credit(text):
        add(story, found[0])
        story.blocks[-1] = cut(story.blocks[-1], found[1], len(text))


def add(story, credits):
    there = {each.name for each in story.credits}
    story.credits += [each for each in credits if each.name not in there]


def cut(block, start, end) -> str:
    return html.clean(html.with_edits(block, [(start, end, "")]))


def take_captions(story):
    """A line right behind a picture that reads as captions do belongs to it."""
    left, last = [], None
    for block in story.blocks:
        text = text_of(block)
        is_caption = len(text) <= LONGEST_CAPTION and (
            captions.opens(text) or captions.credit(text)
        )
        if last and block.startswith("<p>") and is_caption:
            story.captions[last] = text
        else:
            left.append(block)
        last = html.photo_of(block)
    story.blocks = left
