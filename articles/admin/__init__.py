"""The desk's pages of articles and all they are made of."""

# ruff: noqa: F401
from . import (
    articles,
    contributions,
    events,
    pages,
    photo_uses,
    photos,
    sections,
    tags,
    topics,
    versions,
)
