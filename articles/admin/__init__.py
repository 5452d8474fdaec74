"""The desk's pages of articles and all they are made of."""

from . import articles, events, photos, sections, tags  # noqa: F401
