"""Conditions on earlier answers: declarative data, so that every face can evaluate them.

A condition is a text: `employment.ended` (answered and not «нет»), `!employment.ended`,
`service=heating|hot_water` (one of), several joined with ` & `. A name is looked for in the same block first,
then from the top of the filing. For a question with several answers `=` means «contains».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

Lookup = Callable[[str], Any]
UNKNOWN = object()


@dataclass(frozen=True)
class Term:
    """One part of a condition: `path` answered, or equal to one of `values`; `negated` turns it round."""

    path: str
    values: tuple[str, ...] = ()
    negated: bool = False

    def holds(self, answer: Any) -> bool:
        """Whether the term holds for a typed answer; no answer counts as «нет»."""
        if not self.values:
            met = bool(answer)
        else:
            given = answer if isinstance(answer, list | tuple) else [answer]
            met = any(_plain(one) in self.values for one in given)
        return met != self.negated


@lru_cache(maxsize=4096)
def terms(condition: str) -> tuple[Term, ...]:
    """The parsed parts of a condition; an empty condition has none."""
    return tuple(_term(part.strip()) for part in condition.split("&") if part.strip())


def holds(condition: str, lookup: Lookup) -> bool | None:
    """Whether `condition` holds; None when an answer that it names is there but wrong (lookup gives UNKNOWN)."""
    answers = [(term, lookup(term.path)) for term in terms(condition)]
    if any(answer is UNKNOWN for _, answer in answers):
        return None
    return all(term.holds(answer) for term, answer in answers)


def _term(text: str) -> Term:
    negated = text.startswith("!")
    path, _, values = text.lstrip("!").partition("=")
    return Term(path.strip(), tuple(value.strip() for value in values.split("|") if value.strip()), negated)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)
