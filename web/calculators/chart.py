"""The rate over the period as bars, for a picture made on the server; there is none when it would show nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from filings.rules.conclusion import Conclusion, Step
from filings.russian import dates
from filings.russian.numbers import NBSP, number, plural

_ROOM_ABOVE = 18
_WIDE, _MIDDLE = 15, 7
_MOST_BARS = 120


@dataclass(frozen=True)
class Bar:
    """Days with one rate. `left`, `width`, `top`, `height` are percents of the picture; no rate is a break in it.

    `label` is empty when it would not fit; `narrow` labels fit a wide screen only.
    """

    left: str
    width: str
    top: str
    height: str
    middle: str
    label: str
    narrow: bool
    stopped: bool


@dataclass(frozen=True)
class Chart:
    """The picture and its words for those who do not see it."""

    bars: tuple[Bar, ...]
    since: str
    until: str
    description: str


def chart_of(conclusion: Conclusion) -> Chart | None:
    """The chart, or None: fewer than two rates, or days that have several rates at once."""
    steps = _in_time(conclusion)
    rates = [step.rate for step in steps if step.rate is not None]
    if len(set(rates)) < 2 or len(steps) > _MOST_BARS or _overlapping(steps):
        return None
    first, last = steps[0].since, max(step.until for step in steps)
    highest = max(rates)
    bars = tuple(_bar(step, first, (last - first).days + 1, highest) for step in steps)
    return Chart(bars, dates.day(first), dates.day(last), _description(steps, first, last))


def _in_time(conclusion: Conclusion) -> list[Step]:
    """Days with their rate in order; neighbours of one rate are one, so that New Year or a payment is no border."""
    found = {(step.since, step.until, step.rate): step for step in conclusion.steps if step.since and step.until}
    merged: list[Step] = []
    for step in sorted(found.values(), key=lambda step: (step.since, step.until)):
        before = merged[-1] if merged else None
        if before and before.rate == step.rate and (step.since - before.until).days <= 1:
            merged[-1] = before.model_copy(update={"until": max(before.until, step.until)})
        else:
            merged.append(step)
    return merged


def _overlapping(steps: list[Step]) -> bool:
    return any(before.until >= after.since for before, after in pairwise(steps))


def _bar(step: Step, first: date, days: int, highest: object) -> Bar:
    left, width = _share((step.since - first).days, days), _share((step.until - step.since).days + 1, days)
    stopped = step.rate is None
    height = 100 - _ROOM_ABOVE if stopped else float(step.rate / highest) * (100 - _ROOM_ABOVE)
    label = f"{number(step.rate)}{NBSP}%" if not stopped else ""
    return Bar(
        left=f"{left:.2f}%",
        width=f"{width:.2f}%",
        top=f"{100 - height:.2f}%",
        height=f"{height:.2f}%",
        middle=f"{left + width / 2:.2f}%",
        label=label if width >= _MIDDLE else "",
        narrow=width < _WIDE,
        stopped=stopped,
    )


def _share(part: int, whole: int) -> float:
    return 100 * part / whole


def _description(steps: list[Step], first: date, last: date) -> str:
    rates = [step.rate for step in steps if step.rate is not None]
    changes = len(steps) - 1
    return (
        f"{dates.period(first, last).capitalize()} ставка менялась {changes} {plural(changes, 'раз', 'раза', 'раз')}: "
        f"наименьшая {number(min(rates))} %, наибольшая {number(max(rates))} %. Все значения — в таблице."
    )
