"""The desk's pages of articles and all they are made of."""

from . import articles, contributions, events, pages, photo_uses, photos, sections, tags, versions  # noqa: F401
