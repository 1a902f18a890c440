"""The sheet «Что делать дальше»: where, how many copies, by when, what it costs, what if they are silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Term:
    """A day that matters: `what` must be done or awaited, by `day`; `norm` is the article.

    `day` is None when the law counts from an event that has not happened; then `what` says from which.
    """

    what: str
    norm: str
    day: date | None = None


@dataclass(frozen=True)
class NextSteps:
    """Paragraphs in plain Russian under fixed questions; an empty list leaves its question out."""

    where: list[str]
    copies: list[str]
    cost: list[str]
    silence: list[str]
    terms: list[Term] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
