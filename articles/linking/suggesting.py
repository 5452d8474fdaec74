"""What could stand in a story's empty fields, and from what that follows; the editor takes it or leaves it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from articles import policy
from articles.intake import signed
from articles.linking.known import KnownPeople
from articles.linking.written import Written
from articles.models import Article, Section, Source

LATEST = 20  # stories of a writer or an event that tell where the next one belongs
ENOUGH = 3  # of a writer's stories; one of the same event or banner is enough
OWN = ("本报", "本刊", "本社", "本网", "本台")
EDITS = ("责编", "责任编辑", "本版编辑")


@dataclass(frozen=True)
class Suggestion:
    """`value` is what the field holds, `words` what it shows, `why` the rule."""

    value: str
    words: str
    why: str


def suggestions(written: Written, user, *, events=(), reporters=(), article=None) -> dict:
    """By field; `events` and `reporters` are the keys of those the story is tied to."""
    found = {
        "section": lambda: section(written, events, reporters, article),
        "source": lambda: source(written),
        "responsible_editor": lambda: responsible_editor(written, user, reporters),
    }
    offered = {name: find() for name, find in found.items() if name not in written.filled}
    return {name: suggestion for name, suggestion in offered.items() if suggestion}


def section(written, events, reporters, article) -> Suggestion | None:
    """Where the stories under the same banner, of the same event, of the same writer stand."""
    rules = [
        (Q(banner=written.banner), _("where the stories under this banner stand"), 1),
        (Q(coverages__event__in=events, coverages__confirmed=True), _("where the stories of this event stand"), 1),
        (Q(bylines__person__in=reporters), _("where most stories of this writer stand"), ENOUGH),
    ]  # fmt: skip
    given = (written.banner, events, reporters)
    others = Article.objects.exclude(pk=article and article.pk).exclude(section=None)
    for (rule, why, least), known in zip(rules, given, strict=True):
        stories = others.filter(rule).distinct().order_by("-pk") if known else others.none()
        sections = [story.section_id for story in stories.only("section")[:LATEST]]
        key, count = (Counter(sections).most_common(1) or [(None, 0)])[0]
        if count >= least and count * 2 > len(sections):
            return Suggestion(str(key), str(Section.objects.get(pk=key)), why)
    return None


def source(written) -> Suggestion | None:
    """A known source that the text names at its beginning or end; 本报讯 is the paper's own."""
    ending = written.paragraphs[-1] if written.paragraphs else ""
    place = signed.source(ending)
    said = [written.opening, ending[slice(*place)] if place else ""]
    for words in filter(None, said):
        found = _named(words) or (_own(written) if words.startswith(OWN) else None)
        if found:
            why = _("the text says: %s") % words
            return Suggestion(str(found.pk), str(found), why)
    return None


def _named(words) -> Source | None:
    rows = [row for row in Source.objects.all() if row.name in words]
    return max(rows, key=lambda row: len(row.name), default=None)


def _own(written) -> Source | None:
    """The paper of the page; without a page the one paper there is."""
    own = Source.objects.filter(kind=Source.Kind.OWN)
    if written.page and written.page.publication_id:
        own = own.filter(publication=written.page.publication_id)
    rows = own[:2]
    return rows[0] if len(rows) == 1 else None


def responsible_editor(written, user, reporters) -> Suggestion | None:
    """The page's own; else the editor at work, unless he wrote it himself."""
    staff = written.page.staff.all() if written.page else ()
    named = next((row.name for row in staff if row.role.endswith(EDITS) or row.role == "编辑"), "")
    if named:
        return Suggestion(named, named, _("edited the printed page"))
    writes = user.display_name in written.writers or (
        user.person_id and user.person_id in reporters
    )
    if writes or not user.display_name or not user.has_perm(policy.CHANGE_ALL):
        return None
    return Suggestion(user.display_name, user.display_name, _("you are at work on it"))


def bylines(written) -> list[dict]:
    """Whom the text names as its writers and the story does not list yet."""
    missing = [credit for credit in written.credits if credit.name not in written.signed_by]
    known = KnownPeople(credit.name for credit in missing)
    return [
        {
            "name": credit.name,
            "role": credit.role,
            "unit": credit.unit,
            "person": described(known.reporter(credit.name)),
        }
        for credit in missing
    ]


def described(person) -> dict | None:
    return {"id": person.pk, "text": str(person)} if person else None
