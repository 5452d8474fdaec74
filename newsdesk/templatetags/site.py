"""What templates need to set type: clauses, summaries, dates in words, blocks of a date."""

import re

from django import template

from newsdesk import dates, html
from newsdesk.text import HAN

register = template.Library()
SUMMARY = 90
_GAP = re.compile(f"(?<=[{HAN}”》）！？])[ 　]+|[ 　]+(?=[{HAN}“《（])")


@register.filter
def clauses(headline: str) -> list[str]:
    """The clauses of a headline, parted where the editor put a space."""
    return [clause for clause in _GAP.split(headline) if clause]


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
    text = text.replace("\n", " ").strip()
    return text if len(text) <= length else f"{text[:length].rstrip('，、；：')}…"


@register.filter
def story_html(article):
    return html.safe_story(article.body, article.dateline)


@register.filter
def in_words(partial_date: str) -> str:
    return dates.in_words(partial_date)


@register.inclusion_tag("_date_block.html")
def date_block(event) -> dict:
    """The day of an event as a block: month above, day large; as much as is known."""
    year, month, day = dates.parts(event.start) if event.start else (None, None, None)
    return {"event": event, "year": year, "month": month, "day": day}
