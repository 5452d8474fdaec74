"""What templates need to set type: clauses, summaries, dates in words, blocks of a date."""

from functools import lru_cache

from django import template
from django.utils import formats, timezone

from newsdesk import dates, html
from newsdesk.renditions import TYPES

register = template.Library()
SUMMARY = 90


@register.simple_tag
def clauses(headline: str, names=(), hits=()) -> str:
    """The clauses of a headline, and what of each no line may end within."""
    return html.clauses(headline, names or (), hits or ())


@register.filter
def summary(story) -> str:
    """The standfirst, or the beginning of the text."""
    return shorten(story.standfirst or story.beginning)


@register.filter
def opening(story) -> str:
    """The beginning of the text with its dateline; less of it under a standfirst."""
    text = f"{story.dateline}　{story.beginning}" if story.dateline else story.beginning
    return shorten(text, SUMMARY if story.standfirst else 2 * SUMMARY)


def shorten(text: str, length: int = SUMMARY) -> str:
    """Whole sentences where half of the length or more can be filled so; else a clause and ……"""
    text = text.replace("\n", "").strip()
    if len(text) <= length:
        return text
    sentence, clause = (
        max(text.rfind(mark, 0, length) for mark in marks) for marks in ("。！？", "，；")
    )
    if sentence >= length // 2:
        return text[: sentence + 1]
    cut = text[: clause if clause >= length // 2 else length]
    return f"{cut.rstrip('，、；：')}……"


@register.filter
def moment(time) -> str:
    """Day and time; only the day where a story is dated and not timed (midnight)."""
    local = timezone.localtime(time)
    form = "DATE_FORMAT" if (local.hour, local.minute) == (0, 0) else "DATETIME_FORMAT"
    return formats.date_format(local, form)


@register.filter
def digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


@register.filter
def telephone(number: str) -> str:
    """For a link: digits and what a telephone understands (RFC 3966)."""
    return "".join(sign for sign in number if sign.isdecimal() or sign in "+-")


@register.filter
def iso(time) -> str:
    """For programs, by the clock of the house."""
    return timezone.localtime(time).isoformat()


@register.filter
def day(time) -> str:
    return in_form(timezone.localdate(time), "DATE_FORMAT")


@register.filter
def month_day(time) -> str:
    return f"{timezone.localdate(time):%m-%d}"


@register.filter
def near_day(time) -> str:
    """The day, with its year only where that is not this year."""
    local = timezone.localdate(time)
    this_year = local.year == timezone.localdate().year
    return in_form(local, "MONTH_DAY_FORMAT" if this_year else "DATE_FORMAT")


@lru_cache(maxsize=4096)
def in_form(date, form: str) -> str:
    """Everybody reads one language, and a list has the same days again and again."""
    return formats.date_format(date, form)


@register.filter
def in_words(partial_date: str) -> str:
    return dates.in_words(partial_date)


@register.inclusion_tag("_date_block.html")
def date_block(event) -> dict:
    """The day of an event as a block: month above, day large; as much as is known."""
    year, month, day = dates.parts(event.start) if event.start else (None, None, None)
    return {"event": event, "year": year, "month": month, "day": day}


@register.inclusion_tag("_picture.html")
def picture(photo, shape="whole", *, sizes="100vw", alt="", eager=False, **more) -> dict:
    """The renditions of a photo as <picture>: the browser takes the best format in the width it needs."""
    fallback = photo.of_shape(shape, "jpg") or photo.of_shape(shape)
    sources = [
        {"type": TYPES[ending], "srcset": srcset(photo, photo.of_shape(shape, ending))}
        for ending in ("avif", "webp")
    ]
    return {
        "sources": [source for source in sources if source["srcset"]],
        "srcset": srcset(photo, fallback),
        "src": photo.address(fallback[-1]),
        "width": fallback[-1]["width"],
        "height": fallback[-1]["height"],
        "sizes": sizes,
        "alt": alt,
        "eager": eager,
        "ai_made": photo.ai_made and shape != "whole",  # there it stands beside the credit
        "class": more.get("class", ""),
    }


def srcset(photo, renditions) -> str:
    return ", ".join(f"{photo.address(each)} {each['width']}w" for each in renditions)
