"""Stories of an archive taken in: public at once with the date they had, tied to whom and what they name.

Once sign-offs exist (初审 … 签发), each story of an import gets one of kind import, by whoever ran it: where its
article is made.
"""

from dataclasses import dataclass, field
from itertools import islice

from django.db import DatabaseError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.exchange import ninjs_in, plain_in
from articles.exchange.arriving import Arrived, Unreadable, parsed
from articles.incoming.import_records import Records, make_section
from articles.models import (
    Article,
    Byline,
    Coverage,
    Credit,
    Imported,
    Mention,
    OrganizationMention,
    PhotoUse,
    Section,
    TaggedArticle,
)
from articles.models.states import State
from newsdesk import actor
from newsdesk.rows import insert

BATCH = 2000


@dataclass
class Import:
    """`refused` are (number of the line, why)."""

    archive: str
    by: object = None
    makes_sections: bool = False
    made: int = 0
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    _sections: dict[str, Section] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def take(self, lines):
        """Lines of a file, as bytes; gives itself back after each batch, for who wants to tell how far it is."""
        self._sections = {section.name: section for section in Section.objects.all()}
        numbered = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
        while batch := list(islice(numbered, BATCH)):
            self._take(filter(None, [self._read(*each) for each in batch]))
            yield self

    def _read(self, number, line) -> tuple[int, Arrived] | None:
        try:
            story = read(line)
            self._check(story)
        except Unreadable as error:
            self.refused.append((number, str(error)))
            return None
        return number, story

    def _check(self, story):
        if story.key in self._seen:
            raise Unreadable(_("“%(id)s” stands twice in this file.") % {"id": story.key[:50]})
        self._seen.add(story.key)
        if story.section and story.section not in self._sections:
            if not self.makes_sections:
                raise Unreadable(_("There is no section “%(name)s”.") % {"name": story.section})
            self._sections[story.section] = make_section(story.section)

    def _take(self, numbered):
        rows = list(numbered)
        stored = Imported.objects.filter(
            archive=self.archive, key__in=[story.key for _n, story in rows]
        )
        known = set(stored.values_list("key", flat=True))
        rows = [(number, story) for number, story in rows if story.key not in known]
        self.known += len(known)
        self._store_all_but_refused(rows)

    def _store_all_but_refused(self, rows):
        """Where one is to blame, half of the others need not wait for it, and half of the rest, and so on."""
        try:
            self._store([story for _n, story in rows])
        except DatabaseError as error:
            if len(rows) == 1:
                why = _("The database does not take it: %(error)s") % {"error": error}
                self.refused.append((rows[0][0], why))
                return
            middle = len(rows) // 2
            self._store_all_but_refused(rows[:middle])
            self._store_all_but_refused(rows[middle:])

    @transaction.atomic
    def _store(self, stories):
        with actor.acting(self.by):
            records = Records(stories)
            articles = insert([self._article(story, records) for story in stories])
            papers = [each.pk for each in articles if is_of_paper(each)]
            Article.objects.filter(pk__in=papers).set_publication()
            store_parts(list(zip(articles, stories, strict=True)), records)
            insert(
                Imported(article_id=article.pk, archive=self.archive, key=story.key)
                for article, story in zip(articles, stories, strict=True)
            )
        self.made += len(articles)

    def _article(self, story, records) -> Article:
        page = records.page(story.place)
        return Article(
            **story.lines,
            body=story.body,
            plain_text=story.plain_text,
            section=self._sections.get(story.section),
            source=records.sources.get(story.source),
            page=page,
            page_order=story.place.order if page else 0,
            state=State.APPROVED,
            published_at=story.published,
            public_from=story.published,
            approved_by=self.by,
            created_by=self.by,
            lock_version=1,
        )


def is_of_paper(article) -> bool:
    """Only then is there a publication to be copied from its page or source."""
    return bool(article.page or (article.source and article.source.publication_id))


def read(line: bytes) -> Arrived:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(_("This is no UTF-8.")) from None
    found = parsed(text)
    return ninjs_in.read(found) if ninjs_in.is_ninjs(found) else plain_in.read(found)


def store_parts(pairs, records):
    """The rows of these (article, story)."""
    insert(
        Byline(article_id=article.pk, **signature(row, order, article, records))
        for article, story in pairs
        for order, row in enumerate(story.bylines)
    )
    store_mentions(pairs, records)
    insert(
        link for article, story in pairs for link in organization_mentions(article, story, records)
    )
    store_coverages(pairs, records)
    insert(
        TaggedArticle(
            content_object_id=article.pk,
            tag_id=records.tags[tag.casefold()].pk,
            public_from=article.public_from,
        )
        for article, story in pairs
        for tag in story.tags
    )
    store_photos(pairs, records)


def signature(row, order, article, records) -> dict:
    person, organization = records.writer(row.name)
    return {
        "name": row.name,
        "role": row.role,
        "unit": row.unit,
        "order": order,
        "person_id": person and person.pk,
        "organization_id": organization and organization.pk,
        "public_from": article.public_from,
    }


def store_mentions(pairs, records):
    """Whom the archive names is confirmed; who could be several stays a proposal for an editor."""
    matched = [each for pair in pairs for each in mentions(*pair, records)]
    insert(mention for mention, _memberships in matched)
    between = Mention.memberships.through
    insert(
        between(mention=mention, membership=membership)
        for mention, memberships in matched
        for membership in memberships
    )


def mentions(article, story, records):
    day, taken = localdate(story.published), set()
    for order, row in enumerate(story.people):
        match = records.person(row.name, row.title, day)
        if match.person and match.person.pk in taken:  # by another of his names
            continue
        taken.add(match.person and match.person.pk)
        link = tied(Mention, article, order, match.person, name=row.name, title=row.title)
        link.reason = "" if match.person else match.reason
        yield link, match.memberships


def organization_mentions(article, story, records):
    taken = set()
    for order, (name, printed) in enumerate(story.organizations):
        body = records.organization(name)
        if body is None or body.pk not in taken:
            yield tied(OrganizationMention, article, order, body, name=printed or name)
        taken.add(body and body.pk)


def store_coverages(pairs, records):
    found = [(article, *each) for article, story in pairs for each in happened(story, records)]
    records.events.save()
    insert(
        tied(Coverage, article, order, event, name=row.name, date=row.start)
        for article, order, row, event in found
    )


def happened(story, records):
    taken = []
    for order, row in enumerate(story.events):
        event = records.events.of(row)
        if event is None or event not in taken:
            yield order, row, event
        taken.append(event)


def tied(model, article, order, target, **fields):
    """By keys: to set a related object costs more than a number."""
    return model(
        article_id=article.pk,
        order=order,
        confirmed=target is not None,
        public_from=article.public_from if target else None,
        **{f"{model.target}_id": target and target.pk},
        **fields,
    )


def store_photos(pairs, records):
    uses = [
        (PhotoUse(article=article, caption=photo.caption, order=order), photo.credits)
        for article, story in pairs
        for order, photo in enumerate(story.photos)
    ]
    insert(use for use, _credits in uses)
    insert(
        Credit(photo_use=use, article=use.article, **signature(row, order, use.article, records))
        for use, credits in uses
        for order, row in enumerate(credits)
    )
