"""What a page shows where somebody passes it on: Open Graph, and the card that Twitter and others make of it."""

from dataclasses import dataclass, field

from django.conf import settings
from django.templatetags.static import static
from django.utils.timezone import localtime

from articles.exchange.outside import absolute, readable
from newsdesk.renditions import CUT

CARD_WIDTH, CARD_HEIGHT = 1200, 630
LONGEST = 200  # characters of a description


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Shared:
    title: str
    path: str
    description: str = ""
    kind: str = "website"
    picture: Picture | None = None
    more: list[tuple[str, str]] = field(default_factory=list)

    @property
    def properties(self) -> list[tuple[str, str]]:
        picture = self.picture or card()
        rows = [
            ("og:site_name", settings.SITE_NAME),
            ("og:locale", "zh_CN"),
            ("og:type", self.kind),
            ("og:title", self.title),
            ("og:description", "".join(self.description.splitlines())[:LONGEST]),
            ("og:url", absolute(self.path)),
            ("og:image", picture.url),
            ("og:image:width", str(picture.width)),
            ("og:image:height", str(picture.height)),
            ("og:image:alt", picture.alt),
            *self.more,
        ]
        return [(name, readable(value)) for name, value in rows if value]


def card(section=None) -> Picture:
    """A section's own, made by `manage.py cards`; else the one of the site."""
    made = section.card.url if section and section.card else static("site/card.png")
    alt = f"{settings.SITE_NAME} {section.name}" if section else settings.SITE_NAME
    return Picture(absolute(made), CARD_WIDTH, CARD_HEIGHT, alt)


def story(article, photos, tags) -> Shared:
    """`photos` are pairs of a use and its credits, as articles/exchange/jsonld.py takes them."""
    public = article.public_from
    section = [("article:section", article.section.name)] if article.section else []
    return Shared(
        article.title,
        article.get_absolute_url(),
        article.standfirst or article.plain_text,
        "article",
        next(filter(None, map(of_use, photos)), card(article.section)),
        [
            ("article:published_time", localtime(public).isoformat()),
            ("article:modified_time", localtime(max(article.updated, public)).isoformat()),
            *section,
            *(("article:tag", tag.name) for tag in tags),
        ],
    )


def of_use(pair) -> Picture | None:
    use, _credits = pair
    return picture(use.photo, use.photo.description or use.caption)


def picture(photo, words: str) -> Picture | None:
    """The JPEG cut for lists: not every program that shows it can read AVIF or WebP."""
    made = photo.of_shape(CUT, "jpg")
    if not made:
        return None
    size = made[-1]["width"], made[-1]["height"]
    return Picture(absolute(photo.address(made[-1])), *size, words)
