"""Conditions on earlier answers: declarative data, so that every face can evaluate them.

A condition is a text: `employment.ended` (answered and not «нет»), `!employment.ended`,
`service=heating|hot_water` (one of), `decision.received_on>3m` (more than three months have passed since that day;
also `10d`, `1y`), several joined with ` & `, alternatives joined with ` || `. A name is looked for in the same block
first, then from the top of the filing. For a question with several answers `=` means «contains»; of rows any counts.

What has passed is reckoned on the day of `judged_on`; without one such a condition is undecided. The reckoning knows
no days off: give the shortest term there can be, and let the rules find the exact last day. A page follows neither
such conditions nor alternatives while it is filled in: their questions open once it is saved.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

Lookup = Callable[[str], Any]
UNKNOWN = object()
_on: ContextVar[date | None] = ContextVar("judged_on", default=None)


@dataclass(frozen=True)
class Term:
    """One part of a condition: `path` answered, or equal to one of `values`; `negated` turns it round.

    With `older` («3m») the answer is a day since which that much has passed.
    """

    path: str
    values: tuple[str, ...] = ()
    negated: bool = False
    older: str = ""

    def holds(self, answer: Any) -> bool | None:
        """Whether the term holds for a typed answer, no answer being «нет»; None when nobody says what day it is."""
        given = answer if isinstance(answer, list | tuple) else [answer]
        if self.older:
            on, days = _on.get(), [_day(one) for one in given if isinstance(one, date)]
            met = on is not None and any(_end(day, self.older) < on for day in days)
            return None if on is None and days else met != self.negated
        met = any(_plain(one) in self.values for one in given) if self.values else bool(answer)
        return met != self.negated


@contextmanager
def judged_on(on: date) -> Iterator[None]:
    """While it lasts, conditions about days are reckoned on this one."""
    before = _on.set(on)
    try:
        yield
    finally:
        _on.reset(before)


def reckon_on(on: date | None) -> None:
    """From now on, in this thread, conditions about days are reckoned on this one; None leaves them undecided."""
    _on.set(on)


@lru_cache(maxsize=4096)
def alternatives(condition: str) -> tuple[tuple[Term, ...], ...]:
    """The parsed parts of a condition: any of the alternatives, each with all of its terms."""
    groups = [[part.strip() for part in group.split("&") if part.strip()] for group in condition.split("||")]
    return tuple(tuple(_term(part) for part in group) for group in groups if group)


@lru_cache(maxsize=4096)
def terms(condition: str) -> tuple[Term, ...]:
    """Every term that stands in a condition; an empty condition has none."""
    return tuple(term for group in alternatives(condition) for term in group)


def holds(condition: str, lookup: Lookup) -> bool | None:
    """Whether `condition` holds; None when an answer that it names is there but wrong (lookup gives UNKNOWN)."""
    found = [_all_hold(group, lookup) for group in alternatives(condition)] or [True]
    if any(found):
        return True
    return None if None in found else False


def follows_on_page(condition: str) -> bool:
    """Whether a page can follow the condition while it is filled in: no days to reckon, no alternatives."""
    return not is_about_days(condition) and len(alternatives(condition)) <= 1


def is_about_days(condition: str) -> bool:
    """Whether the condition depends on the day on which it is judged, not on the answers alone."""
    return any(term.older for term in terms(condition))


def _all_hold(group: tuple[Term, ...], lookup: Lookup) -> bool | None:
    answers = [(term, lookup(term.path)) for term in group]
    if any(answer is UNKNOWN for _, answer in answers):
        return None
    found = [term.holds(answer) for term, answer in answers]
    return False if False in found else None if None in found else True


def _term(text: str) -> Term:
    negated, text = text.startswith("!"), text.lstrip("!")
    if ">" in text:
        path, _, older = (part.strip() for part in text.partition(">"))
        return Term(path, negated=negated, older=older)
    path, _, values = text.partition("=")
    return Term(path.strip(), tuple(value.strip() for value in values.split("|") if value.strip()), negated)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _end(day: date, older: str) -> date:
    """The last day of a term that begins after `day`: «10d», «3m», «1y»."""
    count, unit = int(older[:-1]), older[-1]
    if unit == "d":
        return day + timedelta(days=count)
    months = day.year * 12 + day.month - 1 + count * {"m": 1, "y": 12}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)
