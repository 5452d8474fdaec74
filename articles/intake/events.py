"""Events a story tells of, proposed with the day on which they took place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProposedEvent:
    """`date` is ISO ("2024-01-26"), "" where unknown; `paragraph` counts from 0."""

    name: str
    date: str
    paragraph: int
    start: int
    end: int
    reason: str


def propose(headlines, paragraphs, *, page_date):
    return []
