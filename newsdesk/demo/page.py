"""The demo's printed page: read by the intake, put right as an editor would, confirmed, signed off."""

from datetime import date, datetime

from django.conf import settings
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from articles.history import versions
from articles.models import Coverage, Event, OrganizationMention, PrintPage, Section
from articles.printed.accepting import accept
from people.models import Organization, Person, User

from . import records

FILE = settings.BASE_DIR / "articles" / "samples" / "maoming-20240127.txt"
DATE = date(2024, 1, 27)  # the page gives 25 and 26 January; the date is worked out

# what the scan misread (the headline itself prints 入脑入心); the paper is not to blame
MISREAD = [("深人开展", "深入开展"), ("人才纳人", "人才纳入"), ("人脑人心", "入脑入心")]

# section, place on the front page, events, organizations, tags: one row a story
STORIES = [
    (
        "news",
        "lead",
        [records.FORUM, records.TOUR, records.VISITS],
        [
            "茂名市总工会",
            "六韬珠宝创意产业园",
            "欣捷安汽车电子（茂名）有限公司",
            "广东（电白）沉香博物馆",
        ],
        ["劳模工匠", "座谈会"],
    ),
    (
        "unions",
        "pick",
        [records.LAUNCH, records.CAMPAIGN],
        ["茂名市总工会", "全国总工会", "茂名市劳模工匠技术服务队", "制造业劳模工匠技术服务队"],
        ["劳模工匠", "劳模工匠助企行"],
    ),
    (
        "party",
        "pick",
        [records.LECTURE],
        ["共青团茂名市委员会", "茂名市委党校"],
        ["党的二十大", "宣讲"],
    ),
]


def make():
    """Import and publish the page, unless it is there."""
    raw = FILE.read_text(encoding="utf-8")
    if PrintPage.objects.same_text(raw).exists():
        return
    page = PrintPage.objects.create(
        publication=Organization.objects.get(name="茂名晚报"),
        date=DATE,
        date_inferred=True,
        raw=raw,
        overrides=mended(raw),
        added_by=User.objects.get(username="editor"),
    )
    accept(page, User.objects.get(username="editor"))
    for article, plan in zip(page.articles.order_by("page_order"), STORIES, strict=True):
        put_right(article, *plan)
        versions.keep(article, by=page.added_by, reason=_("persons and events confirmed"))
        chief = User.objects.get(username="chief")
        article.approve(by=chief, at=midnight(DATE))
        versions.keep(article, by=chief, reason=_("Approved"))


def mended(raw: str) -> list[dict]:
    """An editor's overrides for each misread place."""
    return [
        {"start": raw.index(before), "end": raw.index(before) + len(before), "text": after}
        | {"fault": "reading"}
        for before, after in MISREAD
    ]


def put_right(article, section, front, events, organizations, tags):
    article.section = Section.objects.get(slug=section)
    article.front = front
    article.save()
    article.tags.add(*tags)
    for mention in article.mentions.all():
        mention.person = Person.objects.get(name=mention.name)
        mention.confirmed = True
        mention.save()
    article.coverages.all().delete()
    for order, name in enumerate(events):
        event = Event.objects.get(name=name)
        Coverage.objects.create(
            article=article, event=event, name=name, order=order, confirmed=True
        )
    for order, name in enumerate(organizations):
        organization = Organization.objects.get(name=name)
        OrganizationMention.objects.create(
            article=article, organization=organization, name=name, order=order, confirmed=True
        )


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=get_current_timezone())
