"""What a page says to other programs: its feeds."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from articles.exchange.feed import FORMATS

register = template.Library()


@register.inclusion_tag("_feeds.html")
def feeds(title: str, query: str = "", **parameters) -> dict:
    """Links to the feeds of a list; its parameters by name, or together as an address has them."""
    query = query or urlencode(parameters)
    rows = [
        {
            "type": form.content_type.partition(";")[0],
            "url": f"{reverse(name)}?{query}" if query else reverse(name),
        }
        for name, form in FORMATS.items()
    ]
    return {"title": title, "rows": rows}
