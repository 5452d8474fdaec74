"""Events as iCalendar (RFC 5545), in whole days.

A calendar knows days only. An event of which no more than the month or the year is known is left out:
a day would be invented, and a bar over the month would say that it lasted so long.
"""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.translation import gettext as _

from articles.exchange.outside import absolute, host, readable
from articles.models import Coverage, Event
from newsdesk import dates
from people.models import Organization

LINE = 75  # octets
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def for_calendar(events):
    """Those that begin on a known day, with when they were last told of, and the organizers to be named."""
    told = Coverage.objects.published().filter(event=OuterRef("pk")).order_by("-public_from")
    organizers = Prefetch("organizers", Organization.objects.nameable())
    days = events.filter(start__regex=r"^\d{4}(-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)$")
    return days.annotate(told=Subquery(told.values("public_from")[:1])).prefetch_related(organizers)


def written(name: str, events) -> bytes:
    rows = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{text(host())}//Newsdesk//ZH",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(name)}",  # RFC 7986
        f"X-WR-CALNAME:{text(name)}",  # for those who read nothing newer
        *(row for event in events for row in entry(event)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(row) for row in rows)


def entry(event: Event) -> list[str]:
    first, beyond = days_of(event)
    known = {
        "UID": f"event-{event.pk}@{host()}",
        "DTSTAMP": f"{stamp(event):%Y%m%dT%H%M%SZ}",
        "DTSTART;VALUE=DATE": f"{first:%Y%m%d}",
        "DTEND;VALUE=DATE": f"{beyond:%Y%m%d}",
        "SUMMARY": text(event.name),
        "LOCATION": text(event.venue),
        "DESCRIPTION": text(description(event)),
        "CATEGORIES": text(event.get_kind_display()),
        "URL": absolute(event.get_absolute_url()),
        "TRANSP": "TRANSPARENT",  # news, no appointment of who reads it
    }
    rows = [f"{name}:{value}" for name, value in known.items() if value]
    return ["BEGIN:VEVENT", *rows, "END:VEVENT"]


def days_of(event: Event) -> tuple:
    """The first day and the one after the last; only the first where no last day is known."""
    first = dates.bounds(event.start).first
    last = dates.bounds(event.end).last if dates.is_day(event.end) else first
    return first, last + timedelta(days=1)


def stamp(event: Event) -> datetime:
    """When the newest story told of it; no record says when an event was changed."""
    return (event.told or datetime.combine(event.first_day, time.min, UTC)).astimezone(UTC)


def description(event: Event) -> str:
    names = "、".join(str(organizer) for organizer in event.organizers.all())
    until = event.end and None in dates.parts(event.end)
    lines = [
        _("The date is inferred, not printed.") if event.date_inferred else "",
        _("It went on until %(date)s.") % {"date": dates.in_words(event.end)} if until else "",
        _("Organizers: %(names)s") % {"names": names} if names else "",
        event.about,
    ]
    return "\n".join(filter(None, lines))


def text(value: str) -> str:
    return readable(value).translate(_ESCAPED)


def folded(row: str) -> bytes:
    """The row in lines of 75 octets at most, cut between characters; each ends in CRLF."""
    lines, line = [], b""
    for character in row:
        octets = character.encode()
        if len(line) + len(octets) > LINE:
            lines.append(line)
            line = b" "
        line += octets
    return b"\r\n".join([*lines, line, b""])


def name_of(*words) -> str:
    return " - ".join([settings.SITE_NAME, *map(str, words)])
